// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/NetworkTransport.h"
#include "tests/support/SkeinTest.h"

#include <QBuffer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace transferTest {

namespace {

/// Takes one request on each connection and lets the test answer it once its body is here.
class SlowServer : public QTcpServer {
public:
    SlowServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                const auto head = received.indexOf("\r\n\r\n");
                if (head >= 0 && received.size() - head - 4 >= bodySize)
                    answer(*socket);
            });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:"_s + QString::number(serverPort()));
    }

    std::function<void(QTcpSocket&)> answer;
    QByteArray received;
    qsizetype bodySize = 0;
};

/// A disk that is full after so many bytes.
class FullSink : public QIODevice {
public:
    explicit FullSink(qint64 room) : m_room(room) { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        m_room -= size;
        return m_room >= 0 ? size : -1;
    }

private:
    qint64 m_room;
};

std::shared_ptr<QBuffer> openSink()
{
    auto sink = std::make_shared<QBuffer>();
    sink->open(QIODevice::WriteOnly);
    return sink;
}

} // namespace

class tst_Transfer : public QObject {
    Q_OBJECT

    std::unique_ptr<SlowServer> server;
    std::unique_ptr<NetworkTransport> network;
    QList<qint64> sent;
    QList<qint64> received;
    qint64 total = 0;

    HttpRequest picture()
    {
        HttpRequest made;
        made.url = QUrl(u"https://i.groupme.com/10x10.png.0123456789abcdef"_s);
        made.authorized = false;
        made.accept = "image/*";
        auto progress = std::make_shared<TransferProgress>();
        progress->sent = [this](qint64 done, qint64 of) {
            sent.append(done);
            total = of;
        };
        progress->received = [this](qint64 done, qint64 of) {
            received.append(done);
            total = of;
        };
        made.progress = progress;
        return made;
    }

    Result<HttpReply> resultOf(const HttpRequest& request)
    {
        auto future = network->send(request);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            return std::unexpected(Error{ErrorKind::Unsupported, 0, u"never finished"_s, {}});
        return future.result();
    }

    void answerWith(
        const QByteArray& status, const QByteArray& body, const QByteArray& headers = {})
    {
        server->answer = [=](QTcpSocket& socket) {
            socket.write("HTTP/1.1 " + status + "\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
        };
    }

private slots:
    void init()
    {
        server = std::make_unique<SlowServer>();
        network = std::make_unique<NetworkTransport>(server->url());
        sent.clear();
        received.clear();
        total = 0;
    }
    void cleanup()
    {
        network.reset();
        server.reset();
    }

    void aPictureIsAskedForAsAPicture()
    {
        answerWith("200 OK", "bytes");
        QCOMPARE(resultOf(picture())->body, QByteArray("bytes"));
        QVERIFY(server->received.contains("\r\nAccept: image/*\r\n"));
    }

    void aRedirectTellsWhereTo_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("location");
        const auto row = [](const char* name, const char* header, const char* location) {
            QTest::newRow(name) << QByteArray(header) << QByteArray(location);
        };
        row("elsewhere", "https://blobs.example/a?sig=1%2B1", "https://blobs.example/a?sig=1%2B1");
        row("beside it", "b%2Fc?d=e", "https://i.groupme.com/b%2Fc?d=e");
        row("the server's other host", "/cdn2.groupme.com/a?sig=1",
            "https://cdn2.groupme.com/a?sig=1");
        row("nowhere", "", "");
    }
    void aRedirectTellsWhereTo()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, location);
        answerWith("301 Moved", {}, "Location: " + header + "\r\n");
        const auto reply = resultOf(picture());
        QCOMPARE(reply->status, 301);
        QCOMPARE(reply->location, location);
    }

    void whatComesIsToldAsItComes()
    {
        answerWith("200 OK", QByteArray(3'000'000, 'x'));
        QCOMPARE(resultOf(picture())->body.size(), 3'000'000);
        QVERIFY(received.size() > 1);
        QVERIFY(std::ranges::is_sorted(received));
        QCOMPARE(received.last(), 3'000'000);
        QCOMPARE(total, 3'000'000);
        QVERIFY(sent.isEmpty());
    }

    void anUnknownSizeIsToldAsNone()
    {
        server->answer = [](QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "5\r\nhello\r\n0\r\n\r\n");
        };
        QCOMPARE(resultOf(picture())->body, QByteArray("hello"));
        QCOMPARE(received.last(), 5);
        QCOMPARE(total, 0);
    }

    void whatLeavesIsToldAsItLeaves()
    {
        answerWith("200 OK", "{}");
        for (const auto method : {HttpRequest::Method::Post, HttpRequest::Method::Put}) {
            sent.clear();
            server->received.clear();
            auto upload = picture();
            upload.method = method;
            upload.body = QByteArray(3'000'000, 'x');
            upload.contentType = "image/png";
            server->bodySize = upload.body.size();
            QVERIFY(resultOf(upload).has_value());
            QVERIFY(!sent.isEmpty());
            QVERIFY(std::ranges::is_sorted(sent));
            QCOMPARE(sent.last(), 3'000'000);
        }
    }

    void aSinkTakesTheBodyOfAnAnswerThatIsOne()
    {
        answerWith("200 OK", QByteArray(500'000, 'x'));
        auto download = picture();
        const auto sink = openSink();
        download.sink = sink;
        QVERIFY(resultOf(download)->body.isEmpty());
        QCOMPARE(sink->data().size(), 500'000);

        answerWith("404 Gone", "not here");
        const auto untouched = openSink();
        download.sink = untouched;
        QCOMPARE(resultOf(download)->body, QByteArray("not here"));
        QVERIFY(untouched->data().isEmpty());
    }

    void aSinkIsBoundedAsMemoryIs()
    {
        answerWith("200 OK", QByteArray(500'000, 'x'));
        auto download = picture();
        download.maxReplyBytes = 100'000;
        const auto sink = openSink();
        download.sink = sink;
        QCOMPARE(resultOf(download).error().kind, ErrorKind::TooLarge);
        QVERIFY(sink->data().size() <= 100'000);
    }

    void aSinkThatRefusesEndsTheRequest()
    {
        answerWith("200 OK", QByteArray(500'000, 'x'));
        auto download = picture();
        download.sink = std::make_shared<FullSink>(100'000);
        QCOMPARE(resultOf(download).error().kind, ErrorKind::Storage);
    }

    void aLongTransferMayLastButNotStall_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("goes on") << true;
        QTest::newRow("stalls") << false;
    }
    void aLongTransferMayLastButNotStall()
    {
        QFETCH(const bool, goesOn);
        QTimer drip;
        int drops = 0;
        server->answer = [&](QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n");
            connect(&drip, &QTimer::timeout, &socket, [&] {
                socket.write("x");
                if (++drops == (goesOn ? 12 : 3))
                    drip.stop();
            });
            drip.start(100ms);
        };
        auto slow = picture();
        slow.timeout = 60s;
        slow.stall = 900ms;
        const auto result = resultOf(slow);
        QCOMPARE(result.has_value(), goesOn);
        if (!goesOn)
            QCOMPARE(result.error().kind, ErrorKind::TimedOut);
    }
};

SKEIN_TEST(tst_Transfer)

} // namespace transferTest

#include "tst_Transfer.moc"
