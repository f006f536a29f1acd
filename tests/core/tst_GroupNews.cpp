// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/GroupNews.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QJsonDocument>

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupNewsTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const auto travel = ConversationId::topic(u"55777"_s, rowing);

QJsonObject object(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class tst_GroupNews : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void whatAnEventMeans_data();
    void whatAnEventMeans();
    void aNewTitleIsTakenFromTheRowThatSaysSo();
    void historyIsNoNews();
    void theFirstPageIsNoNews();
    void whatIsReadAgainIsNoNews();
    void theLatestOfAPageCounts();
    void topicsAreNoGroups();
    void aTopicEventMakesTheListDueEvenBeforeTheFirstTopicIsCounted();
    void aChangedKindIsAskedOfTheServiceAnew();
    void theKindThatAnEventTellsCounts();
    void theEventOfAnOwnChangeForgetsNothing();
    void aNewDescriptionIsTaken();
    void changedMembersAreTold();

private:
    void take(const QList<Message>& messages, const ConversationId& id = rowing)
    {
        m_open->changes = {};
        m_open->take(pageOf(messages), id);
    }
    Conversation one(const ConversationId& id)
    {
        return m_open->stores.conversations.one(id).value();
    }
    Message renaming(int n, const QString& name)
    {
        return systemMessage(n, u"group.name_change"_s, {{u"name"_s, name}});
    }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_GroupNews::whatAnEventMeans_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<GroupNews>("news");
    const auto row = [](const QString& type, const char* data, const GroupNews& news) {
        const auto name = (type + u' ' + QString::fromUtf8(data)).toUtf8();
        QTest::newRow(name.constData()) << type << QByteArray(data) << news;
    };
    row(u"group.name_change"_s, R"({"name":"Crew","user":{"id":1001}})", {.title = u"Crew"_s});
    row(u"group.name_change"_s, R"({"name":null})", {});
    row(u"group.name_change"_s, R"({"name":7})", {});
    row(u"group.name_change"_s, "{}", {});
    row(u"group.avatar_change"_s, R"({"avatar_url":"https://i.groupme.com/x"})",
        {.avatarUrl = u"https://i.groupme.com/x"_s});
    row(u"group.avatar_change"_s, R"({"avatar_url":""})", {.avatarUrl = u""_s});
    const GroupNews topics{.topicsChanged = true};
    for (const QString& word : {u"created"_s, u"removed"_s, u"name_change"_s,
             u"description_change"_s, u"avatar_change"_s, u"like_icon_change"_s, u"of_tomorrow"_s})
        row(u"group.subgroup_"_s + word, R"({"subgroup_id":55777,"subgroup_topic":"x"})", topics);
    const QString kind = u"group.subgroup_type_change"_s;
    row(kind, R"({"subgroup_id":55777})", {.topicsChanged = true, .topicOfNewKind = u"55777"_s});
    row(kind, R"({"subgroup_id":"55777"})", {.topicsChanged = true, .topicOfNewKind = u"55777"_s});
    row(kind, R"({"subgroup_id":null})", topics);
    row(kind, R"({"subgroup_id":[7]})", topics);
    row(kind, R"({"subgroup_id":-7})", topics);
    const auto ofKind = [](GroupKind told) {
        return GroupNews{.topicsChanged = true, .topicOfNewKind = u"55777"_s, .newKind = told};
    };
    row(kind, R"({"subgroup_id":55777,"type":"announcement"})", ofKind(GroupKind::Announcement));
    row(kind, R"({"subgroup_id":55777,"group_type":"private"})", ofKind(GroupKind::Private));
    row(kind, R"({"subgroup_id":55777,"subgroup_type":"closed"})", ofKind(GroupKind::Closed));
    row(kind, R"({"subgroup_id":55777,"type":"of tomorrow"})",
        {.topicsChanged = true, .topicOfNewKind = u"55777"_s});
    row(u"group.topic_change"_s, R"({"topic":"Eights and fours"})",
        {.description = u"Eights and fours"_s});
    const GroupNews members{.membersChanged = true};
    for (const QString& type : {u"membership.announce.added"_s, u"membership.announce.joined"_s,
             u"membership.notifications.exited"_s, u"membership.notifications.removed"_s,
             u"membership.nickname_changed"_s, u"membership.avatar_changed"_s,
             u"group.owner_changed"_s, u"group.role_change_admin"_s, u"group.type_change"_s})
        row(type, "{}", members);
    for (const QString& type : {u""_s, u"group"_s, u"group.topic_change"_s, u"message.deleted"_s,
             u"poll.created"_s, u"membership"_s, u"Group.Name_Change"_s})
        row(type, R"({"name":"x"})", {});
}

void tst_GroupNews::whatAnEventMeans()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, data);
    QFETCH(const GroupNews, news);
    QVERIFY(newsIn({type, object(data)}) == news);
    QCOMPARE(newsIn({type, object(data)}).isEmpty(), news == GroupNews{});
}

void tst_GroupNews::aNewTitleIsTakenFromTheRowThatSaysSo()
{
    take({receivedMessage(1)});
    take({renaming(2, u"Crew"_s),
        systemMessage(
            3, u"group.avatar_change"_s, {{u"avatar_url"_s, u"https://i.groupme.com/x"_s}})});
    QCOMPARE(one(rowing).title, u"Crew"_s);
    QCOMPARE(one(rowing).avatarUrl, u"https://i.groupme.com/x"_s);
    QVERIFY(m_open->changes.conversations.contains(rowing));
}

void tst_GroupNews::historyIsNoNews()
{
    m_open->stores.groups.take(
        summaryOf(rowing, u"Crew"_s, receivedMessage(50)), false, m_open->changes);
    take({receivedMessage(49), receivedMessage(50)});
    take({renaming(10, u"What it was called before"_s), receivedMessage(49)});
    take({systemMessage(5, u"group.subgroup_created"_s, {{u"subgroup_id"_s, 7}}),
        systemMessage(6, u"membership.announce.added"_s)});
    QCOMPARE(one(rowing).title, u"Crew"_s);
    QVERIFY(m_open->changes.topicLists.isEmpty() && m_open->changes.memberLists.isEmpty());
    QCOMPARE(one(rowing).topics, 0);
}

void tst_GroupNews::theFirstPageIsNoNews()
{
    // Of all that ever happened only the latest counts, and that the lists tell.
    m_open->stores.groups.take(
        summaryOf(rowing, u"Crew"_s, receivedMessage(50)), false, m_open->changes);
    take({renaming(10, u"What it was called before"_s), receivedMessage(50)});
    QCOMPARE(one(rowing).title, u"Crew"_s);
}

void tst_GroupNews::whatIsReadAgainIsNoNews()
{
    take({receivedMessage(1)});
    take({receivedMessage(1), renaming(2, u"Crew"_s)});
    m_open->stores.groups.takeNews(rowing, {.title = u"Crew, later"_s}, 0, m_open->changes);
    take({receivedMessage(1), renaming(2, u"Crew"_s)});
    QCOMPARE(one(rowing).title, u"Crew, later"_s);
}

void tst_GroupNews::theLatestOfAPageCounts()
{
    take({receivedMessage(1)});
    take({renaming(2, u"First"_s), receivedMessage(3), renaming(4, u"Second"_s)});
    QCOMPARE(one(rowing).title, u"Second"_s);
}

void tst_GroupNews::topicsAreNoGroups()
{
    take({receivedMessage(1)}, travel);
    take({renaming(2, u"Crew"_s), systemMessage(3, u"group.subgroup_created"_s)}, travel);
    QCOMPARE(one(travel).title, QString());
    QVERIFY(m_open->changes.topicLists.isEmpty());
    const auto chat = fixtureChat();
    take({receivedMessage(1)}, chat);
    take({renaming(2, u"Crew"_s)}, chat);
    QCOMPARE(one(chat).title, QString());
}

void tst_GroupNews::aTopicEventMakesTheListDueEvenBeforeTheFirstTopicIsCounted()
{
    auto row = summaryOf(rowing, u"Crew"_s, receivedMessage(1));
    row.group.topics = 0;
    m_open->stores.groups.take(row, false, m_open->changes);
    take({receivedMessage(1)});
    take({systemMessage(2, u"group.subgroup_created"_s, {{u"subgroup_id"_s, 55777}})});
    QCOMPARE(m_open->changes.topicLists, QSet{rowing});
    QVERIFY(one(rowing).hasTopics());
    QCOMPARE(m_open->stores.groups.topicsDue(), QList{rowing});
}

void tst_GroupNews::aChangedKindIsAskedOfTheServiceAnew()
{
    // Lists do not tell the kind of a topic, so what was learnt would be believed for ever.
    m_open->stores.groups.take(
        summaryOf(travel, u"Travel"_s, receivedMessage(1)), false, m_open->changes);
    m_open->stores.groups.setKind(travel, GroupKind::Announcement, m_open->changes);
    take({receivedMessage(1)});
    take({systemMessage(2, u"group.subgroup_type_change"_s, {{u"subgroup_id"_s, 55777}})});
    QVERIFY(!one(travel).groupKind);
    QVERIFY(m_open->changes.conversations.contains(travel));
    take({systemMessage(3, u"group.subgroup_type_change"_s, {{u"subgroup_id"_s, 99999}})});
    QCOMPARE(m_open->stores.conversations.all().size(), 2); // of an unknown topic: nothing
}

void tst_GroupNews::theKindThatAnEventTellsCounts()
{
    m_open->stores.groups.take(
        summaryOf(travel, u"Travel"_s, receivedMessage(1)), false, m_open->changes);
    take({receivedMessage(1)});
    take({systemMessage(2, u"group.subgroup_type_change"_s,
        {{u"subgroup_id"_s, 55777}, {u"type"_s, u"announcement"_s}})});
    QVERIFY(one(travel).groupKind == GroupKind::Announcement);
}

void tst_GroupNews::theEventOfAnOwnChangeForgetsNothing()
{
    // What the service answers to a change tells the kind; the event that it sends everybody
    // arrives after that and tells less.
    auto answer = summaryOf(travel, u"Travel"_s, std::nullopt);
    answer.group.kind = GroupKind::Announcement;
    const auto event = [](int n) {
        return systemMessage(n, u"group.subgroup_type_change"_s, {{u"subgroup_id"_s, 55777}});
    };
    answer.group.changedAt = event(3).createdAt;
    take({receivedMessage(1)});
    m_open->stores.groups.takePart(answer, m_open->changes);
    m_open.reset(); // each piece of work has stores of its own
    m_open = m_folder->open();
    take({event(3)});
    QVERIFY(one(travel).groupKind == GroupKind::Announcement);
    take({event(4)}); // somebody else's
    QVERIFY(!one(travel).groupKind);
}

void tst_GroupNews::aNewDescriptionIsTaken()
{
    take({receivedMessage(1)});
    take({systemMessage(2, u"group.topic_change"_s, {{u"topic"_s, u"Eights and fours"_s}})});
    QCOMPARE(one(rowing).description, u"Eights and fours"_s);
    QVERIFY(m_open->changes.conversations.contains(rowing));
}

void tst_GroupNews::changedMembersAreTold()
{
    take({receivedMessage(1)});
    take({systemMessage(2, u"group.role_change_admin"_s)});
    QCOMPARE(m_open->changes.memberLists, QSet{rowing});
    QVERIFY(m_open->changes.topicLists.isEmpty());
    take({receivedMessage(3)});
    QVERIFY(m_open->changes.memberLists.isEmpty());
}

SKEIN_TEST(tst_GroupNews)

} // namespace groupNewsTest

#include "tst_GroupNews.moc"
