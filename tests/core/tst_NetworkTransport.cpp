// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/NetworkTransport.h"
#include "tests/support/SkeinTest.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace networkTransportTest {
using Method = HttpRequest::Method;

namespace {

/// An HTTP server that shows what really comes over the wire, and may misbehave as it likes.
class RawServer : public QTcpServer {
public:
    using Handler = std::function<void(QTcpSocket&)>;

    RawServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                watch(socket);
        });
    }
    [[nodiscard]] QUrl url(const QString& scheme = u"http"_s) const
    {
        return QUrl(scheme + u"://127.0.0.1:"_s + QString::number(serverPort()));
    }

    QByteArrayList requests; ///< complete ones, as they came
    int connections = 0;
    int open = 0;
    Handler handler;

private:
    void watch(QTcpSocket* socket)
    {
        ++connections;
        ++open;
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, this, [this] { --open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            *received += socket->readAll();
            const auto head = received->indexOf("\r\n\r\n");
            if (head < 0 || received->size() < head + 4 + bodyLength(*received))
                return;
            requests.append(std::exchange(*received, {}));
            handler(*socket);
        });
    }
    static qsizetype bodyLength(const QByteArray& request)
    {
        const auto at = request.toLower().indexOf("content-length: ");
        return at < 0 ? 0 : request.mid(at + 16, 12).split('\r').first().toInt();
    }
};

RawServer::Handler answer(
    const QByteArray& status, const QByteArray& body, const QByteArray& headers = {})
{
    return [=](QTcpSocket& socket) {
        socket.write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body);
    };
}

HttpRequest request(Method method = Method::Get,
    const QByteArray& url = "https://api.groupme.com/v3/chats/1%2B2?q=a%2Bb")
{
    HttpRequest made;
    made.method = method;
    made.url = QUrl::fromEncoded(url);
    if (method == Method::Post) {
        made.body = R"({"direct_message":{"text":"hi"}})";
        made.contentType = "application/json";
    }
    made.timeout = 20s;
    return made;
}

} // namespace

class tst_NetworkTransport : public QObject {
    Q_OBJECT

    std::unique_ptr<RawServer> server;
    std::unique_ptr<NetworkTransport> network;

    Result<HttpReply> resultOf(const HttpRequest& wanted)
    {
        auto future = network->send(wanted);
        if (future.isFinished())
            return std::unexpected(Error{ErrorKind::Storage, 0, u"not from the event loop"_s, {}});
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            return std::unexpected(Error{ErrorKind::Storage, 0, u"never finished"_s, {}});
        return future.resultCount() == 1 ? future.result()
                                         : std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}});
    }

private slots:
    void init()
    {
        server = std::make_unique<RawServer>();
        server->handler = answer("200 OK", "{}");
        network = std::make_unique<NetworkTransport>(server->url());
        network->setToken(u"secret-token"_s);
    }
    void cleanup()
    {
        network.reset();
        server.reset();
    }

    void aRequestLeavesAsItIsMeant()
    {
        QVERIFY(resultOf(request(Method::Post)).has_value());
        const QByteArray sent = server->requests.first();
        QVERIFY(sent.startsWith("POST /api.groupme.com/v3/chats/1%2B2?q=a%2Bb HTTP/1.1\r\n"));
        QVERIFY(sent.contains("\r\nX-Access-Token: secret-token\r\n"));
        QVERIFY(sent.contains("\r\nAccept: application/json\r\n"));
        QVERIFY(sent.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(sent.contains("\r\nUser-Agent: Skein/"));
        QVERIFY(sent.endsWith("\r\n\r\n"
                              R"({"direct_message":{"text":"hi"}})"));
        QVERIFY(!sent.toLower().contains("cookie"));
        QVERIFY(!sent.toLower().contains("\r\nif-"));
        QCOMPARE(sent.count("secret-token"), 1);
    }

    void aPostWithoutABodySaysSoAndLeavesOnce()
    {
        server->handler = answer("200 OK", {});
        auto unmute
            = request(Method::Post, "https://api.groupme.com/v3/groups/5/subgroups/7/unmute");
        unmute.body.clear();
        const auto reply = resultOf(unmute);
        QCOMPARE(reply->status, 200);
        QVERIFY(reply->body.isEmpty());
        QCOMPARE(server->requests.size(), 1);
        const QByteArray sent = server->requests.first();
        QVERIFY(
            sent.startsWith("POST /api.groupme.com/v3/groups/5/subgroups/7/unmute HTTP/1.1\r\n"));
        QCOMPARE(sent.count("\r\nContent-Length: 0\r\n"), 1);
        QCOMPARE(sent.count("\r\nContent-Type: application/json\r\n"), 1);
        QVERIFY(!sent.contains("Transfer-Encoding"));
        QVERIFY(sent.endsWith("\r\n\r\n"));
    }

    void everyMethodHasItsWord()
    {
        for (const auto method : {Method::Get, Method::Post, Method::Put, Method::Delete})
            QVERIFY(resultOf(request(method)).has_value());
        QByteArrayList words;
        for (const QByteArray& sent : server->requests)
            words.append(sent.left(sent.indexOf(' ')));
        QCOMPARE(words, (QByteArrayList{"GET", "POST", "PUT", "DELETE"}));
    }

    void aPostWithoutABodyArrives()
    {
        auto empty = request(Method::Post);
        empty.body.clear();
        QCOMPARE(resultOf(empty)->status, 200);
        QVERIFY(server->requests.first().contains("Content-Length: 0\r\n"));
    }

    void theTokenGoesOnlyWhereItMay_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("goes");
        QTest::newRow("api") << QByteArray("https://api.groupme.com/v3/chats") << true;
        QTest::newRow("v2") << QByteArray("https://v2.groupme.com/read_receipts") << true;
        QTest::newRow("pictures") << QByteArray("https://i.groupme.com/1x1.png.0") << false;
        QTest::newRow("media") << QByteArray("https://m.groupme.com/uploads") << false;
        QTest::newRow("alike") << QByteArray("https://api.groupme.com.evil.example/v3/chats")
                               << false;
    }
    void theTokenGoesOnlyWhereItMay()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const bool, goes);
        QVERIFY(resultOf(request(Method::Get, url)).has_value());
        QCOMPARE(server->requests.first().contains("secret-token"), goes);
        auto anonymous = request(Method::Get, url);
        anonymous.authorized = false;
        QVERIFY(resultOf(anonymous).has_value());
        network->setToken({});
        QVERIFY(resultOf(request(Method::Get, url)).has_value());
        QVERIFY(!server->requests.at(1).contains("X-Access-Token"));
        QVERIFY(!server->requests.at(2).contains("X-Access-Token"));
    }

    void aRedirectIsAValueAndNeverFollowed()
    {
        RawServer elsewhere;
        elsewhere.handler = answer("200 OK", "{}");
        for (const QByteArray status :
            {"301 Moved", "302 Found", "303 See", "307 Temporary", "308 For ever"}) {
            server->handler
                = answer(status, {}, "Location: " + elsewhere.url().toEncoded() + "/x\r\n");
            QCOMPARE(resultOf(request())->status, status.left(3).toInt());
        }
        QCOMPARE(server->requests.size(), 5);
        QCOMPARE(elsewhere.connections, 0);
    }

    void everyStatusIsAValueWithItsBody_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("headers");
        for (const char* status : {"200 OK", "201 Created", "202 Accepted", "400 Bad",
                 "403 Forbidden", "404 Gone", "405 No", "409 Conflict", "418 Tea", "420 Calm",
                 "429 Slow", "500 Oops", "502 Bad", "503 Busy", "504 Late", "599 Odd"})
            QTest::newRow(status) << QByteArray(status) << QByteArray();
        QTest::newRow("401 plain") << QByteArray("401 No") << QByteArray();
        QTest::newRow("401 Basic")
            << QByteArray("401 No") << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n");
    }
    void everyStatusIsAValueWithItsBody()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, headers);
        server->handler = answer(status, R"({"a":1})",
            headers + "Retry-After: 7\r\nDate: Thu, 09 Oct 2025 08:53:20 GMT\r\n");
        for (const auto method : {Method::Get, Method::Post, Method::Delete}) {
            const auto reply = resultOf(request(method));
            QVERIFY(reply.has_value());
            QCOMPARE(reply.value(),
                (HttpReply{status.left(3).toInt(), "application/json", "7",
                    "Thu, 09 Oct 2025 08:53:20 GMT", R"({"a":1})"}));
        }
        QCOMPARE(server->requests.size(), 3);
    }

    void anEmptyAnswerIsAValue_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char* status : {"204 Deleted", "304 Not Modified", "404 Not Found", "401 No"})
            QTest::newRow(status) << QByteArray(status);
    }
    void anEmptyAnswerIsAValue()
    {
        QFETCH(const QByteArray, status);
        server->handler = answer(status, {});
        const auto reply = resultOf(request());
        QCOMPARE(reply->status, status.left(3).toInt());
        QVERIFY(reply->body.isEmpty());
    }

    void cookiesAndTagsOfTheServerAreNotReturned()
    {
        server->handler = answer("200 OK", "{}",
            "Set-Cookie: a=b; Path=/\r\nETag: \"x\"\r\nCache-Control: max-age=3600\r\n"
            "Last-Modified: Thu, 09 Oct 2025 08:53:20 GMT\r\n");
        QVERIFY(resultOf(request()).has_value());
        QVERIFY(resultOf(request()).has_value());
        QCOMPARE(server->requests.size(), 2); // no cache
        QVERIFY(!server->requests.at(1).toLower().contains("\r\ncookie:"));
        QVERIFY(!server->requests.at(1).toLower().contains("\r\nif-"));
    }

    void aCompressedAnswerIsInflated()
    {
        const QByteArray body(100'000, 'x');
        server->handler = answer("200 OK", qCompress(body).mid(4), "Content-Encoding: deflate\r\n");
        QCOMPARE(resultOf(request())->body, body);
    }

    void anAnswerIsBoundedWhateverItsForm_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        const QByteArray huge(50'000'000, '[');
        QTest::newRow("plain") << QByteArray("Content-Length: 50000000\r\n") << huge;
        QTest::newRow("endless") << QByteArray("Connection: close\r\n") << huge;
        const QByteArray small = qCompress(huge).mid(4);
        QTest::newRow("bomb") << "Content-Encoding: deflate\r\nContent-Length: "
                + QByteArray::number(small.size())
                + "\r\n" << small;
    }
    void anAnswerIsBoundedWhateverItsForm()
    {
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, body);
        server->handler = [&](QTcpSocket& socket) {
            socket.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n");
            socket.write(body);
        };
        auto bounded = request();
        bounded.maxReplyBytes = 1'000'000;
        QCOMPARE(resultOf(bounded).error().kind, ErrorKind::TooLarge);
        if (body.size() > bounded.maxReplyBytes)
            QTRY_COMPARE(server->open, 0); // and no more of it is taken
    }

    void anAnswerOfExactlyTheLimitIsAccepted()
    {
        server->handler = answer("200 OK", QByteArray(1000, ' '));
        auto bounded = request();
        bounded.maxReplyBytes = 1000;
        QCOMPARE(resultOf(bounded)->body.size(), 1000);
        bounded.maxReplyBytes = 999;
        QCOMPARE(resultOf(bounded).error().kind, ErrorKind::TooLarge);
    }

    void silenceAndTrickleBothTimeOut_data()
    {
        QTest::addColumn<bool>("trickles");
        QTest::newRow("silence") << false;
        QTest::newRow("trickle") << true;
    }
    void silenceAndTrickleBothTimeOut()
    {
        QFETCH(const bool, trickles);
        QTimer drip;
        drip.setInterval(20);
        server->handler = [&](QTcpSocket& socket) {
            if (!trickles)
                return;
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            connect(&drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            drip.start();
        };
        auto impatient = request();
        impatient.timeout = 300ms;
        QCOMPARE(resultOf(impatient).error().kind, ErrorKind::TimedOut);
        QTRY_COMPARE(server->open, 0);
        QCOMPARE(server->requests.size(), 1);
    }

    void cancellingAborts()
    {
        server->handler = [](QTcpSocket&) { };
        auto future = network->send(request());
        QTRY_COMPARE(server->requests.size(), 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
        QTRY_COMPARE(server->open, 0);
    }

    void theEndOfTheTransportCancels()
    {
        server->handler = [](QTcpSocket&) { };
        auto future = network->send(request());
        QTRY_COMPARE(server->requests.size(), 1);
        network.reset();
        QVERIFY(future.isFinished() && future.isCanceled());
    }

    void theReceiverOfAnAnswerMayDestroyTheTransport()
    {
        auto future = network->send(request()).then(this, [this](const auto&) { network.reset(); });
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!network);
    }

    void nobodyThereIsUnreachable()
    {
        server->close();
        for (const auto method : {Method::Get, Method::Post})
            QCOMPARE(resultOf(request(method)).error().kind, ErrorKind::Unreachable);
    }

    void noTlsIsUnreachableAndShowsNothing()
    {
        network = std::make_unique<NetworkTransport>(server->url(u"https"_s));
        network->setToken(u"secret-token"_s);
        server->handler = [](QTcpSocket&) { };
        connect(server.get(), &QTcpServer::newConnection, server.get(), [this] {
            const auto sockets = server->findChildren<QTcpSocket*>();
            sockets.last()->write("HTTP/1.1 400 Bad\r\n\r\n");
        });
        const auto result = resultOf(request(Method::Post));
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
        QVERIFY(!result.error().detail.isEmpty());
        QVERIFY(server->requests.isEmpty());
    }

    void plainHttpIsRefused()
    {
        network = std::make_unique<NetworkTransport>();
        const auto plain = server->url().toEncoded() + "/v3/chats";
        QCOMPARE(resultOf(request(Method::Get, plain)).error().kind, ErrorKind::Unsupported);
        QCOMPARE(server->connections, 0);
    }

    void whatIsNoHttpIsNotGroupMe()
    {
        server->handler
            = [](QTcpSocket& socket) { socket.write("220 mail.example ESMTP\r\n\r\n"); };
        QVERIFY(outcomeUnknown(resultOf(request(Method::Post)).error().kind));
    }

    void anAnswerThatBreaksOffIsInterrupted_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200 O");
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"");
        QTest::newRow("chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"a\"");
    }
    void anAnswerThatBreaksOffIsInterrupted()
    {
        QFETCH(const QByteArray, part);
        server->handler = [part](QTcpSocket& socket) {
            socket.write(part);
            socket.disconnectFromHost();
        };
        const auto result = resultOf(request(Method::Post));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Interrupted);
        QCOMPARE(server->requests.size(), 1);
    }

    void aPostLeavesOnceWhenTheConnectionClosesWithoutAnswer_data()
    {
        QTest::addColumn<bool>("onUsedConnection");
        QTest::addColumn<bool>("hard");
        QTest::addColumn<bool>("withBody");
        for (const bool used : {false, true})
            for (const bool hard : {false, true})
                for (const bool body : {false, true})
                    QTest::addRow("%s, %s, %s", used ? "used" : "fresh", hard ? "reset" : "closed",
                        body ? "body" : "empty")
                        << used << hard << body;
    }
    void aPostLeavesOnceWhenTheConnectionClosesWithoutAnswer()
    {
        QFETCH(const bool, onUsedConnection);
        QFETCH(const bool, hard);
        QFETCH(const bool, withBody);
        if (onUsedConnection)
            QVERIFY(resultOf(request()).has_value());
        const auto before = server->requests.size();
        server->handler = [hard](QTcpSocket& socket) { hard ? socket.abort() : socket.close(); };
        auto post = request(Method::Post);
        if (!withBody)
            post.body.clear();
        const auto result = resultOf(post);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Interrupted);
        QCOMPARE(server->requests.size() - before, 1);
        QCOMPARE(server->connections, 1);
        // A second send later is the caller's choice and works.
        server->handler = answer("201 Created", "{}");
        QCOMPARE(resultOf(post)->status, 201);
        QCOMPARE(server->requests.size() - before, 2);
    }

    void aPostOverAConnectionThatDiedWhileIdleArrivesAtMostOnce()
    {
        for (int i = 0; i < 20; ++i) {
            server->handler = answer("200 OK", "{}");
            QVERIFY(resultOf(request()).has_value());
            const auto before = server->requests.size();
            server->handler = answer("201 Created", "{}");
            for (QTcpSocket* socket : server->findChildren<QTcpSocket*>())
                socket->close();
            const auto result = resultOf(request(Method::Post));
            const auto arrived = server->requests.size() - before;
            QVERIFY(arrived <= 1);
            QVERIFY(result.has_value() ? arrived == 1 : outcomeUnknown(result.error().kind));
        }
    }
};

SKEIN_TEST(tst_NetworkTransport)

} // namespace networkTransportTest

#include "tst_NetworkTransport.moc"
