// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// skein-demo-service as a program: its arguments and what it prints.

#include "tests/support/SkeinTest.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace demoProgramTest {

class tst_DemoProgram : public QObject {
    Q_OBJECT

private slots:
    void wrongArgumentsEndWithASentenceAndTwo_data();
    void wrongArgumentsEndWithASentenceAndTwo();
    void helpEndsWell();
    void printsUrlAndTokenThenServes();
};

void tst_DemoProgram::wrongArgumentsEndWithASentenceAndTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList(u"--colour"_s);
    QTest::newRow("port word") << QStringList{u"--port"_s, u"http"_s};
    QTest::newRow("port too large") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("seed word") << QStringList{u"--seed"_s, u"-1"_s};
    QTest::newRow("stray") << QStringList(u"please"_s);
}

void tst_DemoProgram::wrongArgumentsEndWithASentenceAndTwo()
{
    QFETCH(QStringList, arguments);
    QProcess program;
    program.start(QStringLiteral(SKEIN_DEMO_SERVICE), arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().startsWith("skein-demo-service: "));
    QVERIFY(program.readAllStandardOutput().isEmpty());
}

void tst_DemoProgram::helpEndsWell()
{
    QProcess program;
    program.start(QStringLiteral(SKEIN_DEMO_SERVICE), {u"--help"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.readAllStandardOutput().contains("--people"));
}

void tst_DemoProgram::printsUrlAndTokenThenServes()
{
    QProcess program;
    program.start(QStringLiteral(SKEIN_DEMO_SERVICE),
        {u"--people"_s, u"--seed"_s, u"5"_s, u"--port"_s, u"0"_s});
    QByteArray printed;
    const auto bothLines = [&] {
        printed += program.readAllStandardOutput();
        return printed.count('\n') == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(bothLines(), 10'000);
    const QUrl url(QString::fromLatin1(printed.split('\n').at(0)));
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(printed.split('\n').at(1).size(), 40);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected(5000));
    socket.write("GET /_demo/people HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(5000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    program.terminate();
    QVERIFY(program.waitForFinished());
}

SKEIN_TEST(tst_DemoProgram)

} // namespace demoProgramTest

#include "tst_DemoProgram.moc"
