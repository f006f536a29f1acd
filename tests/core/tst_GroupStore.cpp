// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupStoreTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const auto chess = ConversationId::group(u"55502"_s);
const auto travel = ConversationId::topic(u"55777"_s, rowing);
const auto kitchen = ConversationId::topic(u"55778"_s, rowing);

Member memberCalled(const QString& user, const QString& nickname, GroupRole role)
{
    return {.user = {user},
        .membershipId = u"90"_s + user,
        .nickname = nickname,
        .avatarUrl = {},
        .role = role};
}

const Member me = memberCalled(fixtureMe.value, u"Ada here"_s, GroupRole::Admin);
const Member rin = memberCalled(u"20450"_s, u"Rin"_s, GroupRole::Owner);
const Member noor = memberCalled(u"30007"_s, u"Noor"_s, GroupRole::Member);

/// As a list tells it.
ConversationSummary listed(
    const ConversationId& id, const QString& title, int newest, std::optional<int> topics = {})
{
    auto summary
        = summaryOf(id, title, newest > 0 ? std::optional(receivedMessage(newest)) : std::nullopt);
    summary.group.mutedUntil = 0;
    if (id.kind == ConversationId::Kind::Group)
        summary.group.topics = topics;
    return summary;
}

/// As it is shown alone.
ConversationSummary shown(const QList<Member>& members)
{
    auto summary = listed(rowing, u"Rowing"_s, 5, 2);
    summary.group.kind = GroupKind::Announcement;
    summary.group.description = u"Tuesdays"_s;
    summary.group.creator = rin.user;
    summary.group.likeIcon.emplace(LikeIcon{1, 49});
    summary.group.members = members;
    summary.group.memberCount = static_cast<int>(members.size());
    return summary;
}

} // namespace

class tst_GroupStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void whatIsToldIsKeptAlsoAfterARestart();
    void whatIsNotToldStaysAsItIsKnown();
    void theSameAgainWritesNothing_data();
    void theSameAgainWritesNothing();
    void whoMadeAGroupOwnsItBeforeItsMembersAreKnown();
    void aTopicTakesRoleAndFateFromItsGroup();
    void aTopicMayBeKnownBeforeItsGroup();
    void aPartLeavesTheRestAlone();
    void aPartMakesATopicThatIsNotThereYet();
    void membersStandByRoleThenName();
    void theLastTellingOfTheMembersCounts();
    void aNewNicknameKeepsRoleAndMembership();
    void aMuteIsWrittenOnce();
    void theAnswerToMutingATopicTellsOfAllTopicsOfThatGroup();
    void aListedMuteReplacesTheOneBefore();
    void aKindIsForgottenWhenWritingWorks();

private:
    bool take(const ConversationSummary& summary, bool firstSync = false)
    {
        return m_open->database.transaction(
            [&] { return groups().take(summary, firstSync, changes()); });
    }
    GroupStore& groups() { return m_open->stores.groups; }
    Changes& changes() { return m_open->changes; }
    Conversation one(const ConversationId& id)
    {
        return m_open->stores.conversations.one(id).value();
    }
    int number(const char* sql)
    {
        auto& query = m_open->database.run(sql);
        return query.next() ? query.value(0).toInt() : -1;
    }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_GroupStore::whatIsToldIsKeptAlsoAfterARestart()
{
    auto summary = shown({me, rin, noor});
    summary.group.mutedUntil = mutedForever;
    QVERIFY(take(summary));
    QVERIFY(changes().conversations.contains(rowing));
    m_open.reset();
    m_open = m_folder->open();
    const Conversation group = one(rowing);
    QCOMPARE(group.title, u"Rowing"_s);
    QCOMPARE(group.groupKind, GroupKind::Announcement);
    QCOMPARE(group.description, u"Tuesdays"_s);
    QCOMPARE(group.creator, rin.user);
    QCOMPARE(group.likeIcon, (std::optional(LikeIcon{1, 49})));
    QCOMPARE(group.topics, 2);
    QCOMPARE(group.members, 3);
    QCOMPARE(group.mutedUntil, mutedForever);
    QCOMPARE(group.myRole, GroupRole::Admin);
    QCOMPARE(group.membership, Membership::Active);
    QCOMPARE(group.preview, u"message 5"_s);
    QCOMPARE(group.previewSender, u"Iris Adams"_s);
    QVERIFY(!group.previewIsOwn);
    QCOMPARE(groups().members(rowing), (QList{rin, me, noor}));
    QCOMPARE(groups().self(rowing), std::optional(me));
    QCOMPARE(groups().groups(), QList{rowing});
}

void tst_GroupStore::whatIsNotToldStaysAsItIsKnown()
{
    take(shown({me, rin, noor}));
    const Conversation before = one(rowing);
    auto silent = summaryOf(rowing, u"Rowing"_s, receivedMessage(5));
    QVERIFY(!take(silent)); // no kind, description, creator, icon, count, mute or members
    QCOMPARE(one(rowing), before);
    silent.group.likeIcon.emplace(std::nullopt); // told to be none
    silent.group.description = u""_s;
    QVERIFY(take(silent));
    QVERIFY(!one(rowing).likeIcon);
    QCOMPARE(one(rowing).description, QString());
    QCOMPARE(one(rowing).groupKind, GroupKind::Announcement);
    QCOMPARE(groups().members(rowing).size(), 3);
}

void tst_GroupStore::theSameAgainWritesNothing_data()
{
    QTest::addColumn<QList<ConversationSummary>>("rows");
    using Rows = QList<ConversationSummary>;
    const auto plain = listed(rowing, u"Rowing"_s, 5, 2);
    auto muted = listed(travel, u"Travel"_s, 7);
    muted.group.mutedUntil = mutedForever;
    auto read = plain;
    read.lastRead = fixtureId(4);
    QTest::newRow("a group") << Rows{plain};
    QTest::newRow("a group read elsewhere") << Rows{read};
    QTest::newRow("a group without messages") << Rows{listed(rowing, u"Rowing"_s, 0, 0)};
    QTest::newRow("groups without topics")
        << Rows{listed(rowing, u"Rowing"_s, 5, 0), listed(chess, {}, 9)};
    QTest::newRow("a group and its topics") << Rows{plain, muted, listed(kitchen, u"Kitchen"_s, 0)};
    QTest::newRow("a group shown with its members") << Rows{shown({me, rin, noor})};
    QTest::newRow("members in another order")
        << Rows{shown({me, rin, noor}), shown({noor, me, rin})};
}

void tst_GroupStore::theSameAgainWritesNothing()
{
    QFETCH(const QList<ConversationSummary>, rows);
    // Once to learn, and once more for what only counts when it is told again.
    for (int time = 0; time < 2; ++time) {
        for (const ConversationSummary& row : rows)
            take(row, time == 0);
    }
    Database onlooker(m_folder->file());
    const auto version = [&] {
        return onlooker.transaction([&] { // which ends what it has read
            auto& query = onlooker.run("PRAGMA data_version");
            return query.next() ? query.value(0).toInt() : -1;
        });
    };
    (void)version();
    const int seen = version();
    const int written = number("SELECT total_changes()");
    changes() = {};
    for (const ConversationSummary& row : rows)
        QVERIFY(!take(row));
    QCOMPARE(number("SELECT total_changes()"), written);
    QCOMPARE(version(), seen);
    QVERIFY(changes().isEmpty());
    m_open->database.run("UPDATE conversation SET unread = unread + 1"); // the onlooker can see
    QVERIFY(version() != seen);
}

void tst_GroupStore::whoMadeAGroupOwnsItBeforeItsMembersAreKnown()
{
    auto summary = listed(rowing, u"Rowing"_s, 5, 2);
    summary.group.creator = rin.user;
    QVERIFY(take(summary));
    auto topic = listed(travel, u"Travel"_s, 6);
    topic.group.creator = fixtureMe; // who made a topic owns nothing
    QVERIFY(take(topic));
    QCOMPARE(one(rowing).myRole, GroupRole::Unknown);
    QCOMPARE(one(travel).myRole, GroupRole::Unknown);
    m_open->changes = {};
    summary.group.creator = fixtureMe;
    QVERIFY(take(summary));
    QCOMPARE(one(rowing).myRole, GroupRole::Owner);
    QCOMPARE(one(travel).myRole, GroupRole::Owner);
    QVERIFY(changes().conversations.contains(travel));
    summary.group.members = {rin, me}; // and these tell it better
    QVERIFY(take(summary));
    QCOMPARE(one(rowing).myRole, GroupRole::Admin);
}

void tst_GroupStore::aTopicTakesRoleAndFateFromItsGroup()
{
    take(shown({me, rin}));
    take(listed(travel, u"Travel"_s, 7));
    QCOMPARE(one(travel).myRole, GroupRole::Admin);
    QVERIFY(one(travel).isManaged());
    QCOMPARE(one(travel).members, 2);
    QCOMPARE(groups().topics(rowing), QList{travel});
    changes() = {};
    groups().setMembership(rowing, Membership::Gone, changes());
    QVERIFY(changes().conversations.contains(travel));
    QCOMPARE(one(rowing).membership, Membership::Gone);
    QCOMPARE(one(travel).membership, Membership::Left); // out of reach, and not deleted
    groups().setMembership(travel, Membership::Gone, changes());
    QCOMPARE(one(travel).membership, Membership::Gone);
    groups().setMembership(rowing, Membership::Active, changes());
    QCOMPARE(one(travel).membership, Membership::Gone);
    QVERIFY(groups().topics(rowing).isEmpty());
}

void tst_GroupStore::aTopicMayBeKnownBeforeItsGroup()
{
    take(listed(travel, u"Travel"_s, 7));
    QCOMPARE(one(travel).membership, Membership::Active);
    QCOMPARE(one(travel).myRole, GroupRole::Unknown);
    QCOMPARE(m_open->stores.conversations.family(rowing).size(), 1);
    QVERIFY(groups().groups().isEmpty());
    take(shown({me}));
    QCOMPARE(m_open->stores.conversations.family(rowing).size(), 2);
    QCOMPARE(one(travel).myRole, GroupRole::Admin);
}

void tst_GroupStore::aPartLeavesTheRestAlone()
{
    auto row = listed(travel, u"Travel"_s, 7);
    row.group.mutedUntil = mutedForever;
    row.group.creator = rin.user;
    take(row);
    const Conversation before = one(travel);
    auto part = summaryOf(travel, u"Journeys"_s, std::nullopt);
    part.avatarUrl = u"https://i.groupme.com/x"_s;
    part.group.kind = GroupKind::Announcement;
    part.group.description = u"by train"_s;
    changes() = {};
    groups().takePart(part, changes());
    QVERIFY(changes().conversations.contains(travel));
    Conversation expected = before;
    expected.title = u"Journeys"_s;
    expected.avatarUrl = part.avatarUrl;
    expected.groupKind = GroupKind::Announcement;
    expected.description = u"by train"_s;
    QCOMPARE(one(travel), expected);
    part.title.clear(); // not told
    groups().takePart(part, changes());
    QCOMPARE(one(travel).title, u"Journeys"_s);
}

void tst_GroupStore::aPartMakesATopicThatIsNotThereYet()
{
    take(listed(rowing, u"Rowing"_s, 5, 0));
    groups().takePart(summaryOf(travel, u"Travel"_s, std::nullopt), changes());
    const Conversation made = one(travel);
    QCOMPARE(made.title, u"Travel"_s);
    QCOMPARE(made.preview, QString());
    QCOMPARE(made.unread, 0);
    QVERIFY(made.lastActivity > 0);
    QCOMPARE(groups().topics(rowing), QList{travel});
}

void tst_GroupStore::membersStandByRoleThenName()
{
    const Member abel = memberCalled(u"7"_s, u"Abel"_s, GroupRole::Member);
    const Member abelToo = memberCalled(u"8"_s, u"Abel"_s, GroupRole::Member);
    const Member zoe = memberCalled(u"9"_s, u"Zoe"_s, GroupRole::Admin);
    take(shown({noor, abelToo, me, rin, zoe, abel}));
    QCOMPARE(groups().members(rowing), (QList{rin, me, zoe, abel, abelToo, noor}));
    QVERIFY(groups().members(chess).isEmpty());
    QVERIFY(!groups().self(chess));
}

void tst_GroupStore::theLastTellingOfTheMembersCounts()
{
    take(shown({me, rin, noor}));
    take(listed(travel, u"Travel"_s, 7));
    Member plain = me;
    plain.role = GroupRole::Member;
    changes() = {};
    take(shown({plain, rin}));
    QCOMPARE(groups().members(rowing), (QList{rin, plain}));
    QCOMPARE(one(rowing).myRole, GroupRole::Member);
    QCOMPARE(one(rowing).members, 2);
    QVERIFY(changes().conversations.contains(travel)); // who may write there may have changed
    take(shown({rin}));
    QCOMPARE(one(rowing).myRole, GroupRole::Unknown);
    QVERIFY(!groups().self(rowing));
}

void tst_GroupStore::aNewNicknameKeepsRoleAndMembership()
{
    take(shown({me, rin}));
    changes() = {};
    const Member told = memberCalled(fixtureMe.value, u"Ada, renamed"_s, GroupRole::Member);
    groups().takeSelf(
        rowing, {.user = told.user, .membershipId = {}, .nickname = told.nickname}, changes());
    Member expected = me;
    expected.nickname = told.nickname;
    QCOMPARE(groups().self(rowing), std::optional(expected));
    QCOMPARE(groups().members(rowing).size(), 2);
    QVERIFY(changes().memberLists.contains(rowing));
    QCOMPARE(one(rowing).myRole, GroupRole::Admin);
    // Where nobody is known, one alone would look like everybody.
    take(listed(chess, u"Chess"_s, 3, 0));
    groups().takeSelf(chess, told, changes());
    QVERIFY(groups().members(chess).isEmpty());
}

void tst_GroupStore::aMuteIsWrittenOnce()
{
    take(listed(rowing, u"Rowing"_s, 5, 0));
    changes() = {};
    groups().setMuted(rowing, 1'760'003'600, changes());
    QCOMPARE(one(rowing).mutedUntil, 1'760'003'600);
    QVERIFY(changes().conversations.contains(rowing));
    changes() = {};
    groups().setMuted(rowing, 1'760'003'600, changes());
    groups().setMuted(chess, 1'760'003'600, changes()); // unknown
    QVERIFY(changes().isEmpty());
    QVERIFY(!m_open->stores.conversations.one(chess));
}

void tst_GroupStore::theAnswerToMutingATopicTellsOfAllTopicsOfThatGroup()
{
    const auto elsewhere = ConversationId::topic(u"66777"_s, chess);
    for (const auto& id : {rowing, chess, travel, kitchen, elsewhere}) {
        take(listed(id, u"x"_s, 5));
        groups().setMuted(id, 1'760'003'600, changes());
    }
    MuteState state{.mutedUntil = 1'760'009'999, .topics = {{travel.id, mutedForever}}};
    state.topics[u"77777"_s] = mutedForever; // unknown here
    groups().takeMutes(rowing, state, changes());
    QCOMPARE(one(rowing).mutedUntil, 1'760'009'999);
    QCOMPARE(one(travel).mutedUntil, mutedForever);
    QCOMPARE(one(kitchen).mutedUntil, 0); // not named: not muted (protocol.md E5)
    QCOMPARE(one(chess).mutedUntil, 1'760'003'600);
    QCOMPARE(one(elsewhere).mutedUntil, 1'760'003'600);
    QCOMPARE(m_open->stores.conversations.all().size(), 5);
}

void tst_GroupStore::aListedMuteReplacesTheOneBefore()
{
    auto row = listed(travel, u"Travel"_s, 7);
    row.group.mutedUntil = mutedForever;
    take(row);
    QCOMPARE(one(travel).mutedUntil, mutedForever);
    row.group.mutedUntil = 0; // turned on again on the phone
    QVERIFY(take(row));
    QCOMPARE(one(travel).mutedUntil, 0);
    row.group.mutedUntil = std::nullopt;
    groups().setMuted(travel, 5, changes());
    QVERIFY(!take(row));
    QCOMPARE(one(travel).mutedUntil, 5);
}

void tst_GroupStore::aKindIsForgottenWhenWritingWorks()
{
    Member plain = me;
    plain.role = GroupRole::Member;
    take(shown({plain, rin}));
    take(listed(travel, u"Travel"_s, 7));
    groups().setKind(travel, GroupKind::Announcement, changes());
    QCOMPARE(writeBar(one(travel)), WriteBar::OnlyAdmins);
    changes() = {};
    groups().setKind(travel, GroupKind::Announcement, changes());
    QVERIFY(changes().isEmpty());
    groups().noteWritten(travel, changes());
    QVERIFY(!one(travel).groupKind);
    QVERIFY(changes().conversations.contains(travel));
    // An admin writes everywhere, and a list tells the kind of a group.
    take(shown({me, rin}));
    groups().setKind(travel, GroupKind::Announcement, changes());
    groups().noteWritten(travel, changes());
    groups().noteWritten(rowing, changes());
    QCOMPARE(one(travel).groupKind, GroupKind::Announcement);
    QCOMPARE(one(rowing).groupKind, GroupKind::Announcement);
}

SKEIN_TEST(tst_GroupStore)

} // namespace groupStoreTest

#include "tst_GroupStore.moc"
