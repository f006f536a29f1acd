// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/soak/FastTransport.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace skein::soak;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fastClockTest {

class tst_FastClock : public QObject {
    Q_OBJECT

private slots:
    void timePassesSoManyTimesAsFastSinceTheEpoch();
    void twoOfThemAgree();
    void waitsAreShorterAndNeverTooShort();
    void timersFireOnce();
    void timeoutsAreShorter();
};

void tst_FastClock::timePassesSoManyTimesAsFastSinceTheEpoch()
{
    const auto epoch = SystemClock().now() - 1h;
    const FastClock clock(20, epoch);
    const auto before = SystemClock().now() - epoch;
    const auto passed = clock.now() - epoch;
    const auto after = SystemClock().now() - epoch;
    QVERIFY(passed >= 20 * before);
    QVERIFY(passed <= 20 * (after + 1ms));
}

void tst_FastClock::twoOfThemAgree()
{
    const auto epoch = SystemClock().now();
    const FastClock one(20, epoch);
    const FastClock other(20, epoch);
    const auto first = one.now();
    const auto second = other.now();
    const auto third = one.now();
    QVERIFY(first <= second && second <= third);
}

void tst_FastClock::waitsAreShorterAndNeverTooShort()
{
    const FastClock clock(20, 0ms);
    QCOMPARE(clock.onTheWall(60s), 3s);
    QCOMPARE(clock.onTheWall(41ms), 3ms);
    QCOMPARE(clock.onTheWall(0ms), 0ms);
    QCOMPARE(clock.onTheWall(-5ms), 0ms);
}

void tst_FastClock::timersFireOnce()
{
    FastClock clock(20, SystemClock().now());
    int fired = 0;
    const auto begun = clock.monotonic();
    const auto timer = clock.timer([&fired] { ++fired; });
    timer->start(1s);
    QVERIFY(timer->isActive());
    QTRY_COMPARE(fired, 1);
    QVERIFY(!timer->isActive());
    QVERIFY(clock.monotonic() - begun >= 900ms); // Qt's timers may be a twentieth early
}

void tst_FastClock::timeoutsAreShorter()
{
    const FastClock clock(20, 0ms);
    FakeTransport network;
    network.handle(HttpRequest::Method::Get, u"/v3/chats"_s,
        [](const HttpRequest&) { return FakeTransport::json({}); });
    FastTransport transport(network, clock);
    HttpRequest request{.url = QUrl(u"https://api.groupme.com/v3/chats"_s)};
    (void)transport.send(request);
    request.stall = 10s;
    (void)transport.send(request);
    QCOMPARE(network.requests().at(0).timeout, HttpRequest().timeout / 20);
    QVERIFY(!network.requests().at(0).stall);
    QVERIFY(network.requests().at(1).stall == std::optional(500ms));
}

SKEIN_TEST(tst_FastClock)

} // namespace fastClockTest

#include "tst_FastClock.moc"
