// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/PollScheduler.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace std::chrono_literals;

namespace pollSchedulerTest {
using std::chrono::milliseconds;

namespace {

using Attention = PollScheduler::Attention;
using Outcome = PollScheduler::Outcome;

/// As the test says.
struct Socket final : PowerSource {
    bool pulled = false;
    mutable int asked = 0;
    [[nodiscard]] bool isOnBattery() const override
    {
        ++asked;
        return pulled;
    }
};

/// Counts what is due and ends each look at once, as told.
struct Watch {
    ManualClock clock;
    Socket socket;
    PollScheduler scheduler{clock, socket, [] { return 0.999; }};
    QList<milliseconds> lists;
    QList<milliseconds> opens;
    QList<milliseconds> rereads;
    Outcome outcome = Outcome::Done;
    bool answers = true;

    Watch()
    {
        QObject::connect(&scheduler, &PollScheduler::listDue, &scheduler, [this] {
            lists.append(clock.monotonic());
            if (answers)
                scheduler.listLooked(outcome);
        });
        QObject::connect(&scheduler, &PollScheduler::openDue, &scheduler, [this] {
            opens.append(clock.monotonic());
            if (answers)
                scheduler.openLooked(outcome);
        });
        QObject::connect(&scheduler, &PollScheduler::rereadDue, &scheduler,
            [this] { rereads.append(clock.monotonic()); });
    }
    /// Open and looked at, from now on; earlier looks forgotten.
    void begin(Attention attention, bool open)
    {
        scheduler.setAttention(attention);
        scheduler.setConversationOpen(open);
        scheduler.start();
        clock.advance(0ms);
        forget();
    }
    void forget()
    {
        lists.clear();
        opens.clear();
        rereads.clear();
    }
};

} // namespace

class tst_PollScheduler : public QObject {
    Q_OBJECT

private slots:
    void thePausesFollowTheAttention_data()
    {
        QTest::addColumn<int>("attention");
        QTest::addColumn<bool>("battery");
        QTest::addColumn<int>("lists"); // in ten minutes
        QTest::addColumn<int>("opens");
        QTest::addColumn<int>("rereads");
        QTest::newRow("focused") << int(Attention::Focused) << false << 40 << 150 << 13;
        QTest::newRow("visible") << int(Attention::Visible) << false << 20 << 30 << 6;
        QTest::newRow("hidden") << int(Attention::Hidden) << false << 10 << 0 << 0;
        QTest::newRow("focused, on battery") << int(Attention::Focused) << true << 20 << 75 << 6;
        QTest::newRow("visible, on battery") << int(Attention::Visible) << true << 10 << 15 << 3;
        QTest::newRow("hidden, on battery") << int(Attention::Hidden) << true << 5 << 0 << 0;
    }
    void thePausesFollowTheAttention()
    {
        QFETCH(int, attention);
        QFETCH(bool, battery);
        Watch w;
        w.socket.pulled = battery;
        w.begin(static_cast<Attention>(attention), true);
        w.clock.advance(10min);
        QTEST(int(w.lists.size()), "lists");
        QTEST(int(w.opens.size()), "opens");
        QTEST(int(w.rereads.size()), "rereads");
    }

    void pullingThePlugSlowsDownAndPuttingItInSpeedsUp()
    {
        Watch w;
        w.begin(Attention::Hidden, false);
        w.socket.pulled = true;
        w.clock.advance(2min); // noticed within a minute; and the look that was on its way
        w.forget();
        w.clock.advance(20min);
        QCOMPARE(w.lists.size(), 10);
        w.socket.pulled = false;
        w.clock.advance(2min);
        w.forget();
        w.clock.advance(9min);
        QCOMPARE(w.lists.size(), 9);
    }

    void powerIsAskedAboutOnceAMinute()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        w.socket.asked = 0;
        w.clock.advance(10min);
        QCOMPARE(w.socket.asked, 10);
    }

    void withoutAnOpenConversationOnlyTheListIsDue()
    {
        Watch w;
        w.begin(Attention::Focused, false);
        w.clock.advance(10min);
        QCOMPARE(w.lists.size(), 40);
        QVERIFY(w.opens.isEmpty() && w.rereads.isEmpty());
    }

    void nothingIsDueBeforeStartOrAfterStop()
    {
        Watch w;
        w.scheduler.setAttention(Attention::Focused);
        w.scheduler.setConversationOpen(true);
        w.scheduler.lookNow();
        w.clock.advance(10min);
        QCOMPARE(w.scheduler.nextLook(), 0ms);
        w.scheduler.start();
        w.clock.advance(1s);
        QCOMPARE(w.lists.size(), 1);
        w.scheduler.stop();
        w.clock.advance(10min);
        QCOMPARE(w.lists.size(), 1);
        QCOMPARE(w.opens.size(), 1);
        QCOMPARE(w.scheduler.nextLook(), 0ms);
    }

    void aLookIsCountedFromItsEnd()
    {
        Watch w;
        w.begin(Attention::Visible, false);
        w.answers = false;
        w.clock.advance(30s);
        QCOMPARE(w.lists.size(), 1);
        w.clock.advance(10min); // under way all the time
        QCOMPARE(w.lists.size(), 1);
        w.scheduler.listLooked(Outcome::Done);
        w.clock.advance(29s);
        QCOMPARE(w.lists.size(), 1);
        w.clock.advance(1s);
        QCOMPARE(w.lists.size(), 2);
    }

    void comingToTheFrontLooksAtOnce()
    {
        Watch w;
        w.begin(Attention::Hidden, true);
        w.scheduler.setAttention(Attention::Focused);
        w.clock.advance(0ms);
        QCOMPARE(w.opens.size(), 1);
        w.clock.advance(30s);
        QVERIFY(!w.lists.isEmpty()); // no longer the minute of a hidden window
    }

    void lookNowIsOneRoundHoweverOftenAsked()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        for (int n = 0; n < 50; ++n)
            w.scheduler.lookNow();
        w.clock.advance(1s);
        QCOMPARE(w.lists.size(), 1);
        QCOMPARE(w.opens.size(), 1);
    }

    void lookNowDuringALookAddsOneRoundAfterIt()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        w.answers = false;
        w.clock.advance(30s);
        w.forget();
        for (int n = 0; n < 50; ++n)
            w.scheduler.lookNow();
        w.clock.advance(20s);
        QVERIFY(w.lists.isEmpty() && w.opens.isEmpty());
        w.answers = true;
        w.scheduler.listLooked(Outcome::Unreachable); // that one was asked of the old network
        w.scheduler.openLooked(Outcome::Unreachable);
        w.clock.advance(0ms);
        QCOMPARE(w.lists.size(), 1);
        QCOMPARE(w.opens.size(), 1);
        w.clock.advance(3s);
        QCOMPARE(w.lists.size(), 1);
        QCOMPARE(w.opens.size(), 1);
    }

    void sleepIsNoticedWithinSeconds_data()
    {
        QTest::addColumn<int>("attention");
        QTest::newRow("focused") << int(Attention::Focused);
        QTest::newRow("hidden") << int(Attention::Hidden);
    }
    void sleepIsNoticedWithinSeconds()
    {
        QFETCH(int, attention);
        Watch w;
        w.begin(static_cast<Attention>(attention), false);
        w.clock.advance(2s);
        w.clock.setNow(w.clock.now() + 3h); // the monotonic clock slept as well
        w.clock.advance(6s);
        QCOMPARE(w.lists.size(), 1);
        w.clock.advance(8s);
        QCOMPARE(w.lists.size(), 1); // once
    }

    void aWallClockSetBackStopsNothing()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        w.clock.setNow(w.clock.now() - 3h);
        w.scheduler.setAttention(Attention::Visible);
        w.scheduler.setAttention(Attention::Focused);
        w.forget();
        w.clock.advance(5min);
        QVERIFY(w.lists.size() >= 19 && w.lists.size() <= 21);
        QVERIFY(w.opens.size() >= 74 && w.opens.size() <= 77);
        QVERIFY(w.scheduler.nextLook() > w.clock.now() - 1s);
        QVERIFY(w.scheduler.nextLook() <= w.clock.now() + 4s);
    }

    void failuresBackOffToAMinuteAndRecover()
    {
        Watch w;
        w.begin(Attention::Focused, false);
        w.outcome = Outcome::Failed;
        w.clock.advance(15min);
        milliseconds before{0};
        for (qsizetype n = 2; n < w.lists.size(); ++n) {
            const auto pause = w.lists.at(n) - w.lists.at(n - 1);
            QVERIFY(pause >= 1s && pause <= 60s);
            QVERIFY(pause >= before);
            before = pause;
        }
        QVERIFY(before > 55s);
        w.outcome = Outcome::Done;
        w.clock.advance(60s);
        w.forget();
        w.clock.advance(5min);
        QCOMPARE(w.lists.size(), 20);
    }

    void withoutConnectionItIsTriedWithinTenSecondsWhileSomebodyLooks()
    {
        Watch w;
        w.begin(Attention::Visible, false);
        w.outcome = Outcome::Unreachable;
        w.clock.advance(15min);
        QVERIFY(w.lists.last() - w.lists.at(w.lists.size() - 2) <= 10s);
        QVERIFY(w.lists.size() <= 30 + 90); // but no storm
        w.scheduler.setAttention(Attention::Hidden);
        w.clock.advance(15min);
        QVERIFY(w.lists.last() - w.lists.at(w.lists.size() - 2) > 30s);
    }

    void switchingForgetsALookThatNeverEnds()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        w.answers = false;
        w.clock.advance(4s);
        QCOMPARE(w.opens.size(), 1);
        w.answers = true;
        w.scheduler.setConversationOpen(false);
        w.scheduler.setConversationOpen(true);
        w.scheduler.lookAtOpenNow();
        w.clock.advance(8s);
        QCOMPARE(w.opens.size(), 4);
    }

    void theNextLookIsTheEarliest()
    {
        Watch w;
        w.begin(Attention::Focused, true);
        QCOMPARE(w.scheduler.nextLook(), w.clock.now() + 4s);
        w.scheduler.setConversationOpen(false);
        QCOMPARE(w.scheduler.nextLook(), w.clock.now() + 15s);
    }
};

SKEIN_TEST(tst_PollScheduler)

} // namespace pollSchedulerTest

#include "tst_PollScheduler.moc"
