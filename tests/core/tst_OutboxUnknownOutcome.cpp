// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a message whose sending may or may not have worked (protocol.md J7).

#include "tests/support/OutboxDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxUnknownOutcomeTest {
using std::chrono::milliseconds;

namespace {

using State = OutboxRow::State;
using Fault = FakeService::Fault;
constexpr auto Get = HttpRequest::Method::Get;
constexpr auto Post = HttpRequest::Method::Post;

const ConversationId chat = chatWith(somebody);

} // namespace

class tst_OutboxUnknownOutcome : public QObject {
    Q_OBJECT

private slots:
    void aLostAnswerIsAskedAgainWithTheSameGuidAndFound_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::newRow("dropped") << nothing(ErrorKind::Interrupted);
        QTest::newRow("time-out") << nothing(ErrorKind::TimedOut);
        QTest::newRow("500") << FakeService::Answer(FakeTransport::failure(500));
        QTest::newRow("504") << FakeService::Answer(FakeTransport::failure(504));
        QTest::newRow("html") << FakeService::Answer(
            FakeTransport::raw(200, "<html>sign in</html>", "text/html"));
        QTest::newRow("truncated")
            << FakeService::Answer(FakeTransport::raw(201, "{\"response\":{\"mess"));
        QTest::newRow("empty") << FakeService::Answer(FakeTransport::raw(201, {}));
    }
    void aLostAnswerIsAskedAgainWithTheSameGuidAndFound()
    {
        QFETCH(FakeService::Answer, answer);
        OutboxDesk desk;
        desk.failNextPost(Fault::AfterTheWork, answer);
        const auto guid = desk.send(u"hello"_s);
        desk.f.pass(10s);
        QCOMPARE(desk.posted, (QStringList{guid.value, guid.value}));
        desk.verifyDelivered(u"hello"_s);
    }

    void aRequestLostOnItsWayIsSentAgainWithinTheMinute()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork);
        const auto guid = desk.send(u"hello"_s);
        desk.f.pass(10s);
        QCOMPARE(desk.posted, (QStringList{guid.value, guid.value}));
        desk.verifyDelivered(u"hello"_s);
    }

    void aLateTimeOutReadsTheHistoryFirst()
    {
        OutboxDesk desk;
        const QString head = desk.f.service.history(somebody).last().id;
        desk.failNextPost(Fault::AfterTheWork, nothing(ErrorKind::TimedOut));
        desk.sendUnanswered(u"hello"_s, 50s);
        desk.f.network().release();
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 1);
        QCOMPARE(desk.f.cursors(u"after_id"_s).first(), head);
        desk.verifyDelivered(u"hello"_s);
    }

    void whatIsNotFoundIsSentOnceMoreAfterTheServiceForgot()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, nothing(ErrorKind::TimedOut));
        const auto guid = desk.sendUnanswered(u"hello"_s, 50s);
        desk.f.network().release();
        desk.f.pass(5s);
        QCOMPARE(desk.stateOf(), State::Checking);
        QCOMPARE(desk.posted.size(), 1);
        desk.f.pass(30s);
        QCOMPARE(desk.posted, (QStringList{guid.value, guid.value}));
        QVERIFY(desk.postedAt.at(1) - desk.postedAt.at(0) >= 60s);
        QVERIFY(desk.f.cursors(u"after_id"_s).size() >= 2); // looked twice
        desk.verifyDelivered(u"hello"_s);
    }

    void aServiceWithoutAfterIdIsStillBelieved_data()
    {
        QTest::addColumn<FakeService::After>("after");
        QTest::newRow("empty") << FakeService::After::Empty;
        QTest::newRow("ignored") << FakeService::After::AsIfUnknown;
        QTest::newRow("newest first") << FakeService::After::NewestFirst;
    }
    void aServiceWithoutAfterIdIsStillBelieved()
    {
        QFETCH(FakeService::After, after);
        OutboxDesk desk;
        desk.f.service.after = after;
        desk.sendUnanswered(u"hello"_s, 0s);
        desk.f.service.receiveMany(somebody, 250); // ours is not on the newest page
        desk.crash(10min);
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(u"hello"_s);
    }

    void aCrashBetweenRequestAndAnswerMakesNoDuplicate_data()
    {
        QTest::addColumn<milliseconds>("away");
        QTest::addColumn<bool>("arrived");
        for (const auto away : {milliseconds{0s}, milliseconds{30s}, milliseconds{10min}}) {
            QTest::addRow("%lld ms, arrived", static_cast<long long>(away.count())) << away << true;
            QTest::addRow("%lld ms, lost", static_cast<long long>(away.count())) << away << false;
        }
    }
    void aCrashBetweenRequestAndAnswerMakesNoDuplicate()
    {
        QFETCH(milliseconds, away);
        QFETCH(bool, arrived);
        OutboxDesk desk;
        if (!arrived)
            desk.failNextPost(Fault::BeforeTheWork);
        desk.sendUnanswered(u"hello"_s, 0s);
        desk.crash(away);
        desk.f.pass(3min);
        desk.verifyDelivered(u"hello"_s);
        if (away > 1min) // by then only reading is safe
            QCOMPARE(desk.posted.size(), arrived ? 1 : 2);
    }

    void anUnknownConversationIsLookedThroughToo()
    {
        OutboxDesk desk;
        const QString stranger = u"20077"_s;
        desk.f.service.receiveMany(stranger, 5); // never read here: no head is known
        desk.sendUnanswered(u"hello"_s, 0s, chatWith(stranger));
        desk.f.service.receiveMany(stranger, 120);
        desk.crash(10min);
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 1);
        QCOMPARE(desk.f.service.texts(stranger).count(u"hello"_s), 1);
        QVERIFY(desk.f.waiting(chatWith(stranger)).isEmpty());
    }

    void aPairThatNeverTalkedIsNoReasonToWaitForEver()
    {
        OutboxDesk desk;
        const QString stranger = u"20078"_s;
        desk.failNextPost(Fault::BeforeTheWork, nothing(ErrorKind::TimedOut));
        desk.f.service.fault = [](const HttpRequest& request) {
            return request.method == Get ? Fault{Fault::BeforeTheWork, FakeTransport::failure(404)}
                                         : Fault{};
        };
        desk.sendUnanswered(u"hello"_s, 50s, chatWith(stranger));
        desk.f.network().release();
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 2);
        QCOMPARE(desk.f.service.texts(stranger), QStringList{u"hello"_s});
        QVERIFY(desk.f.waiting(chatWith(stranger)).isEmpty());
    }

    void aConflictThatIsNeverFoundIsLeftToThePerson()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(409));
        const auto guid = desk.send(u"hello"_s);
        desk.send(u"next"_s);
        desk.f.settle();
        QCOMPARE(desk.stateOf(), State::Conflicted);
        desk.f.pass(1min);
        QCOMPARE(desk.stateOf(), State::Unconfirmed);
        QVERIFY(!desk.f.waiting(chat).first().reason.isEmpty());
        // Three readings, each of which after_id showed nothing and the newest page neither.
        const QString head = desk.f.waiting(chat).first().head.value;
        QCOMPARE(desk.f.cursors(u"after_id"_s).count(head), 3);
        QCOMPARE(desk.f.service.texts(somebody).last(), u"next"_s); // it did not block
        const auto before = desk.f.network().requests().size();
        desk.outbox->retry(guid);
        desk.f.settle();
        QCOMPARE(desk.f.network().requests().at(before).method, Get); // looked for first
        desk.f.pass(1min);
        desk.verifyDelivered(u"hello"_s);
    }

    void aConflictIsFoundWhenTheHistoryLags()
    {
        OutboxDesk desk;
        desk.f.service.readLag = 5s;
        desk.failNextPost(Fault::AfterTheWork);
        desk.send(u"hello"_s);
        desk.f.pass(30s);
        QCOMPARE(desk.posted.size(), 2);
        desk.verifyDelivered(u"hello"_s);
    }

    void aRefusalAfterATryOfUnknownOutcomeIsLookedForOnRetry()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::AfterTheWork);
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(400));
        const auto guid = desk.send(u"hello"_s);
        desk.f.pass(20s);
        QCOMPARE(desk.stateOf(), State::Failed);
        desk.f.pass(10min); // the service has forgotten the guid of the message it holds
        desk.outbox->retry(guid);
        desk.f.pass(3min);
        QCOMPARE(desk.posted.size(), 2);
        desk.verifyDelivered(u"hello"_s);
    }

    void aConnectionThatBreaksAndStaysAwayCanStillBeCancelled()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork);
        const auto guid = desk.send(u"hello"_s);
        desk.f.settle();
        desk.f.service.offline = true;
        desk.f.pass(2min);
        QCOMPARE(desk.stateOf(), State::Checking);
        desk.outbox->discard(guid);
        desk.f.settle();
        QVERIFY(desk.f.waiting(chat).isEmpty());
        desk.f.service.offline = false;
        desk.f.pass(5min);
        QCOMPARE(desk.copies(u"hello"_s), 0);
    }

    void aWallClockSetBackMakesNoOldTryYoung_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("same run") << false;
        QTest::newRow("restarted") << true;
    }
    void aWallClockSetBackMakesNoOldTryYoung()
    {
        QFETCH(bool, restarted);
        OutboxDesk desk;
        desk.failNextPost(Fault::AfterTheWork, nothing(ErrorKind::TimedOut));
        desk.sendUnanswered(u"hello"_s, 70s); // the service has forgotten the guid
        desk.f.clock.setNow(desk.f.clock.now() - 1h);
        if (restarted)
            desk.crash(0s);
        else
            desk.f.network().release();
        desk.f.pass(5min);
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(u"hello"_s);
    }

    void aWallClockSetBackDoesNotHoldALostMessageForEver()
    {
        OutboxDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, nothing(ErrorKind::TimedOut));
        desk.sendUnanswered(u"hello"_s, 50s);
        desk.f.clock.setNow(desk.f.clock.now() - 24h);
        desk.crash(0s);
        desk.f.pass(3min);
        desk.verifyDelivered(u"hello"_s);
    }
};

SKEIN_TEST(tst_OutboxUnknownOutcome)

} // namespace outboxUnknownOutcomeTest

#include "tst_OutboxUnknownOutcome.moc"
