// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Routing.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace routingTest {
using Method = HttpRequest::Method;

class tst_Routing : public QObject {
    Q_OBJECT

private slots:
    void whatWasRoutedIsFoundAgain()
    {
        for (const auto& server : {QUrl(u"http://127.0.0.1:9/base"_s), QUrl(u"http://[::1]:9"_s)}) {
            for (const char* text : {"https://m.groupme.com/a%2Fb/c?sig=1%2B1", "https://a.example",
                     "https://i.groupme.com/"}) {
                const QUrl url = QUrl::fromEncoded(text);
                QCOMPARE(unrouted(routed(url, server), server).toEncoded(), url.toEncoded());
            }
            const QUrl foreign(u"https://blobs.example/base/x"_s);
            QCOMPARE(unrouted(foreign, server), foreign);
        }
        const QUrl url(u"https://m.groupme.com/a"_s);
        QCOMPARE(unrouted(url, std::nullopt), url);
    }

    void aServerIsHttpsOrOnThisMachine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good : {"https://example.org", "https://example.org:8443/base/",
                 "http://localhost:8080", "http://LOCALHOST", "http://127.0.0.1:1",
                 "http://127.9.8.7", "http://[::1]:8080/x"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"", "localhost:8080", "http://", "http://example.org",
                 "http://10.0.0.1", "http://0.0.0.0", "http://127.0.0.1.example.org",
                 "http://localhost.example.org", "ftp://127.0.0.1", "file:///tmp",
                 "http://user@127.0.0.1", "https://a:b@example.org", "https://example.org/?a",
                 "https://example.org/#a", "http://exa mple", "http://[::2]"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void aServerIsHttpsOrOnThisMachine()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        const auto server = parseServer(text);
        QCOMPARE(server.has_value(), good);
        if (!good)
            QVERIFY(!server.error().detail.isEmpty());
    }

    void aServerStandsForEveryHost_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("routed");
        QTest::newRow("none") << QString() << QByteArray("https://api.groupme.com/v3/chats?page=1")
                              << QByteArray("https://api.groupme.com/v3/chats?page=1");
        QTest::newRow("plain") << u"http://127.0.0.1:8080"_s
                               << QByteArray("https://api.groupme.com/v3/chats?page=1")
                               << QByteArray(
                                      "http://127.0.0.1:8080/api.groupme.com/v3/chats?page=1");
        QTest::newRow("folder") << u"https://example.org/a%20b/"_s
                                << QByteArray("https://v2.groupme.com/read_receipts")
                                << QByteArray(
                                       "https://example.org/a%20b/v2.groupme.com/read_receipts");
        QTest::newRow("escapes") << u"http://127.0.0.1:8080"_s
                                 << QByteArray(
                                        "https://api.groupme.com/v3/chats/1%2B2%2F3%25?q=a%2Bb%26c")
                                 << QByteArray("http://127.0.0.1:8080/api.groupme.com/v3/chats/"
                                               "1%2B2%2F3%25?q=a%2Bb%26c");
    }
    void aServerStandsForEveryHost()
    {
        QFETCH(const QString, server);
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, routed);
        const auto stand = server.isEmpty() ? std::optional<QUrl>() : parseServer(server).value();
        QCOMPARE(skein::routed(QUrl::fromEncoded(url), stand).toEncoded(), routed);
    }

    void theTokenGoesToExactHostsOnly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("mayGet");
        QTest::addColumn<bool>("mayPost");
        const auto row = [](const char* url, bool mayGet, bool mayPost) {
            QTest::newRow(url) << QString::fromLatin1(url) << mayGet << mayPost;
        };
        for (const char* url : {"https://api.groupme.com/v3/chats",
                 "https://v2.groupme.com/read_receipts", "https://image.groupme.com/pictures",
                 "https://video.groupme.com/transcode", "https://file.groupme.com/v1/1/files",
                 "https://API.GroupMe.com/v3/chats", "https://api.groupme.com:443/v3/chats"})
            row(url, true, true);
        row("https://m.groupme.com/uploads", false, true);
        row("https://m.groupme.com/uploads/1", false, false);
        row("https://m.groupme.com/", false, false);
        for (const char* url :
            {"http://api.groupme.com/v3/chats", "https://api.groupme.com:8443/v3",
                "https://i.groupme.com/1x1.png.0", "https://v.groupme.com/x",
                "https://groupme.com/", "https://web.groupme.com/", "https://push.groupme.com/faye",
                "https://oauth.groupme.com/", "https://api.groupme.com.evil.example/v3",
                "https://evil-api.groupme.com/v3", "https://x.api.groupme.com/v3",
                "https://apigroupme.com/v3", "https://user@api.groupme.com/v3",
                "https://api.groupme.com@evil.example/v3", "https://api.groupme.com./v3",
                "https://cdn2.groupme.com/x", "wss://api.groupme.com/v3", ""})
            row(url, false, false);
    }
    void theTokenGoesToExactHostsOnly()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, mayGet);
        QFETCH(const bool, mayPost);
        HttpRequest request;
        request.url = QUrl(url);
        QCOMPARE(mayCarryToken(request), mayGet);
        request.method = Method::Post;
        QCOMPARE(mayCarryToken(request), mayPost);
        request.authorized = false;
        QVERIFY(!mayCarryToken(request));
    }
};

SKEIN_TEST(tst_Routing)

} // namespace routingTest

#include "tst_Routing.moc"
