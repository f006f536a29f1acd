// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The media hosts of the demo service over their calls: pictures, files, emoji, and what may be
// sent of them.

#include "app/demo/DemoApi.h"
#include "app/demo/DemoLog.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPicture.h"
#include "app/demo/DemoReactions.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoMediaTest {

namespace {

const QString v3 = u"/api.groupme.com/v3"_s;
const QString pictures = u"/image.groupme.com/pictures"_s;
const QString pair = u"1001+20450"_s;

/// A picture of 40 by 30 in one of the formats that Qt can write here, or the head of one.
QByteArray pictureOf(const QByteArray& format)
{
    using Kind = DemoScene::Kind;
    if (format == "webp")
        return QByteArray("RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x27\0\0\x1d\0\0", 30);
    const Kind kind = format == "png" ? Kind::Chart : format == "gif" ? Kind::Sailing : Kind::Lake;
    return demo::drawn({kind, QSize(40, 30), 3});
}

QJsonObject objectOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// A sound head that claims 60,000 by 60,000 pixels.
QByteArray bomb()
{
    QByteArray bytes = pictureOf("png");
    bytes.replace(16, 8, QByteArray("\0\0\xea\x60\0\0\xea\x60", 8));
    quint32 sum = 0xffffffff; // CRC-32 over the name and the content of the chunk
    for (const char c : bytes.mid(12, 17)) {
        sum ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    qToBigEndian(~sum, bytes.data() + 29);
    return bytes;
}

/// The path at which the service answers for an address of the real hosts.
QString pathOf(const QJsonValue& url) { return url.toString().mid(7); }

} // namespace

class tst_DemoMedia : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_token = u"mara"_s;
        m_world = std::make_unique<DemoWorld>(DemoPerson{u"1001"_s, u"Mara"_s, {}},
            QList<DemoPerson>{{u"20450"_s, u"Rin"_s, u""_s}, {u"987"_s, u"Tobias"_s, {}}},
            [this] { return m_now; });
        m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
        m_api->admit(u"mara"_s, u"1001"_s);
        m_api->admit(u"stranger"_s, u"987"_s);
        DemoGroup group{.name = u"Rowing"_s, .creator = u"1001"_s};
        group.members = {{.user = u"1001"_s}, {.user = u"20450"_s}};
        m_group = m_world->addGroup(group);
        m_topic = m_world->addTopic(m_group, {.title = u"Photos"_s});
    }

    void anUploadedPictureTellsItsSizeAndCanBeFetched_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("type");
        QTest::newRow("jpeg") << QByteArray("jpeg") << u"image/jpeg"_s;
        QTest::newRow("png") << QByteArray("png") << u"image/png"_s;
        QTest::newRow("png as jpeg") << QByteArray("png") << u"image/jpeg"_s;
        QTest::newRow("gif") << QByteArray("gif") << u"image/gif"_s;
        QTest::newRow("webp") << QByteArray("webp") << u"image/webp"_s;
    }
    void anUploadedPictureTellsItsSizeAndCanBeFetched()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, type);
        const QByteArray bytes = pictureOf(format);
        const auto answer = upload(type, bytes);
        QCOMPARE(answer.status, 200);
        QVERIFY(!objectOf(answer).contains("meta"_L1)); // not enveloped
        const QJsonValue url = objectOf(answer)["payload"_L1]["url"_L1];
        QCOMPARE(objectOf(answer)["payload"_L1]["picture_url"_L1], url);
        const QRegularExpression pattern(
            u"^https://i\\.groupme\\.com/40x30\\.%1\\.[0-9a-f]{32}$"_s.arg(
                QString::fromLatin1(format)));
        QVERIFY2(pattern.match(url.toString()).hasMatch(), qPrintable(url.toString()));
        const auto fetched = open(pathOf(url));
        QCOMPARE(fetched.status, 200);
        QCOMPARE(fetched.body, bytes);
        QCOMPARE(fetched.contentType, "image/" + format);
    }

    void picturesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HTML") << u"image/png"_s << QByteArray("<html></html>");
        QTest::newRow("SVG") << u"image/svg+xml"_s << QByteArray("<svg xmlns='x'/>");
        QTest::newRow("nothing") << u"image/png"_s << QByteArray();
        QTest::newRow("jpeg as png") << u"image/png"_s << pictureOf("jpeg");
        QTest::newRow("gif as jpeg") << u"image/jpeg"_s << pictureOf("gif");
        QTest::newRow("no type") << QString() << pictureOf("png");
        QTest::newRow("half a head") << u"image/png"_s << pictureOf("png").left(12);
    }
    void picturesThatAreNoneAreRefused()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QCOMPARE(upload(type, bytes).status, 400);
    }

    void uploadsNeedAToken()
    {
        m_token = u"nobody"_s;
        QCOMPARE(upload(u"image/png"_s, pictureOf("png")).status, 401);
        QCOMPARE(ask(u"GET"_s, u"/file.groupme.com/v1/"_s + m_group + u"/files/x"_s).status, 401);
        m_token = u"mara"_s;
        QCOMPARE(ask(u"GET"_s, pictures).status, 405);
    }

    void cdnHostsRefuseTokens_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pictures") << u"/i.groupme.com/1x1.png.00"_s;
        QTest::newRow("videos") << u"/v.groupme.com/a/clip.mp4"_s;
        QTest::newRow("media") << u"/m.groupme.com/voice.m4a"_s;
        QTest::newRow("emoji") << u"/powerup.groupme.com/powerups"_s;
        QTest::newRow("reactions") << u"/cdn.groupme.com/assets/reactions.json"_s;
    }
    void cdnHostsRefuseTokens()
    {
        QFETCH(QString, path);
        QVERIFY(open(path).status != 400);
        QCOMPARE(ask(u"GET"_s, path).status, 400);
        DemoRequest inQuery{.method = u"GET"_s, .path = path, .query = {{u"token"_s, u"mara"_s}}};
        QCOMPARE(m_api->answer(inQuery, 0).status, 400);
        DemoRequest inHeader{.method = u"GET"_s, .path = path};
        inHeader.headers = {{u"X-Access-Token"_s, u"mara"_s}};
        const auto entry = DemoLog::entryFor(inHeader, 0);
        QCOMPARE(entry.violations, QStringList{u"token sent to a foreign host"_s});
    }

    void uploadedBytesAreNoViolationOfTheJsonRule()
    {
        DemoRequest request{.method = u"POST"_s, .path = pictures};
        request.headers = {{u"X-Access-Token"_s, u"x"_s}, {u"Content-Type"_s, u"image/png"_s}};
        request.body = "x";
        QVERIFY(DemoLog::entryFor(request, 0).violations.isEmpty());
        request.path = u"/api.groupme.com/v3/groups/1/messages"_s;
        QCOMPARE(DemoLog::entryFor(request, 0).violations.size(), 1);
    }

    void smallerVersionsAreOfTheirSize()
    {
        const QString url = m_world->media().addScene({DemoScene::Kind::Fog, QSize(1200, 400), 5});
        const auto sizeOf = [&](const QString& suffix) {
            const auto head = demo::pictureHead(open(pathOf(url) + suffix).body);
            return head ? head->size : QSize();
        };
        QCOMPARE(sizeOf({}), QSize(1200, 400));
        QCOMPARE(sizeOf(u".large"_s), QSize(960, 320));
        QCOMPARE(sizeOf(u".preview"_s), QSize(200, 200));
        QCOMPARE(sizeOf(u".avatar"_s), QSize(60, 60));
        QCOMPARE(open(pathOf(url) + u".huge"_s).status, 404);
        m_world->media().dropVersions(url);
        QCOMPARE(open(pathOf(url) + u".preview"_s).status, 404); // the whole one is there still
        QCOMPARE(open(pathOf(url)).status, 200);
    }

    void bytesThatCannotBeDecodedHaveNoSmallerVersion()
    {
        const auto answer = upload(u"image/png"_s, bomb());
        const QJsonValue url = objectOf(answer)["payload"_L1]["url"_L1];
        QVERIFY(url.toString().contains("60000x60000"_L1));
        QCOMPARE(open(pathOf(url) + u".preview"_s).status, 404);
        QCOMPARE(open(pathOf(url)).body, bomb());
    }

    void movingPicturesAreGifs()
    {
        const QByteArray gif = demo::drawn({DemoScene::Kind::Sailing, QSize(120, 80), 1});
        const auto head = demo::pictureHead(gif);
        QCOMPARE(head->format, QByteArray("gif"));
        QCOMPARE(head->size, QSize(120, 80));
        QCOMPARE(gif.count(QByteArray("\x21\xf9\x04", 3)), 16); // frames
        const auto still = demo::pictureHead(demo::cropped(gif, 60));
        QCOMPARE(still->size, QSize(60, 60));
    }

    void mediaRedirectToAnotherPlaceEveryTime()
    {
        m_world->media().addBlob(u"https://m.groupme.com/a/voice.m4a"_s, {"sound", "audio/mp4"});
        QSet<QByteArray> targets;
        for (int i = 0; i < 3; ++i) {
            const auto answer = open(u"/m.groupme.com/a/voice.m4a"_s);
            QCOMPARE(answer.status, 301);
            targets.insert(answer.headers.first().second);
        }
        QCOMPARE(targets.size(), 3);
        QCOMPARE(open(u"/cdn2.groupme.com/a/voice.m4a"_s).body, QByteArray("sound"));
        QCOMPARE(open(u"/cdn2.groupme.com/other"_s).status, 404);
    }

    void filesBecomeReadyAfterAWhileInTwoWords_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("word");
        QTest::newRow("direct") << u"direct"_s << u"completed"_s;
        QTest::newRow("group") << u"group"_s << u"complete"_s;
        QTest::newRow("topic") << u"topic"_s << u"complete"_s;
    }
    void filesBecomeReadyAfterAWhileInTwoWords()
    {
        QFETCH(QString, place);
        QFETCH(QString, word);
        const QString base = filesOf(placeOf(place));
        const auto begun = ask(u"POST"_s, base + u"/files"_s, {{u"name"_s, u"a b.txt"_s}}, "hello");
        QCOMPARE(begun.status, 201);
        const QString job = objectOf(begun)["status_url"_L1].toString().section(u"job="_s, 1);
        const auto status
            = [&] { return objectOf(ask(u"GET"_s, base + u"/uploadStatus"_s, {{u"job"_s, job}})); };
        QCOMPARE(status()["status"_L1].toString(), u"pending"_s);
        QCOMPARE(status()["status"_L1].toString(), u"pending"_s);
        const QJsonObject ready = status();
        QCOMPARE(ready["status"_L1].toString(), word);
        QCOMPARE(status()["file_id"_L1], ready["file_id"_L1]); // the same when asked again
        const auto fetched = ask(u"GET"_s, base + u"/files/"_s + ready["file_id"_L1].toString());
        QCOMPARE(fetched.body, QByteArray("hello"));
        QCOMPARE(send(placeOf(place), {fileWith(ready["file_id"_L1].toString())}), 201);
    }

    void filesTellTheirNameAndSizeInOddWays()
    {
        const QString id = addFile(u"../../x"_s);
        QSet<QJsonValue::Type> sizes;
        for (int i = 0; i < 2; ++i) {
            const QJsonArray rows = describe(m_group, {id, u"gone"_s});
            QCOMPARE(rows[0]["meta"_L1].toInt(), 200);
            QCOMPARE(rows[0]["file_data"_L1]["file_name"_L1].toString(), u"../../x"_s);
            QCOMPARE(rows[0]["file_data"_L1]["mime_type"_L1].toString(u"?"_s), QString());
            sizes.insert(rows[0]["file_data"_L1]["file_size"_L1].type());
            QCOMPARE(rows[1]["meta"_L1].toInt(), 404);
        }
        QCOMPARE(sizes.size(), 2); // a number and a text
    }

    void filesBelongToTheirConversation()
    {
        const QString id = addFile(u"plan.pdf"_s);
        QCOMPARE(describe(m_topic, {id})[0]["meta"_L1].toInt(), 404);
        QCOMPARE(ask(u"GET"_s, filesOf(m_topic) + u"/files/"_s + id).status, 404);
        QCOMPARE(send(m_topic, {fileWith(id)}), 400);
        QCOMPARE(send(m_group, {fileWith(id)}), 201);
        m_token = u"stranger"_s;
        QCOMPARE(ask(u"GET"_s, filesOf(m_group) + u"/files/"_s + id).status, 404);
        QCOMPARE(
            ask(u"POST"_s, filesOf(m_group) + u"/fileData"_s, {}, "{\"file_ids\":[]}").status, 404);
    }

    void someFilesComeByPostOnly()
    {
        const QString id = m_world->media().addFile(
            {.conversation = m_group, .name = u"a"_s, .bytes = "abc", .onlyByPost = true});
        QCOMPARE(ask(u"GET"_s, filesOf(m_group) + u"/files/"_s + id).status, 405);
        QCOMPARE(ask(u"POST"_s, filesOf(m_group) + u"/files/"_s + id).body, QByteArray("abc"));
    }

    void fileUploadsAreRefused()
    {
        const QString files = filesOf(m_group) + u"/files"_s;
        QCOMPARE(ask(u"POST"_s, files, {}, "x").status, 400); // no name
        QCOMPARE(ask(u"POST"_s, files, {{u"name"_s, u"a"_s}}).status, 400); // no bytes
        const QByteArray large(50'000'000, 'x');
        QCOMPARE(ask(u"POST"_s, files, {{u"name"_s, u"a"_s}}, large).status, 413);
        QCOMPARE(
            ask(u"POST"_s, filesOf(u"4711"_s) + u"/files"_s, {{u"name"_s, u"a"_s}}, "x").status,
            404);
        QCOMPARE(
            ask(u"GET"_s, filesOf(m_group) + u"/uploadStatus"_s, {{u"job"_s, u"x"_s}}).status, 404);
    }

    void emojiPacksHaveSpritesOfOneColumn()
    {
        const auto list = objectOf(open(u"/powerup.groupme.com/powerups"_s));
        const QJsonArray packs = list["powerups"_L1].toArray();
        QVERIFY(packs.contains(QJsonValue::Null)); // as the real list has
        int seen = 0;
        for (const QJsonValue& pack : packs) {
            const qsizetype words = pack["meta"_L1]["transliterations"_L1].toArray().size();
            for (const QJsonValue& sheet : pack["meta"_L1]["inline"_L1].toArray()) {
                if (sheet.isNull())
                    continue;
                const auto head = demo::pictureHead(open(pathOf(sheet["image_url"_L1])).body);
                const int side = sheet["x"_L1].toInt();
                QCOMPARE(head->size, QSize(side, side * static_cast<int>(words)));
                ++seen;
            }
        }
        QCOMPARE(seen, 10);
        QCOMPARE(open(u"/powerup.groupme.com/emoji/1/keyboard.640.160x160.png"_s).status, 403);
        QCOMPARE(open(u"/powerup.groupme.com/emoji/2/inline.160.20x20.png"_s).status, 404);
    }

    void theAllowedReactionsAreListed()
    {
        const auto answer = open(u"/cdn.groupme.com/assets/reactions.json"_s);
        const QJsonArray codes = QJsonDocument::fromJson(answer.body).array();
        QCOMPARE(codes, QJsonArray::fromStringList(demo::reactionCodes()));
        QCOMPARE(codes.size(), 15);
    }

    void attachmentsAreCheckedWhenTheyAreSent_data()
    {
        QTest::addColumn<QJsonObject>("attachment");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, int status, const QString& type, QJsonObject rest) {
            rest[u"type"_s] = type;
            QTest::newRow(name) << rest << status;
        };
        row("picture from elsewhere", 400, u"image"_s, {{u"url"_s, u"https://example.org/a"_s}});
        row("picture nobody uploaded", 400, u"image"_s,
            {{u"url"_s, u"https://i.groupme.com/1x1.png.0123456789abcdef0123456789abcdef"_s}});
        row("no such file", 400, u"file"_s, {{u"file_id"_s, u"x"_s}});
        row("place", 201, u"location"_s, {{u"lat"_s, u"51.7"_s}, {u"lng"_s, u"-1.25"_s}});
        row("place in numbers", 400, u"location"_s, {{u"lat"_s, 51.7}, {u"lng"_s, -1.25}});
        row("no place on earth", 400, u"location"_s, {{u"lat"_s, u"91"_s}, {u"lng"_s, u"0"_s}});
        row("half a place", 400, u"location"_s, {{u"lat"_s, u"51.7"_s}});
        row("reply", 201, u"reply"_s, {{u"reply_id"_s, u"176000000000000001"_s}});
        row("reply to nothing", 400, u"reply"_s, {});
        row("emoji", 201, u"emoji"_s,
            {{u"placeholder"_s, u"\ufffd"_s},
                {u"charmap"_s, QJsonArray{QJsonValue(QJsonArray{1, 0})}}});
        row("emoji without a place", 400, u"emoji"_s,
            {{u"charmap"_s, QJsonArray{QJsonValue(QJsonArray{1, 0})}}});
        row("no such emoji", 400, u"emoji"_s,
            {{u"placeholder"_s, u"\ufffd"_s},
                {u"charmap"_s, QJsonArray{QJsonValue(QJsonArray{2, 0})}}});
        row("mentions", 201, u"mentions"_s,
            {{u"user_ids"_s, QJsonArray{u"20450"_s}},
                {u"loci"_s, QJsonArray{QJsonValue(QJsonArray{0, 3})}}});
        row("mentions in no place", 400, u"mentions"_s, {{u"user_ids"_s, QJsonArray{u"5"_s}}});
        row("foreign video", 400, u"video"_s, {{u"url"_s, u"https://example.org/a.mp4"_s}});
        row("something new", 201, u"hologram_v2"_s, {});
    }
    void attachmentsAreCheckedWhenTheyAreSent()
    {
        QFETCH(QJsonObject, attachment);
        QFETCH(int, status);
        for (const QString& place : {pair, m_group, m_topic}) {
            const qsizetype before = m_world->messages(place).size();
            QCOMPARE(send(place, {attachment}), status);
            QCOMPARE(m_world->messages(place).size(), before + (status == 201 ? 1 : 0));
        }
    }

    void anUploadedPictureMayBeSentWithoutWords()
    {
        const auto answer = upload(u"image/png"_s, pictureOf("png"));
        const QJsonObject image{
            {u"type"_s, u"image"_s}, {u"url"_s, objectOf(answer)["payload"_L1]["url"_L1]}};
        QCOMPARE(send(m_topic, {image}, {}), 201);
        QVERIFY(m_world->messages(m_topic).last().text.isNull());
        QCOMPARE(send(m_topic, {}, {}), 400); // nothing at all
    }

private:
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QList<QPair<QString, QString>>& query = {}, const QByteArray& body = {})
    {
        DemoRequest request{.method = method, .path = path, .query = query};
        request.headers = {{u"x-access-token"_s, m_token}};
        request.body = body;
        return m_api->answer(request, 0);
    }
    /// As CDN hosts are asked: without a token.
    [[nodiscard]] DemoAnswer open(const QString& path)
    {
        return m_api->answer({.method = u"GET"_s, .path = path}, 0);
    }
    [[nodiscard]] DemoAnswer upload(const QString& type, const QByteArray& bytes)
    {
        DemoRequest request{.method = u"POST"_s, .path = pictures};
        request.headers = {{u"x-access-token"_s, m_token}, {u"content-type"_s, type}};
        request.body = bytes;
        return m_api->answer(request, 0);
    }
    [[nodiscard]] int send(
        const QString& place, const QJsonArray& attachments, const QString& text = u"look"_s)
    {
        QJsonObject message{{u"source_guid"_s, QString::number(++m_guid)},
            {u"recipient_id"_s, u"20450"_s}, {u"attachments"_s, attachments}};
        if (!text.isNull())
            message[u"text"_s] = text;
        const bool isDirect = place == pair;
        const QString path
            = isDirect ? v3 + u"/direct_messages"_s : v3 + u"/groups/"_s + place + u"/messages"_s;
        const QJsonObject body{{isDirect ? u"direct_message"_s : u"message"_s, message}};
        return ask(u"POST"_s, path, {}, QJsonDocument(body).toJson()).status;
    }
    [[nodiscard]] static QString filesOf(const QString& place)
    {
        return u"/file.groupme.com/v1/"_s + place;
    }
    [[nodiscard]] QString placeOf(const QString& name) const
    {
        return name == u"direct"_s ? pair : name == u"group"_s ? m_group : m_topic;
    }
    [[nodiscard]] QString addFile(const QString& name)
    {
        return m_world->media().addFile(
            {.conversation = m_group, .name = name, .bytes = "0123456789"});
    }
    [[nodiscard]] static QJsonObject fileWith(const QString& id)
    {
        return {{u"type"_s, u"file"_s}, {u"file_id"_s, id}};
    }
    [[nodiscard]] QJsonArray describe(const QString& place, const QStringList& ids)
    {
        const QJsonObject body{{u"file_ids"_s, QJsonArray::fromStringList(ids)}};
        const auto answer
            = ask(u"POST"_s, filesOf(place) + u"/fileData"_s, {}, QJsonDocument(body).toJson());
        return QJsonDocument::fromJson(answer.body).array(); // bare
    }

    qint64 m_now = 1'760'000'000'000;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    QString m_token;
    QString m_group;
    QString m_topic;
    int m_guid = 0;
};

SKEIN_TEST(tst_DemoMedia)

} // namespace demoMediaTest

#include "tst_DemoMedia.moc"
