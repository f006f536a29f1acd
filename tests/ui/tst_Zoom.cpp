// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Zoom.h"

#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace zoomTest {

class tst_Zoom : public QObject {
    Q_OBJECT
private slots:
    void textFollowsTheSettingAndComesBack()
    {
        // Widgets that are there already hear of it from a running application only.
        const auto height = [] { return QLabel().fontMetrics().height(); };
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"skein.ini"_s));
        const int usual = height();
        {
            const Zoom zoom(settings);
            QCOMPARE(height(), usual);
            settings.set(setting::zoom, 200);
            QVERIFY(height() > 1.5 * usual);
            settings.set(setting::zoom, 100);
            QCOMPARE(height(), usual);
            settings.set(setting::zoom, 150);
        }
        QCOMPARE(height(), usual);
        const Zoom next(settings);
        QVERIFY(height() > usual);
    }
};

SKEIN_TEST(tst_Zoom)

} // namespace zoomTest

#include "tst_Zoom.moc"
