// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs the service that Skein runs: requests of an account with 500 direct chats and 300
// groups of three topics each. A whole hour is for the benchmark; what a look asks for is the same.

#include "tests/support/PollingAccount.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace std::chrono_literals;

namespace pollingCostTest {

class tst_PollingCost : public QObject {
    Q_OBJECT

private slots:
    void timeInWhichNothingHappensAndNobodyLooks()
    {
        PollingAccount account(500, 300, 3);
        account.settleHidden();
        qsizetype busiest = 0;
        qsizetype asked = 0;
        for (int minute = 0; minute < minutes; ++minute) {
            const auto before = account.f.network().requests().size();
            account.f.pass(1min, 5s);
            const auto now = account.f.network().requests().size() - before;
            busiest = std::max(busiest, now);
            asked += now;
        }
        QVERIFY(asked > 0);
        QVERIFY2(busiest <= 20, qPrintable(QString::number(busiest)));
        QVERIFY2(asked <= minutes * 5, qPrintable(QString::number(asked)));
    }

private:
    static constexpr int minutes = 15;
};

SKEIN_TEST(tst_PollingCost)

} // namespace pollingCostTest

#include "tst_PollingCost.moc"
