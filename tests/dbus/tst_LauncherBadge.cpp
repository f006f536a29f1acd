// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/LauncherBadge.h"
#include "tests/support/SkeinTest.h"

#include <QGuiApplication>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace launcherBadgeTest {

class tst_LauncherBadge : public QObject {
    Q_OBJECT
private slots:
    void docksAreToldTheCountOfTheProgram()
    {
        QGuiApplication::setDesktopFileName(u"skein"_s);
        const QDBusMessage update = launcherBadge(3);
        QCOMPARE(update.type(), QDBusMessage::SignalMessage);
        QCOMPARE(update.interface(), u"com.canonical.Unity.LauncherEntry"_s);
        QCOMPARE(update.member(), u"Update"_s);
        QCOMPARE(update.arguments().at(0).toString(), u"application://skein.desktop"_s);
        const QVariantMap shown = update.arguments().at(1).toMap();
        QCOMPARE(shown.value(u"count"_s), QVariant(qint64{3}));
        QCOMPARE(shown.value(u"count-visible"_s), QVariant(true));
        const QVariantMap none = launcherBadge(0).arguments().at(1).toMap();
        QCOMPARE(none.value(u"count-visible"_s), QVariant(false));
    }
};

SKEIN_TEST(tst_LauncherBadge)

} // namespace launcherBadgeTest

#include "tst_LauncherBadge.moc"
