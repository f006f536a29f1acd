// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/LogFile.h"
#include "core/base/Logging.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QTemporaryDir>

using namespace skein;
using namespace Qt::StringLiterals;

namespace logFileTest {

class tst_LogFile : public QObject {
    Q_OBJECT
private slots:
    void aFileThatCannotBeWrittenIsRefused();
    void whatIsLoggedIsAddedLineByLine();

private:
    QTemporaryDir m_folder;
};

void tst_LogFile::aFileThatCannotBeWrittenIsRefused()
{
    QVERIFY(!logTo(m_folder.filePath(u"no/such/folder"_s)));
}

void tst_LogFile::whatIsLoggedIsAddedLineByLine()
{
    QFile file(m_folder.filePath(u"skein.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("of an earlier start\n");
    file.close();

    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    QVERIFY(logTo(file.fileName()));
    qCWarning(logNet) << "no answer after" << 30 << "s";
    qCInfo(logStore) << "only said when asked for";
    qInstallMessageHandler(before);

    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QByteArray("of an earlier start"));
    QVERIFY2(lines[1].endsWith(" warning skein.net: no answer after 30 s"), lines[1].constData());
    QCOMPARE(lines[2], QByteArray());
}

SKEIN_TEST(tst_LogFile)

} // namespace logFileTest

#include "tst_LogFile.moc"
