// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/FullDisk.h"
#include "tests/support/OutboxDesk.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxTest {
using std::chrono::milliseconds;

namespace {

using State = OutboxRow::State;
using Fault = FakeService::Fault;
constexpr auto Post = HttpRequest::Method::Post;

const ConversationId chat = chatWith(somebody);
const QString another = u"20002"_s;
const ConversationId otherChat = chatWith(another);

} // namespace

class tst_Outbox : public QObject {
    Q_OBJECT

private slots:
    void theRowIsOnDiskBeforeTheRequestLeaves()
    {
        OutboxDesk desk;
        QList<OutboxRow> onDisk;
        desk.f.service.arrived = [&](const HttpRequest& request) {
            if (request.method == Post)
                onDisk = desk.f.waiting(chat);
        };
        const auto guid = desk.send(u"hello"_s);
        desk.f.settle();
        QCOMPARE(onDisk.size(), 1);
        QCOMPARE(onDisk.first().guid, guid);
        QCOMPARE(onDisk.first().state, State::Sending);
        QVERIFY(onDisk.first().firstSentAt > 0);
        QCOMPARE(onDisk.first().head.value, desk.f.service.history(somebody).at(4).id);
        desk.verifyDelivered(u"hello"_s);
    }

    void whatCannotBeWrittenIsGivenBackAndNotSent()
    {
        OutboxDesk desk;
        QSignalSpy refused(desk.outbox.get(), &Outbox::refused);
        const FullDisk full;
        desk.send(u"hello"_s);
        desk.f.pass(1min);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).value<ConversationId>(), chat);
        QCOMPARE(refused.first().at(1).value<OutgoingContent>().text, u"hello"_s);
        QVERIFY(desk.posted.isEmpty());
    }

    void aFullDiskMakesNoStormAndNoDuplicate()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::AfterTheWork, nothing(ErrorKind::TimedOut));
        desk.sendUnanswered(u"hello"_s, 50s);
        {
            const FullDisk full; // not even that it is to be looked for can be noted
            desk.f.network().release();
            desk.f.pass(1min); // comes to rest each time
            QCOMPARE(desk.stateOf(), State::Sending);
            QCOMPARE(desk.posted.size(), 1);
        }
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(u"hello"_s);
    }

    void bothKeysOfTheAnswerConfirm()
    {
        for (const QString& key : {u"message"_s, u"direct_message"_s}) {
            OutboxDesk desk;
            desk.f.service.answerKey = key;
            desk.send(u"hello"_s);
            desk.f.settle();
            QCOMPARE(desk.posted.size(), 1);
            desk.verifyDelivered(u"hello"_s);
        }
    }

    void blankAndOverlongTextIsRefused()
    {
        OutboxDesk desk;
        QVERIFY(desk.send(u" \n\t "_s).isEmpty());
        QVERIFY(desk.send(QString(1001, u'x')).isEmpty());
        QVERIFY(!desk.send(QString(1000, u'x')).isEmpty());
        desk.f.settle();
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(QString(1000, u'x'));
    }

    void theEchoOfAPollBeforeTheAnswerIsTheSameMessage()
    {
        OutboxDesk desk;
        desk.f.network().hold();
        const auto guid = desk.send(u"hello"_s);
        desk.f.settle();
        const auto line = desk.f.service.history(somebody).last();
        desk.f.now([&](Stores& stores, Changes& changes) {
            Message echo;
            echo.id = {line.id};
            echo.guid = guid;
            echo.senderId = {FakeService::me};
            echo.createdAt = line.at / 1s;
            echo.text = line.text;
            stores.messages.take(chat, {.messages = {echo}}, changes);
            return true;
        });
        QVERIFY(desk.f.waiting(chat).isEmpty());
        desk.f.network().release();
        desk.f.pass(2min);
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(u"hello"_s);
    }

    void somebodyElsesMessageWithOurGuidSettlesNothing()
    {
        OutboxDesk desk;
        desk.f.service.offline = true;
        const auto guid = desk.send(u"hello"_s);
        desk.f.now([&](Stores& stores, Changes& changes) {
            Message foreign;
            foreign.id = {u"176000000100000000"_s};
            foreign.guid = guid;
            foreign.senderId = {somebody};
            foreign.createdAt = 1'760'000'001;
            stores.messages.take(chat, {.messages = {foreign}}, changes);
            return true;
        });
        QCOMPARE(desk.f.waiting(chat).size(), 1);
    }

    void aRefusalFailsWithTheServicesWordsAndTheNextGoesOn()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(400, {u"text is silly"_s}));
        const auto guid = desk.send(u"silly"_s);
        desk.send(u"fine"_s);
        desk.f.settle();
        QCOMPARE(desk.f.waiting(chat).size(), 1);
        QCOMPARE(desk.stateOf(), State::Failed);
        QCOMPARE(desk.f.waiting(chat).first().reason, u"text is silly"_s);
        QCOMPARE(desk.copies(u"fine"_s), 1);
        desk.f.pass(10min);
        QCOMPARE(desk.posted.size(), 2); // never by itself
        desk.outbox->retry(guid);
        desk.f.settle();
        QCOMPARE(desk.posted.size(), 3);
        desk.verifyDelivered(u"silly"_s);
    }

    void aBanPausesEverythingUntilThePersonGoesOn()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(403));
        const auto first = desk.send(u"first"_s);
        desk.f.settle();
        QVERIFY(desk.outbox->isPaused());
        QCOMPARE(desk.stateOf(), State::Failed);
        desk.send(u"second"_s);
        desk.outbox->send(otherChat, u"third"_s);
        desk.f.pass(10min);
        QCOMPARE(desk.posted.size(), 1);
        QCOMPARE(desk.stateOf(1), State::Queued);
        desk.outbox->resume();
        desk.f.settle();
        QVERIFY(!desk.outbox->isPaused());
        QCOMPARE(desk.copies(u"second"_s), 1);
        QCOMPARE(desk.f.service.texts(another).last(), u"third"_s);
        QCOMPARE(desk.stateOf(), State::Failed); // the refused one waits for its own Retry
        desk.outbox->retry(first);
        desk.f.settle();
        desk.verifyDelivered(u"first"_s);
    }

    void whoHasBlockedOneRefusesAloneAndNothingIsPaused()
    {
        OutboxDesk desk;
        desk.f.service.blockers = {somebody};
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(403));
        desk.send(u"first"_s);
        desk.outbox->send(otherChat, u"other"_s);
        desk.f.settle();
        QVERIFY(!desk.outbox->isPaused());
        QCOMPARE(desk.stateOf(), State::Failed);
        QCOMPARE(desk.f.waiting(chat).first().reason,
            u"GroupMe does not let you write to this person."_s);
        QCOMPARE(desk.f.service.texts(another).last(), u"other"_s);
    }

    void retryEndsThePauseAfterABan()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(403));
        const auto first = desk.send(u"first"_s);
        desk.f.settle();
        desk.outbox->send(otherChat, u"other"_s);
        desk.outbox->retry(first);
        desk.f.settle();
        QVERIFY(!desk.outbox->isPaused());
        desk.verifyDelivered(u"first"_s);
        QCOMPARE(desk.f.service.texts(another).last(), u"other"_s);
    }

    void aRateLimitSendsTheSameGuidLater_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<milliseconds>("notBefore");
        QTest::addColumn<milliseconds>("atLatest");
        QTest::newRow("without") << QByteArray() << milliseconds{500ms} << milliseconds{20s};
        QTest::newRow("12 s") << QByteArray("12") << milliseconds{12s} << milliseconds{15s};
        QTest::newRow("90 s") << QByteArray("90") << milliseconds{90s} << milliseconds{95s};
        QTest::newRow("0 s") << QByteArray("0") << milliseconds{1s} << milliseconds{20s};
        QTest::newRow("eleven days")
            << QByteArray("950400") << milliseconds{300s} << milliseconds{305s};
    }
    void aRateLimitSendsTheSameGuidLater()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(milliseconds, notBefore);
        QFETCH(milliseconds, atLatest);
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, limited(retryAfter));
        const auto guid = desk.send(u"hello"_s);
        desk.f.settle();
        QCOMPARE(desk.stateOf(), State::Queued);
        desk.f.pass(atLatest);
        QCOMPARE(desk.posted, (QStringList{guid.value, guid.value}));
        QVERIFY(desk.postedAt.at(1) - desk.postedAt.at(0) >= notBefore);
        desk.verifyDelivered(u"hello"_s);
    }

    void aRateLimitThatStaysFailsNothing()
    {
        OutboxDesk desk;
        desk.f.service.fault
            = [](const HttpRequest&) { return Fault{Fault::BeforeTheWork, limited("0")}; };
        desk.send(u"hello"_s);
        desk.f.pass(1h, 1s);
        QCOMPARE(desk.stateOf(), State::Queued);
        QVERIFY(desk.posted.size() < 400); // no storm, whatever the service says
        desk.f.service.fault = {};
        desk.f.pass(1min);
        desk.verifyDelivered(u"hello"_s);
    }

    void aRefusedTokenKeepsTheRowAndSaysSo()
    {
        OutboxDesk desk;
        desk.f.service.offline = true; // earlier failures of another kind count for nothing
        desk.send(u"hello"_s);
        desk.f.pass(10min, 1s);
        desk.f.service.offline = false;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(401));
        desk.outbox->wakeUp();
        desk.f.settle();
        QCOMPARE(desk.unauthorized, 1);
        QCOMPARE(desk.stateOf(), State::Queued);
        desk.outbox->stop();
        const auto before = desk.posted.size();
        desk.f.pass(1h, 1s);
        QCOMPARE(desk.posted.size(), before);
        desk.outbox->start();
        desk.f.settle();
        desk.verifyDelivered(u"hello"_s);
    }

    void nothingLeavesAfterAStopAtWhateverMoment()
    {
        for (int rounds = 0; rounds < 12; ++rounds) {
            OutboxDesk desk;
            desk.send(u"hello"_s);
            for (int round = 0; round < rounds; ++round) {
                desk.f.look([](Stores&) { return true; });
                QCoreApplication::processEvents();
            }
            const auto before = desk.f.network().requests().size();
            const bool hadLeft = !desk.posted.isEmpty();
            desk.outbox->stop();
            desk.f.pass(1h, 1min);
            QCOMPARE(desk.f.network().requests().size(), before);
            if (!hadLeft) {
                QCOMPARE(desk.stateOf(), State::Queued);
                QCOMPARE(desk.f.waiting(chat).first().firstSentAt, 0);
            }
            desk.outbox->start();
            desk.f.settle();
            desk.verifyDelivered(u"hello"_s);
        }
    }

    void aStoppedOutboxLooksForNothingEither()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::AfterTheWork);
        desk.send(u"hello"_s);
        desk.f.settle();
        desk.f.service.offline = true; // whether it arrived cannot be seen
        desk.f.pass(2min, 1s);
        QCOMPARE(desk.stateOf(), State::Checking);
        desk.f.service.offline = false;
        desk.f.network().hold();
        desk.outbox->wakeUp();
        desk.f.settle();
        desk.outbox->stop();
        const auto before = desk.f.network().requests().size();
        desk.f.network().release();
        desk.f.pass(1h, 1min);
        QCOMPARE(desk.f.network().requests().size(), before);
        desk.outbox->start();
        desk.f.pass(5min, 1s);
        desk.verifyDelivered(u"hello"_s);
    }

    void aTokenThatIsGoodElsewhereFailsTheRowInTheEnd()
    {
        OutboxDesk desk;
        for (int n = 0; n < 3; ++n)
            desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(401));
        desk.send(u"hello"_s);
        desk.f.pass(25s); // as long as /users/me may take
        QCOMPARE(desk.stateOf(), State::Queued);
        desk.f.pass(5min);
        QCOMPARE(desk.stateOf(), State::Failed);
        QCOMPARE(desk.posted.size(), 3);
    }

    void offlineForHoursFailsNothingAndKeepsTheOrder()
    {
        OutboxDesk desk;
        desk.f.service.offline = true;
        QStringList texts;
        for (int n = 0; n < 5; ++n) {
            texts.append(u"message %1"_s.arg(n));
            desk.send(texts.last());
        }
        const auto cancelled = desk.send(u"never mind"_s);
        desk.f.pass(1h, 1s);
        desk.crash(2h);
        desk.f.pass(10min, 1s);
        for (const OutboxRow& row : desk.f.waiting(chat))
            QCOMPARE(row.state, State::Queued);
        desk.outbox->discard(cancelled);
        desk.f.service.offline = false;
        desk.outbox->wakeUp();
        desk.f.settle(); // at once: the clock stands still
        QVERIFY(desk.f.waiting(chat).isEmpty());
        QCOMPARE(desk.f.service.texts(somebody).mid(5), texts);
    }

    void discardDoesNothingWhileARequestIsUnderWay()
    {
        OutboxDesk desk;
        desk.f.network().hold();
        const auto guid = desk.send(u"hello"_s);
        desk.f.settle();
        desk.outbox->discard(guid);
        desk.f.settle();
        QCOMPARE(desk.f.waiting(chat).size(), 1);
        desk.f.network().release();
        desk.f.settle();
        desk.verifyDelivered(u"hello"_s);
    }

    void whatIsDiscardedBeforeItsTurnIsNeverSent()
    {
        OutboxDesk desk;
        desk.f.network().hold();
        desk.send(u"first"_s);
        const auto guid = desk.send(u"second"_s);
        desk.send(u"third"_s);
        desk.f.settle();
        desk.outbox->discard(guid);
        desk.f.settle();
        desk.f.network().release();
        desk.f.settle();
        QCOMPARE(desk.f.service.texts(somebody).mid(5), (QStringList{u"first"_s, u"third"_s}));
        QVERIFY(desk.f.waiting(chat).isEmpty());
    }

    void oneConversationDoesNotBlockAnother()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, limited("200"));
        desk.send(u"slow"_s);
        desk.f.settle();
        desk.outbox->send(otherChat, u"quick"_s);
        desk.f.settle();
        QCOMPARE(desk.f.service.texts(another).last(), u"quick"_s);
        QCOMPARE(desk.copies(u"slow"_s), 0);
    }

    void onlyOneSendOfAConversationIsUnderWay()
    {
        OutboxDesk desk;
        desk.f.network().hold();
        for (int n = 0; n < 4; ++n)
            desk.send(u"message %1"_s.arg(n));
        desk.f.pass(10s);
        QCOMPARE(desk.posted.size(), 1);
        desk.f.network().release();
        desk.f.settle();
        QCOMPARE(desk.posted.size(), 4);
    }

    void theDraftGoesWithTheRowAndNotBefore()
    {
        OutboxDesk desk;
        const auto drafted = [&] {
            return desk.f.look(
                [](Stores& stores) { return stores.drafts.load(chat).content.text; });
        };
        desk.f.now([](Stores& stores, Changes& changes) {
            stores.drafts.save(chat, draftOf(u"hello"_s), changes);
            stores.drafts.save(otherChat, draftOf(u"another"_s), changes);
            return true;
        });
        Database(desk.f.file())
            .run("CREATE TRIGGER unsent.full BEFORE INSERT ON outbox WHEN NEW.text = 'too much'"
                 " BEGIN SELECT RAISE(ABORT, 'no space'); END");
        QVERIFY(!desk.outbox->sendDraft(chat, {u"too much"_s, {}, {}}).isEmpty());
        desk.f.settle();
        QCOMPARE(drafted(), u"hello"_s);
        QVERIFY(desk.f.waiting(chat).isEmpty());

        desk.outbox->stop();
        QVERIFY(!desk.outbox->sendDraft(chat, {u"hello"_s, {}, {}}).isEmpty());
        QCOMPARE(drafted(), QString()); // the reading comes right behind the one transaction
        QCOMPARE(desk.f.waiting(chat).size(), 1);
        QCOMPARE(
            desk.f.look([](Stores& stores) { return stores.drafts.load(otherChat).content.text; }),
            u"another"_s);
    }

    void aMessageThatNobodyComposedLeavesTheDraftAlone()
    {
        OutboxDesk desk;
        MessageDraft draft = draftOf(u"half of it"_s);
        draft.replyTo = MessageId{u"4711"_s};
        desk.f.now([draft](Stores& stores, Changes& changes) {
            stores.drafts.save(chat, draft, changes);
            return true;
        });
        desk.send(u"hello"_s);
        desk.f.settle();
        desk.verifyDelivered(u"hello"_s);
        QCOMPARE(desk.f.look([](Stores& stores) { return stores.drafts.load(chat); }), draft);
    }

    void aRowThatCannotBeKeptIsGivenBack()
    {
        OutboxDesk desk;
        Database(desk.f.file())
            .run("CREATE TRIGGER unsent.full BEFORE INSERT ON outbox"
                 " BEGIN SELECT RAISE(ABORT, 'no space'); END");
        QString back;
        connect(desk.outbox.get(), &Outbox::refused, this,
            [&](const ConversationId&, const OutgoingContent& content) { back = content.text; });
        desk.send(u"hello"_s);
        desk.f.settle();
        QCOMPARE(back, u"hello"_s);
        QVERIFY(desk.posted.isEmpty());
    }
};

SKEIN_TEST(tst_Outbox)

} // namespace outboxTest

#include "tst_Outbox.moc"
