// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace skein;

namespace commandLineTest {

class tst_CommandLine : public QObject {
    Q_OBJECT
private slots:
    void nothingAskedIsThePlainProgram();
    void everyOptionIsRead();
    void wrongArgumentsEndWithASentenceAndStatusTwo_data();
    void wrongArgumentsEndWithASentenceAndStatusTwo();
    void versionAndHelpEndWell();
    void theStartAtLoginIsTheSameButHidden();
    void everyWordCanBeTranslated_data();
    void everyWordCanBeTranslated();
};

namespace {

/// A language in which everything of Skein's is said between brackets.
class Brackets : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char* context, const char* words, const char*, int) const override
    {
        return QByteArrayView(context).startsWith("skein") ? u'[' + QString::fromUtf8(words) + u']'
                                                           : QString();
    }
};

} // namespace

void tst_CommandLine::nothingAskedIsThePlainProgram()
{
    const auto options = parseCommandLine({u"skein"_s});
    QVERIFY(options);
    QVERIFY(!options->demo);
    QVERIFY(!options->server);
    QVERIFY(!options->hidden);
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
    QVERIFY(parseCommandLine({u"skein"_s, u"--hidden"_s})->hidden);
    QCOMPARE(parseCommandLine({u"skein"_s, u"--trace"_s, u"/f"_s})->trace, u"/f"_s);
    QCOMPARE(parseCommandLine({u"skein"_s, u"--log"_s, u"/l"_s})->log, u"/l"_s);
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
    QTest::newRow("tour without a window")
        << QStringList{u"--demo"_s, u"--tour"_s, u"/t"_s, u"--hidden"_s};
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
    for (const auto& option : {u"--demo"_s, u"--profile"_s, u"--server"_s, u"--hidden"_s,
             u"--tour"_s, u"--trace"_s, u"--log"_s})
        QVERIFY2(help.error().words.contains(option), qPrintable(option));
}

void tst_CommandLine::theStartAtLoginIsTheSameButHidden()
{
    const auto again = [](const QStringList& arguments) {
        return argumentsAtLogin(parseCommandLine(QStringList{u"skein"_s} + arguments).value());
    };
    QCOMPARE(again({}), QStringList{u"--hidden"_s});
    for (const QStringList& arguments : {QStringList{u"--hidden"_s, u"--demo"_s},
             QStringList{u"--hidden"_s, u"--server"_s, u"http://127.0.0.1:8080"_s, u"--profile"_s,
                 QDir::rootPath() + u"p q"_s}}) {
        QCOMPARE(again(arguments), arguments);
    }
    // Login is elsewhere.
    QVERIFY(QDir::isAbsolutePath(again({u"--profile"_s, u"p"_s}).last()));
}

void tst_CommandLine::everyWordCanBeTranslated_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("loose word") << QStringList{
        u"word"_s} << QStringList{u"[Skein does not know what to do with \"word\".]"_s};
    QTest::newRow("value empty") << QStringList{u"--profile="_s}
                                 << QStringList{u"[--profile needs a value.]"_s};
    QTest::newRow("tour without demo") << QStringList{u"--tour"_s,
        u"/t"_s} << QStringList{u"[--tour shows the demo: use it together with --demo.]"_s};
    QTest::newRow("demo and server")
        << QStringList{u"--demo"_s, u"--server"_s, u"http://127.0.0.1:1"_s}
        << QStringList{u"[--demo brings a service of its own: it cannot be used with --server.]"_s};
    QTest::newRow("help") << QStringList{u"--help"_s}
                          << QStringList{u"[Skein, a native desktop client for GroupMe.]"_s,
                                 u"[Try Skein without an account.]"_s,
                                 u"[Keep everything under <DIR>.]"_s, u"[Show the version.]"_s,
                                 u"[Show this help.]"_s, u"--profile <[DIR]>"_s};
}

void tst_CommandLine::everyWordCanBeTranslated()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, words);
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const auto end = parseCommandLine(QStringList{u"skein"_s} + arguments);
    QVERIFY(!end);
    for (const QString& each : words)
        QVERIFY2(end.error().words.contains(each), qPrintable(end.error().words));
}

SKEIN_TEST(tst_CommandLine)

} // namespace commandLineTest

#include "tst_CommandLine.moc"
