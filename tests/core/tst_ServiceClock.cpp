// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ServiceClock.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>

using namespace skein;
using namespace std::chrono_literals;

namespace serviceClockTest {

class tst_ServiceClock : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        here = std::make_unique<ManualClock>();
        service = std::make_unique<ServiceClock>(*here);
        corrected = std::make_unique<QSignalSpy>(service.get(), &ServiceClock::corrected);
    }
    void cleanup() { corrected.reset(), service.reset(), here.reset(); }

    void untilItIsToldItIsThisComputers();
    void aDayOffIsCorrectedAndThenRuns_data();
    void aDayOffIsCorrectedAndThenRuns();
    void theNetworksSecondsAreNoDifference();
    void manySmallStepsDoNotCreepAway();
    void aClockThatIsSetHereIsNoticedByTheNextAnswer();

private:
    [[nodiscard]] qint64 local() const { return here->now() / 1s; }

    std::unique_ptr<ManualClock> here;
    std::unique_ptr<ServiceClock> service;
    std::unique_ptr<QSignalSpy> corrected;
};

void tst_ServiceClock::untilItIsToldItIsThisComputers()
{
    QCOMPARE(service->now(), local());
    here->advance(90s);
    QCOMPARE(service->now(), local());
    QVERIFY(corrected->isEmpty());
    QCOMPARE(&service->clock(), here.get());
}

void tst_ServiceClock::aDayOffIsCorrectedAndThenRuns_data()
{
    QTest::addColumn<qint64>("skew");
    QTest::newRow("behind") << qint64{86'400};
    QTest::newRow("ahead") << qint64{-86'400};
    QTest::newRow("since 1970") << qint64{-1'759'999'000};
    QTest::newRow("eleven seconds") << qint64{11};
}

void tst_ServiceClock::aDayOffIsCorrectedAndThenRuns()
{
    QFETCH(const qint64, skew);
    const qint64 told = local() + skew;
    qint64 whenSaid = 0;
    connect(service.get(), &ServiceClock::corrected, this, [&] { whenSaid = service->now(); });
    service->learn(told);
    QCOMPARE(corrected->size(), 1);
    QCOMPARE(whenSaid, told);
    here->advance(1h);
    QCOMPARE(service->now(), told + 3600);
    service->learn(told + 3600);
    QCOMPARE(corrected->size(), 1);
}

void tst_ServiceClock::theNetworksSecondsAreNoDifference()
{
    for (const qint64 late : {0, 1, -1, 10, -10}) {
        service->learn(local() + late);
        QCOMPARE(service->now(), local());
    }
    QVERIFY(corrected->isEmpty());
    service->learn(local() + 86'400);
    service->learn(local() + 86'395);
    QCOMPARE(service->now(), local() + 86'400);
    QCOMPARE(corrected->size(), 1);
}

void tst_ServiceClock::manySmallStepsDoNotCreepAway()
{
    for (qint64 late = 0; late <= 300; late += 5) {
        service->learn(local() + late);
        QVERIFY(std::abs(service->now() - local() - late) <= 10);
    }
}

void tst_ServiceClock::aClockThatIsSetHereIsNoticedByTheNextAnswer()
{
    const qint64 told = local();
    service->learn(told);
    here->setNow(here->now() + 24h); // a person plays with the clock
    here->advance(5s);
    service->learn(told + 5);
    QCOMPARE(service->now(), told + 5);
    QCOMPARE(corrected->size(), 1);
}

SKEIN_TEST(tst_ServiceClock)

} // namespace serviceClockTest

#include "tst_ServiceClock.moc"
