// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoApi.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoApiTest {

namespace {

const QString v3 = u"/api.groupme.com/v3"_s;
constexpr qint64 start = 1'760'000'000'000;

QJsonObject envelopeOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QJsonValue responseOf(const DemoAnswer& answer) { return envelopeOf(answer)[u"response"_s]; }

QJsonArray rowsOf(const DemoAnswer& answer)
{
    return responseOf(answer)[u"direct_messages"_s].toArray();
}

} // namespace

class tst_DemoApi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tokenIsTakenFromTheHeaderOnly();
    void envelopeSaysNoErrorsInThreeWays();
    void failuresCarryAReason();
    void meIsTheTokensOwner();
    void chatsPageUntilEmpty();
    void otherUserIdIsANumberInTheListAndATextAlone();
    void chatRefusesWrongOrderAndStrangers();
    void noMessagesIs304WithoutABody();
    void pageSizeIsTwentyThenAtMostHundred();
    void badParametersAre400_data();
    void badParametersAre400();
    void unknownAndMisspelledParametersAreIgnored();
    void cursorsWorkOverTheWire();
    void receiptKeyIsAbsentWhenThereIsNone();
    void receiptMayBeTheCallers();
    void createdMessageLacksWhatReadsHave();
    void sendRefusals_data();
    void sendRefusals();
    void repeatedGuidIs409AndBanIs403();
    void deleteAnswers204Then404WithoutABody();
    void deletingAnothersMessageIs403();
    void directSystemRowsHaveNoSystemKey();
    void readReceiptAnswersWithTheHead();
    void readReceiptRefusals();
    void ownReadPositions();
    void wrongVerbIs405AndUnknownRouteIs404();
    void tooFastIs429OrCalm420ThenRecovers();

private:
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QList<QPair<QString, QString>>& query = {}, const QByteArray& body = {});
    [[nodiscard]] DemoAnswer post(const QJsonValue& message);
    [[nodiscard]] QJsonObject draft(const QString& guid, const QString& text = u"hi"_s) const;

    qint64 m_now = start;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    QString m_token = u"good"_s;
};

void tst_DemoApi::init()
{
    m_now = start;
    m_token = u"good"_s;
    m_world = std::make_unique<DemoWorld>(DemoPerson{u"1001"_s, u"Mara"_s, {}},
        QList<DemoPerson>{{u"20450"_s, u"Rin"_s, u""_s}, {u"987"_s, u"Tobias"_s, {}}},
        [this] { return m_now; });
    m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
    m_api->admit(u"good"_s, u"1001"_s);
    m_api->admit(u"other"_s, u"20450"_s);
}

DemoAnswer tst_DemoApi::ask(const QString& method, const QString& path,
    const QList<QPair<QString, QString>>& query, const QByteArray& body)
{
    DemoRequest request{.method = method, .path = path, .query = query};
    request.headers = {{u"x-access-token"_s, m_token}};
    request.body = body;
    return m_api->answer(request, m_now);
}

DemoAnswer tst_DemoApi::post(const QJsonValue& message)
{
    const QJsonObject body{{u"direct_message"_s, message}};
    return ask(u"POST"_s, v3 + u"/direct_messages"_s, {}, QJsonDocument(body).toJson());
}

QJsonObject tst_DemoApi::draft(const QString& guid, const QString& text) const
{
    return {{u"source_guid"_s, guid}, {u"recipient_id"_s, u"20450"_s}, {u"text"_s, text},
        {u"attachments"_s, QJsonArray()}};
}

void tst_DemoApi::tokenIsTakenFromTheHeaderOnly()
{
    const QString path = v3 + u"/users/me"_s;
    QCOMPARE(ask(u"GET"_s, path).status, 200);
    QCOMPARE(ask(u"GET"_s, path, {{u"token"_s, u"good"_s}}).status, 401);
    QCOMPARE(ask(u"GET"_s, path, {{u"access_token"_s, u"good"_s}}).status, 401);
    m_token.clear();
    QCOMPARE(ask(u"GET"_s, path, {{u"token"_s, u"good"_s}}).status, 401);
    m_token = u"wrong"_s;
    QCOMPARE(ask(u"GET"_s, path).status, 401);
    m_token = u"good"_s;
    m_api->revoke(m_token);
    QCOMPARE(ask(u"GET"_s, path).status, 401);
}

void tst_DemoApi::envelopeSaysNoErrorsInThreeWays()
{
    QSet<int> ways;
    QSet<qint64> codes;
    for (int i = 0; i < 15; ++i) {
        const DemoAnswer answer = ask(u"GET"_s, v3 + u"/users/me"_s);
        const QJsonObject meta = envelopeOf(answer)[u"meta"_s].toObject();
        ways.insert(meta[u"errors"_s].type());
        codes.insert(meta[u"code"_s].toInteger());
    }
    QCOMPARE(ways, QSet<int>({QJsonValue::Null, QJsonValue::Array, QJsonValue::Undefined}));
    QCOMPARE(codes, QSet<qint64>({200, 20000}));
}

void tst_DemoApi::failuresCarryAReason()
{
    QSet<int> ways;
    for (int i = 0; i < 4; ++i) {
        const DemoAnswer answer = ask(u"GET"_s, v3 + u"/direct_messages"_s);
        QCOMPARE(answer.status, 400);
        const QJsonObject envelope = envelopeOf(answer);
        ways.insert(envelope[u"response"_s].type());
        QVERIFY(!envelope[u"meta"_s][u"errors"_s][0].toString().isEmpty());
    }
    QCOMPARE(ways, QSet<int>({QJsonValue::Null, QJsonValue::Undefined}));
}

void tst_DemoApi::meIsTheTokensOwner()
{
    QCOMPARE(responseOf(ask(u"GET"_s, v3 + u"/users/me"_s))[u"id"_s].toString(), u"1001"_s);
    m_token = u"other"_s;
    const QJsonValue other = responseOf(ask(u"GET"_s, v3 + u"/users/me"_s));
    QCOMPARE(other[u"user_id"_s].toString(), u"20450"_s);
    QCOMPARE(other[u"name"_s].toString(), u"Rin"_s);
    QCOMPARE(other[u"image_url"_s].toString(u"null"_s), u""_s);
}

void tst_DemoApi::chatsPageUntilEmpty()
{
    for (int i = 0; i < 25; ++i) {
        const QString id = QString::number(5000 + i);
        m_world->addPerson({id, u"P"_s + id, {}});
        m_now += 1000;
        m_world->say(id, u"1001"_s, u"hello"_s);
    }
    const auto page = [this](const QString& number) {
        return responseOf(ask(u"GET"_s, v3 + u"/chats"_s, {{u"page"_s, number}})).toArray();
    };
    QCOMPARE(responseOf(ask(u"GET"_s, v3 + u"/chats"_s)).toArray().size(), 20);
    QCOMPARE(page(u"1"_s).first()[u"other_user"_s][u"id"_s].toInteger(), 5024);
    QCOMPARE(page(u"2"_s).size(), 5);
    QCOMPARE(page(u"3"_s).size(), 0);
    const DemoAnswer tolerated = ask(
        u"GET"_s, v3 + u"/chats"_s, {{u"per_page"_s, u"100"_s}, {u"include"_s, u"unread_count"_s}});
    QCOMPARE(responseOf(tolerated).toArray().size(), 25);
    QVERIFY(responseOf(tolerated).toArray().first()[u"unread_count"_s].isNull());
    QCOMPARE(ask(u"GET"_s, v3 + u"/chats"_s, {{u"page"_s, u"0"_s}}).status, 400);
}

void tst_DemoApi::otherUserIdIsANumberInTheListAndATextAlone()
{
    m_world->openChat(u"1001"_s, u"20450"_s, 1'700'000'000);
    const QJsonValue listed = responseOf(ask(u"GET"_s, v3 + u"/chats"_s)).toArray().first();
    QVERIFY(listed[u"other_user"_s][u"id"_s].isDouble());
    QVERIFY(listed[u"last_message"_s].isNull()); // a chat in which nothing was said
    const QJsonValue alone = responseOf(ask(u"GET"_s, v3 + u"/chats/1001+20450"_s));
    QCOMPARE(alone[u"other_user"_s][u"id"_s].toString(), u"20450"_s);
    QCOMPARE(alone[u"other_user"_s][u"name"_s].toString(), u"Rin"_s);
}

void tst_DemoApi::chatRefusesWrongOrderAndStrangers()
{
    m_world->say(u"987"_s, u"20450"_s, u"private"_s);
    m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    QCOMPARE(ask(u"GET"_s, v3 + u"/chats/1001+20450"_s).status, 200);
    QCOMPARE(ask(u"GET"_s, v3 + u"/chats/20450+1001"_s).status, 404);
    QCOMPARE(ask(u"GET"_s, v3 + u"/chats/987+20450"_s).status, 404); // not mine
}

void tst_DemoApi::noMessagesIs304WithoutABody()
{
    const auto page = [this](const QList<QPair<QString, QString>>& query) {
        return ask(u"GET"_s, v3 + u"/direct_messages"_s, query);
    };
    const DemoAnswer unused = page({{u"other_user_id"_s, u"20450"_s}});
    QCOMPARE(unused.status, 304);
    QVERIFY(unused.body.isEmpty());
    const QString id = m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    QCOMPARE(page({{u"other_user_id"_s, u"20450"_s}, {u"since_id"_s, id}}).status, 304);
    QCOMPARE(page({{u"other_user_id"_s, u"424242"_s}}).status, 404);
}

void tst_DemoApi::pageSizeIsTwentyThenAtMostHundred()
{
    for (int i = 0; i < 150; ++i)
        m_world->say(u"1001"_s, u"20450"_s, QString::number(i));
    const auto size = [this](const QString& limit) {
        QList<QPair<QString, QString>> query{{u"other_user_id"_s, u"20450"_s}};
        if (!limit.isEmpty())
            query.append({u"limit"_s, limit});
        return rowsOf(ask(u"GET"_s, v3 + u"/direct_messages"_s, query)).size();
    };
    QCOMPARE(size({}), 20);
    QCOMPARE(size(u"7"_s), 7);
    QCOMPARE(size(u"100"_s), 100);
    QCOMPARE(size(u"200"_s), 100);
}

void tst_DemoApi::badParametersAre400_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("limit above 200") << u"limit"_s << u"201"_s;
    QTest::newRow("limit zero") << u"limit"_s << u"0"_s;
    QTest::newRow("limit word") << u"limit"_s << u"many"_s;
    QTest::newRow("cursor word") << u"before_id"_s << u"newest"_s;
    QTest::newRow("cursor empty") << u"since_id"_s << u""_s;
    QTest::newRow("cursor negative") << u"after_id"_s << u"-1"_s;
}

void tst_DemoApi::badParametersAre400()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    const DemoAnswer answer = ask(
        u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}, {name, value}});
    QCOMPARE(answer.status, 400);
    QVERIFY(envelopeOf(answer)[u"meta"_s][u"errors"_s].isArray());
}

void tst_DemoApi::unknownAndMisspelledParametersAreIgnored()
{
    const QString id = m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    const DemoAnswer answer = ask(u"GET"_s, v3 + u"/direct_messages"_s,
        {{u"other_user_id"_s, u"20450"_s}, {u"before_ID"_s, id}, {u"colour"_s, u"red"_s}});
    QCOMPARE(answer.status, 200); // the newest page: case matters, so there is no cursor
    QCOMPARE(rowsOf(answer).size(), 1);
}

void tst_DemoApi::cursorsWorkOverTheWire()
{
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids.append(m_world->say(u"1001"_s, u"20450"_s, QString::number(i)));
    const auto texts = [&](const QString& cursor, const QString& id) {
        QString all;
        const auto rows = rowsOf(ask(u"GET"_s, v3 + u"/direct_messages"_s,
            {{u"other_user_id"_s, u"20450"_s}, {u"limit"_s, u"2"_s}, {cursor, id}}));
        for (const QJsonValue& row : rows)
            all += row[u"text"_s].toString();
        return all;
    };
    QCOMPARE(texts(u"before_id"_s, ids.at(3)), u"21"_s);
    QCOMPARE(texts(u"since_id"_s, ids.at(1)), u"54"_s);
    QCOMPARE(texts(u"after_id"_s, ids.at(1)), u"23"_s);
}

void tst_DemoApi::receiptKeyIsAbsentWhenThereIsNone()
{
    const QString id = m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    const auto response = [this] {
        return responseOf(
            ask(u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}}));
    };
    m_world->setReceipt(u"1001+20450"_s, u"1001"_s, id); // my own is not shown to me
    QVERIFY(!response().toObject().contains(u"read_receipt"_s));
    m_world->setReceipt(u"1001+20450"_s, u"20450"_s, id);
    const QJsonValue receipt = response()[u"read_receipt"_s];
    QCOMPARE(receipt[u"user_id"_s].toString(), u"20450"_s);
    QCOMPARE(receipt[u"message_id"_s].toString(), id);
    QCOMPARE(receipt[u"chat_id"_s].toString(), u"1001+20450"_s);
    QCOMPARE(receipt[u"id"_s].toString(u"missing"_s), u""_s);
    QCOMPARE(response()[u"count"_s].toInt(), 1);
}

void tst_DemoApi::receiptMayBeTheCallers()
{
    DemoApi api(*m_world, {.receiptOf = DemoManners::ReceiptOf::Caller});
    api.admit(m_token, u"1001"_s);
    const QString id = m_world->say(u"1001"_s, u"20450"_s, u"hi"_s);
    m_world->setReceipt(u"1001+20450"_s, u"1001"_s, id);
    DemoRequest request{.method = u"GET"_s, .path = v3 + u"/direct_messages"_s};
    request.query = {{u"other_user_id"_s, u"20450"_s}};
    request.headers = {{u"X-Access-Token"_s, m_token}};
    const QJsonValue receipt = responseOf(api.answer(request, 0))[u"read_receipt"_s];
    QCOMPARE(receipt[u"user_id"_s].toString(), u"1001"_s);
}

void tst_DemoApi::createdMessageLacksWhatReadsHave()
{
    QSet<QString> keys;
    for (const QString& guid : {u"a"_s, u"b"_s, u"c"_s}) {
        const DemoAnswer answer = post(draft(guid, u"héllo <b>&amp;"_s));
        QCOMPARE(answer.status, 201);
        const QJsonObject response = responseOf(answer).toObject();
        QCOMPARE(response.size(), 1);
        keys.insert(response.begin().key());
        const QJsonObject message = response.begin().value().toObject();
        QCOMPARE(message[u"source_guid"_s].toString(), guid);
        QCOMPARE(message[u"text"_s].toString(), u"héllo <b>&amp;"_s);
        for (const QString& key : {u"conversation_id"_s, u"sender_id"_s, u"updated_at"_s})
            QVERIFY2(!message.contains(key), qPrintable(key));
    }
    QCOMPARE(keys, QSet<QString>({u"message"_s, u"direct_message"_s}));
    const QJsonValue read
        = rowsOf(ask(u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}}))[0];
    QCOMPARE(read[u"conversation_id"_s].toString(), u"1001+20450"_s);
    QCOMPARE(read[u"sender_id"_s].toString(), u"1001"_s);
}

void tst_DemoApi::sendRefusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("text=hi");
    QTest::newRow("wrong wrapper")
        << QByteArray(R"({"message":{"source_guid":"g","recipient_id":"20450","text":"hi"}})");
    QTest::newRow("no wrapper") << QByteArray(
        R"({"source_guid":"g","recipient_id":"20450","text":"hi"})");
    QTest::newRow("no guid") << QByteArray(
        R"({"direct_message":{"recipient_id":"20450","text":"hi"}})");
    QTest::newRow("no recipient") << QByteArray(
        R"({"direct_message":{"source_guid":"g","text":"hi"}})");
    QTest::newRow("stranger") << QByteArray(
        R"({"direct_message":{"source_guid":"g","recipient_id":"5","text":"hi"}})");
    QTest::newRow("empty") << QByteArray(
        R"({"direct_message":{"source_guid":"g","recipient_id":"20450","text":""}})");
    QTest::newRow("too long") << QByteArray(
        R"({"direct_message":{"source_guid":"g","recipient_id":"20450","text":")"
        + QByteArray(1001, 'x') + "\"}}");
    QTest::newRow("untyped attachment") << QByteArray(
        R"({"direct_message":{"source_guid":"g","recipient_id":"20450","attachments":[{}]}})");
}

void tst_DemoApi::sendRefusals()
{
    QFETCH(QByteArray, body);
    QCOMPARE(ask(u"POST"_s, v3 + u"/direct_messages"_s, {}, body).status, 400);
    QVERIFY(m_world->messages(u"1001+20450"_s).isEmpty());
}

void tst_DemoApi::repeatedGuidIs409AndBanIs403()
{
    QCOMPARE(post(draft(u"g"_s)).status, 201);
    QCOMPARE(post(draft(u"g"_s)).status, 409);
    m_now += 60'000;
    QCOMPARE(post(draft(u"g"_s)).status, 201);
    m_world->setBanned(u"1001"_s, true);
    QCOMPARE(post(draft(u"h"_s)).status, 403);
    QCOMPARE(m_world->messages(u"1001+20450"_s).size(), 2);
}

void tst_DemoApi::deleteAnswers204Then404WithoutABody()
{
    const QString id = m_world->say(u"1001"_s, u"20450"_s, u"oops"_s);
    const QString path = v3 + u"/conversations/1001+20450/messages/"_s + id;
    const DemoAnswer done = ask(u"DELETE"_s, path);
    QCOMPARE(done.status, 204);
    QVERIFY(done.body.isEmpty());
    const DemoAnswer again = ask(u"DELETE"_s, path);
    QCOMPARE(again.status, 404);
    QVERIFY(again.body.isEmpty());
    const auto rows
        = rowsOf(ask(u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}}));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1][u"deleted_at"_s].toInteger(), start / 1000);
    QCOMPARE(rows[0][u"event"_s][u"data"_s][u"message_id"_s].toString(), id);
}

void tst_DemoApi::deletingAnothersMessageIs403()
{
    const QString id = m_world->say(u"20450"_s, u"1001"_s, u"mine"_s);
    const DemoAnswer answer = ask(u"DELETE"_s, v3 + u"/conversations/1001+20450/messages/"_s + id);
    QCOMPARE(answer.status, 403);
    QVERIFY(!envelopeOf(answer)[u"meta"_s][u"errors"_s][0].toString().isEmpty());
}

void tst_DemoApi::directSystemRowsHaveNoSystemKey()
{
    m_world->openChat(u"1001"_s, u"20450"_s, 1'700'000'000);
    m_world->systemRow(u"1001+20450"_s, u"GroupMe pinned a message"_s, {});
    const QJsonObject row
        = rowsOf(ask(u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}}))[0]
              .toObject();
    QVERIFY(!row.contains(u"system"_s));
    QCOMPARE(row[u"sender_type"_s].toString(), u"system"_s);
    QCOMPARE(row[u"sender_id"_s].toString(), u"system"_s);
    QCOMPARE(row[u"avatar_url"_s].toString(u"null"_s), u""_s);
}

void tst_DemoApi::readReceiptAnswersWithTheHead()
{
    const QString older = m_world->say(u"20450"_s, u"1001"_s, u"a"_s);
    const QString newer = m_world->say(u"20450"_s, u"1001"_s, u"b"_s);
    const auto read = [this](const QString& id) {
        const QJsonObject inner{{u"message_id"_s, id}, {u"chat_id"_s, u"1001+20450"_s}};
        const DemoAnswer answer = ask(u"POST"_s, u"/v2.groupme.com/read_receipts"_s, {},
            QJsonDocument(QJsonObject{{u"read_receipt"_s, inner}}).toJson());
        return responseOf(answer)[u"read_receipt"_s];
    };
    QCOMPARE(read(newer)[u"message_id"_s].toString(), newer);
    QCOMPARE(read(older)[u"message_id"_s].toString(), newer);
    QCOMPARE(read(older)[u"user_id"_s].toString(), u"1001"_s);
}

void tst_DemoApi::readReceiptRefusals()
{
    m_world->say(u"20450"_s, u"1001"_s, u"a"_s);
    const auto status = [this](const QByteArray& body) {
        return ask(u"POST"_s, u"/v2.groupme.com/read_receipts"_s, {}, body).status;
    };
    QCOMPARE(status(R"({"message_id":"1","chat_id":"1001+20450"})"), 400);
    QCOMPARE(status(R"({"read_receipt":{"chat_id":"1001+20450"}})"), 400);
    QCOMPARE(status(R"({"read_receipt":{"message_id":"1","chat_id":"1001+20450"}})"), 400);
    QCOMPARE(status(R"({"read_receipt":{"message_id":"1","chat_id":"1001_20450"}})"), 404);
    QVERIFY(m_world->receiptsReceived().isEmpty());
}

void tst_DemoApi::ownReadPositions()
{
    const QString id = m_world->say(u"20450"_s, u"1001"_s, u"a"_s);
    m_world->setReceipt(u"1001+20450"_s, u"1001"_s, id);
    m_world->setReceipt(u"1001+20450"_s, u"20450"_s, id);
    const QJsonArray receipts
        = responseOf(ask(u"GET"_s, u"/api.groupme.com/v4/read_receipts"_s))[u"receipts"_s]
              .toArray();
    QCOMPARE(receipts.size(), 1);
    QCOMPARE(receipts[0][u"conversation_id"_s].toString(), u"1001+20450"_s);
    QCOMPARE(receipts[0][u"last_read_message_id"_s].toString(), id);
}

void tst_DemoApi::wrongVerbIs405AndUnknownRouteIs404()
{
    QCOMPARE(ask(u"PUT"_s, v3 + u"/chats"_s).status, 405);
    QCOMPARE(ask(u"GET"_s, u"/v2.groupme.com/read_receipts"_s).status, 405);
    QCOMPARE(ask(u"GET"_s, v3 + u"/nothing"_s).status, 404);
    QCOMPARE(ask(u"GET"_s, v3 + u"/chatsandmore"_s).status, 404);
    QCOMPARE(ask(u"GET"_s, u"/v2.groupme.com/v3/chats"_s).status, 404); // another host
    QCOMPARE(ask(u"POST"_s, u"/api.groupme.com/v3/read_receipts"_s).status, 404);
}

void tst_DemoApi::tooFastIs429OrCalm420ThenRecovers()
{
    DemoManners manners;
    manners.requestsPerSecond = 10;
    manners.burst = 1;
    manners.limitStatus = 420;
    DemoApi api(*m_world, manners);
    api.admit(m_token, u"1001"_s);
    DemoRequest request{.method = u"GET"_s, .path = v3 + u"/users/me"_s};
    request.headers = {{u"X-Access-Token"_s, m_token}};
    QCOMPARE(api.answer(request, 0).status, 200);
    QCOMPARE(api.answer(request, 0).status, 420);
    QCOMPARE(api.answer(request, 200).status, 200);
}

SKEIN_TEST(tst_DemoApi)

} // namespace demoApiTest

#include "tst_DemoApi.moc"
