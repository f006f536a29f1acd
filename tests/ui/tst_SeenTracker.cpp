// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/Attention.h"
#include "ui/thread/SeenTracker.h"

#include <QTest>

using namespace skein;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace seenTrackerTest {

class tst_SeenTracker : public QObject {
    Q_OBJECT

private slots:
    void init();
    void countsAfterOneSecond();
    void countsTheNewestThatRested();
    void whatRestedCountsThoughItLeaves();
    void fastScrollingGivesOneSignal();
    void anInterruptionStartsTheSecondAnew();
    void newArrivalsDoNotDelayTheOnesBefore();
    void neverGoesBack();
    void nothingCountsWithoutAttention();
    void losingAttentionMidwayStartsAnew();
    void waitsWithoutATimerWhileNobodyLooks();
    void resetStartsAnotherConversation();
    void attentionNeedsEverything_data();
    void attentionNeedsEverything();

private:
    [[nodiscard]] static QList<ShownMessage> messages(int first, int last);

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SeenTracker> m_tracker;
    bool m_attentive = true;
    QStringList m_seen;
};

void tst_SeenTracker::init()
{
    m_tracker.reset();
    m_clock = std::make_unique<ManualClock>();
    m_tracker = std::make_unique<SeenTracker>(*m_clock, [this] { return m_attentive; });
    m_attentive = true;
    m_seen.clear();
    connect(m_tracker.get(), &SeenTracker::seen, this,
        [this](const MessageId& id) { m_seen.append(id.value); });
}

QList<ShownMessage> tst_SeenTracker::messages(int first, int last)
{
    QList<ShownMessage> list;
    for (int i = first; i <= last; ++i)
        list.append({{QString::number(i)}, QString::number(i).rightJustified(6, u'0')});
    return list;
}

void tst_SeenTracker::countsAfterOneSecond()
{
    m_tracker->setShown(messages(1, 5));
    m_clock->advance(999ms);
    QCOMPARE(m_seen, QStringList());
    m_clock->advance(1ms);
    QCOMPARE(m_seen, QStringList{u"5"_s});
    m_clock->advance(10min);
    QCOMPARE(m_seen.size(), 1);
}

void tst_SeenTracker::countsTheNewestThatRested()
{
    m_tracker->setShown(messages(1, 5));
    m_clock->advance(600ms);
    m_tracker->setShown(messages(3, 8));
    m_clock->advance(400ms + SeenTracker::gathering);
    QCOMPARE(m_seen, QStringList{u"5"_s});
    m_clock->advance(600ms - SeenTracker::gathering);
    QCOMPARE(m_seen, (QStringList{u"5"_s, u"8"_s}));
}

void tst_SeenTracker::whatRestedCountsThoughItLeaves()
{
    m_tracker->setShown(messages(1, 1));
    m_clock->advance(100ms);
    m_tracker->setShown(messages(1, 2));
    m_clock->advance(950ms); // the first has rested, the second is about to
    m_tracker->setShown({});
    QCOMPARE(m_seen, QStringList{u"1"_s});
    m_clock->advance(1h);
    QCOMPARE(m_seen.size(), 1);
}

void tst_SeenTracker::fastScrollingGivesOneSignal()
{
    for (int i = 0; i < 50; ++i) {
        m_tracker->setShown(messages(i, i + 5));
        m_clock->advance(20ms);
    }
    m_clock->advance(5s);
    QCOMPARE(m_seen, QStringList{u"54"_s});
}

void tst_SeenTracker::anInterruptionStartsTheSecondAnew()
{
    m_tracker->setShown(messages(5, 5));
    m_clock->advance(900ms);
    m_tracker->setShown({});
    m_clock->advance(100ms);
    m_tracker->setShown(messages(5, 5));
    m_clock->advance(900ms);
    QCOMPARE(m_seen, QStringList());
    m_clock->advance(100ms);
    QCOMPARE(m_seen, QStringList{u"5"_s});
}

void tst_SeenTracker::newArrivalsDoNotDelayTheOnesBefore()
{
    for (int i = 1; i <= 20; ++i) { // one every 300 ms, all stay in view
        m_tracker->setShown(messages(1, i));
        m_clock->advance(300ms);
    }
    QVERIFY(m_seen.size() > 5);
    QCOMPARE(m_seen.first(), u"1"_s);
}

void tst_SeenTracker::neverGoesBack()
{
    m_tracker->setShown(messages(10, 20));
    m_clock->advance(2s);
    m_tracker->setShown(messages(1, 9));
    m_clock->advance(2s);
    m_tracker->setShown(messages(15, 20));
    m_clock->advance(2s);
    QCOMPARE(m_seen, QStringList{u"20"_s});
}

void tst_SeenTracker::nothingCountsWithoutAttention()
{
    m_attentive = false;
    m_tracker->setShown(messages(1, 5));
    m_clock->advance(1h);
    m_tracker->setShown(messages(1, 6));
    m_clock->advance(1h);
    QCOMPARE(m_seen, QStringList());
    m_attentive = true;
    m_tracker->refresh();
    m_clock->advance(999ms);
    QCOMPARE(m_seen, QStringList());
    m_clock->advance(1ms);
    QCOMPARE(m_seen, QStringList{u"6"_s});
}

void tst_SeenTracker::losingAttentionMidwayStartsAnew()
{
    m_tracker->setShown(messages(1, 5));
    m_clock->advance(900ms);
    m_attentive = false;
    m_tracker->refresh();
    m_attentive = true;
    m_tracker->refresh();
    m_clock->advance(900ms);
    QCOMPARE(m_seen, QStringList());
    m_clock->advance(100ms);
    QCOMPARE(m_seen, QStringList{u"5"_s});
}

void tst_SeenTracker::waitsWithoutATimerWhileNobodyLooks()
{
    m_tracker->setShown(messages(1, 5));
    m_clock->advance(500ms);
    m_attentive = false; // unannounced, as when five minutes run out
    m_clock->advance(1h);
    QCOMPARE(m_seen, QStringList());
    m_attentive = true; // nothing runs that could notice
    m_clock->advance(1h);
    QCOMPARE(m_seen, QStringList());
}

void tst_SeenTracker::resetStartsAnotherConversation()
{
    m_tracker->setShown(messages(10, 20));
    m_clock->advance(2s);
    m_tracker->reset();
    m_tracker->setShown(messages(1, 2));
    m_clock->advance(2s);
    QCOMPARE(m_seen, (QStringList{u"20"_s, u"2"_s}));
}

void tst_SeenTracker::attentionNeedsEverything_data()
{
    using Facts = Attention::Facts;
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<bool>("expected");
    const Facts all{true, false, true, true, 1s};
    const auto with = [all](auto change) {
        Facts facts = all;
        change(facts);
        return facts;
    };
    QTest::newRow("everything") << all << true;
    QTest::newRow("hidden") << with([](Facts& f) { f.isShown = false; }) << false;
    QTest::newRow("minimised") << with([](Facts& f) { f.isMinimised = true; }) << false;
    QTest::newRow("covered") << with([](Facts& f) { f.isExposed = false; }) << false;
    QTest::newRow("inactive") << with([](Facts& f) { f.isActive = false; }) << false;
    QTest::newRow("five minutes") << with([](Facts& f) { f.sinceInput = 5min; }) << true;
    QTest::newRow("longer") << with([](Facts& f) { f.sinceInput = 5min + 1ms; }) << false;
    QTest::newRow("start-up") << with([](Facts& f) { f.sinceInput.reset(); }) << false;
}

void tst_SeenTracker::attentionNeedsEverything()
{
    QFETCH(Attention::Facts, facts);
    QFETCH(bool, expected);
    QCOMPARE(Attention::isAttentive(facts), expected);
}

SKEIN_TEST(tst_SeenTracker)

} // namespace seenTrackerTest

#include "tst_SeenTracker.moc"
