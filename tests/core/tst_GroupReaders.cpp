// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"
#include "core/api/GroupReaders.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupReadersTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);

QJsonValue opened(const QByteArray& body)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    return openEnvelope(reply).value();
}

/// As it comes out of the envelope: long numbers are texts by then.
QJsonValue value(const QByteArray& json) { return opened("{\"response\":" + json + "}"); }

QJsonValue fixture(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return opened(file.readAll());
}

GroupFacts factsOf(const QByteArray& keys)
{
    return json::group(value("{\"id\":\"5\"" + keys + "}")).value().group;
}

} // namespace

class tst_GroupReaders : public QObject {
    Q_OBJECT

private slots:
    void groupsAreReadAndRowsThatAreNoneLeftOut();
    void whatAListTellsOfAGroup();
    void aGroupWithoutMessagesOrPicture();
    void aGroupThatTellsAlmostNothing();
    void idsBeyondDoublesStayExact();
    void membersThatWereLeftOutAreUnknown();
    void membersAreReadWithTheirRoles();
    void numbersOfTopics_data();
    void numbersOfTopics();
    void kinds_data();
    void kinds();
    void mutesOfAGroup_data();
    void mutesOfAGroup();
    void likeIcons_data();
    void likeIcons();
    void aDeletedMessageIsNoPreview();
    void renamingAGroupIsNoActivity();
    void topicsAreReadOfTheirGroupOnly();
    void whatAListTellsOfATopic();
    void aTopicThatTellsAlmostNothing();
    void theAnswerToMakingATopicIsAPart();
    void onlyAListIsAList();
    void aMembershipMayBeBare();
    void mutesByTopic();
    void privateFieldsOfAMuteAreNotRead();
    void anAnswerThatIsNoMembershipMutesNothing();
    void nullOrAnyOtherTypeInEveryPlaceIsHarmless_data();
    void nullOrAnyOtherTypeInEveryPlaceIsHarmless();
};

void tst_GroupReaders::groupsAreReadAndRowsThatAreNoneLeftOut()
{
    const auto groups = json::groups(fixture(u"groups.json"_s)).value();
    QStringList keys;
    for (const ConversationSummary& group : groups)
        keys.append(group.id.key());
    QCOMPARE(keys,
        (QStringList{u"g/55501"_s, u"g/55502"_s, u"g/9223372036854775808123"_s, u"g/55503"_s,
            u"g/55504"_s}));
    QCOMPARE(groups.first().title, u"Rowing"_s); // and not what it is called the second time
}

void tst_GroupReaders::whatAListTellsOfAGroup()
{
    const auto group = json::groups(fixture(u"groups.json"_s)).value().at(0);
    QCOMPARE(group.id.kind, ConversationId::Kind::Group);
    QCOMPARE(
        group.avatarUrl, u"https://i.groupme.com/640x480.jpeg.00000000000000000000000000000011"_s);
    QCOMPARE(group.createdAt, 1'740'000'000);
    QCOMPARE(group.lastRead.value().value, u"176000010011112222"_s);
    QCOMPARE(group.deletionMode, (QStringList{u"admin"_s, u"sender"_s}));
    const Message newest = group.lastMessage.value();
    QCOMPARE(newest.id.value, u"176000030055556666"_s);
    QCOMPARE(newest.createdAt, 1'760'000'300);
    QCOMPARE(newest.senderName, u"Rin"_s);
    QVERIFY(newest.senderId.isEmpty()); // the list does not tell it
    QCOMPARE(previewWords(newest), u"Photo"_s);
    QCOMPARE(group.group.kind, GroupKind::Private);
    QCOMPARE(group.group.description, u"Tuesdays, 6 at the bridge"_s);
    QCOMPARE(group.group.creator.value, u"20450"_s);
    QCOMPARE(group.group.topics, 2);
    QCOMPARE(group.group.mutedUntil, 0);
    QCOMPARE(group.group.likeIcon.value(), (LikeIcon{1, 49}));
}

void tst_GroupReaders::aGroupWithoutMessagesOrPicture()
{
    const auto group = json::groups(fixture(u"groups.json"_s)).value().at(1);
    QVERIFY(!group.lastMessage);
    QVERIFY(!group.lastRead);
    QCOMPARE(group.avatarUrl, QString());
    QCOMPARE(group.updatedAt, 1'740'000'001); // when it was made
    QCOMPARE(group.group.kind, GroupKind::Announcement);
    QCOMPARE(group.group.creator.value, u"1001"_s);
    QCOMPARE(group.group.mutedUntil, mutedForever);
    QCOMPARE(group.group.topics, 0);
    QVERIFY(group.group.likeIcon.has_value() && !group.group.likeIcon->has_value());
    QCOMPARE(group.group.description, u""_s);
}

void tst_GroupReaders::aGroupThatTellsAlmostNothing()
{
    const auto group = json::groups(fixture(u"groups.json"_s)).value().at(4);
    QVERIFY(!group.group.kind);
    QVERIFY(!group.group.description);
    QVERIFY(!group.group.topics);
    QVERIFY(!group.group.likeIcon);
    QVERIFY(group.group.creator.isEmpty());
    QCOMPARE(group.group.mutedUntil, 0); // a list that says nothing says "not muted"
    QCOMPARE(group.group.memberCount, 0);
    QCOMPARE(group.updatedAt, 0);
    QCOMPARE(json::groups(fixture(u"groups.json"_s)).value().at(3).title, QString());
}

void tst_GroupReaders::idsBeyondDoublesStayExact()
{
    const auto group = json::groups(fixture(u"groups.json"_s)).value().at(2);
    QCOMPARE(group.id.id, u"9223372036854775808123"_s);
    QCOMPARE(group.lastMessage.value().id.value, u"9223372036854775808999"_s);
    const auto topic = json::topic(
        value("{\"id\":9007199254740993,\"parent_id\":55501,\"creator_user_id\":9007199254740995,"
              "\"messages\":{\"last_message_id\":176000000012345679}}"),
        rowing);
    QCOMPARE(topic.value().id.id, u"9007199254740993"_s);
    QCOMPARE(topic->group.creator.value, u"9007199254740995"_s);
    QCOMPARE(topic->lastMessage.value().id.value, u"176000000012345679"_s);
    QCOMPARE(topic->lastMessage->createdAt, 1'760'000'000); // told by the id alone
}

void tst_GroupReaders::membersThatWereLeftOutAreUnknown()
{
    for (const char* keys : {",\"members\":null,\"members_count\":0", ",\"members_count\":0", "",
             ",\"members\":[],\"members_count\":null"}) {
        const GroupFacts facts = factsOf(keys);
        QVERIFY(facts.members.isEmpty());
        QCOMPARE(facts.memberCount, 0);
    }
    QCOMPARE(factsOf(",\"members\":null,\"members_count\":41").memberCount, 41);
    QCOMPARE(factsOf(",\"members_count\":-4").memberCount, 0);
}

void tst_GroupReaders::membersAreReadWithTheirRoles()
{
    const auto group = json::group(fixture(u"group.json"_s)).value();
    const QList<Member> members = group.group.members;
    QCOMPARE(members.size(), 5); // those without an id, or told a second time, are left out
    QCOMPARE(members.at(0),
        (Member{.user = {u"1001"_s},
            .membershipId = u"9001001"_s,
            .nickname = u"Ada here"_s,
            .avatarUrl = u"https://i.groupme.com/200x200.jpeg.00000000000000000000000000000021"_s,
            .role = GroupRole::Admin}));
    // No roles are told: who made the group owns it.
    QCOMPARE(members.at(1),
        (Member{.user = {u"20450"_s},
            .membershipId = u"90020450"_s,
            .nickname = u"Rin"_s,
            .avatarUrl = {},
            .role = GroupRole::Owner}));
    QCOMPARE(members.at(2).nickname, u"Noor Haddad"_s); // no nickname: the name
    QCOMPARE(members.at(2).role, GroupRole::Member);
    QCOMPARE(members.at(3).nickname, QString());
    QCOMPARE(members.at(3).role, GroupRole::Member);
    QCOMPARE(members.at(4).user.value, u"9223372036854775808001"_s);
    QCOMPARE(members.at(4).membershipId, QString());
    QCOMPARE(members.at(4).role, GroupRole::Owner);
    QCOMPARE(group.group.memberCount, 7); // as the service counts them
    QCOMPARE(factsOf(",\"members\":[{\"user_id\":1}],\"members_count\":0").memberCount, 1);
}

void tst_GroupReaders::numbersOfTopics_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("topics"); // -1: not told
    const auto row
        = [](const char* keys, int topics) { QTest::newRow(keys) << QByteArray(keys) << topics; };
    row("", -1);
    row(",\"children_count\":null", -1); // absent and null are one (protocol.md 0.3)
    row(",\"children_count\":{}", -1);
    row(",\"children_count\":\"\"", -1);
    row(",\"children_count\":\"many\"", -1);
    row(",\"children_count\":0", 0);
    row(",\"children_count\":3", 3);
    row(",\"children_count\":\"3\"", 3);
    row(",\"children_count\":-3", 0);
    row(",\"children_count\":1e300", 1'000'000);
    row(",\"children_count\":99999999999999999999", 1'000'000);
}

void tst_GroupReaders::numbersOfTopics()
{
    QFETCH(const QByteArray, keys);
    QFETCH(const int, topics);
    QCOMPARE(factsOf(keys).topics.value_or(-1), topics);
}

void tst_GroupReaders::kinds_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<std::optional<GroupKind>>("kind");
    const auto row = [](const char* keys, std::optional<GroupKind> kind) {
        QTest::newRow(keys) << QByteArray(keys) << kind;
    };
    row("", std::nullopt);
    row(",\"type\":null", std::nullopt);
    row(",\"type\":7", std::nullopt);
    row(",\"type\":\"private\"", GroupKind::Private);
    row(",\"type\":\"closed\"", GroupKind::Closed);
    row(",\"type\":\"announcement\"", GroupKind::Announcement);
    row(",\"type\":\"a word of tomorrow\"", GroupKind::Private);
    row(",\"group_type\":\"announcement\"", GroupKind::Announcement);
    row(",\"type\":null,\"group_type\":\"announcement\"", GroupKind::Announcement);
    row(",\"type\":\"closed\",\"group_type\":\"announcement\"", GroupKind::Closed);
}

void tst_GroupReaders::kinds()
{
    QFETCH(const QByteArray, keys);
    QFETCH(const std::optional<GroupKind>, kind);
    QVERIFY(factsOf(keys).kind == kind);
    QVERIFY(json::topic(value("{\"id\":5" + keys + "}"), rowing).value().group.kind == kind);
}

void tst_GroupReaders::mutesOfAGroup_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("until");
    const auto row
        = [](const char* json, qint64 until) { QTest::newRow(json) << QByteArray(json) << until; };
    row("null", 0);
    row("1760003600", 1'760'003'600);
    row("1", 1);
    row("-5", 0);
    row("253402300799", 253'402'300'799);
    row("253402300800", mutedForever);
    row("253402300800000", mutedForever);
    row("1e300", mutedForever);
    row("\"1760003600\"", 1'760'003'600);
    row("\"253402300800\"", mutedForever);
    row("\"2025-10-09T09:53:20Z\"", 1'760'003'600);
    row("\"2025-10-09T11:53:20.000+02:00\"", 1'760'003'600);
    row("\"2025-10-09T09:53:20\"", 1'760'003'600);
    row("\"tomorrow\"", 0);
    row("true", 0);
    row("[]", 0);
}

void tst_GroupReaders::mutesOfAGroup()
{
    QFETCH(const QByteArray, json);
    QFETCH(const qint64, until);
    QCOMPARE(factsOf(",\"muted_until\":" + json).mutedUntil, until);
    const auto topic = json::topic(value("{\"id\":5,\"muted_until\":" + json + "}"), rowing);
    QCOMPARE(topic.value().group.mutedUntil, until);
    const auto state
        = json::muteState(value("{\"membership\":{\"muted_until\":" + json + "}}")).value();
    QCOMPARE(state.mutedUntil, until);
}

void tst_GroupReaders::likeIcons_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isIcon");
    const auto row
        = [](const char* json, bool isIcon) { QTest::newRow(json) << QByteArray(json) << isIcon; };
    row("{\"type\":\"emoji\",\"pack_id\":4,\"pack_index\":0}", true);
    row("{\"pack_id\":4,\"pack_index\":0,\"more\":[]}", true);
    row("null", false);
    row("{}", false);
    row("[4,0]", false);
    row("{\"pack_id\":4}", false);
    row("{\"pack_id\":4,\"pack_index\":null}", false);
    row("{\"pack_id\":0,\"pack_index\":0}", false);
    row("{\"pack_id\":4,\"pack_index\":-1}", false);
    row("{\"pack_id\":4.5,\"pack_index\":0}", false);
    row("{\"pack_id\":1e300,\"pack_index\":0}", false);
}

void tst_GroupReaders::likeIcons()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, isIcon);
    const auto told = factsOf(",\"like_icon\":" + json).likeIcon;
    QVERIFY(told.has_value()); // said to be none, unlike "not said"
    QCOMPARE(*told, isIcon ? std::optional(LikeIcon{4, 0}) : std::nullopt);
}

void tst_GroupReaders::aDeletedMessageIsNoPreview()
{
    const auto group = json::groups(fixture(u"groups.json"_s)).value().at(2);
    const Message newest = group.lastMessage.value();
    QVERIFY(newest.isDeleted());
    QVERIFY(!previewWords(newest).contains(u"never mind"_s));
}

void tst_GroupReaders::renamingAGroupIsNoActivity()
{
    const auto groups = json::groups(fixture(u"groups.json"_s)).value();
    QCOMPARE(groups.at(0).updatedAt, 1'760'000'300); // its message, not its updated_at
    const auto topics = json::topics(fixture(u"topics.json"_s), rowing).value();
    QCOMPARE(topics.at(0).updatedAt, 1'760'000'310);
    QCOMPARE(topics.at(1).updatedAt, 1'745'000'001);
}

void tst_GroupReaders::topicsAreReadOfTheirGroupOnly()
{
    const auto topics = json::topics(fixture(u"topics.json"_s), rowing).value();
    QStringList keys;
    for (const ConversationSummary& topic : topics)
        keys.append(topic.id.key());
    QCOMPARE(keys, (QStringList{u"t/55777/55501"_s, u"t/55778/55501"_s, u"t/55779/55501"_s}));
    QCOMPARE(topics.first().id.parent(), rowing);
    QCOMPARE(topics.first().title, u"Travel"_s);
}

void tst_GroupReaders::whatAListTellsOfATopic()
{
    const auto topic = json::topics(fixture(u"topics.json"_s), rowing).value().at(0);
    QCOMPARE(topic.avatarUrl,
        u"https://i.groupme.com/1024x1024.jpeg.00000000000000000000000000000031"_s);
    QCOMPARE(topic.group.description, u"trains & boats"_s);
    QCOMPARE(topic.group.creator.value, u"1001"_s);
    QCOMPARE(topic.group.mutedUntil, mutedForever);
    QVERIFY(!topic.group.kind); // lists do not tell it
    QVERIFY(!topic.group.topics);
    QVERIFY(topic.group.likeIcon && !*topic.group.likeIcon);
    QCOMPARE(topic.lastRead.value().value, u"176000010011112222"_s);
    QCOMPARE(topic.lastMessage.value().text, u"the train is booked"_s);
    QCOMPARE(topic.lastMessage->senderName, u"Rin Vale"_s);
    const auto alone = json::topic(fixture(u"topic.json"_s), rowing).value();
    QCOMPARE(alone.id, topic.id);
    QCOMPARE(alone.group.mutedUntil, 1'760'003'600);
}

void tst_GroupReaders::aTopicThatTellsAlmostNothing()
{
    const auto topics = json::topics(fixture(u"topics.json"_s), rowing).value();
    QVERIFY(!topics.at(1).lastMessage);
    QCOMPARE(topics.at(1).group.likeIcon, std::optional(std::optional(LikeIcon{4, 0})));
    QCOMPARE(topics.at(1).group.mutedUntil, 0);
    QCOMPARE(topics.at(2).id.related, u"55501"_s); // asked of this group, so it is its
    QCOMPARE(topics.at(2).group.mutedUntil, 1);
    QVERIFY(!json::topic(value("{\"id\":5,\"parent_id\":\"55502\"}"), rowing));
    QVERIFY(!json::topic(value("{\"parent_id\":55501}"), rowing));
}

void tst_GroupReaders::theAnswerToMakingATopicIsAPart()
{
    const auto made = json::topic(fixture(u"created_topic.json"_s), rowing).value();
    QCOMPARE(made.id, ConversationId::topic(u"55790"_s, rowing));
    QCOMPARE(made.title, u"Kitchen"_s);
    QCOMPARE(made.group.kind, GroupKind::Announcement);
    QCOMPARE(made.group.likeIcon, std::optional(std::optional(LikeIcon{1, 49})));
    QCOMPARE(made.updatedAt, 1'760'000'400);
    QVERIFY(!made.lastMessage);
    QVERIFY(!made.group.mutedUntil); // not told: it stays as it is
    QVERIFY(made.group.creator.isEmpty());
    QCOMPARE(made.group.changedAt, 1'760'000'400);
    const auto listed = json::topics(fixture(u"topics.json"_s), rowing).value().at(0);
    QCOMPARE(listed.group.changedAt, 0); // a list answers no change
}

void tst_GroupReaders::onlyAListIsAList()
{
    for (const char* json : {"null", "{}", "7", "\"\"", "{\"groups\":[]}"}) {
        QVERIFY(!json::groups(value(json)));
        QVERIFY(!json::topics(value(json), rowing));
    }
    QVERIFY(json::groups(value("[]")).value().isEmpty());
    QVERIFY(json::topics(value("[]"), rowing).value().isEmpty());
}

void tst_GroupReaders::aMembershipMayBeBare()
{
    // POST .../memberships/update answers it without an envelope (protocol.md D5).
    const auto self
        = json::member(opened("{\"id\":\"9001001\",\"user_id\":\"1001\",\"nickname\":\"Ada\"}"));
    QCOMPARE(self.value().nickname, u"Ada"_s);
    QCOMPARE(self->membershipId, u"9001001"_s);
    const auto state = json::muteState(opened("{\"id\":\"9001001\",\"muted_until\":1760003600,"
                                              "\"muted_children\":{\"55777\":5}}"));
    QCOMPARE(state.value().mutedUntil, 1'760'003'600);
    QCOMPARE(state->topics.value(u"55777"_s), 5);
}

void tst_GroupReaders::mutesByTopic()
{
    const auto state = json::muteState(fixture(u"mute.json"_s)).value();
    QCOMPARE(state.mutedUntil, 0); // of the main channel
    constexpr qint64 now = 1'760'000'000;
    const auto isMuted
        = [&](const QString& topic) { return isMutedAt(state.topics.value(topic), now); };
    QVERIFY(isMuted(u"55777"_s));
    for (const QString& topic : {u"55778"_s, u"55779"_s, u"55780"_s, u"55781"_s})
        QVERIFY(!isMuted(topic)); // null, 0, past, absent
    for (const char* none : {"null", "[]", "{}", "\"\""}) {
        const QByteArray json = "{\"membership\":{\"muted_children\":" + QByteArray(none) + "}}";
        QVERIFY(json::muteState(value(json)).value().topics.isEmpty());
    }
}

void tst_GroupReaders::privateFieldsOfAMuteAreNotRead()
{
    const auto state = json::muteState(fixture(u"mute.json"_s)).value();
    const auto members = json::member(fixture(u"mute.json"_s)[u"membership"_s]).value();
    for (const QString& text : {members.nickname, members.avatarUrl, members.membershipId,
             members.user.value, QStringList(state.topics.keys()).join(u' ')}) {
        QVERIFY(!text.contains(u"5550100000"_s));
        QVERIFY(!text.contains(u"example.org"_s));
    }
}

void tst_GroupReaders::anAnswerThatIsNoMembershipMutesNothing()
{
    for (const char* json : {"null", "[]", "{}", "7", "\"muted\""})
        QVERIFY(!json::muteState(value(json)));
    // It must be seen in it that it is one: "unknown" is not "not muted".
    for (const char* json : {"{\"status\":\"queued\"}", "{\"membership\":null}",
             "{\"membership\":{}}", "{\"membership\":[]}"})
        QVERIFY(!json::muteState(value(json)));
}

void tst_GroupReaders::nullOrAnyOtherTypeInEveryPlaceIsHarmless_data()
{
    QTest::addColumn<QByteArray>("other");
    for (const char* other : {"null", "0", "-1.5", "true", "\"\"", "[]", "{}", "[null]", "[[]]",
             "{\"id\":{}}", "\"\\ud800\\u0000\"", "1e308", "12345678901234567890123"})
        QTest::newRow(other) << QByteArray(other);
}

void tst_GroupReaders::nullOrAnyOtherTypeInEveryPlaceIsHarmless()
{
    QFETCH(const QByteArray, other);
    const auto changedIn = [&](QJsonObject object, const QString& key) {
        object[key] = value(other);
        return object;
    };
    const auto group = fixture(u"group.json"_s).toObject();
    for (const QString& key : group.keys()) {
        const auto read = json::group(changedIn(group, key));
        QVERIFY(read && !read->id.isEmpty()); // the id stands there twice
        QVERIFY(read->title.isValidUtf16());
    }
    const auto listed = fixture(u"groups.json"_s).toArray().at(0).toObject();
    for (const QString& key : listed[u"messages"_s].toObject().keys()) {
        const auto messages = changedIn(listed[u"messages"_s].toObject(), key);
        auto row = listed;
        row[u"messages"_s] = messages;
        QVERIFY(json::group(row));
    }
    const auto topic = fixture(u"topic.json"_s).toObject();
    for (const QString& key : topic.keys())
        if (const auto read = json::topic(changedIn(topic, key), rowing))
            QCOMPARE(read->id.related, u"55501"_s);
    const auto member = group[u"members"_s].toArray().at(0).toObject();
    for (const QString& key : member.keys())
        if (const auto read = json::member(changedIn(member, key)))
            QVERIFY(!read->user.isEmpty());
    const auto muted = fixture(u"mute.json"_s)[u"membership"_s].toObject();
    for (const QString& key : muted.keys())
        QVERIFY(json::muteState(changedIn(muted, key)).value().mutedUntil >= 0);
}

SKEIN_TEST(tst_GroupReaders)

} // namespace groupReadersTest

#include "tst_GroupReaders.moc"
