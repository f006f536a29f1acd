// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SkeinTest.h"
#include "tests/support/SourceRules.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace architectureTest {

// The sources keep the house rules; and the rules find what breaks them.
class tst_Architecture : public QObject {
    Q_OBJECT
private slots:
    void theSourcesAreRead();
    void theSourcesKeepTheRule_data();
    void theSourcesKeepTheRule();
    void aBrokenRuleIsFound_data();
    void aBrokenRuleIsFound();
    void whatTheRulesAllowPasses_data();
    void whatTheRulesAllowPasses();
    void aSecondUserOfASingleOwnersClassIsFound();
    void aLongFileIsFound();
    void literalsAndCommentsAreBlankedLineByLine();
};

namespace {

const QList<SourceFile>& tree()
{
    static const QList<SourceFile> files = readSources(QString::fromUtf8(SKEIN_SOURCE));
    return files;
}

QList<Breach> breachesOf(const QByteArray& rule, const QList<SourceFile>& files)
{
    const auto found = std::ranges::find_if(
        sourceRules(), [&](const SourceRule& each) { return rule == each.name; });
    return found == sourceRules().end() ? QList<Breach>{{u"no such rule"_s, 0, {}}}
                                        : found->check(files);
}

QByteArray inWords(const QList<Breach>& breaches)
{
    QString words;
    for (const Breach& each : breaches)
        words += u"\n%1:%2: %3"_s.arg(each.path).arg(each.line).arg(each.rule);
    return words.toUtf8();
}

} // namespace

void tst_Architecture::theSourcesAreRead()
{
    for (const QString& path : {u"core/base/Clock.h"_s, u"ui/Session.h"_s, u"app/CMakeLists.txt"_s,
             u"tests/core/tst_Architecture.cpp"_s}) {
        const auto file = std::ranges::find(tree(), path, &SourceFile::path);
        QVERIFY2(file != tree().end() && !file->text.isEmpty(), qPrintable(path));
    }
}

void tst_Architecture::theSourcesKeepTheRule_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const SourceRule& rule : sourceRules())
        QTest::newRow(rule.name) << QByteArray(rule.name);
}

void tst_Architecture::theSourcesKeepTheRule()
{
    QFETCH(const QByteArray, rule);
    const QList<Breach> breaches = breachesOf(rule, tree());
    QVERIFY2(breaches.isEmpty(), inWords(breaches).constData());
}

void tst_Architecture::aBrokenRuleIsFound_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");

    const auto row
        = [](const char* name, const char* rule, const char* path, const QString& text, int line) {
              QTest::newRow(name) << QByteArray(rule) << QString::fromUtf8(path) << text << line;
          };
    const char* rooms = "rooms include downwards only";
    row("core includes ui", rooms, "core/models/A.h", u"//\n#include \"ui/MainWindow.h\"\n"_s, 2);
    row("store includes net", rooms, "core/store/A.cpp", u"#include \"core/net/HttpTransport.h\""_s,
        1);
    row("store includes api", rooms, "core/store/A.cpp", u"#include \"core/api/GroupMeApi.h\""_s,
        1);
    row("api includes store", rooms, "core/api/A.cpp", u"# include \"core/store/Database.h\""_s, 1);
    row("base points up", rooms, "core/base/A.h", u"#include \"core/types/Ids.h\""_s, 1);
    row("sync points up", rooms, "core/sync/A.h", u"#include \"core/models/ChatListModel.h\""_s, 1);
    row("models skip sync", rooms, "core/models/A.h", u"#include \"core/api/GroupMeApi.h\""_s, 1);
    row("ui includes store", rooms, "ui/thread/A.h", u"\n\n#include \"core/store/Database.h\""_s,
        3);
    row("ui includes secrets", rooms, "ui/A.h", u"#include \"core/platform/SecretStore.h\""_s, 1);
    row("ui includes app", rooms, "ui/A.h", u"#include \"app/AppContext.h\""_s, 1);
    row("demo includes core", rooms, "app/demo/A.h", u"#include \"core/base/Clock.h\""_s, 1);
    row("core draws", "core knows no screen", "core/models/A.h", u"#include <QColor>"_s, 1);
    row("core draws, in full", "core knows no screen", "core/A.h", u"#include <QtGui/QPen>"_s, 1);
    row("core links gui", "core knows no screen", "core/CMakeLists.txt", u"#\nlink(Qt6::Gui)"_s, 2);
    row("ui asks the network", "ui knows neither network nor SQL", "ui/A.cpp",
        u"#include <QNetworkReply>"_s, 1);
    row("ui asks SQL", "ui knows neither network nor SQL", "ui/A.cpp",
        u"#include <QtSql/QSqlQuery>"_s, 1);
    row("no licence", "files name their licence", "core/A.h", u"#pragma once\n"_s, 1);
    row("half a licence", "files name their licence", "tests/a.py",
        u"# SPDX-FileCopyrightText: 2026 We\n"_s, 1);
    row("no pragma", "headers are read once", "ui/A.h", u"// #pragma once\n"_s, 1);
    row("a singleton", "nothing is a singleton", "ui/A.cpp", u"\nTheme::instance()->ground();"_s,
        2);
    row("a bare lambda", "callbacks have a context", "ui/A.cpp",
        u"connect(m_button,\n &QPushButton::clicked, [this] { go(); });"_s, 1);
    row("a bare lambda, overloaded", "callbacks have a context", "ui/A.cpp",
        u"connect(box(1), qOverload<int>(&QComboBox::activated), [=] { });"_s, 1);
    row("a bare then", "callbacks have a context", "core/A.cpp",
        u"api.me().then([this](auto) { });"_s, 1);
    const char* alone = "work for the store stands alone";
    row("this on the store's thread", alone, "core/sync/A.cpp",
        u"m_store.write([=, this](Stores& stores, Changes&) { return m_a; });"_s, 1);
    row("references on the store's thread", alone, "core/sync/A.cpp",
        u"m_store.read([&](Stores& stores) { return id; });"_s, 1);
    row("debug print", "nobody prints to debug", "core/A.cpp", u"{\n qDebug() << token; }"_s, 2);
    row("debug print in a test", "nobody prints to debug", "tests/core/tst_A.cpp",
        u"qDebug(\"here\");"_s, 1);
    row("skipped test", "tests always run", "tests/core/tst_A.cpp", u"\n QSKIP(\"later\");"_s, 2);
    row("expected failure", "tests always run", "tests/core/tst_A.cpp",
        u"QEXPECT_FAIL(\"\", \"\", Abort);"_s, 1);
    row("sleeping test", "nobody sleeps", "tests/core/tst_A.cpp", u"QTest::qWait(100);"_s, 1);
    row("sleeping thread", "nobody sleeps", "core/A.cpp", u"std::this_thread::sleep_for(1s);"_s, 1);
    row("sleeping thread, of Qt", "nobody sleeps", "tests/ui/tst_A.cpp", u"QThread::msleep(1);"_s,
        1);
    row("sleeping in C", "nobody sleeps", "tests/fakes/A.cpp", u"::nanosleep(&t, nullptr);"_s, 1);
    row("a list of one list", "lists of one list say so", "core/A.cpp",
        u"a = QJsonArray{QJsonArray{1, 2}};"_s, 1);
    row("borrowed literals", "files open their literals", "core/A.cpp", u"f(u\"a\"_s);"_s, 1);
    const char* apart = "systems are told apart by CMake";
    row("a system's own lines", apart, "app/A.cpp", u"a();\n#ifdef _WIN32\nb();\n#endif\n"_s, 2);
    row("all systems but one", apart, "core/A.h", u"# if !defined(Q_OS_MACOS) && defined(B)\n"_s,
        1);
    row("one system else", apart, "tests/core/tst_A.cpp", u"#if A\n#elif defined(__linux__)\n"_s,
        2);
    row("left for later", "nothing is left for later", "core/A.cpp", u"a();\n// TODO: b\n"_s, 2);
    row("left for later, script", "nothing is left for later", "tests/a.py", u"# FIXME\n"_s, 1);
}

void tst_Architecture::aBrokenRuleIsFound()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const int, line);
    const QList<Breach> breaches = breachesOf(rule, {{path, text}});
    QCOMPARE(breaches.size(), 1);
    QCOMPARE(breaches.first().path, path);
    QCOMPARE(breaches.first().line, line);
    QVERIFY(!breaches.first().rule.isEmpty());
}

void tst_Architecture::whatTheRulesAllowPasses_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const char* rule, const char* path, const QString& text) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromUtf8(path) << text;
    };
    const char* rooms = "rooms include downwards only";
    row("sync over store and api", rooms, "core/sync/A.cpp",
        u"#include \"core/store/Database.h\"\n#include \"core/api/GroupMeApi.h\"\n"_s);
    row("ui over models", rooms, "ui/chats/A.cpp",
        u"#include \"core/models/ChatListModel.h\"\n#include \"ui/theme/Theme.h\"\n"_s);
    row("ui's settings", rooms, "ui/settings/A.cpp", u"#include \"core/platform/Settings.h\""_s);
    row("app includes all", rooms, "app/A.cpp",
        u"#include \"core/store/Database.h\"\n#include \"app/demo/DemoService.h\"\n"_s);
    row("own moc", rooms, "core/store/A.cpp", u"#include \"A.moc\"\n#include \"moc_A.cpp\"\n"_s);
    row("tests include all", rooms, "tests/core/tst_A.cpp",
        u"#include \"app/demo/DemoService.h\"\n"_s);
    row("a script's licence", "files name their licence", "tests/a.py",
        u"#!/usr/bin/python3\n# SPDX-FileCopyrightText: 2026 We\n# SPDX-License-Identifier: GPL-3.0-or-later\n"_s);
    row("Qt's application", "nothing is a singleton", "app/A.cpp",
        u"QCoreApplication::instance()->quit();\nauto* net = QNetworkInformation::instance();"_s);
    row("a lambda with context", "callbacks have a context", "ui/A.cpp",
        u"connect(a, &A::changed, this, [this] { });\nconnect(&a, &A::b, &m_c, [this] { });\nf.then(this, [this] { });"_s);
    row("a slot", "callbacks have a context", "ui/A.cpp",
        u"connect(a, &A::changed, this, &B::see);\nf([] { });"_s);
    row("copies on the store's thread", "work for the store stands alone", "core/sync/A.cpp",
        u"whenDone(this, m_store.read([id = m_id](Stores& s) { return s; }), [this](int) { });"_s);
    row("only spoken of", "nobody prints to debug", "core/A.cpp",
        u"// never qDebug() here\nauto a = \"qDebug()\";"_s);
    row("a slow service", "nobody sleeps", "app/demo/A.cpp", u"std::this_thread::sleep_for(1s);"_s);
    row("waiting for a condition", "nobody sleeps", "tests/core/tst_A.cpp",
        u"QVERIFY(QTest::qWaitFor(done));"_s);
    row("a list of two lists", "lists of one list say so", "core/A.cpp",
        u"a = QJsonArray{QJsonArray{1}, QJsonArray{2}};\nb = QJsonArray{QJsonValue(QJsonArray{1})};"_s);
    row("a version", "systems are told apart by CMake", "ui/A.cpp",
        u"#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)\n#endif\n#ifdef SKEIN_HAS_XCB\n#endif"_s);
    row("a word in text", "nothing is left for later", "tests/A.cpp",
        u"auto text = \"TODO\"; auto list = R\"(// TODO)\";"_s);
}

void tst_Architecture::whatTheRulesAllowPasses()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const QList<Breach> breaches = breachesOf(rule, {{path, text}});
    QVERIFY2(breaches.isEmpty(), inWords(breaches).constData());
}

void tst_Architecture::aSecondUserOfASingleOwnersClassIsFound()
{
    const QStringList headers{
        u"QNetworkAccessManager"_s, u"qt6keychain/keychain.h"_s, u"QSystemTrayIcon"_s};
    for (const QString& header : headers) {
        const QString use = u"\n#include <%1>\n"_s.arg(header);
        const QList<SourceFile> files{{u"core/net/A.cpp"_s, use}, {u"core/net/A.h"_s, use},
            {u"tests/tst_A.cpp"_s, use}, {u"ui/B.cpp"_s, use}};
        const QList<Breach> breaches = breachesOf("one class each", files);
        QCOMPARE(breaches.size(), 1);
        QCOMPARE(breaches.first().path, u"ui/B.cpp"_s);
        QCOMPARE(breaches.first().line, 2);
    }
}

void tst_Architecture::aLongFileIsFound()
{
    const QString longest = u"a();\n"_s.repeated(500);
    QVERIFY(breachesOf("files are short", {{u"ui/A.cpp"_s, longest}}).isEmpty());
    const QList<Breach> breaches
        = breachesOf("files are short", {{u"ui/A.cpp"_s, longest + u"b();\n"_s}});
    QCOMPARE(breaches.size(), 1);
    QCOMPARE(breaches.first().line, 501);
}

void tst_Architecture::literalsAndCommentsAreBlankedLineByLine()
{
    const QString text = u"a \"b\\\"c\" 1'000'000 'd' // e\n/* f\n g */ h R\"x(i\n)\"j)x\" k"_s;
    QCOMPARE(codeOnly(text).simplified(), u"a 1'000'000 h k"_s);
    QCOMPARE(codeOnly(text).count(u'\n'), text.count(u'\n'));
    QCOMPARE(codeOnly(text).size(), text.size());
    QCOMPARE(withoutLiterals(text).simplified(), u"a 1'000'000 // e /* f g */ h k"_s);
}

SKEIN_TEST(tst_Architecture)

} // namespace architectureTest

#include "tst_Architecture.moc"
