// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChatListModel: groups, whose rows speak for their topics too.

#include "core/models/ChatListModel.h"
#include "tests/support/GroupFixture.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace chatListGroupsTest {

namespace {

struct Desk : GroupFixture {
    ChatListModel model{store, feed, serviceClock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    RowSignals rows{model};
    QSignalSpy totals{&model, &ChatListModel::unreadChanged};
    QSignalSpy known{&model, &ChatListModel::knownChanged};

    [[nodiscard]] QStringList titles() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.index(row).data().toString());
        return found;
    }
    [[nodiscard]] const Conversation& at(const ConversationId& id) const
    {
        return model.row(model.rowOf(id));
    }
    [[nodiscard]] QString name(const ConversationId& id) const
    {
        return model.index(model.rowOf(id)).data(Qt::AccessibleTextRole).toString();
    }
    /// Without what is muted, as last said.
    [[nodiscard]] int saidTotal() const
    {
        return totals.last().first().value<UnreadTotals>().plain;
    }
    /// Unread and muted unread of a row.
    [[nodiscard]] std::pair<int, int> unread(const ConversationId& id) const
    {
        return {at(id).unread, at(id).mutedUnread};
    }
};

using Pair = std::pair<int, int>;

} // namespace

class tst_ChatListGroups : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        d = std::make_unique<Desk>();
        d->listAll();
        d->rows.clear();
        d->totals.clear();
    }
    void cleanup() { d.reset(); }

    void aGroupIsARowAndItsTopicsAreNot();
    void groupsStandAmongChatsByTheirNewestMessage();
    void aMessageInATopicMovesItsGroup();
    void thePreviewIsTheNewestOfAll();
    void theSumIsOverTheTopics();
    void whatIsMutedStandsApart();
    void aMutedGroupWithALivelyTopic();
    void aMuteEndsByItselfAndTheTotalFollows();
    void aMuteEndsByTheServicesClock();
    void aComputerThatSleptNoticesWithinAMinute();
    void aMuteOfYearsIsNoTrouble();
    void aGroupThatWasLeftVanishes();
    void aGroupThatIsGoneStaysReadable();
    void aDeletedTopicSpeaksNoMore();
    void topicsKnownBeforeTheirGroupAreCountedWhenItComes();
    void whatIsOnDiskIsShownAtOnce();
    void theUnreadPlaceIsTheNewestThatIsNotMuted();
    void topicsAreKnownAndTheirNewsTold();
    void itsTopicsAreNamed();
    void whatTheAccessibleNameSays();
    void nothingNewChangesNothing();

private:
    std::unique_ptr<Desk> d;
};

void tst_ChatListGroups::aGroupIsARowAndItsTopicsAreNot()
{
    QCOMPARE(d->titles(), (QStringList{u"Rowing"_s, u"Chess"_s}));
    QCOMPARE(d->model.rowOf(d->travel), -1);
    QVERIFY(d->model.known(d->travel));
    QCOMPARE(d->model.known(d->travel)->title, u"Travel"_s);
    QVERIFY(!d->model.known(ConversationId::topic(u"799"_s, d->rowing)));
}

void tst_ChatListGroups::groupsStandAmongChatsByTheirNewestMessage()
{
    d->say(fixtureChat(1), 20);
    d->say(d->chess, 10);
    d->say(d->rowing, 30);
    d->list(fixtureChat(1), u"Noor"_s);
    QCOMPARE(d->titles(), (QStringList{u"Rowing"_s, u"Noor"_s, u"Chess"_s}));
    d->say(d->openings, 40);
    QCOMPARE(d->titles(), (QStringList{u"Chess"_s, u"Rowing"_s, u"Noor"_s}));
}

void tst_ChatListGroups::aMessageInATopicMovesItsGroup()
{
    d->say(d->rowing, 10);
    const QPersistentModelIndex chess(d->model.index(d->model.rowOf(d->chess)));
    d->rows.clear();
    d->say(d->openings, 20);
    QCOMPARE(d->titles(), (QStringList{u"Chess"_s, u"Rowing"_s}));
    QCOMPARE(d->rows.moved.size(), 1);
    QCOMPARE(d->rows.changed.size(), 1);
    QVERIFY(d->rows.reset.isEmpty() && d->rows.inserted.isEmpty() && d->rows.removed.isEmpty());
    QCOMPARE(chess.row(), 0);
    d->rows.clear();
    d->say(d->chess, 30);
    QVERIFY(!d->rows.anyButChanges());
}

void tst_ChatListGroups::thePreviewIsTheNewestOfAll()
{
    d->say(d->rowing, 10, u"in the main chat"_s);
    QCOMPARE(d->at(d->rowing).preview, u"in the main chat"_s);
    QCOMPARE(d->at(d->rowing).previewTopic, QString());
    d->say(d->travel, 20, u"the train leaves"_s);
    const Conversation row = d->at(d->rowing);
    QCOMPARE(row.preview, u"the train leaves"_s);
    QCOMPARE(row.previewTopic, u"Travel"_s);
    QCOMPARE(row.previewSender, u"Iris Adams"_s);
    QCOMPARE(row.newestId, fixtureId(20));
    QCOMPARE(row.lastActivity, receivedMessage(20).createdAt);
    QVERIFY(!row.previewIsOwn);
    d->answer(d->kitchen, 30, u"I cook"_s);
    QCOMPARE(d->at(d->rowing).previewTopic, u"Kitchen"_s);
    QVERIFY(d->at(d->rowing).previewIsOwn);
    QCOMPARE(d->at(d->rowing).previewSender, QString());
    d->list(d->kitchen, u"Galley"_s);
    QCOMPARE(d->at(d->rowing).previewTopic, u"Galley"_s);
    d->say(d->travel, 25, u"late news"_s); // older than what is shown
    QCOMPARE(d->at(d->rowing).preview, u"I cook"_s);
    d->say(d->rowing, 40, u"main again"_s);
    QCOMPARE(d->at(d->rowing).previewTopic, QString());
    QCOMPARE(d->at(d->chess).preview, QString());
}

void tst_ChatListGroups::theSumIsOverTheTopics()
{
    d->say(d->rowing, 1);
    d->say(d->travel, 2);
    d->say(d->travel, 3);
    d->say(d->kitchen, 4);
    d->say(d->openings, 5);
    QCOMPARE(d->unread(d->rowing), (Pair{4, 0}));
    QCOMPARE(d->unread(d->chess), (Pair{1, 0}));
    QCOMPARE(d->model.totalUnread(), 5);
    QCOMPARE(d->saidTotal(), 5);
    d->read(d->travel, 3);
    QCOMPARE(d->unread(d->rowing), (Pair{2, 0}));
    d->read(d->rowing, 9);
    d->read(d->kitchen, 9);
    QCOMPARE(d->unread(d->rowing), (Pair{0, 0}));
    QCOMPARE(d->saidTotal(), 1);
}

void tst_ChatListGroups::whatIsMutedStandsApart()
{
    d->say(d->rowing, 1);
    d->say(d->travel, 2);
    d->say(d->kitchen, 3);
    d->mute(d->travel, mutedForever);
    QCOMPARE(d->unread(d->rowing), (Pair{2, 1}));
    QVERIFY(!d->at(d->rowing).isMuted); // the group itself is not
    QCOMPARE(d->model.unreadTotals(), (UnreadTotals{.plain = 2, .muted = 1}));
    d->mute(d->rowing, mutedForever);
    QVERIFY(d->at(d->rowing).isMuted);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 2})); // the other topic is as it was
    QCOMPARE(
        d->totals.last().first().value<UnreadTotals>(), (UnreadTotals{.plain = 1, .muted = 2}));
    d->mute(d->travel, 0);
    QCOMPARE(d->unread(d->rowing), (Pair{2, 1}));
    d->say(fixtureChat(1), 4);
    QCOMPARE(d->unread(fixtureChat(1)), (Pair{1, 0}));
}

void tst_ChatListGroups::aMutedGroupWithALivelyTopic()
{
    d->mute(d->rowing, mutedForever);
    d->rows.clear();
    d->say(d->chess, 10);
    d->say(d->travel, 20);
    QCOMPARE(d->titles(), (QStringList{u"Rowing"_s, u"Chess"_s})); // muting hides nothing
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
    d->say(d->rowing, 30);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 1}));
    QCOMPARE(d->model.totalUnread(), 2);
}

void tst_ChatListGroups::aMuteEndsByItselfAndTheTotalFollows()
{
    d->say(d->travel, 1);
    d->say(d->openings, 2);
    d->mute(d->travel, d->now() + 3600);
    d->mute(d->openings, d->now() + 5400);
    QCOMPARE(d->model.totalUnread(), 0);
    d->rows.clear();
    d->totals.clear();
    d->pass(3599s);
    QVERIFY(d->totals.isEmpty() && d->rows.changed.isEmpty());
    d->pass(1s);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
    QCOMPARE(d->unread(d->chess), (Pair{0, 1}));
    QCOMPARE(d->totals.size(), 1);
    QCOMPARE(d->saidTotal(), 1);
    QCOMPARE(d->rows.changed.size(), 1);
    d->pass(30min);
    QCOMPARE(d->unread(d->chess), (Pair{1, 0}));
    QCOMPARE(d->model.totalUnread(), 2);
}

void tst_ChatListGroups::aMuteEndsByTheServicesClock()
{
    // This computer's clock is a day behind: by it the mute would last a day too long.
    const qint64 service = d->now() + 86'400;
    d->say(d->travel, 1);
    d->mute(d->travel, service - 10);
    QCOMPARE(d->unread(d->rowing), (Pair{0, 1}));
    d->serviceClock.learn(service);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
    QCOMPARE(d->saidTotal(), 1);
    d->mute(d->travel, service + 60);
    QCOMPARE(d->unread(d->rowing), (Pair{0, 1}));
    d->pass(59s);
    QCOMPARE(d->unread(d->rowing), (Pair{0, 1}));
    d->pass(1s);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
}

void tst_ChatListGroups::aComputerThatSleptNoticesWithinAMinute()
{
    d->say(d->travel, 1);
    d->mute(d->travel, d->now() + 3600);
    d->clock.setNow(d->clock.now() + 8h); // while no timer ran
    d->pass(60s);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
}

void tst_ChatListGroups::aMuteOfYearsIsNoTrouble()
{
    d->say(d->travel, 1);
    d->say(d->kitchen, 2);
    d->mute(d->travel, d->now() + 40LL * 365 * 86'400); // more than a timer counts
    d->mute(d->kitchen, mutedForever);
    d->pass(24h);
    QCOMPARE(d->unread(d->rowing), (Pair{0, 2}));
    d->clock.setNow(d->clock.now() + 24h * 365 * 40);
    d->pass(60s);
    QCOMPARE(d->unread(d->rowing), (Pair{1, 1}));
}

void tst_ChatListGroups::aGroupThatWasLeftVanishes()
{
    d->say(d->rowing, 1);
    d->say(d->travel, 2);
    d->say(d->chess, 3);
    d->rows.clear();
    d->setMembership(d->rowing, Membership::Left);
    QCOMPARE(d->titles(), QStringList{u"Chess"_s});
    QCOMPARE(d->rows.removed.size(), 1);
    QVERIFY(d->rows.reset.isEmpty());
    QCOMPARE(d->model.totalUnread(), 1);
    QCOMPARE(d->saidTotal(), 1);
    QVERIFY(d->model.known(d->rowing)); // whoever has it open sees that it was left
    QCOMPARE(d->model.known(d->rowing)->membership, Membership::Left);
    d->say(d->travel, 10); // what still comes in brings no row
    QCOMPARE(d->titles(), QStringList{u"Chess"_s});
    d->setMembership(d->rowing, Membership::Active);
    QCOMPARE(d->titles(), (QStringList{u"Rowing"_s, u"Chess"_s}));
    QCOMPARE(d->unread(d->rowing), (Pair{3, 0}));
}

void tst_ChatListGroups::aGroupThatIsGoneStaysReadable()
{
    d->say(d->rowing, 1);
    d->say(d->travel, 2, u"in a topic"_s);
    d->setMembership(d->rowing, Membership::Gone);
    QVERIFY(d->model.rowOf(d->rowing) >= 0);
    QVERIFY(d->at(d->rowing).isGone());
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0})); // its topics are out of reach
    QCOMPARE(d->at(d->rowing).previewTopic, QString());
}

void tst_ChatListGroups::aDeletedTopicSpeaksNoMore()
{
    d->say(d->rowing, 1, u"before"_s);
    d->say(d->chess, 5);
    d->say(d->travel, 10, u"the train leaves"_s);
    QCOMPARE(d->titles(), (QStringList{u"Rowing"_s, u"Chess"_s}));
    d->setMembership(d->travel, Membership::Gone);
    QCOMPARE(d->titles(), (QStringList{u"Chess"_s, u"Rowing"_s}));
    QCOMPARE(d->unread(d->rowing), (Pair{1, 0}));
    QCOMPARE(d->at(d->rowing).preview, u"before"_s);
    QCOMPARE(d->model.totalUnread(), 2);
    QCOMPARE(d->model.known(d->travel)->membership, Membership::Gone);
}

void tst_ChatListGroups::topicsKnownBeforeTheirGroupAreCountedWhenItComes()
{
    const auto choir = ConversationId::group(u"509"_s);
    const auto tenors = ConversationId::topic(u"709"_s, choir);
    d->list(tenors, u"Tenors"_s);
    d->say(tenors, 10);
    QCOMPARE(d->model.rowOf(choir), -1);
    QCOMPARE(d->model.totalUnread(), 0);
    d->list(choir, u"Choir"_s);
    QCOMPARE(d->unread(choir), (Pair{1, 0}));
    QCOMPARE(d->at(choir).previewTopic, u"Tenors"_s);
    QCOMPARE(d->model.rowOf(choir), 0);
}

void tst_ChatListGroups::whatIsOnDiskIsShownAtOnce()
{
    d->say(d->rowing, 1);
    d->say(d->openings, 2);
    d->mute(d->openings, mutedForever);
    const auto gone = ConversationId::group(u"509"_s);
    d->list(gone, u"Choir"_s);
    d->setMembership(gone, Membership::Left);
    ChatListModel second(d->store, d->feed, d->serviceClock);
    const QAbstractItemModelTester tester(
        &second, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const RowSignals rows(second);
    d->quiet();
    QCOMPARE(second.rowCount(), d->model.rowCount());
    for (int row = 0; row < second.rowCount(); ++row)
        QCOMPARE(second.row(row), d->model.row(row));
    QCOMPARE(second.totalUnread(), 1);
    QCOMPARE(rows.reset.size(), 1);
    QVERIFY(rows.inserted.isEmpty() && rows.moved.isEmpty());
}

void tst_ChatListGroups::theUnreadPlaceIsTheNewestThatIsNotMuted()
{
    QVERIFY(d->model.unreadIn(d->rowing).isEmpty());
    d->say(d->rowing, 1);
    d->say(d->travel, 3);
    d->say(d->kitchen, 2);
    QVERIFY(d->model.unreadIn(d->rowing) == d->travel);
    d->mute(d->travel, mutedForever);
    QVERIFY(d->model.unreadIn(d->rowing) == d->kitchen);
    d->read(d->kitchen, 2);
    QVERIFY(d->model.unreadIn(d->rowing) == d->rowing);
    d->read(d->rowing, 1);
    QVERIFY(d->model.unreadIn(d->rowing).isEmpty());
    d->mute(d->travel, 0);
    QVERIFY(d->model.unreadIn(d->rowing) == d->travel);
    d->setMembership(d->travel, Membership::Gone);
    QVERIFY(d->model.unreadIn(d->rowing).isEmpty());
    QVERIFY(d->model.unreadIn(ConversationId::group(u"599"_s)).isEmpty());
}

void tst_ChatListGroups::topicsAreKnownAndTheirNewsTold()
{
    d->known.clear();
    d->list(d->travel, u"Journeys"_s);
    QCOMPARE(d->model.known(d->travel)->title, u"Journeys"_s);
    QCOMPARE(d->known.size(), 1);
    QVERIFY(d->known.first().first().value<ConversationId>() == d->travel);
    d->known.clear();
    d->list(d->rowing, u"Rowing"_s, GroupKind::Private, GroupRole::Admin);
    QVERIFY(d->model.known(d->travel)->isManaged()); // the role is its too
    QList<ConversationId> told;
    for (const auto& arguments : d->known)
        told.append(arguments.first().value<ConversationId>());
    QVERIFY(told.contains(d->rowing) && told.contains(d->travel) && told.contains(d->kitchen));
    QVERIFY(!told.contains(d->chess));
}

void tst_ChatListGroups::itsTopicsAreNamed()
{
    const auto named = [this](const ConversationId& id) {
        auto titles = d->model.index(d->model.rowOf(id)).data(ChatListModel::TopicTitlesRole);
        QStringList sorted = titles.toStringList();
        sorted.sort();
        return sorted;
    };
    QCOMPARE(named(d->rowing), (QStringList{u"Kitchen"_s, u"Travel"_s}));
    QCOMPARE(named(d->chess), QStringList{u"Openings"_s});
    d->say(fixtureChat(), 12);
    QVERIFY(named(fixtureChat()).isEmpty());
    d->setMembership(d->travel, Membership::Gone);
    QCOMPARE(named(d->rowing), QStringList{u"Kitchen"_s});
}

void tst_ChatListGroups::whatTheAccessibleNameSays()
{
    QCOMPARE(d->name(d->rowing), u"Rowing"_s);
    d->say(d->rowing, 1, u"hello"_s);
    QCOMPARE(d->name(d->rowing), u"Rowing, 1 unread, Iris Adams: hello"_s);
    d->say(d->travel, 2, u"trains"_s);
    QCOMPARE(d->name(d->rowing), u"Rowing, 2 unread, Travel · Iris Adams: trains"_s);
    d->mute(d->travel, mutedForever);
    QCOMPARE(
        d->name(d->rowing), u"Rowing, 1 unread, 1 unread, muted, Travel · Iris Adams: trains"_s);
    d->mute(d->rowing, mutedForever);
    QCOMPARE(d->name(d->rowing), u"Rowing, 2 unread, muted, Travel · Iris Adams: trains"_s);
    d->answer(d->kitchen, 3, u"I cook"_s);
    QVERIFY(d->name(d->rowing).endsWith(u", Kitchen · You: I cook"_s));
    d->list(d->chess, {});
    QCOMPARE(d->name(d->chess), u"Unknown"_s);
}

void tst_ChatListGroups::nothingNewChangesNothing()
{
    d->say(d->travel, 2);
    d->rows.clear();
    d->totals.clear();
    d->change([](Stores&, Changes& changes) {
        changes.conversations = {Desk::rowing, Desk::travel, Desk::chess};
    });
    d->listAll();
    d->pass(10min);
    QVERIFY(!d->rows.anyButChanges() && d->rows.changed.isEmpty() && d->totals.isEmpty());
}

SKEIN_TEST(tst_ChatListGroups)

} // namespace chatListGroupsTest

#include "tst_ChatListGroups.moc"
