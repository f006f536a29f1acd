// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single messages of the demo service over its calls: reactions, edits, pins, polls and events.

#include "app/demo/DemoApi.h"
#include "app/demo/DemoCards.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoReactions.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoMessagesTest {

namespace {

const QString v3 = u"/api.groupme.com/v3"_s;
const QString v4 = u"/api.groupme.com/v4"_s;
const QString pair = u"1001+20450"_s;
constexpr qint64 start = 1'760'000'000'000;

QJsonValue responseOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object()["response"_L1];
}

QJsonValue metaOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object()["meta"_L1];
}

QByteArray bodyOf(const QJsonObject& json) { return QJsonDocument(json).toJson(); }

QByteArray icon(const QString& code)
{
    return bodyOf({{u"like_icon"_s, QJsonObject{{u"type"_s, u"unicode"_s}, {u"code"_s, code}}}});
}

} // namespace

class tst_DemoMessages : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_now = start;
        m_token = u"mara"_s;
        m_world = std::make_unique<DemoWorld>(DemoPerson{u"1001"_s, u"Mara"_s, {}},
            QList<DemoPerson>{{u"20450"_s, u"Rin"_s, u""_s}, {u"987"_s, u"Tobias"_s, {}}},
            [this] { return m_now; });
        m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
        m_api->admit(u"mara"_s, u"1001"_s);
        m_api->admit(u"rin"_s, u"20450"_s);
        m_api->admit(u"stranger"_s, u"987"_s);
        DemoGroup group{.name = u"Rowing"_s, .creator = u"1001"_s};
        group.members = {{.user = u"1001"_s}, {.user = u"20450"_s}};
        m_group = m_world->addGroup(group);
        m_topic = m_world->addTopic(m_group, {.title = u"Travel"_s});
    }

    void aLikeWithoutABodyIsTheHeart_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("direct") << u"direct"_s;
        QTest::newRow("group") << u"group"_s;
        QTest::newRow("topic") << u"topic"_s;
    }
    void aLikeWithoutABodyIsTheHeart()
    {
        QFETCH(QString, place);
        const QString conversation = placeOf(place);
        const QString id = sayIn(conversation);
        const auto liked = ask(u"POST"_s, messagePath(conversation, id) + u"/like"_s);
        QCOMPARE(liked.status, 200);
        const auto reaction = responseOf(liked)["reactions"_L1][0];
        QCOMPARE(reaction["code"_L1].toString(), demo::reactionCodes().first());
        QCOMPARE(reaction["user_ids"_L1].toArray(), QJsonArray{u"1001"_s});
        const auto row = rowOf(conversation, id);
        QCOMPARE(row["favorited_by"_L1].toArray(), QJsonArray{u"1001"_s});
        QCOMPARE(row["reactions"_L1][0], reaction);
    }

    void aSecondReactionIsIgnoredUntilTheFirstIsTakenAway()
    {
        const QString id = sayIn(m_group);
        const QString path = messagePath(m_group, id);
        QCOMPARE(ask(u"POST"_s, path + u"/like"_s, {}, icon(u"👍"_s)).status, 200);
        const auto again = ask(u"POST"_s, path + u"/like"_s, {}, icon(u"🎉"_s));
        QCOMPARE(again.status, 200);
        QCOMPARE(responseOf(again)["reactions"_L1].toArray().size(), 1);
        QCOMPARE(responseOf(again)["reactions"_L1][0]["code"_L1].toString(), u"👍"_s);
        const auto undone = ask(u"POST"_s, path + u"/unlike"_s, {}, icon(u"👍"_s));
        QCOMPARE(undone.status, 200);
        QVERIFY(responseOf(undone).isNull());
        QVERIFY(!rowOf(m_group, id).contains("reactions"_L1));
        QVERIFY(rowOf(m_group, id)["favorited_by"_L1].toArray().isEmpty());
        const auto other = ask(u"POST"_s, path + u"/like"_s, {}, icon(u"🎉"_s));
        QCOMPARE(responseOf(other)["reactions"_L1][0]["code"_L1].toString(), u"🎉"_s);
        QCOMPARE(ask(u"POST"_s, path + u"/unlike"_s).status, 200); // without a body too
        QCOMPARE(ask(u"POST"_s, path + u"/unlike"_s).status, 200); // nothing to take away
    }

    void everybodysReactionsAreCountedApart()
    {
        const QString id = sayIn(pair);
        const QString path = messagePath(pair, id) + u"/like"_s;
        QCOMPARE(ask(u"POST"_s, path, {}, icon(u"🔥"_s)).status, 200);
        m_token = u"rin"_s;
        const auto both = ask(u"POST"_s, path, {}, icon(u"🔥"_s));
        QCOMPARE(responseOf(both)["reactions"_L1][0]["user_ids"_L1].toArray(),
            (QJsonArray{u"1001"_s, u"20450"_s}));
        const auto left = ask(u"POST"_s, messagePath(pair, id) + u"/unlike"_s);
        QCOMPARE(
            responseOf(left)["reactions"_L1][0]["user_ids"_L1].toArray(), QJsonArray{u"1001"_s});
    }

    void emojiOfGroupMeAreReactionsToo()
    {
        const QString path = messagePath(m_group, sayIn(m_group)) + u"/like"_s;
        const auto like = [&](int pack, int index) {
            return ask(u"POST"_s, path, {},
                bodyOf({{u"like_icon"_s,
                    QJsonObject{{u"type"_s, u"emoji"_s}, {u"pack_id"_s, pack},
                        {u"pack_index"_s, index}}}}));
        };
        QCOMPARE(like(2, 0).status, 400); // no such pack
        QCOMPARE(like(1, 99).status, 400);
        const auto reaction = responseOf(like(3, 1))["reactions"_L1][0];
        QCOMPARE(reaction["pack_id"_L1].toInt(), 3);
        QCOMPARE(reaction["pack_index"_L1].toInt(), 1);
    }

    void reactionsAreRefused_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("status");
        QTest::newRow("emoji not allowed") << u"said"_s << icon(u"🐙"_s) << u"mara"_s << 400;
        QTest::newRow("no emoji at all") << u"said"_s << icon(u"x"_s) << u"mara"_s << 400;
        QTest::newRow("not JSON") << u"said"_s << QByteArray("{") << u"mara"_s << 400;
        QTest::newRow("system row") << u"system"_s << QByteArray() << u"mara"_s << 400;
        QTest::newRow("deleted") << u"deleted"_s << QByteArray() << u"mara"_s << 404;
        QTest::newRow("unknown") << u"unknown"_s << QByteArray() << u"mara"_s << 404;
        QTest::newRow("no member") << u"said"_s << QByteArray() << u"stranger"_s << 404;
    }
    void reactionsAreRefused()
    {
        QFETCH(QString, message);
        QFETCH(QByteArray, body);
        QFETCH(QString, token);
        QFETCH(int, status);
        const QString id = messageFor(message);
        m_token = token;
        QCOMPARE(ask(u"POST"_s, messagePath(m_group, id) + u"/like"_s, {}, body).status, status);
    }

    void heartsOfOldMessagesStayWhenSomebodyReacts()
    {
        DemoMessage old{.senderId = u"20450"_s};
        old.text = u"old"_s;
        old.favoritedBy = {u"20450"_s, u"20450"_s};
        const QString id = m_world->insert(m_group, {old}).first();
        const auto liked = ask(u"POST"_s, messagePath(m_group, id) + u"/like"_s, {}, icon(u"👀"_s));
        const auto rows = responseOf(liked)["reactions"_L1].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["user_ids"_L1].toArray(), QJsonArray{u"20450"_s});
    }

    void editsChangeTheMessageAndTellEverybody_data() { aLikeWithoutABodyIsTheHeart_data(); }
    void editsChangeTheMessageAndTellEverybody()
    {
        QFETCH(QString, place);
        const QString conversation = placeOf(place);
        const QString id = sayIn(
            conversation, u"1001"_s, {QJsonObject{{u"type"_s, u"hologram"_s}, {u"frames"_s, 3}}});
        m_now += 60'000;
        const auto edited
            = ask(u"PUT"_s, editPath(conversation, id), {}, bodyOf({{u"text"_s, u"better"_s}}));
        QCOMPARE(edited.status, 200);
        const auto row = responseOf(edited)["message"_L1];
        QCOMPARE(row["text"_L1].toString(), u"better"_s);
        QCOMPARE(row["updated_at"_L1].toInteger(), start / 1000 + 60);
        QVERIFY(row["attachments"_L1].toArray().isEmpty()); // left out: dropped
        const DemoMessage news = m_world->messages(conversation).last();
        QVERIFY(news.isSystem());
        QCOMPARE(news.event["type"_L1].toString(), u"message.update"_s);
        const QJsonValue data = news.event["data"_L1];
        QCOMPARE(data["message_id"_L1].toString(), id);
        QCOMPARE(data["message"_L1]["text"_L1].toString(), u"better"_s);
        const auto shown = ask(u"GET"_s, editPath(conversation, id));
        QCOMPARE(responseOf(shown)["message"_L1]["text"_L1].toString(), u"better"_s);
    }

    void editsAreRefused_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray fine = "{\"text\":\"x\"}";
        QTest::newRow("wrapped") << u"mine"_s << QByteArray("{\"message\":{\"text\":\"x\"}}")
                                 << 400;
        QTest::newRow("nothing in it") << u"mine"_s << QByteArray("{}") << 400;
        QTest::newRow("blank") << u"mine"_s << QByteArray("{\"text\":\"  \"}") << 400;
        QTest::newRow("too long") << u"mine"_s << bodyOf({{u"text"_s, QString(1001, u'x')}}) << 400;
        QTest::newRow("a picture from elsewhere")
            << u"mine"_s
            << QByteArray("{\"text\":\"x\",\"attachments\":[{\"type\":\"image\",\"url\":\"https:"
                          "//example.org/1\"}]}")
            << 400;
        QTest::newRow("another's") << u"said"_s << fine << 403;
        QTest::newRow("system row") << u"system"_s << fine << 400;
        QTest::newRow("deleted") << u"deleted"_s << fine << 404;
        QTest::newRow("unknown") << u"unknown"_s << fine << 404;
    }
    void editsAreRefused()
    {
        QFETCH(QString, message);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const QString id = messageFor(message);
        const qsizetype before = m_world->messages(m_group).size();
        QCOMPARE(ask(u"PUT"_s, editPath(m_group, id), {}, body).status, status);
        QCOMPARE(m_world->messages(m_group).size(), before);
    }

    void aWrappedEditHasAMetaCodeOfItsOwn()
    {
        const auto refused = ask(u"PUT"_s, editPath(m_group, messageFor(u"mine"_s)), {},
            "{\"message\":{\"text\":\"x\"}}");
        QCOMPARE(metaOf(refused)["code"_L1].toInt(), 40001);
        QCOMPARE(metaOf(refused)["errors"_L1][0].toString(), u"Invalid text"_s);
    }

    void theTimeForEditsEnds()
    {
        const QString id = messageFor(u"mine"_s);
        const QByteArray body = "{\"text\":\"late\"}";
        m_now += 15 * 60'000;
        QCOMPARE(ask(u"PUT"_s, editPath(m_group, id), {}, body).status, 200);
        m_now += 1000;
        const auto late = ask(u"PUT"_s, editPath(m_group, id), {}, body);
        QCOMPARE(late.status, 400);
        QVERIFY(metaOf(late)["errors"_L1][0].toString().size() > 10);
        m_world->setEditPeriod(m_group, 0);
        QCOMPARE(ask(u"PUT"_s, editPath(m_group, id), {}, body).status, 403);
        QCOMPARE(
            responseOf(ask(u"GET"_s, v3 + u"/groups/"_s + m_group))["message_edit_period"_L1].toInt(
                -1),
            0);
    }

    void whatAMessageCarriedMayBeSentBackUnchanged()
    {
        const QJsonArray attachments{QJsonObject{{u"type"_s, u"image"_s},
            {u"url"_s, u"https://i.groupme.com/9x9.png.00000000000000000000000000000009"_s}}};
        const QString id = sayIn(m_group, u"1001"_s, attachments);
        const auto edited = ask(u"PUT"_s, editPath(m_group, id), {},
            bodyOf({{u"text"_s, u"with it"_s}, {u"attachments"_s, attachments}}));
        QCOMPARE(responseOf(edited)["message"_L1]["attachments"_L1].toArray(), attachments);
    }

    void directMessagesAreShownByTheOldCallToo()
    {
        const QString id = sayIn(pair);
        const auto shown
            = ask(u"GET"_s, v3 + u"/direct_messages/"_s + id, {{u"other_user_id"_s, u"20450"_s}});
        QCOMPARE(responseOf(shown)["message"_L1]["id"_L1].toString(), id);
        QCOMPARE(ask(u"GET"_s, v3 + u"/direct_messages/"_s + id).status, 400);
        QCOMPARE(
            ask(u"GET"_s, v3 + u"/direct_messages/17"_s, {{u"other_user_id"_s, u"20450"_s}}).status,
            404);
        m_token = u"stranger"_s;
        QCOMPARE(ask(u"GET"_s, editPath(m_group, sayIn(m_group))).status, 404);
    }

    void pinningIsTold_data() { aLikeWithoutABodyIsTheHeart_data(); }
    void pinningIsTold()
    {
        QFETCH(QString, place);
        const QString conversation = placeOf(place);
        const QString id = sayIn(conversation);
        QCOMPARE(listPins(conversation).status, 404);
        QVERIFY(listPins(conversation).body.isEmpty());
        QCOMPARE(pin(conversation, id, u"pin"_s).status, 200);
        QCOMPARE(pin(conversation, id, u"pin"_s).status, 400); // is so already
        const DemoMessage news = m_world->messages(conversation).last();
        QCOMPARE(news.event["type"_L1].toString(), u"message.pinned"_s);
        QCOMPARE(news.event["data"_L1]["pinned_by"_L1].toString(), u"1001"_s);
        QCOMPARE(rowOf(conversation, id)["pinned_at"_L1].toInteger(), start / 1000);
        const auto list = responseOf(listPins(conversation));
        const QString key = conversation == pair ? u"direct_messages"_s : u"messages"_s;
        QCOMPARE(list["count"_L1].toInt(), 1);
        QCOMPARE(list[key][0]["id"_L1].toString(), id);
        const qsizetype rows = m_world->messages(conversation).size();
        QCOMPARE(pin(conversation, id, u"unpin"_s).status, 200);
        QCOMPARE(pin(conversation, id, u"unpin"_s).status, 400);
        QCOMPARE(m_world->messages(conversation).size(), rows); // nothing is said of that
        QVERIFY(rowOf(conversation, id)["pinned_at"_L1].isNull());
        QCOMPARE(rowOf(conversation, id)["pinned_by"_L1].toString(), u""_s);
    }

    void pinsAreRefused()
    {
        QCOMPARE(pin(m_group, messageFor(u"system"_s), u"pin"_s).status, 400);
        QCOMPARE(pin(m_group, messageFor(u"deleted"_s), u"pin"_s).status, 404);
        QCOMPARE(pin(m_group, u"17"_s, u"pin"_s).status, 404);
        QCOMPARE(ask(u"GET"_s, v3 + u"/pinned/direct_messages"_s).status, 400);
        const QString id = sayIn(m_group);
        m_token = u"stranger"_s;
        QCOMPARE(pin(m_group, id, u"pin"_s).status, 404);
    }

    void deletingAMessageTakesItsPinAndItsReactionsAway()
    {
        const QString id = sayIn(m_group, u"1001"_s);
        QCOMPARE(pin(m_group, id, u"pin"_s).status, 200);
        QCOMPARE(ask(u"POST"_s, messagePath(m_group, id) + u"/like"_s).status, 200);
        QCOMPARE(
            ask(u"DELETE"_s, v3 + u"/conversations/"_s + m_group + u"/messages/"_s + id).status,
            204);
        QCOMPARE(listPins(m_group).status, 404);
        QVERIFY(!rowOf(m_group, id).contains("reactions"_L1));
    }

    void pollsAreShownAndListed()
    {
        DemoPoll poll{.conversation = m_group, .subject = u"Which day?"_s, .owner = u"20450"_s};
        poll.createdAt = start / 1000;
        poll.expiresAt = start / 1000 + 600;
        poll.options = {{u"Friday"_s, {u"1001"_s, u"20450"_s}}, {u"Saturday"_s}};
        const QString id = m_world->cards().addPoll(poll);
        QCOMPARE(id.size(), 16);
        QSet<int> statuses;
        QJsonValue shown;
        for (int i = 0; i < 3; ++i) {
            const auto answer = ask(u"GET"_s, v3 + u"/poll/"_s + m_group + u'/' + id);
            statuses.insert(answer.status);
            shown = responseOf(answer)["poll"_L1];
        }
        QCOMPARE(statuses, (QSet{200, 201}));
        QCOMPARE(shown["data"_L1]["status"_L1].toString(), u"active"_s);
        QCOMPARE(shown["data"_L1]["options"_L1][0]["votes"_L1].toInt(), 2);
        QVERIFY(!shown["data"_L1]["options"_L1][1].toObject().contains("votes"_L1));
        QCOMPARE(shown["user_vote"_L1].toString(), u"1"_s);
        m_now += 600'000;
        const auto list = responseOf(ask(u"GET"_s, v3 + u"/poll/"_s + m_group));
        QCOMPARE(list["polls"_L1][0]["data"_L1]["status"_L1].toString(), u"past"_s);
        QCOMPARE(ask(u"GET"_s, v3 + u"/poll/"_s + m_topic + u'/' + id).status, 404);
        m_token = u"stranger"_s;
        QCOMPARE(ask(u"GET"_s, v3 + u"/poll/"_s + m_group + u'/' + id).status, 401);
        QCOMPARE(ask(u"GET"_s, v3 + u"/poll/"_s + m_group).status, 401);
    }

    void anonymousPollsTellNoVoters()
    {
        DemoPoll poll{.conversation = pair, .subject = u"?"_s, .owner = u"20450"_s};
        poll.isAnonymous = true;
        poll.options = {{u"yes"_s, {u"20450"_s}}};
        const QString id = m_world->cards().addPoll(poll);
        const auto shown = responseOf(ask(u"GET"_s, v3 + u"/poll/"_s + pair + u'/' + id));
        const auto option = shown["poll"_L1]["data"_L1]["options"_L1][0].toObject();
        QCOMPARE(option["votes"_L1].toInt(), 1);
        QVERIFY(!option.contains("voter_ids"_L1));
        QVERIFY(!shown["poll"_L1].toObject().contains("user_vote"_L1));
    }

    void eventsTellTheirTimesWithAnOffset()
    {
        DemoEvent event{.conversation = m_group, .name = u"Regatta"_s, .creator = u"20450"_s};
        event.startsAt = 1'752'000'000; // in summer
        event.endsAt = event.startsAt + 7200;
        event.place = u"The lock"_s;
        event.going = {u"20450"_s};
        const QString id = m_world->cards().addEvent(event);
        const QString path = v3 + u"/conversations/"_s + m_group + u"/events/"_s;
        const auto shown = responseOf(ask(u"GET"_s, path + u"show"_s, {{u"event_id"_s, id}}));
        QCOMPARE(shown["event"_L1]["start_at"_L1].toString(), u"2025-07-08T19:40:00+01:00"_s);
        QCOMPARE(shown["event"_L1]["location"_L1]["name"_L1].toString(), u"The lock"_s);
        const auto list
            = ask(u"GET"_s, path + u"list"_s, {{u"end_at"_s, u"2025-07-01T00:00:00Z"_s}});
        QCOMPARE(responseOf(list)["events"_L1].toArray().size(), 1);
        const auto later
            = ask(u"GET"_s, path + u"list"_s, {{u"end_at"_s, u"2025-08-01T00:00:00Z"_s}});
        QVERIFY(responseOf(later)["events"_L1].toArray().isEmpty());
        QCOMPARE(ask(u"GET"_s, path + u"list"_s).status, 400);
        QCOMPARE(ask(u"GET"_s, path + u"show"_s, {{u"event_id"_s, u"x"_s}}).status, 404);
        m_token = u"stranger"_s;
        QCOMPARE(ask(u"GET"_s, path + u"show"_s, {{u"event_id"_s, id}}).status, 404);
    }

private:
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QList<QPair<QString, QString>>& query = {}, const QByteArray& body = {})
    {
        DemoRequest request{.method = method, .path = path, .query = query};
        request.headers = {{u"x-access-token"_s, m_token}};
        request.body = body;
        return m_api->answer(request, m_now - start);
    }
    [[nodiscard]] QString placeOf(const QString& name) const
    {
        return name == u"direct"_s ? pair : name == u"group"_s ? m_group : m_topic;
    }
    QString sayIn(
        const QString& place, const QString& from = u"20450"_s, const QJsonArray& attachments = {})
    {
        if (place != pair)
            return m_world->sayIn(place, from, u"hello"_s, attachments);
        const QString to = from == u"1001"_s ? u"20450"_s : u"1001"_s;
        return m_world->say(from, to, u"hello"_s, attachments);
    }
    /// A message of the group, by what is the matter with it.
    QString messageFor(const QString& what)
    {
        if (what == u"unknown"_s)
            return u"17"_s;
        if (what == u"system"_s)
            return m_world->systemRow(m_group, u"news"_s, {});
        const QString id = sayIn(m_group, what == u"mine"_s ? u"1001"_s : u"20450"_s);
        if (what == u"deleted"_s)
            m_world->erase(m_group, id);
        return id;
    }
    [[nodiscard]] static QString messagePath(const QString& conversation, const QString& id)
    {
        return v3 + u"/messages/"_s + conversation + u'/' + id;
    }
    [[nodiscard]] static QString editPath(const QString& conversation, const QString& id)
    {
        return conversation == pair ? v4 + u"/direct_messages/20450/messages/"_s + id
                                    : v4 + u"/groups/"_s + conversation + u"/messages/"_s + id;
    }
    [[nodiscard]] DemoAnswer pin(const QString& place, const QString& id, const QString& verb)
    {
        return ask(
            u"POST"_s, v3 + u"/conversations/"_s + place + u"/messages/"_s + id + u'/' + verb);
    }
    [[nodiscard]] DemoAnswer listPins(const QString& place)
    {
        return place == pair
            ? ask(u"GET"_s, v3 + u"/pinned/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}})
            : ask(u"GET"_s, v3 + u"/pinned/groups/"_s + place + u"/messages"_s);
    }
    /// As the page of its conversation has it.
    [[nodiscard]] QJsonObject rowOf(const QString& place, const QString& id)
    {
        const auto page = place == pair
            ? ask(u"GET"_s, v3 + u"/direct_messages"_s, {{u"other_user_id"_s, u"20450"_s}})
            : ask(u"GET"_s, v3 + u"/groups/"_s + place + u"/messages"_s);
        const QString key = place == pair ? u"direct_messages"_s : u"messages"_s;
        for (const QJsonValue& row : responseOf(page)[key].toArray()) {
            if (row["id"_L1].toString() == id)
                return row.toObject();
        }
        return {};
    }

    qint64 m_now = start;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    QString m_token;
    QString m_group;
    QString m_topic;
};

SKEIN_TEST(tst_DemoMessages)

} // namespace demoMessagesTest

#include "tst_DemoMessages.moc"
