// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Groups and topics of the demo service, over its calls.

#include "app/demo/DemoApi.h"
#include "app/demo/DemoGroupHistory.h"
#include "app/demo/DemoGroupJson.h"
#include "app/demo/DemoHistory.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoGroupsTest {

namespace {

const QString v3 = u"/api.groupme.com/v3"_s;
constexpr qint64 start = 1'760'000'000'000;

QJsonValue responseOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object()["response"_L1];
}

QString reasonOf(const DemoAnswer& answer)
{
    const QJsonObject meta = QJsonDocument::fromJson(answer.body).object()["meta"_L1].toObject();
    return meta["errors"_L1].toArray().first().toString();
}

} // namespace

class tst_DemoGroups : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_now = start;
        m_token = u"owner"_s;
        m_world = std::make_unique<DemoWorld>(DemoPerson{u"1001"_s, u"Mara"_s, {}},
            QList<DemoPerson>{{u"20450"_s, u"Rin"_s, u""_s}, {u"987"_s, u"Tobias"_s, {}}},
            [this] { return m_now; });
        m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
        m_api->admit(u"owner"_s, u"1001"_s);
        m_api->admit(u"member"_s, u"20450"_s);
        m_api->admit(u"stranger"_s, u"987"_s);
        DemoGroup group{.name = u"Rowing"_s, .creator = u"1001"_s};
        group.members = {{.user = u"1001"_s}, {.user = u"20450"_s}};
        m_group = m_world->addGroup(group);
        m_topic = m_world->addTopic(m_group, {.title = u"Travel"_s});
    }

    void theListHidesMembersAndTheirNumberWhenTheyAreOmitted()
    {
        const auto whole = responseOf(ask(u"GET"_s, v3 + u"/groups"_s)).toArray();
        QCOMPARE(whole.size(), 1);
        QCOMPARE(whole.first()["members_count"_L1].toInt(), 2);
        const auto rows
            = responseOf(ask(u"GET"_s, v3 + u"/groups"_s, {{u"omit"_s, u"memberships"_s}}))
                  .toArray();
        QVERIFY(rows.first()["members"_L1].isNull());
        QCOMPARE(rows.first()["members_count"_L1].toInt(-1), 0);
        QCOMPARE(rows.first()["children_count"_L1].toInt(), 1);
        QCOMPARE(
            responseOf(ask(u"GET"_s, v3 + u"/groups"_s, {{u"page"_s, u"2"_s}})).toArray().size(),
            0);
    }

    void showingAGroupTellsRolesAndATopicsIdIs404()
    {
        const auto group = responseOf(ask(u"GET"_s, groupPath()));
        QCOMPARE(group["members"_L1][0]["roles"_L1].toArray().last().toString(), u"owner"_s);
        QVERIFY(group["members"_L1][0]["id"_L1] != group["members"_L1][0]["user_id"_L1]);
        QCOMPARE(ask(u"GET"_s, v3 + u"/groups/"_s + m_topic).status, 404);
        m_token = u"stranger"_s;
        QCOMPARE(ask(u"GET"_s, groupPath()).status, 404);
    }

    void topicsSpeakInNumbersAndDoNotTellTheirType()
    {
        const auto row = responseOf(ask(u"GET"_s, groupPath() + u"/subgroups"_s))[0];
        QVERIFY(row["id"_L1].isDouble() && row["parent_id"_L1].isDouble());
        QVERIFY(row["creator_user_id"_L1].isDouble());
        QCOMPARE(row["topic"_L1].toString(), u"Travel"_s);
        QVERIFY(!row.toObject().contains("type"_L1) && !row.toObject().contains("name"_L1));
        QVERIFY(row["messages"_L1]["last_message_id"_L1].isNull());
    }

    void whereListsTellTheKindOfATopicTheyTellIt()
    {
        m_group = m_world->addGroup(
            {.name = u"Talkative"_s, .members = {{.user = u"1001"_s}}, .tellsKinds = true});
        m_world->addTopic(m_group, {.title = u"News"_s, .kind = u"announcement"_s});
        const auto row = responseOf(ask(u"GET"_s, groupPath() + u"/subgroups"_s))[0];
        QCOMPARE(row["type"_L1].toString(), u"announcement"_s);
    }

    void aTopicsMessagesGoByItsOwnId()
    {
        const auto sent = send(m_topic, u"guid-1"_s, u"the train is booked"_s);
        QCOMPARE(sent.status, 201);
        QCOMPARE(responseOf(sent)["message"_L1]["group_id"_L1].toString(), m_topic);
        const auto page = responseOf(ask(u"GET"_s, v3 + u"/groups/"_s + m_topic + u"/messages"_s));
        QCOMPARE(page["messages"_L1].toArray().size(), 1);
        QCOMPARE(page["messages"_L1][0]["system"_L1].toBool(true), false);
        // The main channel holds the news of the topic, not what is said in it.
        for (const DemoMessage& message : m_world->messages(m_group))
            QVERIFY(message.isSystem());
        QCOMPARE(send(m_topic, u"guid-1"_s, u"again"_s).status, 409);
    }

    void noMessagesIs304AndNoConversationIs404WithoutABody()
    {
        const auto none = ask(u"GET"_s, v3 + u"/groups/"_s + m_topic + u"/messages"_s);
        QCOMPARE(none.status, 304);
        QVERIFY(none.body.isEmpty());
        const auto unknown = ask(u"GET"_s, v3 + u"/groups/4711/messages"_s);
        QCOMPARE(unknown.status, 404);
        QVERIFY(unknown.body.isEmpty());
    }

    void filesAreHiddenFromWhoDoesNotAcceptThem()
    {
        m_world->sayIn(m_topic, u"20450"_s, u"the plan"_s,
            {QJsonObject{{u"type"_s, u"file"_s}, {u"file_id"_s, u"f1"_s}}});
        const QString path = v3 + u"/groups/"_s + m_topic + u"/messages"_s;
        const auto textWith = [&](const QList<QPair<QString, QString>>& query) {
            return responseOf(ask(u"GET"_s, path, query))["messages"_L1][0]["text"_L1].toString();
        };
        QCOMPARE(textWith({}), u"Please upgrade to download this file."_s);
        QCOMPARE(textWith({{u"acceptFiles"_s, u"1"_s}}), u"the plan"_s);
    }

    void onlyAdminsMakeChangeAndDeleteTopics()
    {
        const QByteArray body = "{\"topic\":\"Kit\",\"group_type\":\"announcement\"}";
        const QString topics = groupPath() + u"/subgroups"_s;
        m_token = u"member"_s;
        QCOMPARE(ask(u"POST"_s, topics, {}, body).status, 403);
        QCOMPARE(ask(u"PUT"_s, topics + u'/' + m_topic, {}, body).status, 403);
        QCOMPARE(ask(u"DELETE"_s, topics + u'/' + m_topic).status, 403);
        m_token = u"owner"_s;
        const auto made = ask(u"POST"_s, topics, {}, body);
        QCOMPARE(made.status, 201);
        QCOMPARE(responseOf(made)["type"_L1].toString(), u"announcement"_s);
        QVERIFY(!responseOf(made).toObject().contains("messages"_L1));
        const auto changed = ask(u"PUT"_s, topics + u'/' + m_topic, {}, body);
        QCOMPARE(responseOf(changed)["topic"_L1].toString(), u"Kit"_s);
        QCOMPARE(ask(u"DELETE"_s, topics + u'/' + m_topic).status, 200);
        QCOMPARE(ask(u"DELETE"_s, topics + u'/' + m_topic).status, 404);
        QCOMPARE(ask(u"GET"_s, topics + u'/' + m_topic).status, 404);
    }

    void everybodyHearsOfTopicsInTheMainChannel()
    {
        m_world->renameTopic(m_group, m_topic, u"Trains"_s);
        m_world->dropTopic(m_group, m_topic);
        QStringList types;
        for (const DemoMessage& message : m_world->messages(m_group)) {
            types.append(message.event["type"_L1].toString());
            QVERIFY(message.event["data"_L1]["subgroup_id"_L1].isDouble());
        }
        QCOMPARE(types,
            (QStringList{u"group.subgroup_created"_s, u"group.subgroup_name_change"_s,
                u"group.subgroup_removed"_s}));
    }

    void wrongTopicsAreRefusedInWords_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("no title") << QJsonObject{{u"topic"_s, u"  "_s}};
        QTest::newRow("long title") << QJsonObject{{u"topic"_s, QString(141, u'x')}};
        QTest::newRow("long description")
            << QJsonObject{{u"topic"_s, u"Kit"_s}, {u"description"_s, QString(256, u'x')}};
        QTest::newRow("kind") << QJsonObject{
            {u"topic"_s, u"Kit"_s}, {u"group_type"_s, u"secret"_s}};
        QTest::newRow("picture") << QJsonObject{
            {u"topic"_s, u"Kit"_s}, {u"avatar_url"_s, u"https://example.org/x.png"_s}};
    }
    void wrongTopicsAreRefusedInWords()
    {
        QFETCH(QJsonObject, body);
        const auto refused
            = ask(u"POST"_s, groupPath() + u"/subgroups"_s, {}, QJsonDocument(body).toJson());
        QCOMPARE(refused.status, 400);
        QVERIFY(reasonOf(refused).size() > 10);
    }

    void announcementsAreForAdminsToWrite()
    {
        const QString news
            = m_world->addTopic(m_group, {.title = u"News"_s, .kind = u"announcement"_s});
        QCOMPARE(send(news, u"a"_s, u"hear ye"_s).status, 201);
        m_token = u"member"_s;
        QCOMPARE(send(news, u"b"_s, u"me too"_s).status, 403);
        QCOMPARE(send(m_topic, u"c"_s, u"here I may"_s).status, 201);
    }

    void mutingATopicLeavesTheMainChannelAlone()
    {
        const QString path = groupPath() + u"/subgroups/"_s + m_topic;
        const auto muted = responseOf(ask(u"POST"_s, path + u"/mute"_s, {}, "{\"duration\":60}"));
        QCOMPARE(
            muted["membership"_L1]["muted_children"_L1][m_topic].toInteger(), start / 1000 + 3600);
        QVERIFY(muted["membership"_L1]["muted_until"_L1].isNull());
        QVERIFY(muted["membership"_L1].toObject().contains("phone_number"_L1));
        const auto forGood
            = responseOf(ask(u"POST"_s, path + u"/mute"_s, {}, "{\"duration\":null}"));
        QCOMPARE(
            forGood["membership"_L1]["muted_children"_L1][m_topic].toInteger(), demo::mutedForGood);
        QCOMPARE(responseOf(ask(u"GET"_s, path))["muted_until"_L1].toInteger(), demo::mutedForGood);
        const auto unmuted = responseOf(ask(u"POST"_s, path + u"/unmute"_s));
        QVERIFY(unmuted["membership"_L1]["muted_children"_L1].toObject().isEmpty());
        QCOMPARE(ask(u"POST"_s, path + u"/mute"_s, {}, "{}").status, 400);
    }

    void mutingTheMainChannelIsTheOldHostsMatter()
    {
        const QString path = u"/v2.groupme.com/groups/"_s + m_group + u"/memberships/"_s;
        const auto muted = responseOf(ask(u"POST"_s, path + u"mute"_s, {}, "{\"duration\":\"5\"}"));
        QCOMPARE(muted["membership"_L1]["state"_L1].toString(), u"muted"_s);
        QCOMPARE(responseOf(ask(u"GET"_s, groupPath()))["muted_until"_L1].toInteger(),
            start / 1000 + 300);
        QCOMPARE(responseOf(ask(u"POST"_s, path + u"unmute"_s))["membership"_L1]["state"_L1],
            QJsonValue(u"active"_s));
    }

    void membersRenameThemselvesAndLeaveButTheOwnerStays()
    {
        m_token = u"member"_s;
        const auto renamed = ask(u"POST"_s, groupPath() + u"/memberships/update"_s, {},
            "{\"membership\":{\"nickname\":\"Rinny\"}}");
        QCOMPARE(responseOf(renamed)["nickname"_L1].toString(), u"Rinny"_s); // unwrapped
        const auto idOf = [this](const QString& user) {
            return m_world->group(m_group)->member(user)->membershipId;
        };
        const QString members = groupPath() + u"/members/"_s;
        QCOMPARE(ask(u"POST"_s, members + idOf(u"1001"_s) + u"/remove"_s).status, 400);
        QCOMPARE(ask(u"GET"_s, groupPath() + u"/members"_s).status, 401); // for admins only
        QCOMPARE(ask(u"POST"_s, members + idOf(u"20450"_s) + u"/remove"_s).status, 200);
        QCOMPARE(ask(u"GET"_s, groupPath()).status, 404);
        QCOMPARE(ask(u"GET"_s, v3 + u"/groups/"_s + m_topic + u"/messages"_s).status, 404);
    }

    void anAdminsDeletionLeavesANoticeOnly()
    {
        const QString id = m_world->sayIn(m_group, u"20450"_s, u"rubbish"_s);
        const QString path = v3 + u"/conversations/"_s + m_group + u"/messages/"_s + id;
        QCOMPARE(ask(u"DELETE"_s, path).status, 204);
        const auto left = m_world->messages(m_group);
        QCOMPARE(left.last().event["data"_L1]["deletion_actor"_L1].toString(), u"admin"_s);
        for (const DemoMessage& message : left)
            QVERIFY(message.id != id);
    }

    void readPositionsAreKeptForGroupsToo()
    {
        const QString id = m_world->sayIn(m_topic, u"20450"_s, u"hello"_s);
        const QByteArray body = "{\"last_read_message_id\":\"" + id.toLatin1() + "\"}";
        const QString path = u"/api.groupme.com/v4/read_receipts/"_s + m_topic;
        QCOMPARE(ask(u"POST"_s, path, {}, body).status, 202);
        const auto heads = responseOf(ask(u"GET"_s, u"/api.groupme.com/v4/read_receipts"_s));
        QCOMPARE(heads["receipts"_L1][0]["conversation_id"_L1].toString(), m_topic);
    }

    void theWorldsGroupsAreBelievableAndTheSameEveryTime()
    {
        const auto make = [this] {
            auto world
                = std::make_unique<DemoWorld>(demoMe(), demoCast(), [this] { return m_now; });
            writeDemoGroups(*world, 7);
            return world;
        };
        const auto world = make();
        const auto twin = make();
        int topics = 0;
        for (const QString& id : world->groupIds()) {
            const DemoGroup group = world->group(id).value();
            QVERIFY(group.member(u"1001"_s));
            QCOMPARE(world->messages(id), twin->messages(id));
            topics += static_cast<int>(group.topics.size());
            for (const DemoMessage& message : world->messages(id))
                verifyMentions(message, group);
        }
        QVERIFY(world->groupIds().size() >= 8 && topics >= 6);
    }

private:
    [[nodiscard]] QString groupPath() const { return v3 + u"/groups/"_s + m_group; }
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QList<QPair<QString, QString>>& query = {}, const QByteArray& body = {})
    {
        DemoRequest request{.method = method, .path = path, .query = query};
        request.headers = {{u"x-access-token"_s, m_token}};
        request.body = body;
        return m_api->answer(request, m_now - start);
    }
    [[nodiscard]] DemoAnswer send(const QString& place, const QString& guid, const QString& text)
    {
        const QJsonObject message{{u"source_guid"_s, guid}, {u"text"_s, text}};
        return ask(u"POST"_s, v3 + u"/groups/"_s + place + u"/messages"_s, {},
            QJsonDocument(QJsonObject{{u"message"_s, message}}).toJson());
    }
    /// Every mention points at an "@" and the nickname of who is meant.
    void verifyMentions(const DemoMessage& message, const DemoGroup& group)
    {
        for (const QJsonValue& each : message.attachments) {
            if (each["type"_L1] != "mentions"_L1)
                continue;
            const QString user = each["user_ids"_L1][0].toString();
            const qsizetype at = each["loci"_L1][0][0].toInteger();
            const qsizetype length = each["loci"_L1][0][1].toInteger();
            QVERIFY(group.member(user));
            QCOMPARE(message.text.mid(at, length), u'@' + group.member(user)->nickname);
        }
    }

    qint64 m_now = start;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    QString m_token;
    QString m_group;
    QString m_topic;
};

SKEIN_TEST(tst_DemoGroups)

} // namespace demoGroupsTest

#include "tst_DemoGroups.moc"
