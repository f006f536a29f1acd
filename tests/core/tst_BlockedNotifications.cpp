// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Notifications: nothing that comes from who is blocked.

#include "tests/support/NotificationDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace blockedNotificationsTest {

namespace {

const ConversationId rowing = NotificationDesk::rowing;
const ConversationId travel = NotificationDesk::travel;
const QString vera = u"20005"_s;
const QString noor = u"20006"_s;

} // namespace

class tst_BlockedNotifications : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<NotificationDesk>(); }
    void cleanup() { m.reset(); }

    void nothingOfThemIsShownAnywhere();
    void aMentionByThemIsNoneEither();
    void theirReactionsAreNotEither();
    void othersAreHeardAsBefore();
    void itHoldsFromTheFirstMomentOfTheNextStart();
    void whatIsShownOfThemIsTakenAway();

private:
    void block(const QString& user, bool isBlocked = true)
    {
        Blocks& blocks = m->account->blocks;
        const Person person{{user}, {}, {}};
        const auto done = isBlocked ? blocks.block(person) : blocks.unblock(person);
        m->f.settle();
        QVERIFY(done.result().has_value());
    }
    std::unique_ptr<NotificationDesk> m;
};

void tst_BlockedNotifications::nothingOfThemIsShownAnywhere()
{
    block(vera);
    m->f.service.receive(vera, u"in a chat"_s);
    m->groups.say(rowing.id, u"in a group"_s, vera);
    m->groups.say(travel.id, u"in a topic"_s, vera);
    m->look();
    QCOMPARE(m->notifier().times, 0);
    block(vera, false);
    m->groups.say(rowing.id, u"again"_s, vera);
    m->look();
    QCOMPARE(m->bodies().size(), 1);
    QVERIFY(m->of(rowing).body.contains(u"again"_s));
}

void tst_BlockedNotifications::aMentionByThemIsNoneEither()
{
    block(FakeGroups::somebodyElse);
    m->mention(rowing.id, u"you there"_s);
    m->look();
    QCOMPARE(m->notifier().times, 0);
}

void tst_BlockedNotifications::theirReactionsAreNotEither()
{
    const QString mine = m->groups.say(rowing.id, u"who rows?"_s, FakeService::me);
    m->look();
    block(FakeGroups::somebodyElse);
    m->f.service.like(rowing.id, mine, FakeGroups::somebodyElse);
    m->f.pass(10min, 1s);
    QCOMPARE(m->notifier().times, 0);
    m->f.service.like(rowing.id, mine, noor);
    m->f.pass(10min, 1s);
    QCOMPARE(m->notifier().times, 1);
}

void tst_BlockedNotifications::othersAreHeardAsBefore()
{
    block(vera);
    m->groups.say(rowing.id, u"hear this"_s, noor);
    m->groups.say(rowing.id, u"and this"_s, vera);
    m->look();
    QCOMPARE(m->bodies().size(), 1);
    QVERIFY(m->of(rowing).body.contains(u"hear this"_s));
    QVERIFY(!m->of(rowing).body.contains(u"and this"_s));
    QVERIFY(!m->of(rowing).body.contains(u"more"_s));
}

void tst_BlockedNotifications::itHoldsFromTheFirstMomentOfTheNextStart()
{
    block(vera);
    m->restart([this] { m->groups.say(rowing.id, u"while away"_s, vera); });
    m->look();
    QCOMPARE(m->notifier().times, 0);
}

void tst_BlockedNotifications::whatIsShownOfThemIsTakenAway()
{
    m->groups.say(rowing.id, u"from Noor"_s, noor);
    m->groups.say(rowing.id, u"from Vera"_s, vera);
    m->groups.say(travel.id, u"of Noor alone"_s, noor);
    m->look();
    QCOMPARE(m->bodies().size(), 2);
    block(vera);
    QCOMPARE(m->bodies().size(), 1);
    QVERIFY(m->of(travel).body.contains(u"of Noor alone"_s));
}

SKEIN_TEST(tst_BlockedNotifications)

} // namespace blockedNotificationsTest

#include "tst_BlockedNotifications.moc"
