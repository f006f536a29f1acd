// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeGroups.h"
#include "tests/support/AccountFixture.h"
#include "tests/support/SkeinTest.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace notificationsTest {

namespace {

const ConversationId chat = chatWith(somebody);
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);

/// An account that polls a service with some chats, a group and its topic; nobody looks.
struct Desk {
    SyncFixture f;
    FakeGroups groups{f.service, f.network()};
    QTemporaryDir folder;
    std::unique_ptr<AccountFixture> account;

    Desk()
    {
        for (const QString& person : people())
            f.service.receive(person, u"long ago"_s);
        groups.add(rowing.id, u"Rowing"_s).members = {FakeGroups::somebodyElse};
        groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        groups.say(rowing.id, u"long ago"_s);
        groups.say(travel.id, u"long ago"_s);
        start();
    }
    static QStringList people()
    {
        QStringList ids;
        for (int n = 0; n < 12; ++n)
            ids.append(QString::number(somebody.toInt() + n));
        return ids;
    }
    void start()
    {
        account = std::make_unique<AccountFixture>(f, folder.path());
        account->sync.setAttention(SyncEngine::Attention::Visible);
        account->start();
        f.pass(5s);
    }
    /// The program ends and starts again.
    void restart(const std::function<void()>& meanwhile = {})
    {
        account.reset();
        f.restart(meanwhile);
        groups.serve(f.network());
        start();
    }
    /// Long enough for every place to be looked at.
    void look() { f.pass(1min, 1s); }
    [[nodiscard]] FakeNotifier& notifier() { return account->notifier; }
    [[nodiscard]] Notice of(const ConversationId& id) { return notifier().of(id); }
    [[nodiscard]] QStringList bodies()
    {
        QStringList all;
        for (const Notice& each : notifier().shown)
            all.append(each.body);
        return all;
    }
    void mention(const QString& place, const QString& text)
    {
        const QString id = groups.say(place, text);
        f.service.attach(place, id,
            QJsonArray{QJsonObject{{u"type"_s, u"mentions"_s},
                {u"user_ids"_s, QJsonArray{FakeService::me}}, {u"loci"_s, QJsonArray()}}});
    }
    void setChoices(const NotificationChoices& choices)
    {
        account->choices = choices;
        account->notifications.noteChoices();
        f.settle();
    }
    void quietFor(std::chrono::seconds time)
    {
        NotificationChoices choices = account->choices;
        choices.quietUntil = (f.clock.now() + time) / 1s;
        setChoices(choices);
    }
};

} // namespace

class tst_Notifications : public QObject {
    Q_OBJECT
private slots:
    void init() { m = std::make_unique<Desk>(); }
    void cleanup() { m.reset(); }

    void theFirstSyncShowsNothing();
    void aNewMessageIsShownAndTheNextOneTakesItsPlace();
    void nothingIsShownTwiceAcrossARestart();
    void ownMessagesAndTheServicesAreNotShown();
    void mutedPlacesAreSilentButForMentions();
    void whatIsInSightIsNotShown();
    void aNightIsOneSummary();
    void fewConversationsAfterANightAreOneNotificationEach();
    void theSummaryGoesWhenAllOfItWasRead();
    void whatWasReadElsewhereIsWithdrawn();
    void whatIsLookedAtIsWithdrawn();
    void aClickOpensExactlyThatPlace_data();
    void aClickOpensExactlyThatPlace();
    void aReplyGoesToItsConversationWhateverIsInFront();
    void aReplyWrittenOfflineWaitsInTheOutbox();
    void aReplyThatIsTooLongIsThePersonsToShorten();
    void likeAndMarkReadAreForTheMessageThatWasShown();
    void privacySaysNoMoreThanWanted();
    void turnedOffNothingIsShownAndWhatIsShownGoes();
    void quietHoursEndWithOneDigest();
    void whatPassesQuietHours();
    void quietForAWhileEndsByItself();
    void aDigestOutlivesARestart();
    void hostileTextStaysALine();

private:
    std::unique_ptr<Desk> m;
};

void tst_Notifications::theFirstSyncShowsNothing()
{
    m->look();
    QCOMPARE(m->notifier().times, 0);
    m->restart();
    m->look();
    QCOMPARE(m->notifier().times, 0);
}

void tst_Notifications::aNewMessageIsShownAndTheNextOneTakesItsPlace()
{
    m->f.service.receive(somebody, u"are you there?"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"are you there?"_s);
    QCOMPARE(m->of(chat).title, m->account->chats.known(chat)->title);
    m->f.service.receive(somebody, u"hello?"_s);
    m->look();
    QCOMPARE(m->bodies(), QStringList{u"hello?\nand 1 more"_s});
    m->groups.say(travel.id, u"platform two"_s);
    m->look();
    QCOMPARE(m->of(travel).title, u"Travel \u2013 Rowing"_s);
    QVERIFY(m->of(travel).body.endsWith(u": platform two"_s));
    QCOMPARE(m->notifier().times, 3);
}

void tst_Notifications::nothingIsShownTwiceAcrossARestart()
{
    m->f.service.receive(somebody, u"one"_s);
    m->look();
    QCOMPARE(m->notifier().times, 1);
    m->restart();
    m->look();
    QCOMPARE(m->notifier().times, 0);
    m->restart([this] { m->f.service.receive(somebody, u"two"_s); });
    m->look();
    QCOMPARE(m->bodies(), QStringList{u"two"_s});
}

void tst_Notifications::ownMessagesAndTheServicesAreNotShown()
{
    m->f.service.writeElsewhere(somebody, u"from my phone"_s);
    m->groups.announce(rowing.id, u"group.name_change"_s, {{u"name"_s, u"Rowers"_s}});
    m->account->outbox.send(travel, u"from here"_s);
    m->look();
    QCOMPARE(m->notifier().times, 0);
}

void tst_Notifications::mutedPlacesAreSilentButForMentions()
{
    m->groups.group(rowing.id).mutedUntil = mutedForever;
    m->look();
    m->groups.say(rowing.id, u"plain"_s);
    m->groups.say(travel.id, u"its topic is not muted"_s);
    m->look();
    QCOMPARE(m->of(rowing).body, QString());
    QVERIFY(m->of(travel).body.contains(u"its topic"_s));
    m->mention(rowing.id, u"for you"_s);
    m->look();
    QVERIFY(m->of(rowing).body.endsWith(u": for you"_s));
}

void tst_Notifications::whatIsInSightIsNotShown()
{
    ConversationId inSight = chat;
    m->account->notifications.setInSight([&] { return inSight; });
    m->f.service.receive(somebody, u"seen"_s);
    m->groups.say(rowing.id, u"not seen"_s);
    m->look();
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().shown.first().conversation, rowing);
    inSight = {};
    m->f.service.receive(somebody, u"looked away"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"looked away"_s);
}

void tst_Notifications::aNightIsOneSummary()
{
    m->restart([this] {
        for (const QString& person : Desk::people())
            m->f.service.receiveMany(person, 25);
        m->f.service.writeElsewhere(somebody, u"I am awake"_s); // has read that one
    });
    m->f.pass(3min, 1s);
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().times, 1);
    QVERIFY(m->notifier().shown.first().conversation.isEmpty());
    QCOMPARE(m->notifier().shown.first().title, u"275 new messages in 11 conversations"_s);
    QCOMPARE(m->f.unread(chatWith(u"20002"_s)), 25);
}

void tst_Notifications::fewConversationsAfterANightAreOneNotificationEach()
{
    m->restart([this] {
        m->f.service.receiveMany(somebody, 350);
        m->groups.say(rowing.id, u"up?"_s);
    });
    m->f.pass(3min, 1s);
    QCOMPARE(m->notifier().shown.size(), 2);
    QCOMPARE(m->notifier().times, 2);
    QVERIFY(m->of(chat).body.endsWith(u"\nand 349 more"_s));
}

void tst_Notifications::theSummaryGoesWhenAllOfItWasRead()
{
    const QStringList four = Desk::people().first(4);
    m->restart([&] {
        for (const QString& person : four)
            m->f.service.receive(person, u"morning"_s);
    });
    m->look();
    QCOMPARE(m->notifier().shown.size(), 1);
    for (const QString& person : four) {
        QCOMPARE(m->notifier().shown.size(), 1);
        m->account->receipts.shown(chatWith(person), {m->f.service.history(person).last().id});
        m->f.settle();
    }
    QCOMPARE(m->notifier().shown.size(), 0);
}

void tst_Notifications::whatWasReadElsewhereIsWithdrawn()
{
    m->f.service.receive(somebody, u"are you there?"_s);
    m->look();
    QCOMPARE(m->notifier().shown.size(), 1);
    m->f.service.writeElsewhere(somebody, u"yes"_s);
    m->look();
    QCOMPARE(m->notifier().shown.size(), 0);
}

void tst_Notifications::whatIsLookedAtIsWithdrawn()
{
    m->f.service.receive(somebody, u"are you there?"_s);
    m->groups.say(rowing.id, u"whose turn"_s);
    m->look();
    m->account->notifications.noteLook(chat);
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().shown.first().conversation, rowing);
    m->account.reset(); // and what is shown does not outlive the account
}

void tst_Notifications::aClickOpensExactlyThatPlace_data()
{
    QTest::addColumn<ConversationId>("id");
    QTest::newRow("chat") << chat;
    QTest::newRow("group") << rowing;
    QTest::newRow("topic") << travel;
    QTest::newRow("several") << ConversationId{};
}

void tst_Notifications::aClickOpensExactlyThatPlace()
{
    QFETCH(const ConversationId, id);
    QSignalSpy opened(&m->account->notifications, &Notifications::openRequested);
    emit m->notifier().activated(id);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ConversationId>().key(), id.key());
}

void tst_Notifications::aReplyGoesToItsConversationWhateverIsInFront()
{
    m->groups.say(travel.id, u"platform?"_s);
    m->look();
    QVERIFY(m->of(travel).canReply);
    m->account->sync.setOpen(chat);
    m->account->thread.open(chat);
    m->f.pass(2s);
    emit m->notifier().replied(travel, u"two"_s);
    m->f.pass(5s);
    QCOMPARE(m->f.service.texts(travel.id).last(), u"two"_s);
    QVERIFY(!m->f.service.texts(somebody).contains(u"two"_s));
    QCOMPARE(m->of(travel).body, QString());
}

void tst_Notifications::aReplyWrittenOfflineWaitsInTheOutbox()
{
    m->f.service.receive(somebody, u"are you there?"_s);
    m->look();
    m->f.service.offline = true;
    emit m->notifier().replied(chat, u"yes"_s);
    m->f.pass(5s);
    QCOMPARE(m->f.waiting(chat).size(), 1);
    m->f.service.offline = false;
    m->look();
    QCOMPARE(m->f.service.texts(somebody).count(u"yes"_s), 1);
}

void tst_Notifications::aReplyThatIsTooLongIsThePersonsToShorten()
{
    m->f.service.receive(somebody, u"tell me all"_s);
    m->look();
    QSignalSpy asked(&m->account->notifications, &Notifications::replyWindowRequested);
    const QString text(Outbox::maxLength + 1, u'x');
    emit m->notifier().replied(chat, text);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(2).toString(), u"tell me all"_s);
    QCOMPARE(asked.first().at(3).toString(), text);
    emit m->notifier().replyRequested(chat);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().at(3).toString(), QString());
    emit m->notifier().replied(chat, u"  "_s);
    QCOMPARE(m->f.waiting(chat).size(), 0);
}

void tst_Notifications::likeAndMarkReadAreForTheMessageThatWasShown()
{
    const QString id = m->f.service.receive(somebody, u"look"_s);
    m->look();
    const QString like = u"/v3/messages/1001%2B20001/%1/like"_s.arg(id);
    m->f.network().expect(HttpRequest::Method::Post, like, FakeTransport::json(QJsonValue()));
    emit m->notifier().likeRequested(chat);
    m->f.settle();
    QVERIFY(m->f.network().allAsked());
    QCOMPARE(m->f.unread(chat), 1); // liking is not reading
    m->f.service.receive(somebody, u"and this"_s);
    m->look();
    emit m->notifier().markReadRequested(chat);
    m->f.settle();
    QCOMPARE(m->f.unread(chat), 0);
    QCOMPARE(m->notifier().shown.size(), 0);
}

void tst_Notifications::privacySaysNoMoreThanWanted()
{
    m->setChoices({.privacy = NoticePrivacy::SenderOnly});
    m->mention(travel.id, u"the secret"_s);
    m->look();
    Notice shown = m->of(travel);
    QVERIFY(!shown.title.isEmpty() && shown.title != u"Skein"_s);
    QCOMPARE(shown.body, u"Mentioned you"_s);
    QVERIFY(!shown.canLike);
    m->setChoices({.privacy = NoticePrivacy::Nothing});
    QCOMPARE(m->notifier().shown.size(), 0); // it said too much
    m->groups.say(travel.id, u"the secret"_s);
    m->look();
    shown = m->of(travel);
    QCOMPARE(shown.title, u"Skein"_s);
    QCOMPARE(shown.body, u"New message"_s);
    QVERIFY(!shown.canReply && !shown.canLike);
}

void tst_Notifications::turnedOffNothingIsShownAndWhatIsShownGoes()
{
    m->f.service.receive(somebody, u"one"_s);
    m->look();
    QCOMPARE(m->notifier().shown.size(), 1);
    m->setChoices({.show = false});
    QCOMPARE(m->notifier().shown.size(), 0);
    m->f.service.receive(somebody, u"two"_s);
    m->look();
    m->setChoices({.show = true});
    m->look();
    QCOMPARE(m->notifier().shown.size(), 0);
}

void tst_Notifications::quietHoursEndWithOneDigest()
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
    m->f.pass(15min, 5s);
    QCOMPARE(m->notifier().times, 2);
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().shown.first().title, u"While it was quiet"_s);
    QVERIFY(m->notifier().shown.first().body.startsWith(u"2 new messages: "_s));
    m->f.pass(1h, 30s);
    QCOMPARE(m->notifier().times, 2);
}

void tst_Notifications::whatPassesQuietHours()
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

void tst_Notifications::quietForAWhileEndsByItself()
{
    m->quietFor(1h);
    m->f.service.receive(somebody, u"later is fine"_s);
    m->f.pass(55min, 5s);
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

void tst_Notifications::aDigestOutlivesARestart()
{
    m->quietFor(1h);
    m->f.service.receive(somebody, u"later is fine"_s);
    m->look();
    m->restart([this] { m->f.clock.advance(2h); });
    m->look();
    QCOMPARE(m->notifier().times, 1);
    QCOMPARE(m->of(chat).title, u"While it was quiet"_s);
}

void tst_Notifications::hostileTextStaysALine()
{
    m->f.service.receive(somebody, u"a\u202eb\nc<b>d</b>\u0007"_s + QString(5000, u'x'));
    m->look();
    const QString body = m->of(chat).body;
    QVERIFY(body.startsWith(u"ab c<b>d</b>x"_s));
    QVERIFY(body.size() < 300);
}

SKEIN_TEST(tst_Notifications)

} // namespace notificationsTest

#include "tst_Notifications.moc"
