// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/JumpHistory.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace jumpHistoryTest {

namespace {

JumpOrigin originAt(int n) { return {{u"m%1"_s.arg(n), -n}, {QString::number(n)}}; }

} // namespace

class tst_JumpHistory : public QObject {
    Q_OBJECT

private slots:
    void placesComeBackInReverseOrder()
    {
        JumpHistory history;
        for (int n = 1; n <= 3; ++n)
            history.push(originAt(n));
        QCOMPARE(history.count(), 3);
        for (int n = 3; n >= 1; --n)
            QCOMPARE(history.pop(), std::optional(originAt(n)));
        QVERIFY(history.isEmpty());
        QVERIFY(!history.pop());
    }

    void theSamePlaceTwiceInARowIsOneWayBack()
    {
        JumpHistory history;
        history.push(originAt(1));
        history.push(originAt(1));
        history.push(originAt(2));
        history.push(originAt(1));
        QCOMPARE(history.count(), 3);
    }

    void theOldestIsForgottenWhenThereAreTooMany()
    {
        JumpHistory history;
        for (int n = 0; n <= JumpHistory::most; ++n)
            history.push(originAt(n));
        QCOMPARE(history.count(), JumpHistory::most);
        while (history.count() > 1)
            (void)history.pop();
        QCOMPARE(history.pop(), std::optional(originAt(1)));
    }

    void clearedThereIsNoWayBack()
    {
        JumpHistory history;
        history.push({});
        QVERIFY(!history.isEmpty()); // the end is a place too
        history.clear();
        QVERIFY(!history.pop());
    }
};

SKEIN_TEST(tst_JumpHistory)

} // namespace jumpHistoryTest

#include "tst_JumpHistory.moc"
