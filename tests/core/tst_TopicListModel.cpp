// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/TopicListModel.h"
#include "tests/support/GroupFixture.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace topicListModelTest {

namespace {

struct Desk : GroupFixture {
    TopicListModel model{store, feed, serviceClock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    RowSignals rows{model};
    QSignalSpy loaded{&model, &TopicListModel::loaded};
    QSignalSpy gone{&model, &TopicListModel::topicGone};

    void show(const ConversationId& group)
    {
        model.setGroup(group);
        quiet();
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.index(row).data().toString());
        return found;
    }
    [[nodiscard]] QString words(const ConversationId& id, int role) const
    {
        return model.index(model.rowOf(id)).data(role).toString();
    }
    [[nodiscard]] const Conversation& at(const ConversationId& id) const
    {
        return model.row(model.rowOf(id));
    }
};

constexpr int Mute = TopicListModel::MuteWordsRole;

} // namespace

class tst_TopicListModel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        d = std::make_unique<Desk>();
        d->listAll();
        d->show(d->rowing);
        d->rows.clear();
    }
    void cleanup() { d.reset(); }

    void theMainChatComesFirstThenTheLatest();
    void itIsResetOnlyWhenTheGroupChanges();
    void aMessageMovesItsTopicUp();
    void rowsKeepTheirIdentity();
    void aNewTopicIsInsertedWhereItBelongs();
    void otherGroupsChangeNothing();
    void aDeletedTopicGoesLastAndIsToldOnce();
    void whatWasDeletedBeforeIsNotTold();
    void aTopicThatIsPutAwayIsSeenNoMore();
    void topicsOfUnknownKindAreAsClosedAsTheirGroup();
    void leavingAGroupDeletesNoTopic();
    void aMutedTopicsUnreadStandApart();
    void aMuteEndsByItself();
    void wordsOfAMuteFollowTheClock();
    void aMuteEndsByTheServicesClock();
    void aComputerThatSleptNoticesWithinAMinute();
    void aMuteForEverStays();
    void whatTheAccessibleNameSays();
    void titlesAndRoles();
    void answersOfAnotherGroupAreDropped();
    void whatCouldNotBeReadIsThereAfterReadingAgain();
    void newsOfAnotherGroupAreDropped();

private:
    std::unique_ptr<Desk> d;
};

void tst_TopicListModel::theMainChatComesFirstThenTheLatest()
{
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Travel"_s, u"Kitchen"_s}));
    d->say(d->kitchen, 10);
    d->say(d->rowing, 5);
    d->say(d->travel, 20);
    d->show({});
    d->show(d->rowing);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Travel"_s, u"Kitchen"_s}));
    d->say(d->kitchen, 30);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Travel"_s}));
    QVERIFY(d->model.row(0).id == d->rowing);
    QCOMPARE(d->model.rowOf(d->travel), 2);
    QCOMPARE(d->model.rowOf(d->openings), -1);
}

void tst_TopicListModel::itIsResetOnlyWhenTheGroupChanges()
{
    d->model.setGroup(d->rowing);
    d->quiet();
    QVERIFY(d->rows.reset.isEmpty());
    d->loaded.clear();
    d->show(d->chess);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Openings"_s}));
    QCOMPARE(d->loaded.size(), 1);
    QVERIFY(d->loaded.first().first().value<ConversationId>() == d->chess);
    d->rows.clear();
    for (int n = 1; n < 20; ++n)
        d->say(n % 2 == 0 ? d->chess : d->openings, n);
    QVERIFY(d->rows.reset.isEmpty());
    d->show({});
    QCOMPARE(d->model.rowCount(), 0);
    QVERIFY(d->model.group().isEmpty());
    d->say(d->chess, 30);
    QCOMPARE(d->model.rowCount(), 0);
}

void tst_TopicListModel::aMessageMovesItsTopicUp()
{
    d->say(d->kitchen, 10, u"who cooks"_s);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Travel"_s}));
    QCOMPARE(d->rows.moved.size(), 1);
    QCOMPARE(d->rows.changed.size(), 1);
    QVERIFY(d->rows.reset.isEmpty() && d->rows.inserted.isEmpty() && d->rows.removed.isEmpty());
    QCOMPARE(d->at(d->kitchen).unread, 1);
    QCOMPARE(d->at(d->kitchen).preview, u"who cooks"_s);
    d->rows.clear();
    d->say(d->kitchen, 11);
    d->say(d->rowing, 12);
    QVERIFY(!d->rows.anyButChanges());
    QCOMPARE(d->rows.changed.size(), 2);
    d->rows.clear();
    d->change([](Stores&, Changes& changes) { changes.conversations.insert(Desk::kitchen); });
    QVERIFY(d->rows.changed.isEmpty()); // said again, nothing new
}

void tst_TopicListModel::rowsKeepTheirIdentity()
{
    const QPersistentModelIndex chosen(d->model.index(d->model.rowOf(d->travel)));
    d->say(d->kitchen, 10);
    d->say(d->travel, 11);
    d->list(ConversationId::topic(u"799"_s, d->rowing), u"Boats"_s);
    d->say(d->kitchen, 12);
    QVERIFY(chosen.isValid());
    QVERIFY(chosen.data(TopicListModel::IdRole).value<ConversationId>() == d->travel);
    QCOMPARE(chosen.row(), d->model.rowOf(d->travel));
}

void tst_TopicListModel::aNewTopicIsInsertedWhereItBelongs()
{
    d->say(d->kitchen, 10);
    d->rows.clear();
    const auto boats = ConversationId::topic(u"799"_s, d->rowing);
    d->change([=](Stores& stores, Changes& changes) {
        stores.groups.take(summaryOf(boats, u"Boats"_s, receivedMessage(5)), false, changes);
    });
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Boats"_s, u"Travel"_s}));
    QCOMPARE(d->rows.inserted.size(), 1);
    QVERIFY(d->rows.reset.isEmpty() && d->rows.moved.isEmpty());
}

void tst_TopicListModel::otherGroupsChangeNothing()
{
    d->say(d->openings, 10);
    d->say(d->chess, 11);
    d->say(fixtureChat(), 12);
    d->list(ConversationId::topic(u"799"_s, d->chess), u"Endings"_s);
    QVERIFY(!d->rows.anyButChanges() && d->rows.changed.isEmpty());
}

void tst_TopicListModel::aDeletedTopicGoesLastAndIsToldOnce()
{
    d->say(d->travel, 20);
    d->rows.clear();
    d->setMembership(d->travel, Membership::Gone);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Travel"_s}));
    QCOMPARE(d->gone.size(), 1);
    QVERIFY(d->gone.first().first().value<ConversationId>() == d->travel);
    QCOMPARE(d->rows.moved.size(), 1);
    QVERIFY(d->rows.removed.isEmpty()); // its history stays readable
    d->setMembership(d->travel, Membership::Gone);
    d->read(d->travel, 20);
    d->say(d->kitchen, 30);
    QCOMPARE(d->gone.size(), 1);
    QCOMPARE(d->model.rowOf(d->travel), 2);
    d->setMembership(d->travel, Membership::Active); // it was a list that lagged
    d->say(d->travel, 40);
    QCOMPARE(d->model.rowOf(d->travel), 1);
    d->setMembership(d->travel, Membership::Gone);
    QCOMPARE(d->gone.size(), 2);
}

void tst_TopicListModel::whatWasDeletedBeforeIsNotTold()
{
    d->show({});
    d->setMembership(d->travel, Membership::Gone);
    d->show(d->rowing);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Travel"_s}));
    d->read(d->travel, 20);
    d->list(d->rowing, u"Rowing, renamed"_s);
    QVERIFY(d->gone.isEmpty());
}

void tst_TopicListModel::aTopicThatIsPutAwayIsSeenNoMore()
{
    d->setMembership(d->travel, Membership::Gone);
    d->rows.clear();
    d->setMembership(d->travel, Membership::Left);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s}));
    QCOMPARE(d->rows.removed.size(), 1);
    d->say(d->travel, 50); // what was on its way when it went
    d->model.reload();
    d->quiet();
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s}));
}

void tst_TopicListModel::topicsOfUnknownKindAreAsClosedAsTheirGroup()
{
    const auto isLocked = [this](const ConversationId& id) {
        return d->model.index(d->model.rowOf(id), 0).data(TopicListModel::LockedRole).toBool();
    };
    d->list(d->kitchen, u"Kitchen"_s, GroupKind::Private);
    QVERIFY(!isLocked(d->rowing) && !isLocked(d->travel) && !isLocked(d->kitchen));
    d->rows.clear();
    d->list(d->rowing, u"Rowing"_s, GroupKind::Announcement);
    QVERIFY(isLocked(d->rowing) && isLocked(d->travel) && !isLocked(d->kitchen));
    QVERIFY(!d->rows.changed.isEmpty());
    QVERIFY(d->model.index(d->model.rowOf(d->travel), 0)
            .data(Qt::AccessibleTextRole)
            .toString()
            .contains(u"only admins write"_s));
    d->list(d->travel, u"Travel"_s, GroupKind::Private); // it tells of itself
    QVERIFY(!isLocked(d->travel));
}

void tst_TopicListModel::leavingAGroupDeletesNoTopic()
{
    d->say(d->kitchen, 10);
    for (const auto left : {Membership::Gone, Membership::Left}) {
        d->setMembership(d->rowing, left);
        QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Kitchen"_s, u"Travel"_s}));
        QCOMPARE(writeBar(d->at(d->kitchen)), WriteBar::LeftGroup);
        QVERIFY(d->gone.isEmpty());
        d->setMembership(d->rowing, Membership::Active);
    }
}

void tst_TopicListModel::aMutedTopicsUnreadStandApart()
{
    d->say(d->travel, 10);
    d->say(d->travel, 11);
    d->mute(d->travel, mutedForever);
    QCOMPARE(d->at(d->travel).unread, 0);
    QCOMPARE(d->at(d->travel).mutedUnread, 2);
    QVERIFY(d->at(d->travel).isMuted);
    d->say(d->travel, 12);
    QCOMPARE(d->at(d->travel).mutedUnread, 3);
    d->say(d->rowing, 13);
    QCOMPARE(d->at(d->rowing).unread, 1); // the main channel and the other topic are as they were
    QVERIFY(!d->at(d->rowing).isMuted && !d->at(d->kitchen).isMuted);
    d->mute(d->travel, 0);
    QCOMPARE(d->at(d->travel).unread, 3);
    QCOMPARE(d->at(d->travel).mutedUnread, 0);
}

void tst_TopicListModel::aMuteEndsByItself()
{
    d->say(d->travel, 10);
    d->mute(d->travel, d->now() + 3600);
    d->mute(d->kitchen, d->now() + 5400);
    d->pass(3599s);
    QCOMPARE(d->at(d->travel).mutedUnread, 1);
    QCOMPARE(d->words(d->travel, Mute), u"muted 1 min"_s);
    d->rows.clear();
    d->pass(1s);
    QCOMPARE(d->at(d->travel).unread, 1);
    QCOMPARE(d->at(d->travel).mutedUnread, 0);
    QVERIFY(!d->at(d->travel).isMuted);
    QCOMPARE(d->words(d->travel, Mute), QString());
    QVERIFY(d->at(d->kitchen).isMuted);
    QVERIFY(!d->rows.changed.isEmpty() && !d->rows.anyButChanges());
    d->pass(1800s);
    QVERIFY(!d->at(d->kitchen).isMuted);
}

void tst_TopicListModel::wordsOfAMuteFollowTheClock()
{
    d->mute(d->travel, d->now() + 7 * 3600);
    QCOMPARE(d->words(d->travel, Mute), u"muted 7 h"_s);
    QString said = d->words(d->travel, Mute);
    const QString name = d->words(d->travel, Qt::AccessibleTextRole);
    QVERIFY(name.contains(said));
    // Whenever the words are others, the view was told in that second.
    for (int second = 0; second < 7 * 3600; second += 10) {
        d->rows.clear();
        d->clock.advance(10s);
        const QString words = d->words(d->travel, Mute);
        if (words != said)
            QVERIFY(!d->rows.changed.isEmpty());
        said = words;
    }
    QCOMPARE(said, QString());
}

void tst_TopicListModel::aMuteEndsByTheServicesClock()
{
    // This computer's clock is a day ahead: to it the mute is long over.
    const qint64 service = d->now() - 86'400;
    d->say(d->travel, 10);
    d->mute(d->travel, service + 3600);
    QVERIFY(!d->at(d->travel).isMuted);
    d->rows.clear();
    d->serviceClock.learn(service);
    QVERIFY(d->at(d->travel).isMuted);
    QCOMPARE(d->at(d->travel).mutedUnread, 1);
    QCOMPARE(d->words(d->travel, Mute), u"muted 60 min"_s);
    QVERIFY(!d->rows.changed.isEmpty());
    d->pass(3599s);
    QVERIFY(d->at(d->travel).isMuted);
    d->pass(1s);
    QVERIFY(!d->at(d->travel).isMuted);
    QCOMPARE(d->at(d->travel).unread, 1);
}

void tst_TopicListModel::aComputerThatSleptNoticesWithinAMinute()
{
    d->mute(d->travel, d->now() + 3600);
    d->clock.setNow(d->clock.now() + 8h); // while no timer ran
    QVERIFY(d->at(d->travel).isMuted);
    d->pass(60s);
    QVERIFY(!d->at(d->travel).isMuted);
}

void tst_TopicListModel::aMuteForEverStays()
{
    d->mute(d->travel, mutedForever);
    QCOMPARE(d->words(d->travel, Mute), u"muted"_s);
    d->rows.clear();
    d->pass(24h * 365 * 5);
    QVERIFY(d->at(d->travel).isMuted);
    QCOMPARE(d->words(d->travel, Mute), u"muted"_s);
    QVERIFY(d->rows.changed.isEmpty()); // nobody was woken for it
}

void tst_TopicListModel::whatTheAccessibleNameSays()
{
    constexpr int Name = Qt::AccessibleTextRole;
    QCOMPARE(d->words(d->travel, Name), u"Travel"_s);
    d->say(d->travel, 10, u"the train leaves"_s);
    QCOMPARE(d->words(d->travel, Name), u"Travel, 1 unread, Iris Adams: the train leaves"_s);
    d->answer(d->travel, 11, u"I know"_s);
    QCOMPARE(d->words(d->travel, Name), u"Travel, You: I know"_s);
    d->say(d->travel, 12, u"good"_s);
    d->mute(d->travel, mutedForever);
    QCOMPARE(d->words(d->travel, Name), u"Travel, 1 unread, muted, Iris Adams: good"_s);
    d->mute(d->travel, d->now() + 1500);
    QVERIFY(d->words(d->travel, Name).contains(u", muted 25 min, "_s));
    d->list(d->kitchen, u"Kitchen"_s, GroupKind::Announcement);
    QCOMPARE(d->words(d->kitchen, Name), u"Kitchen, only admins write"_s);
    d->setMembership(d->kitchen, Membership::Gone);
    QCOMPARE(d->words(d->kitchen, Name), u"Kitchen, only admins write, deleted"_s);
    d->say(d->rowing, 20, u"tomorrow at six"_s);
    QCOMPARE(d->words(d->rowing, Name), u"Main chat, 1 unread, Iris Adams: tomorrow at six"_s);
    d->change([](Stores& stores, Changes& changes) {
        stores.drafts.save(Desk::travel, draftOf(u"half\na thought"_s), changes);
    });
    QVERIFY(d->words(d->travel, Name).endsWith(u", Draft: half a thought"_s));
}

void tst_TopicListModel::titlesAndRoles()
{
    d->list(d->kitchen, {});
    QCOMPARE(d->words(d->kitchen, Qt::DisplayRole), u"Unknown"_s);
    const auto index = d->model.index(d->model.rowOf(d->travel));
    QVERIFY(index.data(TopicListModel::IdRole).value<ConversationId>() == d->travel);
    QCOMPARE(index.data(TopicListModel::ConversationRole).value<Conversation>(), d->at(d->travel));
    QVERIFY(!index.data(Qt::DecorationRole).isValid());
    QVERIFY(!d->model.data({}, Qt::DisplayRole).isValid());
    QCOMPARE(d->model.rowCount(index), 0);
}

void tst_TopicListModel::answersOfAnotherGroupAreDropped()
{
    d->loaded.clear();
    d->model.setGroup(d->chess);
    d->model.setGroup(d->rowing);
    d->model.setGroup(d->chess);
    d->quiet();
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Openings"_s}));
    QCOMPARE(d->loaded.size(), 1);
    d->model.setGroup(d->rowing);
    d->model.setGroup({});
    d->quiet();
    QCOMPARE(d->model.rowCount(), 0);
    QCOMPARE(d->loaded.size(), 1);
}

void tst_TopicListModel::whatCouldNotBeReadIsThereAfterReadingAgain()
{
    const auto allotment = ConversationId::group(u"55999"_s);
    d->show(allotment);
    QCOMPARE(d->model.rowCount(), 0);
    d->change([&](Stores& stores, Changes&) {
        Changes unheard; // as when the disk refused the answer
        stores.groups.take({.id = allotment, .title = u"Allotment"_s}, false, unheard);
    });
    QCOMPARE(d->model.rowCount(), 0);
    d->model.reload();
    d->quiet();
    QCOMPARE(d->titles(), QStringList{u"Main chat"_s});
    d->model.reload();
    d->quiet();
    QCOMPARE(d->model.rowCount(), 1);
}

void tst_TopicListModel::newsOfAnotherGroupAreDropped()
{
    // Told after the model has asked what changed, and before it is answered.
    connect(&d->feed, &ChangeFeed::published, &d->model,
        [this](const Changes&) { d->model.setGroup(d->chess); });
    d->change([](Stores& stores, Changes& changes) {
        stores.messages.take(
            Desk::travel, {.messages = {receivedMessage(50)}, .complete = {}}, changes);
        stores.groups.setMembership(Desk::kitchen, Membership::Gone, changes);
    });
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Openings"_s}));
    QVERIFY(d->gone.isEmpty() && d->rows.inserted.isEmpty()); // not for a moment
    d->show(d->rowing);
    QCOMPARE(d->titles(), (QStringList{u"Main chat"_s, u"Travel"_s, u"Kitchen"_s}));
    QCOMPARE(d->at(d->travel).unread, 1);
}

SKEIN_TEST(tst_TopicListModel)

} // namespace topicListModelTest

#include "tst_TopicListModel.moc"
