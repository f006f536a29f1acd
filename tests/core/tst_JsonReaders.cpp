// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"
#include "core/api/JsonReaders.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace jsonReadersTest {

namespace {

const UserId ada{u"1001"_s};

QJsonValue value(const QByteArray& json)
{
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

/// Exactly these UTF-16 units, valid or not.
QString units(std::initializer_list<char16_t> list)
{
    QString made;
    for (const char16_t unit : list)
        made.append(QChar(unit));
    return made;
}

QJsonValue fixture(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    HttpReply reply;
    reply.status = 200;
    reply.body = file.readAll();
    return openEnvelope(reply).value();
}

} // namespace

class tst_JsonReaders : public QObject {
    Q_OBJECT

private slots:
    void anIdIsTextHoweverItComes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("id");
        QTest::newRow("text") << QByteArray("\"176000000012345679\"") << u"176000000012345679"_s;
        QTest::newRow("number") << QByteArray("176000000012345679") << u"176000000012345679"_s;
        QTest::newRow("largest") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
        QTest::newRow("word") << QByteArray("\"system\"") << u"system"_s;
        QTest::newRow("everyone") << QByteArray("\"-1\"") << u"-1"_s;
        QTest::newRow("pair") << QByteArray("\"1001+20450\"") << u"1001+20450"_s;
        for (const char* none : {"null", "true", "{}", "[]", "1.5", "1e300", "\"\"", "-7",
                 "\"a b\"", "\"a/b\"", "\"\\u0000\"", "\"..\"", "\"٣\"", "\"\\ud800\""})
            QTest::newRow(none) << QByteArray(none) << QString();
        QTest::newRow("endless") << QByteArray('"' + QByteArray(65, '1') + '"') << QString();
    }
    void anIdIsTextHoweverItComes()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, id);
        QCOMPARE(json::id(value(json)), id);
    }

    void aTimeIsReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("number") << QByteArray("1760000050") << qint64(1760000050);
        QTest::newRow("digits") << QByteArray("\"1760000050\"") << qint64(1760000050);
        QTest::newRow("iso") << QByteArray("\"2025-10-09T08:54:10Z\"") << qint64(1760000050);
        QTest::newRow("iso ms") << QByteArray("\"2025-10-09T08:54:10.250Z\"") << qint64(1760000050);
        QTest::newRow("offset") << QByteArray("\"2025-10-09T10:54:10+02:00\"")
                                << qint64(1760000050);
        QTest::newRow("no zone") << QByteArray("\"2025-10-09T08:54:10\"") << qint64(1760000050);
        QTest::newRow("fraction") << QByteArray("1760000050.75") << qint64(1760000050);
        QTest::newRow("forever") << QByteArray("253402300800") << json::endOfTime;
        QTest::newRow("later") << QByteArray("9223372036854775807") << json::endOfTime;
        QTest::newRow("1e300") << QByteArray("1e300") << json::endOfTime;
        QTest::newRow("long digits") << QByteArray("\"99999999999999999999\"") << json::endOfTime;
        for (const char* none : {"null", "\"\"", "\"soon\"", "[]", "{}", "true", "-5", "-1e300"})
            QTest::newRow(none) << QByteArray(none) << qint64(0);
    }
    void aTimeIsReadInEveryForm()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const qint64, seconds);
        QCOMPARE(json::seconds(value(json)), seconds);
    }

    void textIsLiteralValidAndBounded()
    {
        const QString hostile
            = u"<b>x</b> &amp; &lt;script&gt; \u202E\u200B"_s + QString(1000, QChar(0x0301));
        QCOMPARE(json::text(hostile), hostile);
        QCOMPARE(json::text(u"😀"_s), u"😀"_s);
        const QString broken = units({0xDC00, u'a', 0xD800, u'b', 0, 0xD83D});
        const QChar mark = QChar::ReplacementCharacter;
        QCOMPARE(json::text(broken), units({0xFFFD, u'a', 0xFFFD, u'b', 0xFFFD, 0xFFFD}));
        QCOMPARE(json::text(QString(200000, u'x')).size(), json::maxTextLength);
        const QString cut = json::text(u'x' + u"😀"_s.repeated(60000));
        QVERIFY(cut.size() <= json::maxTextLength);
        QVERIFY(cut.isValidUtf16());
        QCOMPARE(json::text(value("7")), QString());
        QCOMPARE(json::text(value(R"("\ud800")")), QString(mark));
    }

    void meIsRead()
    {
        const auto me = json::person(fixture(u"users_me.json"_s));
        QCOMPARE(me.value(),
            (Person{ada, u"Ada Fern"_s,
                u"https://i.groupme.com/200x200.jpeg.00000000000000000000000000000001"_s}));
        QCOMPARE(json::person(value(R"({"user_id":7})")).value(), (Person{{u"7"_s}, {}, {}}));
        QVERIFY(!json::person(value(R"({"name":"nobody"})")));
    }

    void chatsAreReadAndForeignRowsLeftOut()
    {
        const auto chats = json::chats(fixture(u"chats.json"_s), ada);
        QVERIFY(chats.has_value());
        QCOMPARE(chats->size(), 3); // a fourth repeats the first

        const auto& rin = chats->at(0);
        QCOMPARE(rin.id.key(), u"d/1001+20450/20450"_s);
        QCOMPARE(rin.title, u"Rin Vale"_s);
        QCOMPARE(rin.avatarUrl, QString());
        QCOMPARE(rin.createdAt, 1750000000);
        QCOMPARE(rin.updatedAt, 1760000100);
        QCOMPARE(rin.lastMessage->text, u"lunch?"_s);
        QCOMPARE(rin.lastRead.value(), MessageId{u"176000000011110000"_s});
        QCOMPARE(rin.deletionMode, QStringList{u"sender"_s});
        QVERIFY(!rin.requiresApproval);

        const auto& silent = chats->at(1);
        QCOMPARE(silent.id.key(), u"d/987+1001/987"_s);
        QCOMPARE(silent.title, QString());
        QCOMPARE(silent.updatedAt, 1740000000);
        QVERIFY(!silent.lastMessage && !silent.lastRead && silent.requiresApproval);

        const auto& gone = chats->at(2);
        QCOMPARE(gone.id.key(), u"d/1001+30007/30007"_s);
        QCOMPARE(previewWords(*gone.lastMessage), u"Photo"_s);
    }

    void theOtherOfASelfChatIsMe()
    {
        const auto chat = json::chat(
            value(R"({"last_message":{"id":"1","conversation_id":"1001+1001"}})"), ada);
        QCOMPARE(chat->id.key(), u"d/1001+1001/1001"_s);
        const auto named = json::chat(value(R"({"other_user":{"id":1001}})"), ada);
        QVERIFY(named->id == chat->id);
    }

    void onlyAListOfChatsIsAPage()
    {
        QCOMPARE(json::chats(value("[]"), ada)->size(), 0);
        for (const char* none : {"null", "{}", "\"\"", "7"})
            QVERIFY(!json::chats(value(none), ada));
    }

    void aPageOfMessagesIsRead()
    {
        const auto page = json::directMessages(fixture(u"direct_messages.json"_s));
        QVERIFY(page.has_value());
        QCOMPARE(page->messages.size(), 4);
        QCOMPARE(page->skipped, 2);
        QVERIFY(!page->cameAscending);
        QCOMPARE(page->receipt.value(),
            (ReadReceipt{{u"20450"_s}, {u"176000020033334444"_s}, 1760000230}));

        const auto& tombstone = page->messages.at(0);
        QCOMPARE(tombstone.deletedAt, 1760000050);
        QCOMPARE(tombstone.deletionActor, u"sender"_s);
        QCOMPARE(tombstone.updatedAt, 1760000040);
        QCOMPARE(tombstone.pinnedAt, 1760000031);

        const auto& notice = page->messages.at(1);
        QVERIFY(notice.isSystem());
        QCOMPARE(notice.event->type, u"message.deleted"_s);
        QCOMPARE(notice.event->data[u"message_id"_s].toString(), tombstone.id.value);

        const auto& lunch = page->messages.at(2);
        QCOMPARE(lunch.id.value, u"176000010011112222"_s);
        QCOMPARE(lunch.createdAt, 1760000100); // from its id
        QCOMPARE(lunch.senderId.value, u"20450"_s);
        QCOMPARE(lunch.reactions.size(), 2);
        QCOMPARE(lunch.reactions.at(0), (Reaction{u"👍"_s, 0, 0, {ada}}));
        QCOMPARE(lunch.reactions.at(1), (Reaction{{}, 1, 12, {}}));
        QVERIFY(lunch.favoritedBy.isEmpty() && lunch.attachments.isEmpty());

        const auto& own = page->messages.at(3);
        QCOMPARE(own.text, u"<b>ok</b> &amp; \u202Eliated"_s);
        QCOMPARE(own.favoritedBy, QList{UserId{u"20450"_s}});
        QCOMPARE(own.attachments.size(), 2);
        QCOMPARE(std::get<ReplyAttachment>(own.attachments.at(0).content).target, lunch.id);
        QCOMPARE(own.attachments.at(1).json[u"hue"_s].toArray().size(), 3);
    }

    void messagesAreOrderedByTimeThenIdAndEachComesOnce()
    {
        const auto page = json::directMessages(value(R"({"direct_messages":[
            {"id":"99999999","created_at":50},{"id":"5","created_at":60},
            {"id":"100000000000000000","created_at":50},{"id":99999999,"created_at":55}]})"));
        QStringList ids;
        for (const auto& message : page->messages)
            ids.append(message.id.value);
        QCOMPARE(ids, (QStringList{u"99999999"_s, u"100000000000000000"_s, u"5"_s}));
    }

    void theOrderOnTheWireIsTold()
    {
        const auto ascending = [](const char* rows) {
            return json::directMessages(value(QByteArray(R"({"direct_messages":)") + rows + "}"))
                ->cameAscending;
        };
        QVERIFY(ascending(R"([{"id":"1","created_at":1},{"id":"2","created_at":2}])"));
        QVERIFY(!ascending(R"([{"id":"2","created_at":2},{"id":"1","created_at":1}])"));
        QVERIFY(ascending(R"([{"id":"2","created_at":2}])"));
        QVERIFY(ascending("[]"));
    }

    void onlyAListProvesAPageOfMessages()
    {
        QVERIFY(json::directMessages(value("[]"))->messages.isEmpty());
        QVERIFY(json::directMessages(value(R"({"count":0,"direct_messages":[]})")));
        QVERIFY(json::directMessages(value(R"({"count":0,"direct_messages":null})")));
        for (const char* none : {"null", "{}", R"({"count":3})", R"({"direct_messages":"x"})", "7"})
            QVERIFY2(!json::directMessages(value(none)), none);
    }

    void aReceiptMayBeAbsentEmptyOrMine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<std::optional<ReadReceipt>>("receipt");
        const std::optional<ReadReceipt> none;
        QTest::newRow("absent") << QByteArray("{}") << none;
        QTest::newRow("null") << QByteArray(R"({"read_receipt":null})") << none;
        QTest::newRow("no message")
            << QByteArray(R"({"read_receipt":{"message_id":null}})") << none;
        QTest::newRow("mine, empty id") << QByteArray(
            R"({"read_receipt":{"id":"","message_id":"9","user_id":"1001","read_at":4}})")
                                        << std::optional(ReadReceipt{ada, {u"9"_s}, 4});
        QTest::newRow("bare fields")
            << QByteArray(R"({"message_id":9,"user_id":1001,"read_at":null})")
            << std::optional(ReadReceipt{ada, {u"9"_s}, 0});
    }
    void aReceiptMayBeAbsentEmptyOrMine()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const std::optional<ReadReceipt>, receipt);
        QCOMPARE(json::sentReceipt(value(json)), receipt);
    }

    void aCreatedMessageComesUnderEitherKey()
    {
        const auto created = json::createdMessage(fixture(u"created_message.json"_s));
        QCOMPARE(created->id.value, u"176000020033334444"_s);
        QCOMPARE(created->senderId, ada);
        const QByteArray body = R"({"id":"5","created_at":9})";
        for (const char* key : {"message", "direct_message"})
            QCOMPARE(
                json::createdMessage(value("{\"" + QByteArray(key) + "\":" + body + "}"))->id.value,
                u"5"_s);
        QCOMPARE(json::createdMessage(value(body))->id.value, u"5"_s);
        QVERIFY(!json::createdMessage(value("null")));
        QVERIFY(!json::createdMessage(value(R"({"message":null})")));
    }

    void readPositionsAreByConversation()
    {
        const auto heads = json::readPositions(value(R"({"receipts":[
            {"conversation_id":"1001+20450","last_read_message_id":176000010011112222},
            {"conversation_id":55501,"last_read_message_id":"7"},
            {"conversation_id":"9","last_read_message_id":null},null]})"));
        QCOMPARE(heads->size(), 2);
        QCOMPARE(heads->value(u"1001+20450"_s).value, u"176000010011112222"_s);
        QCOMPARE(heads->value(u"55501"_s).value, u"7"_s);
        QVERIFY(!json::readPositions(value("null")));
    }

    void nullOrAnyOtherTypeInEveryPlaceIsHarmless_data()
    {
        QTest::addColumn<QByteArray>("other");
        for (const char* other : {"null", "0", "-1.5", "true", "\"\"", "[]", "{}", "[null]", "[[]]",
                 "{\"id\":{}}", "\"\\ud800\\u0000\""})
            QTest::newRow(other) << QByteArray(other);
    }
    void nullOrAnyOtherTypeInEveryPlaceIsHarmless()
    {
        QFETCH(const QByteArray, other);
        const auto message
            = fixture(u"direct_messages.json"_s)[u"direct_messages"_s].toArray().at(0).toObject();
        for (const QString& key : message.keys()) {
            auto changed = message;
            changed[key] = value(other);
            const auto read = json::message(changed);
            QCOMPARE(read.has_value(), key != u"id"_s || !json::id(value(other)).isEmpty());
        }
        for (const QJsonValue& row : fixture(u"chats.json"_s).toArray()) {
            for (const QString& key : row.toObject().keys()) {
                auto changed = row.toObject();
                changed[key] = value(other);
                if (const auto read = json::chat(changed, ada))
                    QVERIFY(!read->id.related.isEmpty());
            }
        }
    }
};

SKEIN_TEST(tst_JsonReaders)

} // namespace jsonReadersTest

#include "tst_JsonReaders.moc"
