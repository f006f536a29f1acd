// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GroupStore: who is still there, and which lists of topics are to be asked for.

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupTurnsTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const auto chess = ConversationId::group(u"55502"_s);
const auto travel = ConversationId::topic(u"55777"_s, rowing);
const auto kitchen = ConversationId::topic(u"55778"_s, rowing);
constexpr qint64 aDay = 24 * 3600;

/// As a list tells it.
ConversationSummary listed(
    const ConversationId& id, const QString& title, int newest, std::optional<int> topics = {})
{
    auto summary
        = summaryOf(id, title, newest > 0 ? std::optional(receivedMessage(newest)) : std::nullopt);
    summary.group.topics = topics;
    return summary;
}

} // namespace

class tst_GroupTurns : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void leftStaysLeftWhileAListLags();
    void noListBringsBackWhatWasLeft();
    void whatWasLeftDoesNotBecomeGone();
    void whatIsListedAgainIsThereAgain();
    void aCountOfNoneTakesNoTopicAwayUnasked();
    void whoDoesNotCountTopicsDeniesNone();
    void newsMakeAGroupDue();
    void onlyGroupsWithTopicsThatAreThereAreDue();
    void theLatestIsAskedFirst();
    void whatAFirstTopicBringsIsNew();
    void nobodyHasATurnWhereThereAreNoTopics();
    void everyGroupHasItsTurnAndLivelyOnesSooner();
    void aLivelyTopicMakesItsGroupLively();

private:
    bool take(const ConversationSummary& summary)
    {
        return m_open->database.transaction(
            [&] { return groups().take(summary, false, changes()); });
    }
    GroupStore& groups() { return m_open->stores.groups; }
    Changes& changes() { return m_open->changes; }
    Membership membership(const ConversationId& id)
    {
        return m_open->stores.conversations.one(id).value().membership;
    }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_GroupTurns::leftStaysLeftWhileAListLags()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(travel, u"Travel"_s, 7));
    groups().setMembership(rowing, Membership::Left, changes());
    changes() = {};
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(rowing, u"Rowing, renamed"_s, 5, 2)); // also with news that is no message
    take(listed(rowing, u"Rowing, renamed"_s, 4, 2));
    take(listed(travel, u"Travel"_s, 7));
    QCOMPARE(membership(rowing), Membership::Left);
    QCOMPARE(membership(travel), Membership::Left);
    QVERIFY(groups().groups().isEmpty());
    m_open.reset();
    m_open = m_folder->open();
    QCOMPARE(membership(rowing), Membership::Left);
}

void tst_GroupTurns::noListBringsBackWhatWasLeft()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(travel, u"Travel"_s, 7));
    QVERIFY(!groups().wasLeft(rowing));
    groups().setMembership(rowing, Membership::Left, changes());
    take(listed(rowing, u"Rowing"_s, 9, 2)); // "Ada has left the group"
    QCOMPARE(membership(rowing), Membership::Left);
    QVERIFY(groups().wasLeft(rowing));
    changes() = {};
    groups().setMembership(rowing, Membership::Active, changes()); // asked for by its name
    QCOMPARE(membership(travel), Membership::Active);
    QVERIFY(changes().conversations.contains(travel));
    QVERIFY(changes().threads.contains(rowing));
}

void tst_GroupTurns::whatWasLeftDoesNotBecomeGone()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    groups().setMembership(rowing, Membership::Left, changes());
    changes() = {};
    groups().setMembership(rowing, Membership::Gone, changes()); // "404": of course
    QCOMPARE(membership(rowing), Membership::Left);
    QVERIFY(changes().isEmpty());
    groups().setMembership(rowing, Membership::Active, changes());
    groups().setMembership(rowing, Membership::Gone, changes());
    QCOMPARE(membership(rowing), Membership::Gone);
    groups().setMembership(rowing, Membership::Left, changes()); // forgotten by the person
    QCOMPARE(membership(rowing), Membership::Left);
}

void tst_GroupTurns::whatIsListedAgainIsThereAgain()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(travel, u"Travel"_s, 7));
    for (const auto& id : {rowing, travel})
        groups().setMembership(id, Membership::Gone, changes());
    changes() = {};
    QVERIFY(take(listed(rowing, u"Rowing"_s, 5, 2)));
    QVERIFY(take(listed(travel, u"Travel"_s, 7)));
    QCOMPARE(membership(rowing), Membership::Active);
    QCOMPARE(membership(travel), Membership::Active);
    QVERIFY(changes().conversations.contains(travel));
}

void tst_GroupTurns::aCountOfNoneTakesNoTopicAwayUnasked()
{
    const auto elsewhere = ConversationId::topic(u"66777"_s, chess);
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(chess, u"Chess"_s, 5, 1));
    for (const auto& id : {travel, kitchen, elsewhere})
        take(listed(id, u"x"_s, 7));
    changes() = {};
    take(listed(rowing, u"Rowing"_s, 5, 0));
    QCOMPARE(membership(travel), Membership::Active);
    QCOMPARE(membership(kitchen), Membership::Active);
    QCOMPARE(membership(elsewhere), Membership::Active);
    QVERIFY(groups().topicsDue().contains(rowing)); // its list, then each by its name
    changes() = {};
    QVERIFY(!take(listed(rowing, u"Rowing"_s, 5, 0)));
    QVERIFY(changes().isEmpty());
}

void tst_GroupTurns::whoDoesNotCountTopicsDeniesNone()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    take(listed(travel, u"Travel"_s, 7));
    take(listed(rowing, u"Rowing, renamed"_s, 6));
    QCOMPARE(membership(travel), Membership::Active);
    QCOMPARE(m_open->stores.conversations.one(rowing)->topics, 2);
}

void tst_GroupTurns::newsMakeAGroupDue()
{
    take(listed(rowing, u"Rowing"_s, 5, 2));
    QCOMPARE(groups().topicsDue(), QList{rowing});
    QVERIFY(!groups().topicsWereRead(rowing));
    groups().noteTopicsRead(rowing, 1'760'000'000);
    QVERIFY(groups().topicsDue().isEmpty());
    QVERIFY(groups().topicsWereRead(rowing));
    take(listed(rowing, u"Rowing"_s, 5, 2)); // nothing new
    QVERIFY(groups().topicsDue().isEmpty());
    take(listed(rowing, u"Rowing"_s, 6, 2));
    QCOMPARE(groups().topicsDue(), QList{rowing});
    groups().noteTopicsRead(rowing, 1'760'000'015);
    take(listed(rowing, u"Rowing"_s, 6, 3));
    QCOMPARE(groups().topicsDue(), QList{rowing});
    groups().noteTopicsRead(rowing, 1'760'000'030);
    groups().markTopicsDue(rowing);
    QCOMPARE(groups().topicsDue(), QList{rowing});
}

void tst_GroupTurns::onlyGroupsWithTopicsThatAreThereAreDue()
{
    take(listed(rowing, u"Rowing"_s, 5, 0));
    take(listed(chess, u"Chess"_s, 5));
    groups().markTopicsDue(chess);
    QVERIFY(groups().topicsDue().isEmpty());
    take(listed(chess, u"Chess"_s, 6, 1));
    QCOMPARE(groups().topicsDue(), QList{chess});
    for (const auto gone : {Membership::Gone, Membership::Left}) {
        groups().setMembership(chess, gone, changes());
        QVERIFY(groups().topicsDue().isEmpty());
        QVERIFY(groups().nextInTurn(1'760'000'000).isEmpty());
        groups().setMembership(chess, Membership::Active, changes());
    }
}

void tst_GroupTurns::theLatestIsAskedFirst()
{
    take(listed(rowing, u"Rowing"_s, 50, 1));
    take(listed(chess, u"Chess"_s, 90, 1));
    take(listed(ConversationId::group(u"55503"_s), u"Choir"_s, 70, 1));
    QStringList order;
    for (const ConversationId& id : groups().topicsDue())
        order.append(id.id);
    QCOMPARE(order, (QStringList{u"55502"_s, u"55503"_s, u"55501"_s}));
}

void tst_GroupTurns::whatAFirstTopicBringsIsNew()
{
    take(listed(rowing, u"Rowing"_s, 5, 0));
    QVERIFY(groups().topicsWereRead(rowing)); // there were none
    take(listed(chess, u"Chess"_s, 5));
    QVERIFY(!groups().topicsWereRead(chess)); // nobody knows
}

void tst_GroupTurns::nobodyHasATurnWhereThereAreNoTopics()
{
    QVERIFY(groups().nextInTurn(1'760'000'000).isEmpty());
    take(listed(rowing, u"Rowing"_s, 5, 0));
    QVERIFY(groups().nextInTurn(1'760'000'000).isEmpty());
    take(listed(chess, u"Chess"_s, 5, 1));
    QVERIFY(groups().nextInTurn(1'760'000'000) == chess);
}

void tst_GroupTurns::everyGroupHasItsTurnAndLivelyOnesSooner()
{
    constexpr qint64 start = 1'760'000'000;
    constexpr qint64 step = 900;
    constexpr qint64 end = start + 30 * aDay;
    const QList<qint64> silentFor{0, 0, 0, 1, 7, 30, 90, 365}; // days; 0: lively all the time
    QHash<ConversationId, int> turns;
    QHash<ConversationId, qint64> last;
    QHash<ConversationId, qint64> longest;
    const auto groupAt = [](qsizetype n) { return ConversationId::group(QString::number(n + 1)); };
    const auto speak = [&](qsizetype n, qint64 at) {
        m_open->database.run(
            "UPDATE conversation SET last_activity = ? WHERE key = ?", {at, groupAt(n).key()});
    };
    for (qsizetype n = 0; n < silentFor.size(); ++n) {
        take(listed(groupAt(n), u"x"_s, 5, 1));
        speak(n, start - silentFor.at(n) * aDay);
        last[groupAt(n)] = start;
    }
    for (qint64 now = start; now < end; now += step) {
        for (qsizetype n = 0; n < 3; ++n)
            speak(n, now);
        const auto next = groups().nextInTurn(now);
        groups().noteTopicsRead(next, now);
        ++turns[next];
        longest[next] = std::max(longest[next], now - std::exchange(last[next], now));
    }
    for (qsizetype n = 0; n < silentFor.size(); ++n) {
        const qint64 waited = std::max(longest[groupAt(n)], end - last[groupAt(n)]);
        const qint64 bound = (silentFor.at(n) + 30) * aDay / 24 + silentFor.size() * 2 * step;
        QVERIFY2(waited <= (silentFor.at(n) == 0 ? silentFor.size() * step : bound),
            qPrintable(u"group %1 waited %2 s"_s.arg(n).arg(waited)));
        QVERIFY(turns[groupAt(n)] >= 1);
        if (n >= 3)
            QVERIFY(turns[groupAt(n)] <= turns[groupAt(n - 1)]);
    }
    // The silent cost the lively little.
    QVERIFY(turns[groupAt(0)] + turns[groupAt(1)] + turns[groupAt(2)] > 30 * aDay / step / 2);
}

void tst_GroupTurns::aLivelyTopicMakesItsGroupLively()
{
    constexpr qint64 now = 1'760'000'000;
    take(listed(rowing, u"Rowing"_s, 5, 1));
    take(listed(chess, u"Chess"_s, 5, 1)); // the main channels are silent alike
    take(listed(travel, u"Travel"_s, 7));
    m_open->database.run("UPDATE conversation SET last_activity = ? WHERE key != ?",
        {now - 300 * aDay, travel.key()});
    m_open->database.run(
        "UPDATE conversation SET last_activity = ? WHERE key = ?", {now, travel.key()});
    groups().noteTopicsRead(chess, now - 3600);
    groups().noteTopicsRead(rowing, now - 1800); // later, and still the next
    QVERIFY(groups().nextInTurn(now) == rowing);
}

SKEIN_TEST(tst_GroupTurns)

} // namespace groupTurnsTest

#include "tst_GroupTurns.moc"
