// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/ThreadGeometry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace skein;

namespace threadGeometryTest {

namespace {

struct Entry {
    int id;
    int above;
    int body;
};

} // namespace

/// Rows are plain numbers here: what must hold for places holds without any text.
class tst_ThreadGeometry : public QObject {
    Q_OBJECT

private slots:
    void init();
    void startsAtTheEnd();
    void shortThreadStandsAtTheBottom();
    void measuresOnlyWhatIsVisible();
    void scrollsExactly();
    void stopsAtBothEnds();
    void theBodyUnderTheEyeNeverMoves_data();
    void theBodyUnderTheEyeNeverMoves();
    void aRowCutByTheTopEdgeGrowsUpwards();
    void aDayLineThatComesOrGoesDoesNotPushTheText();
    void theNeighbourOfARemovedAnchorStays();
    void aMovedAnchorLeavesItsPlaceToItsNeighbour();
    void followsTheEndOnlyFromTheEnd();
    void doesNotStickToAnEndThatIsNotTheNewest();
    void remeasuringHoldsTheFirstVisibleBody();
    void barAndPlaceAgree();

private:
    [[nodiscard]] int bodyTop(int row) const
    {
        return m_geometry->top(row) + m_geometry->height(row).above;
    }
    void settle() { m_geometry->settle(m_endKnown); }
    void insert(int at, int count);
    void remove(int first, int count);

    QList<Entry> m_rows;
    int m_nextId = 0;
    int m_measured = 0;
    bool m_endKnown = true;
    std::unique_ptr<ThreadGeometry> m_geometry;
    QRandomGenerator m_random;
};

void tst_ThreadGeometry::init()
{
    m_rows.clear();
    m_nextId = 0;
    m_endKnown = true;
    m_random = QRandomGenerator(20260101);
    for (int i = 0; i < 600; ++i)
        m_rows.append({m_nextId++, int(m_random.bounded(2, 60)), int(m_random.bounded(16, 260))});
    m_geometry = std::make_unique<ThreadGeometry>(
        [this](int row) {
            ++m_measured;
            return RowHeight{m_rows.at(row).above, m_rows.at(row).body};
        },
        [](int) { return RowHeight{8, 40}; });
    m_geometry->reset(int(m_rows.size()));
    m_geometry->setViewport(700);
    settle();
    m_measured = 0;
}

void tst_ThreadGeometry::insert(int at, int count)
{
    for (int i = 0; i < count; ++i)
        m_rows.insert(
            at, {m_nextId++, int(m_random.bounded(2, 60)), int(m_random.bounded(16, 260))});
    m_geometry->insertRows(at, count);
    settle();
}

void tst_ThreadGeometry::remove(int first, int count)
{
    m_geometry->aboutToRemoveRows(first, first + count - 1);
    m_rows.remove(first, count);
    m_geometry->removeRows(first, first + count - 1);
    settle();
}

void tst_ThreadGeometry::startsAtTheEnd()
{
    QVERIFY(m_geometry->isAtEnd());
    QCOMPARE(m_geometry->lastVisible(), 599);
    QCOMPARE(
        m_geometry->top(599) + m_geometry->height(599).total(), 700 - ThreadGeometry::endPadding);
    QCOMPARE(m_geometry->value(), m_geometry->maximum());
}

void tst_ThreadGeometry::shortThreadStandsAtTheBottom()
{
    remove(2, 598);
    QVERIFY(m_geometry->isAtEnd());
    m_geometry->setViewport(2000);
    settle();
    QCOMPARE(m_geometry->top(1) + m_geometry->height(1).total(), 2000 - ThreadGeometry::endPadding);
    QCOMPARE(m_geometry->maximum(), 0);
    m_geometry->scrollBy(-500);
    settle();
    QVERIFY(m_geometry->isAtEnd());
}

void tst_ThreadGeometry::measuresOnlyWhatIsVisible()
{
    m_geometry->reset(600);
    settle();
    const int visible = m_geometry->lastVisible() - m_geometry->firstVisible() + 1;
    QCOMPARE(m_measured, visible);
    m_geometry->scrollTo(9000);
    settle();
    QVERIFY(m_measured < 4 * visible + 4);
}

void tst_ThreadGeometry::scrollsExactly()
{
    const int row = m_geometry->firstVisible();
    const int before = m_geometry->top(row);
    for (const int step : {1, 7, 333, 500}) {
        const int here = m_geometry->top(row);
        m_geometry->scrollBy(-step);
        settle();
        QCOMPARE(m_geometry->top(row), here + step);
        QVERIFY(!m_geometry->isAtEnd());
    }
    m_geometry->scrollBy(841);
    settle();
    QCOMPARE(m_geometry->top(row), before);
    QVERIFY(m_geometry->isAtEnd());
}

void tst_ThreadGeometry::stopsAtBothEnds()
{
    m_geometry->scrollTo(0);
    settle();
    m_geometry->scrollBy(-3000);
    settle();
    QCOMPARE(m_geometry->top(0), 0);
    QCOMPARE(m_geometry->value(), 0);
    m_geometry->scrollToEnd();
    settle();
    m_geometry->scrollBy(3000);
    settle();
    QVERIFY(m_geometry->isAtEnd());
}

void tst_ThreadGeometry::theBodyUnderTheEyeNeverMoves_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// 200 random changes; after each, whatever stood at the anchor stands there still.
void tst_ThreadGeometry::theBodyUnderTheEyeNeverMoves()
{
    QFETCH(quint32, seed);
    m_random = QRandomGenerator(seed);
    m_geometry->scrollTo(12'000);
    settle();
    for (int step = 0; step < 200; ++step) {
        const int anchor = m_geometry->anchorRow();
        const int id = m_rows.at(anchor).id;
        const int top = m_geometry->anchorTop();
        QCOMPARE(bodyTop(anchor), top);
        const int count = int(m_rows.size());
        switch (m_random.bounded(5)) {
        case 0:
            insert(count, 50);
            break;
        case 1:
            insert(0, 100);
            break;
        case 2:
            insert(int(m_random.bounded(count)), 3);
            break;
        case 3: {
            const int first = int(m_random.bounded(count - 10));
            if (anchor < first || anchor > first + 9)
                remove(first, 10);
            break;
        }
        default: {
            const int row = int(m_random.bounded(std::max(0, anchor - 8), anchor + 8));
            m_rows[row].body = int(m_random.bounded(16, 400));
            m_rows[row].above = int(m_random.bounded(2, 90));
            m_geometry->changeRows(row, row);
            settle();
        }
        }
        const auto now = std::ranges::find(m_rows, id, &Entry::id) - m_rows.begin();
        QCOMPARE(bodyTop(int(now)), top);
        QVERIFY(!m_geometry->isAtEnd());
        QVERIFY(m_geometry->top(m_geometry->firstVisible()) <= 0);
        if (step % 20 == 19) {
            m_geometry->scrollBy(int(m_random.bounded(-900, 500)));
            settle();
        }
    }
}

void tst_ThreadGeometry::aRowCutByTheTopEdgeGrowsUpwards()
{
    m_geometry->scrollTo(12'000);
    settle();
    const int cut = m_geometry->anchorRow() - 1;
    m_rows[cut].body = 100;
    m_geometry->changeRows(cut, cut);
    settle();
    const int top = m_geometry->anchorTop();
    m_rows[cut].body = 350; // an image arrived
    m_geometry->changeRows(cut, cut);
    settle();
    QCOMPARE(m_geometry->anchorRow(), cut + 1);
    QCOMPARE(m_geometry->anchorTop(), top);
}

void tst_ThreadGeometry::aDayLineThatComesOrGoesDoesNotPushTheText()
{
    m_geometry->scrollTo(12'000);
    settle();
    const int row = m_geometry->anchorRow();
    const int top = bodyTop(row);
    m_rows[row].above = 77;
    m_geometry->changeRows(row, row);
    settle();
    QCOMPARE(bodyTop(row), top);
    QCOMPARE(m_geometry->height(row).above, 77);
}

void tst_ThreadGeometry::theNeighbourOfARemovedAnchorStays()
{
    m_geometry->scrollTo(12'000);
    settle();
    const int anchor = m_geometry->anchorRow();
    const int next = m_rows.at(anchor + 1).id;
    const int top = bodyTop(anchor + 1);
    remove(anchor - 3, 4);
    const auto now = std::ranges::find(m_rows, next, &Entry::id) - m_rows.begin();
    QCOMPARE(bodyTop(int(now)), top);
}

void tst_ThreadGeometry::aMovedAnchorLeavesItsPlaceToItsNeighbour()
{
    m_geometry->scrollTo(12'000);
    settle();
    const int anchor = m_geometry->anchorRow();
    const int next = m_rows.at(anchor + 1).id;
    const int top = bodyTop(anchor + 1);
    m_rows.move(anchor, 599);
    m_geometry->moveRows(anchor, anchor, 600);
    settle();
    QCOMPARE(m_rows.at(anchor).id, next);
    QCOMPARE(bodyTop(anchor), top);

    const int id = m_rows.at(m_geometry->anchorRow()).id;
    const int anchorTop = m_geometry->anchorTop();
    m_rows.move(599, 3); // across the anchor, from below to above
    m_geometry->moveRows(599, 599, 3);
    settle();
    QCOMPARE(m_rows.at(m_geometry->anchorRow()).id, id);
    QCOMPARE(m_geometry->anchorTop(), anchorTop);
}

void tst_ThreadGeometry::followsTheEndOnlyFromTheEnd()
{
    insert(600, 5);
    QVERIFY(m_geometry->isAtEnd());
    QCOMPARE(m_geometry->lastVisible(), 604);
    m_geometry->scrollBy(-1);
    settle();
    QVERIFY(!m_geometry->isAtEnd());
    const int bottom = m_geometry->top(604) + m_geometry->height(604).total();
    insert(605, 5);
    QCOMPARE(m_geometry->top(604) + m_geometry->height(604).total(), bottom);
    QVERIFY(!m_geometry->isAtEnd());
    m_geometry->scrollToEnd();
    settle();
    m_geometry->scrollBy(-40);
    settle();
    m_geometry->scrollBy(37); // three pixels above the end is the end
    settle();
    QVERIFY(m_geometry->isAtEnd());
}

void tst_ThreadGeometry::doesNotStickToAnEndThatIsNotTheNewest()
{
    m_endKnown = false;
    settle();
    m_geometry->scrollBy(100'000);
    settle();
    QVERIFY(!m_geometry->isAtEnd());
    const int bottom = m_geometry->top(599) + m_geometry->height(599).total();
    QVERIFY(bottom > 0);
    QVERIFY(bottom <= 700);
    insert(600, 50);
    QCOMPARE(m_geometry->top(599) + m_geometry->height(599).total(), bottom);
}

void tst_ThreadGeometry::remeasuringHoldsTheFirstVisibleBody()
{
    m_geometry->scrollTo(12'000);
    settle();
    const int first = m_geometry->firstVisible();
    const int top = bodyTop(first);
    const auto saved = m_rows;
    for (int turn = 0; turn < 10; ++turn) {
        for (Entry& entry : m_rows)
            entry.body += int(m_random.bounded(0, 30));
        m_geometry->remeasureAll();
        settle();
        QCOMPARE(bodyTop(first), top);
    }
    m_rows = saved; // out and back: exactly as it was
    m_geometry->remeasureAll();
    settle();
    QCOMPARE(bodyTop(first), top);
    QCOMPARE(m_geometry->firstVisible(), first);
}

void tst_ThreadGeometry::barAndPlaceAgree()
{
    m_geometry->scrollTo(0);
    settle();
    for (int i = 0; i < 600; ++i) { // measure everything, so that nothing is estimated
        m_geometry->scrollBy(300);
        settle();
    }
    const int maximum = m_geometry->maximum();
    for (const int value : {0, 1, 500, maximum / 2, maximum - 5, maximum}) {
        m_geometry->scrollTo(value);
        settle();
        QCOMPARE(m_geometry->value(), value);
        QCOMPARE(m_geometry->maximum(), maximum);
    }
}

SKEIN_TEST(tst_ThreadGeometry)

} // namespace threadGeometryTest

#include "tst_ThreadGeometry.moc"
