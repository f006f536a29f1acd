// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What messages carry, over real HTTP: raw uploads and downloads, encoded paths, faults in the
// middle of them, and the orders by which tests make other people act.

#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPicture.h"
#include "app/demo/DemoReactions.h"
#include "app/demo/DemoService.h"
#include "tests/support/SkeinTest.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoContentTest {

using Kind = DemoFault::Kind;

namespace {

const QString pair = u"1001+20450"_s;
const QString images = u"/image.groupme.com/pictures"_s;

struct Answer {
    int status = 0;
    QByteArray body;
    QString type;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    [[nodiscard]] QJsonValue json() const
    {
        const auto document = QJsonDocument::fromJson(body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
};

} // namespace

class tst_DemoContent : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_service = std::make_unique<DemoService>(
            DemoOptions{.histories = false, .control = true, .now = [this] { return m_now; }});
        QVERIFY(m_service->start());
        m_withToken = true;
    }

    void aPictureTravelsUnchanged()
    {
        const QByteArray bytes = picture();
        const Answer uploaded = post(images, bytes, "image/jpeg");
        QCOMPARE(uploaded.status, 200);
        const QString url = uploaded.json()["payload"_L1]["url"_L1].toString();
        m_withToken = false;
        const Answer fetched = get(pathOf(url));
        QCOMPARE(fetched.body, bytes);
        QCOMPARE(fetched.type, u"image/jpeg"_s);
        QCOMPARE(demo::pictureHead(get(pathOf(url) + u".preview"_s).body)->size, QSize(200, 200));
        QCOMPARE(m_service->log().violations(), QStringList());
    }

    void peopleHaveTheirPicturesSomeHaveNoneAndOneIsGone()
    {
        m_withToken = false;
        int pictured = 0;
        int gone = 0;
        QList<DemoPerson> people = m_service->world().others();
        people.append(m_service->world().me());
        people.removeIf([](const DemoPerson& person) {
            return !person.avatarUrl.startsWith(u"https://i.groupme.com/"_s);
        });
        for (const DemoPerson& person : std::as_const(people)) {
            const QString path = pathOf(person.avatarUrl);
            Answer answer = get(path + u".preview"_s);
            if (answer.status == 404) // as of one that has no smaller version
                answer = get(path);
            (answer.status == 200 ? pictured : gone) += 1;
        }
        QCOMPARE(gone, 1);
        QVERIFY(pictured > 10 && pictured < m_service->world().others().size() - 5);
        QCOMPARE(m_service->log().violations(), QStringList());
    }

    void aFileTravelsUnchanged()
    {
        const QString base = u"/file.groupme.com/v1/1001%2B20450"_s;
        const QByteArray bytes("\0\1\2binary\r\n", 11);
        const Answer begun
            = post(base + u"/files?name=a%20%26%20b.bin"_s, bytes, "application/octet-stream");
        QCOMPARE(begun.status, 201);
        const QString job = begun.json()["status_url"_L1].toString().section(u"job="_s, 1);
        QString id;
        for (int i = 0; i < 5 && id.isEmpty(); ++i)
            id = get(base + u"/uploadStatus?job="_s + job).json()["file_id"_L1].toString();
        QVERIFY(!id.isEmpty());
        const Answer described
            = post(base + u"/fileData"_s, "{\"file_ids\":[\"" + id.toLatin1() + "\"]}");
        QCOMPARE(described.json()[0]["file_data"_L1]["file_name"_L1].toString(), u"a & b.bin"_s);
        const Answer fetched = get(base + u"/files/"_s + id);
        QCOMPARE(fetched.body, bytes);
        QCOMPARE(m_service->log().violations(), QStringList());
    }

    void aTokenAtTheCdnIsRefusedAndNoted()
    {
        QCOMPARE(get(u"/i.groupme.com/1x1.png.0"_s).status, 400);
        QCOMPARE(m_service->log().violations().size(), 1);
        QCOMPARE(m_service->log().entries().last().status, 400);
    }

    void directMessagesTakeReactionsByBothFormsOfTheirPair()
    {
        const QString id = m_service->world().say(u"20450"_s, u"1001"_s, u"hi"_s);
        const QString path = u"/api.groupme.com/v3/messages/"_s;
        QCOMPARE(post(path + u"1001+20450/"_s + id + u"/like"_s, {}).status, 200);
        QCOMPARE(post(path + u"1001%2B20450/"_s + id + u"/unlike"_s, {}).status, 200);
        QCOMPARE(m_service->log().violations(), QStringList());
    }

    void editsArePutOverHttp()
    {
        const QString id = m_service->world().say(u"1001"_s, u"20450"_s, u"hi"_s);
        const Answer edited
            = send("PUT", u"/api.groupme.com/v4/direct_messages/20450/messages/"_s + id,
                "{\"text\":\"hello\"}", "application/json");
        QCOMPARE(edited.status, 200);
        QCOMPARE(messageOf(id).text, u"hello"_s);
    }

    void anUploadFailsBeforeOrAfterTheWork_data()
    {
        QTest::addColumn<bool>("afterWork");
        QTest::newRow("before") << false;
        QTest::newRow("after") << true;
    }
    void anUploadFailsBeforeOrAfterTheWork()
    {
        QFETCH(bool, afterWork);
        const QString files = u"/file.groupme.com/v1/1001%2B20450/files?name=a"_s;
        m_service->faults().add(
            {.path = u"file.groupme.com"_s, .status = 503, .afterWork = afterWork});
        QCOMPARE(post(files, "x", "text/plain").status, 503);
        // Qt asks again by itself when a connection closes without a byte.
        m_service->faults().add({.kind = afterWork ? Kind::DropAfter : Kind::DropBefore,
            .path = u"image.groupme.com"_s,
            .times = -1});
        QVERIFY(post(images, picture(), "image/jpeg").error != QNetworkReply::NoError);
        m_service->faults().clear();
        QCOMPARE(post(images, picture(), "image/jpeg").status, 200);
    }

    void aDownloadStallsInTheMiddle()
    {
        const QString url
            = m_service->world().media().addScene({DemoScene::Kind::Lake, QSize(300, 200), 1});
        m_withToken = false;
        const QByteArray whole = get(pathOf(url)).body;
        m_service->faults().add({.kind = Kind::Stall,
            .path = u"i.groupme.com"_s,
            .delay = std::chrono::milliseconds(300)});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(get(pathOf(url)).body, whole);
        QVERIFY(timer.elapsed() >= 300);
    }

    void aStalledDownloadDoesNotHoldUpTheEnd()
    {
        const QString url
            = m_service->world().media().addScene({DemoScene::Kind::Lake, QSize(300, 200), 1});
        m_service->faults().add({.kind = Kind::Stall, .delay = std::chrono::hours(1)});
        QNetworkAccessManager manager;
        QNetworkReply* reply = manager.get(QNetworkRequest(QUrl(m_service->url() + pathOf(url))));
        QTRY_COMPARE(m_service->faults().struck(), 1);
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        QElapsedTimer timer;
        timer.start();
        m_service->stop();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(reply->isFinished());
        delete reply;
    }

    void picturesCanBeCutTruncatedOrForeign()
    {
        const QString url
            = m_service->world().media().addScene({DemoScene::Kind::Lake, QSize(300, 200), 1});
        m_withToken = false;
        const qsizetype size = get(pathOf(url)).body.size();
        m_service->faults().add({.kind = Kind::Truncate});
        QCOMPARE(get(pathOf(url)).body.size(), size / 2);
        m_service->faults().add({.kind = Kind::CutOff});
        QVERIFY(get(pathOf(url)).error != QNetworkReply::NoError);
        m_service->faults().add({.kind = Kind::Foreign});
        QVERIFY(get(pathOf(url)).type.startsWith("text/html"_L1));
    }

    void ordersMakeOthersReact()
    {
        const QString id = m_service->world().say(u"1001"_s, u"20450"_s, u"hi"_s);
        const QJsonObject target{
            {u"conversation"_s, pair}, {u"message"_s, id}, {u"user"_s, u"20450"_s}};
        QJsonObject order = target;
        order[u"code"_s] = u"🎉"_s;
        QCOMPARE(tell(u"react"_s, order).status, 200);
        QCOMPARE(messageOf(id).favoritedBy, QStringList{u"20450"_s});
        order[u"off"_s] = true;
        QCOMPARE(tell(u"react"_s, order).status, 200);
        QVERIFY(messageOf(id).reactions.isEmpty());
        order = target;
        order[u"pack"_s] = 1;
        order[u"index"_s] = 2;
        QCOMPARE(tell(u"react"_s, order).status, 200);
        QCOMPARE(messageOf(id).reactions[0]["pack_index"_L1].toInt(), 2);
        order[u"pack"_s] = 7;
        QCOMPARE(tell(u"react"_s, order).status, 400);
        order = target;
        order[u"message"_s] = u"17"_s;
        order[u"code"_s] = u"🎉"_s;
        QCOMPARE(tell(u"react"_s, order).status, 400);
    }

    void ordersMakeOthersEditAndPin()
    {
        const QString id = m_service->world().say(
            u"20450"_s, u"1001"_s, u"hi"_s, {QJsonObject{{u"type"_s, u"hologram"_s}}});
        QJsonObject order{{u"conversation"_s, pair}, {u"message"_s, id}, {u"user"_s, u"20450"_s}};
        QCOMPARE(tell(u"pin"_s, order).status, 200);
        QCOMPARE(messageOf(id).pinnedBy, u"20450"_s);
        QCOMPARE(tell(u"pin"_s, order).status, 400);
        order[u"off"_s] = true;
        QCOMPARE(tell(u"pin"_s, order).status, 200);
        order[u"text"_s] = u"hello"_s;
        QCOMPARE(tell(u"edit"_s, order).status, 200);
        QCOMPARE(messageOf(id).text, u"hello"_s);
        QCOMPARE(messageOf(id).attachments.size(), 1); // kept
        order[u"attachments"_s] = QJsonArray();
        QCOMPARE(tell(u"edit"_s, order).status, 200);
        QVERIFY(messageOf(id).attachments.isEmpty());
        order[u"message"_s] = u"17"_s;
        QCOMPARE(tell(u"edit"_s, order).status, 400);
    }

    void ordersSetTheTimeForEdits()
    {
        const QString id = m_service->world().say(u"1001"_s, u"20450"_s, u"hi"_s);
        const QString path = u"/api.groupme.com/v4/direct_messages/20450/messages/"_s + id;
        QCOMPARE(tell(u"edit_period"_s, {{u"minutes"_s, 0}}).status, 200);
        QCOMPARE(send("PUT", path, "{\"text\":\"x\"}", "application/json").status, 403);
        QCOMPARE(
            tell(u"edit_period"_s, {{u"minutes"_s, 5}, {u"conversation"_s, pair}}).status, 200);
        QCOMPARE(send("PUT", path, "{\"text\":\"x\"}", "application/json").status, 200);
        QCOMPARE(tell(u"edit_period"_s, {}).status, 400);
    }

    void ordersLetUploadsTakeTheirTime()
    {
        const QString base = u"/file.groupme.com/v1/1001%2B20450"_s;
        QCOMPARE(tell(u"uploads"_s, {{u"questions"_s, 4}}).status, 200);
        QCOMPARE(tell(u"uploads"_s, {}).status, 400);
        const Answer begun = post(base + u"/files?name=a"_s, "x", "text/plain");
        const QString job = begun.json()["status_url"_L1].toString().section(u"job="_s, 1);
        QStringList words;
        for (int i = 0; i < 5; ++i)
            words.append(get(base + u"/uploadStatus?job="_s + job).json()["status"_L1].toString());
        QCOMPARE(words.count(u"pending"_s), 4);
        QCOMPARE(words.last(), u"completed"_s);
    }

    void ordersMakePicturesAndFilesThatCanBeSaid()
    {
        const Answer made = tell(u"picture"_s,
            {{u"kind"_s, u"night"_s}, {u"width"_s, 90}, {u"height"_s, 60}, {u"versions"_s, false}});
        const QString url = made.json()["url"_L1].toString();
        const Answer hostile = tell(u"picture"_s,
            {{u"base64"_s, QString::fromLatin1(QByteArray("<svg/>").toBase64())},
                {u"format"_s, u"png"_s}, {u"width"_s, 100000}, {u"height"_s, 100000}});
        const QString lie = hostile.json()["url"_L1].toString();
        QVERIFY(lie.contains("/100000x100000.png."_L1));
        QCOMPARE(tell(u"picture"_s, {{u"kind"_s, u"night"_s}}).status, 400);
        const QJsonArray attached{QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, url}}};
        QCOMPARE(
            tell(u"say"_s, {{u"from"_s, u"20450"_s}, {u"attachments"_s, attached}}).status, 200);
        QCOMPARE(m_service->world().messages(pair).last().attachments, attached);
        const QString id = tell(
            u"file"_s, {{u"conversation"_s, pair}, {u"name"_s, u"../x"_s}, {u"text"_s, u"abc"_s}})
                               .json()["file_id"_L1]
                               .toString();
        QCOMPARE(get(u"/file.groupme.com/v1/1001%2B20450/files/"_s + id).body, QByteArray("abc"));
        m_withToken = false;
        QCOMPARE(demo::pictureHead(get(pathOf(url)).body)->size, QSize(90, 60));
        QCOMPARE(get(pathOf(url) + u".preview"_s).status, 404);
        QCOMPARE(get(pathOf(lie)).body, QByteArray("<svg/>"));
    }

private:
    [[nodiscard]] static QByteArray picture()
    {
        return demo::drawn({DemoScene::Kind::Meadow, QSize(240, 160), 2});
    }
    [[nodiscard]] static QString pathOf(const QString& url) { return url.mid(7); }
    [[nodiscard]] DemoMessage messageOf(const QString& id)
    {
        return m_service->world().message(u"1001"_s, pair, id).value_or(DemoMessage());
    }
    [[nodiscard]] Answer finished(QNetworkReply* reply)
    {
        const bool done = QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000);
        Answer answer;
        if (done) {
            answer = {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll(), reply->header(QNetworkRequest::ContentTypeHeader).toString(),
                reply->error()};
        }
        delete reply;
        return answer;
    }
    [[nodiscard]] QNetworkRequest request(const QString& pathAndQuery) const
    {
        QNetworkRequest request(QUrl(m_service->url() + pathAndQuery));
        if (m_withToken)
            request.setRawHeader("X-Access-Token", m_service->token().toLatin1());
        return request;
    }
    [[nodiscard]] Answer get(const QString& pathAndQuery)
    {
        QNetworkAccessManager manager;
        return finished(manager.get(request(pathAndQuery)));
    }
    [[nodiscard]] Answer send(const QByteArray& verb, const QString& pathAndQuery,
        const QByteArray& body, const QByteArray& type)
    {
        QNetworkRequest asked = request(pathAndQuery);
        if (!type.isEmpty())
            asked.setRawHeader("Content-Type", type);
        QNetworkAccessManager manager;
        return finished(manager.sendCustomRequest(asked, verb, body));
    }
    [[nodiscard]] Answer post(const QString& pathAndQuery, const QByteArray& body,
        const QByteArray& type = "application/json")
    {
        return send("POST", pathAndQuery, body, type);
    }
    [[nodiscard]] Answer tell(const QString& order, const QJsonObject& body)
    {
        return post(u"/_demo/"_s + order, QJsonDocument(body).toJson());
    }

    qint64 m_now = 1'760'000'000'000;
    std::unique_ptr<DemoService> m_service;
    bool m_withToken = true;
};

SKEIN_TEST(tst_DemoContent)

} // namespace demoContentTest

#include "tst_DemoContent.moc"
