// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The comparison at the end of a soak: that it finds what it is there to find.

#include "tests/soak/Ledger.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace skein::soak;
using namespace Qt::StringLiterals;

namespace soakLedgerTest {

namespace {

const QString here = u"here"_s;
const QString there = u"there"_s;

/// Four messages here, 0 to 3, and one there, 4; number 3 was never accepted.
Ledger someSent()
{
    Ledger ledger;
    for (int number = 0; number < 4; ++number) {
        const QString text = ledger.begin(here);
        if (number < 3)
            ledger.accept(text);
    }
    ledger.accept(ledger.begin(there));
    return ledger;
}

} // namespace

class tst_SoakLedger : public QObject {
    Q_OBJECT

private slots:
    void whatArrivedOnceAndInOrderHolds();
    void anUncertainOneMayArrive();
    void aMissingOneIsLost();
    void aSecondCopyIsDoubled();
    void anUncertainOneMustNotArriveTwice();
    void oneThatOvertakesIsOutOfOrder();
    void oneThatThePersonTriedAgainMayComeLate();
    void whatWasNeverBegunThereIsStrange();
    void nothingSentProvesNothing();
};

void tst_SoakLedger::whatArrivedOnceAndInOrderHolds()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 1"_s, u"message 2"_s}}, {there, {u"message 4"_s}}});
    QVERIFY(verdict.holds());
    QCOMPARE(verdict.accepted, 4);
    QCOMPARE(verdict.uncertain, 1);
    QCOMPARE(verdict.uncertainArrived, 0);
    QCOMPARE(verdict.examples, QStringList());
}

void tst_SoakLedger::anUncertainOneMayArrive()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 1"_s, u"message 2"_s, u"message 3"_s}},
            {there, {u"message 4"_s}}});
    QVERIFY(verdict.holds());
    QCOMPARE(verdict.uncertainArrived, 1);
}

void tst_SoakLedger::aMissingOneIsLost()
{
    const Verdict verdict
        = someSent().against({{here, {u"message 0"_s, u"message 2"_s}}, {there, {u"message 4"_s}}});
    QVERIFY(!verdict.holds());
    QCOMPARE(verdict.lost, 1);
    QCOMPARE(verdict.doubled + verdict.outOfOrder + verdict.strange, 0);
    QCOMPARE(verdict.examples, QStringList{u"lost in here: message 1"_s});
}

void tst_SoakLedger::aSecondCopyIsDoubled()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 1"_s, u"message 0"_s, u"message 2"_s}},
            {there, {u"message 4"_s}}});
    QVERIFY(!verdict.holds());
    QCOMPARE(verdict.doubled, 1);
    QCOMPARE(verdict.lost + verdict.outOfOrder + verdict.strange, 0);
}

void tst_SoakLedger::anUncertainOneMustNotArriveTwice()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 1"_s, u"message 2"_s, u"message 3"_s, u"message 3"_s}},
            {there, {u"message 4"_s}}});
    QVERIFY(!verdict.holds());
    QCOMPARE(verdict.doubled, 1);
}

void tst_SoakLedger::oneThatOvertakesIsOutOfOrder()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 2"_s, u"message 1"_s}}, {there, {u"message 4"_s}}});
    QVERIFY(!verdict.holds());
    QCOMPARE(verdict.outOfOrder, 1);
    QCOMPARE(verdict.lost + verdict.doubled + verdict.strange, 0);
}

void tst_SoakLedger::oneThatThePersonTriedAgainMayComeLate()
{
    Ledger ledger = someSent();
    ledger.retry(u"message 1"_s);
    const Verdict verdict = ledger.against(
        {{here, {u"message 0"_s, u"message 2"_s, u"message 1"_s}}, {there, {u"message 4"_s}}});
    QVERIFY(verdict.holds());
    QCOMPARE(verdict.retried, 1);
    // Only that one.
    const Verdict other = ledger.against(
        {{here, {u"message 2"_s, u"message 0"_s, u"message 1"_s}}, {there, {u"message 4"_s}}});
    QCOMPARE(other.outOfOrder, 1);
}

void tst_SoakLedger::whatWasNeverBegunThereIsStrange()
{
    const Verdict verdict = someSent().against(
        {{here, {u"message 0"_s, u"message 1"_s, u"message 2"_s, u"message 4"_s, u"message 04"_s}},
            {there, {u"message 4"_s, u"hello"_s}}});
    QVERIFY(!verdict.holds());
    QCOMPARE(verdict.strange, 3);
    QCOMPARE(verdict.lost + verdict.doubled + verdict.outOfOrder, 0);
}

void tst_SoakLedger::nothingSentProvesNothing() { QVERIFY(!Ledger().against({}).holds()); }

SKEIN_TEST(tst_SoakLedger)

} // namespace soakLedgerTest

#include "tst_SoakLedger.moc"
