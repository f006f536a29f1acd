// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/DownloadMark.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace windowsDownloadMarkTest {

class tst_WindowsDownloadMark : public QObject {
    Q_OBJECT
private slots:
    void whatWasDownloadedIsOfTheInternetUnderItsNextNameToo()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"paper.pdf.part"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("paper");
        file.close();
        markAsDownloaded(file.fileName());
        QVERIFY(file.rename(folder.filePath(u"paper.pdf"_s)));
        QCOMPARE(file.size(), 5);
        QFile mark(folder.filePath(u"paper.pdf:Zone.Identifier"_s));
        QVERIFY(mark.open(QIODevice::ReadOnly));
        QVERIFY(mark.readAll().contains("ZoneId=3"));
    }
};

SKEIN_TEST(tst_WindowsDownloadMark)

} // namespace windowsDownloadMarkTest

#include "tst_WindowsDownloadMark.moc"
