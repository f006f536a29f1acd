// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/RateBudget.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace rateBudgetTest {
using std::chrono::milliseconds;
using Priority = HttpRequest::Priority;

namespace {

constexpr auto Get = HttpRequest::Method::Get;
const QString place = u"/v3/chats"_s;

HttpRequest request(int number, Priority priority = Priority::Background)
{
    HttpRequest made;
    made.url = QUrl(u"https://api.groupme.com/v3/chats?n=%1"_s.arg(number));
    made.priority = priority;
    return made;
}

} // namespace

class tst_RateBudget : public QObject {
    Q_OBJECT

    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<FakeTransport> network;
    std::unique_ptr<RateBudget> budget;
    double random = 0.0;
    int status = 200;
    QByteArray retryAfter;

    /// The numbers of the requests that left, in order.
    QList<int> sent() const
    {
        QList<int> numbers;
        for (const HttpRequest& one : network->requests())
            numbers.append(one.url.query().mid(2).toInt());
        return numbers;
    }
    QList<Async<HttpReply>> sendMany(int count)
    {
        QList<Async<HttpReply>> futures;
        for (int i = 0; i < count; ++i)
            futures.append(budget->send(request(i)));
        return futures;
    }

private slots:
    void init()
    {
        clock = std::make_unique<ManualClock>();
        clock->advance(1h); // nothing may depend on starting at zero
        network = std::make_unique<FakeTransport>();
        random = 0.0;
        status = 200;
        retryAfter.clear();
        network->handle(Get, place, [this](const auto&) {
            auto reply = FakeTransport::raw(status, "{}");
            reply.retryAfter = retryAfter;
            return reply;
        });
        budget = std::make_unique<RateBudget>(*network, *clock, [this] { return random; });
    }
    void cleanup()
    {
        budget.reset();
        network.reset();
        clock.reset();
    }

    void heldNothingLeavesAndAllWaits()
    {
        budget->setHeld(true);
        const auto futures = sendMany(2);
        clock->advance(0ms);
        clock->advance(1min);
        clock->advance(0ms);
        QCOMPARE(sent(), QList<int>());
        budget->setHeld(false);
        clock->advance(0ms);
        QCOMPARE(sent(), (QList{0, 1}));
        QVERIFY(futures.last().isFinished());
    }

    void aRestAllowsABurstThenFourASecond()
    {
        const auto futures = sendMany(30);
        clock->advance(0ms);
        QCOMPARE(network->requests().size(), RateBudget::burst);
        for (int second = 1; second <= 5; ++second) {
            for (int i = 0; i < 4; ++i)
                clock->advance(250ms);
            QCOMPARE(network->requests().size(), RateBudget::burst + 4 * second);
        }
        clock->advance(1h);
        QCOMPARE(network->requests().size(), 30);
        QVERIFY(std::ranges::all_of(futures, [](const auto& f) { return f.isFinished(); }));
        sendMany(30);
        clock->advance(249ms);
        QCOMPARE(network->requests().size(), 30 + RateBudget::burst);
    }

    void noMoreThanTwoAreInFlight()
    {
        network->hold();
        const auto futures = sendMany(4);
        clock->advance(10s);
        QCOMPARE(network->requests().size(), 2);
        network->releaseOne();
        clock->advance(0ms);
        QCOMPARE(network->requests().size(), 3);
        QCOMPARE(network->inFlight(), 2);
    }

    void theUrgentGoesFirstAndEqualsInOrder()
    {
        network->hold();
        const QList futures{budget->send(request(1)), budget->send(request(2)),
            budget->send(request(3)), budget->send(request(4, Priority::Open)),
            budget->send(request(5, Priority::Send)), budget->send(request(6, Priority::Open)),
            budget->send(request(7, Priority::Send))};
        clock->advance(0ms);
        network->release();
        clock->advance(10s);
        QCOMPARE(sent(), (QList{5, 7, 4, 6, 1, 2, 3}));
    }

    void whatIsAskedForOnAnAnswerMayGoBeforeWhatWaited()
    {
        network->hold();
        Async<HttpReply> urgent;
        auto first = budget->send(request(1)).then(this, [&](const auto&) {
            urgent = budget->send(request(9, Priority::Send));
        });
        const QList futures{
            budget->send(request(2)), budget->send(request(3)), budget->send(request(4))};
        clock->advance(0ms);
        network->releaseOne();
        clock->advance(0ms);
        QCOMPARE(sent(), (QList{1, 2, 9}));
    }

    void theAnswerReachesItsCallerAsItCame()
    {
        status = 429;
        retryAfter = "5";
        auto future = budget->send(request(1));
        clock->advance(0ms);
        QVERIFY(future.isFinished());
        QCOMPARE(future.result()->status, 429);
        QCOMPARE(future.result()->retryAfter, QByteArray("5"));
        network->expect(Get, place, FakeTransport::noAnswer(ErrorKind::Interrupted));
        future = budget->send(request(2));
        clock->advance(10s);
        QCOMPARE(future.result().error().kind, ErrorKind::Interrupted);
    }

    void aRefusalPausesEverything_data()
    {
        QTest::addColumn<int>("refusal");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("429 with seconds") << 429 << QByteArray("12") << 12;
        QTest::newRow("420 with seconds") << 420 << QByteArray("12") << 12;
        QTest::newRow("too short") << 429 << QByteArray("0") << 1;
        QTest::newRow("too long") << 429 << QByteArray("86400") << 300;
        // ManualClock begins at 2025-10-09 08:53:20 and is one hour on.
        QTest::newRow("a date") << 429 << QByteArray("Thu, 09 Oct 2025 09:53:50 GMT") << 30;
    }
    void aRefusalPausesEverything()
    {
        QFETCH(const int, refusal);
        QFETCH(const QByteArray, header);
        QFETCH(const int, seconds);
        QSignalSpy pauses(budget.get(), &RateBudget::paused);
        status = refusal;
        retryAfter = header;
        auto refused = budget->send(request(1));
        clock->advance(0ms);
        QVERIFY(refused.isFinished());
        status = 200;
        auto waiting = budget->send(request(2, Priority::Send));
        clock->advance(std::chrono::seconds(seconds) - 1ms);
        QCOMPARE(network->requests().size(), 1);
        clock->advance(1ms);
        QCOMPARE(network->requests().size(), 2);
        QVERIFY(waiting.isFinished());
        QCOMPARE(pauses.size(), 1);
        QCOMPARE(
            pauses[0][0].value<milliseconds>(), milliseconds(1h + std::chrono::seconds(seconds)));
    }

    void refusalsInARowPauseEverLongerUpToAMinute()
    {
        random = 0.999999;
        status = 429;
        QSignalSpy pauses(budget.get(), &RateBudget::paused);
        QList<qint64> lengths;
        for (int i = 0; i < 8; ++i) {
            auto future = budget->send(request(i));
            clock->advance(0ms);
            QVERIFY(future.isFinished());
            QCOMPARE(pauses.size(), i + 1);
            const auto length = pauses.last()[0].value<milliseconds>() - clock->monotonic();
            lengths.append(qRound64(double(length.count()) / 1000));
            clock->advance(length);
        }
        QCOMPARE(lengths, (QList<qint64>{1, 2, 4, 8, 16, 32, 60, 60}));
    }

    void aSuccessForgetsTheRefusals()
    {
        random = 0.999999;
        QSignalSpy pauses(budget.get(), &RateBudget::paused);
        for (const int next : {429, 429, 503, 429, 404, 429}) {
            status = next;
            auto future = budget->send(request(next));
            clock->advance(60s);
            QVERIFY(future.isFinished());
        }
        QList<qint64> lengths;
        for (const auto& pause : pauses)
            lengths.append((pause[0].value<milliseconds>().count() + 500) / 1000 % 60);
        // Each request leaves on a whole minute; 503 is no success, 404 is one.
        QCOMPARE(lengths, (QList<qint64>{1, 2, 4, 1}));
    }

    void twoRefusalsOfOneWaveArePausedForOnce()
    {
        random = 0.999999;
        status = 429;
        QSignalSpy pauses(budget.get(), &RateBudget::paused);
        const auto futures = sendMany(2);
        clock->advance(0ms);
        QVERIFY(futures[1].isFinished());
        QCOMPARE(network->requests().size(), 2);
        QCOMPARE(pauses.size(), 1);
    }

    void aSuccessThatWasUnderWayDoesNotEndAPause()
    {
        network->hold();
        status = 429;
        auto refused = budget->send(request(1));
        clock->advance(0ms);
        status = 200;
        auto good = budget->send(request(2));
        clock->advance(0ms);
        network->release();
        clock->advance(0ms);
        QVERIFY(refused.isFinished() && good.isFinished());
        auto third = budget->send(request(3));
        clock->advance(499ms);
        QCOMPARE(network->requests().size(), 2);
        clock->advance(1ms);
        QCOMPARE(network->requests().size(), 3);
    }

    void whatComesTooLateNeverLeaves()
    {
        network->hold();
        const auto blocking = sendMany(2);
        auto dated = request(7, Priority::Send);
        clock->advance(0ms);
        dated.notAfter = clock->monotonic() + 5s;
        auto late = budget->send(dated);
        clock->advance(5s);
        QVERIFY(!late.isFinished());
        clock->advance(1ms); // it is told at once, not when there would have been room
        QVERIFY(late.isFinished());
        QCOMPARE(late.result().error().kind, ErrorKind::Expired);
        network->release();
        clock->advance(10s);
        QCOMPARE(sent(), (QList{0, 1}));
    }

    void whatGivesUpItsTurnNeverLeaves()
    {
        auto turns = QList{std::make_shared<Turn>(), std::make_shared<Turn>()};
        QVERIFY(!turns.first()->giveUp()); // nobody has it wait
        budget->setHeld(true);
        QList<Async<HttpReply>> futures;
        for (int n = 0; n < 2; ++n) {
            HttpRequest one = request(n);
            one.turn = turns.at(n);
            futures.append(budget->send(one));
        }
        QVERIFY(turns.first()->giveUp());
        budget->setHeld(false);
        clock->advance(0ms);
        QCOMPARE(sent(), QList{1});
        QCOMPARE(futures.first().result().error().kind, ErrorKind::Expired);
        QVERIFY(!turns.last()->giveUp()); // it has left
    }

    void afterA403OthersHaveAnInstantToGiveUpTheirTurns()
    {
        status = 403;
        network->hold();
        const auto futures = sendMany(3);
        clock->advance(0ms);
        QCOMPARE(sent(), (QList{0, 1}));
        network->release();
        clock->advance(0ms);
        clock->advance(RateBudget::interval - 1ms);
        QVERIFY(futures.first().isFinished());
        QCOMPARE(sent(), (QList{0, 1}));
        clock->advance(1ms);
        QCOMPARE(sent(), (QList{0, 1, 2}));
    }

    void whatIsStillInTimeLeaves()
    {
        auto dated = request(7);
        dated.notAfter = clock->monotonic();
        auto future = budget->send(dated);
        clock->advance(0ms);
        QVERIFY(future.isFinished());
        QCOMPARE(future.result()->status, 200);
    }

    void whatLeavesLateIsGivenUpSoonSoThatItCannotArriveMuchLater()
    {
        auto early = request(1);
        early.notAfter = clock->monotonic() + 45s; // as the first try of a send
        auto late = request(2);
        late.notAfter = clock->monotonic() + 1s; // as the last
        (void)budget->send(early);
        (void)budget->send(late);
        clock->advance(0ms);
        QCOMPARE(network->requests().at(0).timeout, HttpRequest().timeout);
        QCOMPARE(network->requests().at(1).timeout, 11s);
        QVERIFY(network->requests().at(1).notAfter == late.notAfter);
    }

    void aCancelledWaiterIsRemovedAndCostsNothing()
    {
        network->hold();
        auto futures = sendMany(4);
        clock->advance(0ms);
        futures[2].cancel();
        clock->advance(0ms);
        QVERIFY(futures[2].isFinished());
        QCOMPARE(futures[2].resultCount(), 0);
        network->release();
        clock->advance(10s);
        QCOMPARE(sent(), (QList{0, 1, 3}));
    }

    void cancellingWhatIsUnderWayAbortsItAndFreesItsPlace()
    {
        network->hold();
        auto futures = sendMany(3);
        clock->advance(0ms);
        QCOMPARE(sent(), (QList{0, 1}));
        futures[0].cancel();
        clock->advance(0ms);
        QVERIFY(futures[0].isFinished());
        QCOMPARE(network->cancelled(), 1);
        QCOMPARE(sent(), (QList{0, 1, 2}));
    }

    void countsWhatLeftWithinTheLastMinute()
    {
        const auto futures = sendMany(3);
        clock->advance(30s);
        QCOMPARE(budget->startedWithinMinute(), 3);
        const auto later = budget->send(request(9));
        clock->advance(29s);
        QCOMPARE(budget->startedWithinMinute(), 4);
        clock->advance(2s);
        QCOMPARE(budget->startedWithinMinute(), 1);
    }

    void droppingCancelsEverythingAndGoesOn()
    {
        network->hold();
        const auto futures = sendMany(3);
        clock->advance(0ms);
        budget->drop();
        clock->advance(0ms);
        for (const auto& future : futures)
            QVERIFY(future.isFinished() && future.isCanceled());
        QCOMPARE(network->cancelled(), 2);
        network->release();
        const auto after = budget->send(request(7));
        clock->advance(10s);
        QVERIFY(after.isFinished() && after.resultCount() == 1);
        QCOMPARE(sent(), (QList{0, 1, 7}));
    }

    void theEndOfTheBudgetCancelsEverything()
    {
        network->hold();
        const auto futures = sendMany(3);
        clock->advance(0ms);
        budget.reset();
        clock->advance(0ms);
        for (const auto& future : futures)
            QVERIFY(future.isFinished() && future.isCanceled());
        QCOMPARE(network->cancelled(), 2);
    }

    void theReceiverOfAnAnswerMayDestroyTheBudget()
    {
        auto other = budget->send(request(1));
        auto future = budget->send(request(2)).then(this, [this](const auto&) { budget.reset(); });
        clock->advance(0ms);
        QVERIFY(!budget);
        QVERIFY(other.isFinished());
    }
};

SKEIN_TEST(tst_RateBudget)

} // namespace rateBudgetTest

#include "tst_RateBudget.moc"
