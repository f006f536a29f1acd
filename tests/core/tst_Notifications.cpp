// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NotificationDesk.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace notificationsTest {

namespace {

const ConversationId chat = chatWith(somebody);
const ConversationId rowing = NotificationDesk::rowing;
const ConversationId travel = NotificationDesk::travel;

using Desk = NotificationDesk;

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
    void aReactionIsShownThoughNobodyLooksThere();
    void lookingForReactionsCostsLittle();
    void aNightIsOneSummary();
    void fewConversationsAfterANightAreOneNotificationEach();
    void aNightThatGoesOnStaysOneSummary();
    void theSummaryGoesWhenAllOfItWasRead();
    void whatWasPutAwayIsNotCountedAgain();
    void whatWasReadMeanwhileIsNotCounted();
    void whatWasReadElsewhereIsWithdrawn();
    void whatIsLookedAtIsWithdrawn();
    void aClickOpensExactlyThatPlace_data();
    void aClickOpensExactlyThatPlace();
    void aReplyGoesToItsConversationWhateverIsInFront();
    void aReplyWrittenOfflineWaitsInTheOutbox();
    void aReplyThatIsTooLongIsThePersonsToShorten();
    void likeAndMarkReadAreForTheMessageThatWasShown();
    void privacySaysNoMoreThanWanted();
    void itsPictureIsOfWhoOrWhatItIsAbout();
    void turnedOffNothingIsShownAndWhatIsShownGoes();
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

void tst_Notifications::aReactionIsShownThoughNobodyLooksThere()
{
    const QString inGroup = m->groups.say(rowing.id, u"who rows?"_s, FakeService::me);
    const QString inTopic = m->groups.say(travel.id, u"who drives?"_s, FakeService::me);
    const QString inChat = m->f.service.writeElsewhere(somebody, u"are you there?"_s);
    m->look();
    m->f.pass(5min, 1s);
    QCOMPARE(m->notifier().times, 0);
    m->f.service.like(somebody, inChat, somebody);
    m->look(); // the list of chats tells it
    QVERIFY(m->of(chat).body.contains(u"to \u201Care you there?\u201D"_s));
    m->f.service.like(rowing.id, inGroup, FakeGroups::somebodyElse);
    m->f.service.like(travel.id, inTopic, FakeGroups::somebodyElse);
    m->f.pass(5min, 1s);
    QVERIFY(m->of(rowing).body.contains(u"to \u201Cwho rows?\u201D"_s));
    QVERIFY(m->of(travel).body.contains(u"to \u201Cwho drives?\u201D"_s));
    QCOMPARE(m->notifier().times, 3);
}

void tst_Notifications::lookingForReactionsCostsLittle()
{
    const auto asked
        = [this] { return m->f.asked(HttpRequest::Method::Get, u"/v3/groups/55501/messages"_s); };
    m->groups.say(rowing.id, u"who rows?"_s, FakeService::me);
    m->look();
    const auto before = asked();
    m->f.pass(30min, 1s);
    QVERIFY2(asked() > before && asked() - before <= 10, qPrintable(QString::number(asked())));
    m->f.clock.advance(50h);
    m->f.pass(5min, 1s);
    const auto later = asked();
    m->f.pass(30min, 1s);
    QCOMPARE(asked(), later); // nobody reacts to what is that old
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

void tst_Notifications::aNightThatGoesOnStaysOneSummary()
{
    const auto arrivalsOf = [](int n) {
        Arrivals arrivals{.place = {}, .groupTitle = {}, .items = {Arrival{}}};
        arrivals.place.id = chatWith(QString::number(20'000 + n));
        arrivals.place.title = u"Person %1"_s.arg(n);
        return arrivals;
    };
    News& news = m->account->news;
    emit news.found({arrivalsOf(1), arrivalsOf(2), arrivalsOf(3), arrivalsOf(4)}, true);
    QCOMPARE(m->notifier().shown.size(), 1);
    emit news.found({}, true);
    emit news.found({arrivalsOf(5)}, false);
    QCOMPARE(m->notifier().shown.size(), 1);
    QCOMPARE(m->notifier().shown.first().title, u"5 new messages in 5 conversations"_s);
    emit news.found({arrivalsOf(6)}, false); // by day
    QCOMPARE(m->notifier().shown.size(), 2);
}

void tst_Notifications::whatWasPutAwayIsNotCountedAgain()
{
    m->f.service.receive(somebody, u"one"_s);
    m->look();
    emit m->notifier().dismissed(chat);
    m->f.service.receive(somebody, u"two"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"two"_s);
}

void tst_Notifications::whatWasReadMeanwhileIsNotCounted()
{
    m->f.service.receive(somebody, u"one"_s);
    const QString second = m->f.service.receive(somebody, u"two"_s);
    m->f.service.receive(somebody, u"three"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"three\nand 2 more"_s);
    m->account->receipts.shown(chat, {second});
    m->f.service.receive(somebody, u"four"_s);
    m->look();
    QCOMPARE(m->of(chat).body, u"four\nand 1 more"_s);
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

void tst_Notifications::itsPictureIsOfWhoOrWhatItIsAbout()
{
    Arrival said;
    said.sender = {somebody};
    said.message.senderId = said.sender;
    said.message.avatarUrl = u"the sender's"_s;
    Arrivals group;
    group.place.id = rowing;
    group.place.avatarUrl = u"the group's"_s;
    Arrivals direct = group;
    direct.place.id = chat;
    direct.place.avatarUrl = u"the person's"_s;
    const auto picture = [&](const Arrivals& arrivals, NoticePrivacy privacy) {
        return noticeOf(arrivals, said, 1, privacy).picture;
    };
    QCOMPARE(picture(group, NoticePrivacy::All), u"the group's"_s);
    QCOMPARE(picture(direct, NoticePrivacy::All), u"the person's"_s);
    QCOMPARE(picture(group, NoticePrivacy::SenderOnly), u"the sender's"_s);
    QCOMPARE(picture(direct, NoticePrivacy::SenderOnly), u"the person's"_s);
    QCOMPARE(picture(group, NoticePrivacy::Nothing), QString());
    said.sender = {u"20099"_s}; // somebody else reacts to it
    QCOMPARE(picture(group, NoticePrivacy::SenderOnly), QString());
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
