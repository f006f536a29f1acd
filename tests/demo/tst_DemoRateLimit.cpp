// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoRateLimit.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoRateLimitTest {

class tst_DemoRateLimit : public QObject {
    Q_OBJECT

private slots:
    void aBurstPassesThenSoManyASecond();
};

void tst_DemoRateLimit::aBurstPassesThenSoManyASecond()
{
    DemoRateLimit limit(10, 20);
    for (int i = 0; i < 20; ++i)
        QVERIFY(limit.allows(u"a"_s, 1000));
    QVERIFY(!limit.allows(u"a"_s, 1000));
    QVERIFY(limit.allows(u"b"_s, 1000)); // each for oneself
    QVERIFY(limit.allows(u"a"_s, 1100)); // a tenth of a second later there is room for one
    QVERIFY(!limit.allows(u"a"_s, 1100));
    for (int i = 0; i < 200; ++i) // eight a second is fine for ever
        QVERIFY(limit.allows(u"a"_s, 10'000 + i * 125));
}

SKEIN_TEST(tst_DemoRateLimit)

} // namespace demoRateLimitTest

#include "tst_DemoRateLimit.moc"
