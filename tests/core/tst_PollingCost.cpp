// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs the service that Skein runs: requests of an account with 500 direct chats and 300
// groups of three topics each. A whole hour is for the benchmark; what a look asks for is the same.

#include "core/net/RateBudget.h"
#include "core/sync/SyncEngine.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pollingCostTest {

namespace {

using Attention = SyncEngine::Attention;

} // namespace

class tst_PollingCost : public QObject {
    Q_OBJECT

private slots:
    void timeInWhichNothingHappensAndNobodyLooks()
    {
        Account account;
        account.settleIn();
        account.engine.setAttention(Attention::Hidden);
        account.engine.setOpen({});
        account.f.pass(2min, 5s);
        const int busiest = account.busiestMinute();
        QVERIFY2(busiest <= 20, qPrintable(QString::number(busiest)));
        QVERIFY2(account.asked <= minutes * 5, qPrintable(QString::number(account.asked)));
    }

private:
    static constexpr int chats = 500;
    static constexpr int groups = 300;
    static constexpr int minutes = 15;

    struct Account {
        SyncFixture f;
        FakeGroups world{f.service, f.network()};
        MainsPower power;
        PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
        ServiceClock clock{f.clock};
        SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, clock};
        int asked = 0; ///< in all the minutes

        Account()
        {
            for (int n = 0; n < chats; ++n)
                f.service.receive(QString::number(20'000 + n), u"hello"_s);
            for (int n = 0; n < groups; ++n) {
                const QString id = QString::number(50'000 + n);
                world.add(id, u"Group %1"_s.arg(n));
                for (int topic = 0; topic < 3; ++topic)
                    world.addTopic(id, QString::number(60'000 + 3 * n + topic), u"Topic"_s);
                world.say(id, u"hello"_s);
            }
        }
        void settleIn()
        {
            engine.setAttention(Attention::Focused);
            engine.start();
            f.pass(10s);
        }
        /// Requests of the busiest minute; `asked` counts them all.
        int busiestMinute()
        {
            int busiest = 0;
            for (int minute = 0; minute < minutes; ++minute) {
                const auto before = f.network().requests().size();
                f.pass(1min, 5s);
                const int now = static_cast<int>(f.network().requests().size() - before);
                busiest = std::max(busiest, now);
                asked += now;
            }
            return busiest;
        }
    };
};

SKEIN_TEST(tst_PollingCost)

} // namespace pollingCostTest

#include "tst_PollingCost.moc"
