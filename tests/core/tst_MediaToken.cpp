// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/NetworkTransport.h"
#include "core/sync/Downloads.h"
#include "core/sync/EmojiPacks.h"
#include "core/sync/MediaCache.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mediaTokenTest {

namespace {

const QByteArray secret = "the-token-of-this-account";

/// Stands for all hosts and writes down which of them were sent the token, in whatever form.
class WatchedHosts : public QTcpServer {
public:
    WatchedHosts()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            auto head = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, head] {
                *head += socket->readAll();
                if (head->contains("\r\n\r\n"))
                    answer(*socket, std::exchange(*head, {}));
            });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:"_s + QString::number(serverPort()));
    }

    QSet<QByteArray> asked; ///< hosts
    QSet<QByteArray> told; ///< hosts that were sent the token

private:
    void answer(QTcpSocket& socket, const QByteArray& request)
    {
        const QByteArray path = request.split(' ').value(1);
        const QByteArray host = path.split('/').value(1);
        asked.insert(host);
        if (request.contains(secret) || request.toLower().contains("x-access-token"))
            told.insert(host);
        QByteArray location;
        if (host == "m.groupme.com")
            location = "/cdn2.groupme.com/blob?sig=1"; // as the demo service does
        else if (host == "v.groupme.com")
            location = "https://blobs.example/clip?sig=1";
        else if (path.endsWith("/files/moved"))
            location = "https://files.example/moved?sig=1";
        else if (host == "turncoat.example")
            location = "https://api.groupme.com/v3/chats"; // may not borrow it either
        const QByteArray body = "{\"powerups\":[]}";
        socket.write("HTTP/1.1 " + QByteArray(location.isEmpty() ? "200 OK" : "302 Found")
            + (location.isEmpty() ? QByteArray() : "\r\nLocation: " + location)
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
};

} // namespace

class tst_MediaToken : public QObject {
    Q_OBJECT

private slots:
    void theTokenGoesToTheFileHostAndToNoOther()
    {
        const QTemporaryDir dir;
        WatchedHosts hosts;
        ManualClock clock;
        NetworkTransport network(hosts.url());
        network.setToken(QString::fromLatin1(secret));
        MediaFolder folder(dir.filePath(u"pictures"_s));
        const auto half = [] { return 0.5; };
        MediaCache cache(network, clock, folder, half);
        EmojiPacks emoji(network, clock, dir.filePath(u"powerups.json"_s), half);
        Downloads downloads(network, clock, dir.filePath(u"downloads"_s));

        QList<Async<QByteArray>> pictures;
        for (const auto& url : {u"https://i.groupme.com/10x10.png.0123456789abcdef"_s,
                 u"https://m.groupme.com/a"_s, u"https://v.groupme.com/clip.jpg"_s,
                 u"https://api.groupme.com/v3/users/me"_s, u"https://image.groupme.com/x"_s,
                 u"https://pictures.example/cat"_s, u"https://turncoat.example/a"_s})
            pictures.append(cache.get(QUrl(url), MediaCache::Consent::Asked));
        emoji.want();
        const auto crew = ConversationId::group(u"5"_s);
        downloads.start(crew, {.id = u"plain"_s, .name = u"a"_s});
        downloads.start(crew, {.id = u"moved"_s, .name = u"b"_s});

        const QSet<QByteArray> all{"i.groupme.com", "m.groupme.com", "cdn2.groupme.com",
            "v.groupme.com", "blobs.example", "api.groupme.com", "image.groupme.com",
            "pictures.example", "turncoat.example", "powerup.groupme.com", "file.groupme.com",
            "files.example"};
        QTRY_COMPARE(hosts.asked, all);
        for (const auto& picture : pictures)
            QTRY_VERIFY(picture.isFinished());
        for (const QString& id : {u"plain"_s, u"moved"_s})
            QTRY_COMPARE(downloads.download(id).state, FileDownload::State::Done);
        QCOMPARE(hosts.told, QSet<QByteArray>{"file.groupme.com"});
    }
};

SKEIN_TEST(tst_MediaToken)

} // namespace mediaTokenTest

#include "tst_MediaToken.moc"
