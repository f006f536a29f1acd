// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Connection.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace std::chrono_literals;

namespace connectionTest {
using Kind = ConnectionState::Kind;

namespace {

Error errorOf(ErrorKind kind) { return {kind, 0, {}, {}}; }

} // namespace

class tst_Connection : public QObject {
    Q_OBJECT

private slots:
    void anAnswerMeansThis_data()
    {
        QTest::addColumn<ErrorKind>("error");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("unreachable") << ErrorKind::Unreachable << Kind::Offline;
        QTest::newRow("interrupted") << ErrorKind::Interrupted << Kind::Offline;
        QTest::newRow("time-out") << ErrorKind::TimedOut << Kind::Offline;
        QTest::newRow("captive portal") << ErrorKind::NotGroupMe << Kind::NotGroupMe;
        QTest::newRow("5xx") << ErrorKind::Server << Kind::ServerTrouble;
        QTest::newRow("unreadable") << ErrorKind::Malformed << Kind::ServerTrouble;
        QTest::newRow("too large") << ErrorKind::TooLarge << Kind::ServerTrouble;
        QTest::newRow("one refusal") << ErrorKind::Unauthorized << Kind::Online;
        QTest::newRow("rate limited") << ErrorKind::RateLimited << Kind::Online;
    }
    void anAnswerMeansThis()
    {
        QFETCH(ErrorKind, error);
        QFETCH(Kind, kind);
        ManualClock clock;
        Connection connection(clock);
        QCOMPARE(connection.state().kind, Kind::Connecting);
        connection.report(errorOf(error));
        QCOMPARE(connection.state().kind, kind);
        connection.report(std::nullopt);
        QCOMPARE(connection.state().kind, Kind::Online);
    }

    void whatWasNeverAskedSaysNothing()
    {
        ManualClock clock;
        Connection connection(clock);
        connection.report(errorOf(ErrorKind::Expired));
        connection.report(errorOf(ErrorKind::Cancelled));
        QCOMPARE(connection.state().kind, Kind::Connecting);
    }

    void slowedDownSaysUntilWhenAndEndsByItself()
    {
        ManualClock clock;
        clock.advance(100s);
        Connection connection(clock);
        connection.report(std::nullopt);
        connection.reportPause(clock.monotonic() + 12s);
        QCOMPARE(connection.state().kind, Kind::SlowedDown);
        QCOMPARE(connection.state().nextTry, clock.now() + 12s);
        clock.advance(11s);
        QCOMPARE(connection.state().kind, Kind::SlowedDown);
        clock.advance(1s);
        QCOMPARE(connection.state().kind, Kind::Online);
        QCOMPARE(connection.state().nextTry, 0ms);
    }

    void aLongerPauseReplacesAShorterOne()
    {
        ManualClock clock;
        Connection connection(clock);
        connection.reportPause(clock.monotonic() + 5s);
        connection.reportPause(clock.monotonic() + 30s);
        clock.advance(29s);
        QCOMPARE(connection.state().kind, Kind::SlowedDown);
        clock.advance(1s);
        QVERIFY(connection.state().kind != Kind::SlowedDown);
    }

    void aWallClockSetBackDoesNotKeepItSlowedDown()
    {
        ManualClock clock;
        Connection connection(clock);
        connection.report(std::nullopt);
        connection.reportPause(clock.monotonic() + 12s);
        clock.setNow(clock.now() - 24h);
        clock.advance(12s);
        QCOMPARE(connection.state().kind, Kind::Online);
    }

    void theWordsHaveAnOrder()
    {
        ManualClock clock;
        Connection connection(clock);
        connection.report(std::nullopt);
        connection.reportSendingPaused(true);
        QCOMPARE(connection.state().kind, Kind::SendingPaused);
        connection.report(errorOf(ErrorKind::Unreachable)); // what matters more comes first
        QCOMPARE(connection.state().kind, Kind::Offline);
        connection.reportPause(clock.monotonic() + 10s);
        QCOMPARE(connection.state().kind, Kind::SlowedDown);
        connection.reportTokenRefused();
        QCOMPARE(connection.state().kind, Kind::TokenRefused);
        clock.advance(1min);
        connection.report(std::nullopt);
        QCOMPARE(connection.state().kind, Kind::TokenRefused); // until signed in anew
    }

    void sendingPausedEnds()
    {
        ManualClock clock;
        Connection connection(clock);
        connection.report(std::nullopt);
        connection.reportSendingPaused(true);
        connection.reportSendingPaused(false);
        QCOMPARE(connection.state().kind, Kind::Online);
    }

    void nothingIsSaidTwice()
    {
        ManualClock clock;
        Connection connection(clock);
        int said = 0;
        connect(&connection, &Connection::changed, this, [&] { ++said; });
        for (int n = 0; n < 5; ++n)
            connection.report(errorOf(ErrorKind::Unreachable));
        QCOMPARE(said, 1);
        for (int n = 0; n < 5; ++n)
            connection.report(std::nullopt);
        QCOMPARE(said, 2);
        connection.reportPause(clock.monotonic() + 10s);
        for (int n = 0; n < 5; ++n) {
            clock.advance(1s);
            connection.report(std::nullopt);
        }
        QCOMPARE(said, 3);
    }
};

SKEIN_TEST(tst_Connection)

} // namespace connectionTest

#include "tst_Connection.moc"
