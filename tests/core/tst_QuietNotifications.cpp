// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Notifications: quiet hours, and quiet for a while.

#include "tests/support/NotificationDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quietNotificationsTest {

namespace {

const ConversationId chat = chatWith(somebody);
const ConversationId rowing = NotificationDesk::rowing;
const ConversationId travel = NotificationDesk::travel;

} // namespace

class tst_QuietNotifications : public QObject {
    Q_OBJECT
private slots:
    void init() { m = std::make_unique<NotificationDesk>(); }
    void cleanup() { m.reset(); }

    void quietHoursEndWithOneDigest();
    void whatPassesQuietHours();
    void quietForAWhileEndsByItself();
    void aDigestOutlivesARestart();
    void theDigestTellsOfReactionsToo();
    void aReplyWaitsForTheEndOfQuietHours();

private:
    std::unique_ptr<NotificationDesk> m;
};

void tst_QuietNotifications::quietHoursEndWithOneDigest()
{
    const auto day = std::chrono::seconds(
        QDateTime(QDate(2026, 3, 2), QTime(21, 50), Qt::UTC).toSecsSinceEpoch()); // a Monday
    m->f.clock.setNow(day);
    m->setChoices({.quietHours = QuietHours::fromText(u"Mon 22:00-07:00"_s).value()});
    m->f.service.receive(somebody, u"still up"_s);
    m->look();
    QCOMPARE(m->notifier().times, 1);
    m->account->notifications.noteLook(chat);
    m->f.clock.setNow(day + 1h);
    m->f.service.receive(somebody, u"at night"_s);
    m->f.service.receive(u"20002"_s, u"at night too"_s);
    m->groups.say(rowing.id, u"read elsewhere"_s);
    m->look();
    m->groups.say(rowing.id, u"by me"_s, FakeService::me);
    m->look();
    QCOMPARE(m->notifier().times, 1);
    QCOMPARE(m->f.unread(chat), 2); // as ever
    m->f.clock.setNow(day + 9h + 9min);
    m->passUnseen(15min);
    QCOMPARE(m->notifier().times, 2);
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().shown.first().title, u"While it was quiet"_s);
    QVERIFY(m->notifier().shown.first().body.startsWith(u"2 new messages: "_s));
    m->passUnseen(1h);
    QCOMPARE(m->notifier().times, 2);
}

void tst_QuietNotifications::whatPassesQuietHours()
{
    m->quietFor(12h);
    m->groups.say(rowing.id, u"plain"_s);
    m->look();
    QCOMPARE(m->notifier().times, 0);
    m->mention(travel.id, u"for you"_s);
    m->look();
    QVERIFY(m->of(travel).body.endsWith(u"for you"_s));
    m->account->choices.quietPeople = {UserId{somebody}};
    m->f.service.receive(somebody, u"from a friend"_s);
    m->f.service.receive(u"20002"_s, u"from another"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"from a friend"_s);
    QCOMPARE(m->notifier().shown.size(), 2);
}

void tst_QuietNotifications::quietForAWhileEndsByItself()
{
    m->quietFor(1h);
    m->f.service.receive(somebody, u"later is fine"_s);
    m->passUnseen(55min);
    QCOMPARE(m->notifier().times, 0);
    m->f.pass(6min, 5s);
    QCOMPARE(m->notifier().times, 1);
    QCOMPARE(m->of(chat).body,
        u"1 new message: somebody (1)"_s.replace(
            u"somebody"_s, m->account->chats.known(chat)->title));
    m->f.service.receive(somebody, u"now"_s);
    m->look();
    QVERIFY(m->of(chat).body.startsWith(u"now"_s));
}

void tst_QuietNotifications::aDigestOutlivesARestart()
{
    m->quietFor(1h);
    m->f.service.receive(somebody, u"later is fine"_s);
    m->look();
    m->restart([this] { m->f.clock.advance(2h); });
    m->look();
    QCOMPARE(m->notifier().times, 1);
    QCOMPARE(m->of(chat).title, u"While it was quiet"_s);
}

void tst_QuietNotifications::theDigestTellsOfReactionsToo()
{
    const QString mine = m->groups.say(rowing.id, u"who rows?"_s, FakeService::me);
    m->look();
    m->quietFor(1h);
    m->f.service.like(rowing.id, mine, FakeGroups::somebodyElse);
    m->passUnseen(30min);
    QCOMPARE(m->notifier().times, 0);
    m->passUnseen(31min);
    QCOMPARE(m->notifier().times, 1);
    QCOMPARE(m->of(rowing).title, u"While it was quiet"_s);
    QCOMPARE(m->of(rowing).body, u"1 reaction: Rowing (1)"_s);
    m->passUnseen(30min);
    QVERIFY(!m->of(rowing).body.isEmpty()); // there is nothing to read that would withdraw it
}

void tst_QuietNotifications::aReplyWaitsForTheEndOfQuietHours()
{
    const QString mine = m->groups.say(rowing.id, u"who rows?"_s, FakeService::me);
    m->look();
    m->quietFor(1h);
    const QString answer = m->groups.say(rowing.id, u"I do"_s);
    QJsonArray attachments;
    attachments.append(QJsonObject{{u"type"_s, u"reply"_s}, {u"reply_id"_s, mine},
        {u"base_reply_id"_s, mine}, {u"user_id"_s, FakeService::me}});
    m->f.service.attach(rowing.id, answer, attachments);
    m->look();
    QCOMPARE(m->notifier().times, 0); // only mentions and chosen people come through
    m->passUnseen(1h);
    QCOMPARE(m->of(rowing).body, u"1 new message: Rowing (1)"_s);
}

SKEIN_TEST(tst_QuietNotifications)

} // namespace quietNotificationsTest

#include "tst_QuietNotifications.moc"
