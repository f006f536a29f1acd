// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace skein;

class tst_CommandLine : public QObject {
    Q_OBJECT
private slots:
    void nothingAskedIsThePlainProgram();
    void everyOptionIsRead();
    void wrongArgumentsEndWithASentenceAndStatusTwo_data();
    void wrongArgumentsEndWithASentenceAndStatusTwo();
    void versionAndHelpEndWell();
};

void tst_CommandLine::nothingAskedIsThePlainProgram()
{
    const auto options = parseCommandLine({u"skein"_s});
    QVERIFY(options);
    QVERIFY(!options->demo);
    QVERIFY(!options->server);
    QCOMPARE(options->profile, QString());
    QCOMPARE(options->tour, QString());
}

void tst_CommandLine::everyOptionIsRead()
{
    const auto demo
        = parseCommandLine({u"skein"_s, u"--demo"_s, u"--profile"_s, u"/p q"_s, u"--tour=/t"_s});
    QVERIFY(demo);
    QVERIFY(demo->demo);
    QCOMPARE(demo->profile, u"/p q"_s);
    QCOMPARE(demo->tour, u"/t"_s);
    const auto server = parseCommandLine({u"skein"_s, u"--server"_s, u"http://127.0.0.1:8080"_s});
    QVERIFY(server);
    QCOMPARE(server->server->port(), 8080);
}

void tst_CommandLine::wrongArgumentsEndWithASentenceAndStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("loose word") << QStringList{u"word"_s};
    QTest::newRow("value missing") << QStringList{u"--profile"_s};
    QTest::newRow("value empty") << QStringList{u"--profile="_s};
    QTest::newRow("http to a foreign host") << QStringList{u"--server"_s, u"http://example.org"_s};
    QTest::newRow("no address") << QStringList{u"--server"_s, u"::::"_s};
    QTest::newRow("tour without demo") << QStringList{u"--tour"_s, u"/t"_s};
    QTest::newRow("demo and server")
        << QStringList{u"--demo"_s, u"--server"_s, u"http://127.0.0.1:1"_s};
}

void tst_CommandLine::wrongArgumentsEndWithASentenceAndStatusTwo()
{
    QFETCH(QStringList, arguments);
    const auto options = parseCommandLine(QStringList{u"skein"_s} + arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().status, 2);
    QVERIFY(options.error().words.trimmed().size() > 10);
}

void tst_CommandLine::versionAndHelpEndWell()
{
    const auto version = parseCommandLine({u"skein"_s, u"--version"_s});
    QVERIFY(!version);
    QCOMPARE(version.error().status, 0);
    QCOMPARE(version.error().words, u"skein " SKEIN_VERSION "\n"_s);
    const auto help = parseCommandLine({u"skein"_s, u"--help"_s});
    QVERIFY(!help);
    QCOMPARE(help.error().status, 0);
    for (const auto& option : {u"--demo"_s, u"--profile"_s, u"--server"_s, u"--tour"_s})
        QVERIFY2(help.error().words.contains(option), qPrintable(option));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
