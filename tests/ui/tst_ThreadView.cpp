// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/JumpButton.h"
#include "ui/thread/ThreadView.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace skein;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace threadViewTest {
using Delivery = ThreadRow::Delivery;

/// The view's promises about places, driven through a real widget.
class tst_ThreadView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensAtTheEnd();
    void opensAtTheUnreadLine();
    void opensAtTheRememberedPlace();
    void anOpeningBeforeTheFirstPaintIsForTheFinalSize();
    void fiftyTimesAwayAndBackIsTheSamePlace();
    void nothingMovesTheFirstVisibleMessage_data();
    void nothingMovesTheFirstVisibleMessage();
    void olderPagesLeaveTheTopWhereItIs();
    void followsNewMessagesAtTheEndOnly();
    void laysOutOnlyWhatIsVisible();
    void tellsTheModelWhatIsVisible();
    void aModelThatChangesWhenToldIsFine();
    void remembersThePlaceWhenScrollingStops();
    void jumpButtonLeadsToTheNewest();
    void jumpButtonSaysThatAMessageWasNotSent();
    void jumpButtonAsksTheModelForAnEndElsewhere();
    void theBarScrolls();
    void theWheelScrollsByPixelsAndNotches();
    void onlyWhatRestedInAnAttendedViewIsSeen();
    void emptyAndLoadingThreadsPaint();
    void nothingRunsWhenIdle();

private:
    struct Eye {
        QString key;
        int top = 0;
    };
    [[nodiscard]] MessageList& list() const { return m_view->list(); }
    [[nodiscard]] Eye eye() const;
    [[nodiscard]] int topOf(const QString& key) const
    {
        return list().rowRect(m_model->rowOfKey(key)).top();
    }
    [[nodiscard]] QList<ThreadRow> rows(int first, int count);
    void scrollUp(int pixels) { bar().setValue(bar().value() - pixels); }
    [[nodiscard]] QScrollBar& bar() const { return *list().verticalScrollBar(); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadView> m_view;
    QRandomGenerator m_random;
    bool m_attentive = true;
};

void tst_ThreadView::init()
{
    m_view.reset();
    m_random = QRandomGenerator(7);
    m_attentive = true;
    m_clock = std::make_unique<ManualClock>();
    m_model = std::make_unique<FakeThreadModel>();
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_view = std::make_unique<ThreadView>(*m_model, *m_clock, [this] { return m_attentive; });
    m_view->resize(760, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_model->show(rows(1000, 600));
    QCoreApplication::processEvents();
}

QList<ThreadRow> tst_ThreadView::rows(int first, int count)
{
    QList<ThreadRow> list;
    for (int n = first; n < first + count; ++n) {
        const QString text = u"Some words of a message. "_s.repeated(1 + int(m_random.bounded(12)));
        list.append(m_random.bounded(3) == 0 ? ownRow(n, text) : receivedRow(n, text));
    }
    return list;
}

/// What a reader looks at: the first message whose upper edge is in view.
tst_ThreadView::Eye tst_ThreadView::eye() const
{
    for (int row = list().firstVisibleRow(); row <= list().lastVisibleRow(); ++row) {
        if (list().rowRect(row).top() >= 0)
            return {m_model->row(row).key, list().rowRect(row).top()};
    }
    return {};
}

void tst_ThreadView::opensAtTheEnd()
{
    QVERIFY(list().isAtEnd());
    QCOMPARE(list().lastVisibleRow(), 599);
    const int bottom = list().rowRect(599).bottom();
    QVERIFY(bottom < list().viewport()->height());
    QVERIFY(bottom > list().viewport()->height() - 24);
    QCOMPARE(bar().value(), bar().maximum());
}

void tst_ThreadView::opensAtTheUnreadLine()
{
    m_model->firstUnreadKey = u"m1500"_s;
    m_model->show(rows(1000, 600));
    const auto line = [this] {
        const int row = m_model->rowOfKey(u"m1500"_s);
        return list().layoutOf(row).unread.rect.translated(list().originOf(row));
    };
    QVERIFY(line().top() > 0);
    QVERIFY(line().bottom() < list().viewport()->height() / 3);
    QVERIFY(!list().isAtEnd());
    const QRect first = line();
    m_clock->advance(3s);
    QCOMPARE(line(), first);
}

void tst_ThreadView::opensAtTheRememberedPlace()
{
    m_model->firstUnreadKey = u"m1500"_s;
    m_model->show(rows(1000, 600), {u"m1300"_s, 123});
    QCOMPARE(topOf(u"m1300"_s), 123);
    m_model->firstUnreadKey.clear();
    m_model->show(rows(1000, 600), {u"unknown"_s, 123});
    QVERIFY(list().isAtEnd());
}

void tst_ThreadView::anOpeningBeforeTheFirstPaintIsForTheFinalSize()
{
    FakeThreadModel model;
    ThreadView view(model, *m_clock, [] { return false; });
    view.resize(100, 30);
    model.firstUnreadKey = u"m1500"_s;
    model.show(rows(1000, 600));
    view.resize(760, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const int row = model.rowOfKey(u"m1500"_s);
    const QRect line = view.list().layoutOf(row).unread.rect.translated(view.list().originOf(row));
    QVERIFY(line.top() > 0);
    QVERIFY(line.bottom() < view.list().viewport()->height() / 3);
}

void tst_ThreadView::fiftyTimesAwayAndBackIsTheSamePlace()
{
    const auto all = rows(1000, 600);
    m_model->show(all);
    for (int turn = 0; turn < 50; ++turn) {
        bar().setValue(int(m_random.bounded(bar().maximum() - 100)));
        const Eye before = eye();
        m_view->rememberPlace();
        const ThreadPlace place = m_model->places.last();
        m_model->show({});
        m_model->show(all, place);
        QCOMPARE(topOf(before.key), before.top);
        QCOMPARE(eye().key, before.key);
    }
}

void tst_ThreadView::nothingMovesTheFirstVisibleMessage_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ThreadView::nothingMovesTheFirstVisibleMessage()
{
    QFETCH(quint32, seed);
    m_random = QRandomGenerator(seed);
    scrollUp(3 * 700 + int(m_random.bounded(500)));
    int older = 900;
    int newer = 2000;
    for (int step = 0; step < 24; ++step) {
        const Eye before = eye();
        const int row = m_model->rowOfKey(before.key);
        switch (step % 6) {
        case 0:
            m_model->append(rows(newer, 50));
            newer += 50;
            break;
        case 1:
            m_model->insert(0, rows(older, 100));
            older -= 100;
            break;
        case 2:
            for (int i = 0; i < 10; ++i) {
                const int gone = int(m_random.bounded(m_model->count()));
                if (m_model->row(gone).key != before.key)
                    m_model->remove(gone, 1);
            }
            break;
        case 3:
            for (int at = std::max(0, row - 12); at < row; ++at) {
                m_model->change(at, [this](ThreadRow& r) {
                    r.message.text = u"edited "_s.repeated(1 + int(m_random.bounded(90)));
                });
            }
            break;
        case 4: {
            // Whatever is cut by the upper edge keeps its upper edge here, and so does its follower
            // when the width comes back.
            const QSize size = m_view->size();
            m_view->resize(size.width() - 140, size.height() + 60);
            m_view->resize(size);
            break;
        }
        default: {
            const QFont font = m_view->font();
            m_view->setFont(scaledFont(font, 1.3));
            m_view->setFont(font);
        }
        }
        QCOMPARE(topOf(before.key), before.top);
        // A row that was cut may have become short enough to be whole; else the first is the first.
        if (step % 6 != 2 && step % 6 != 3)
            QCOMPARE(eye().key, before.key);
        QVERIFY(!list().isAtEnd());
    }
}

void tst_ThreadView::olderPagesLeaveTheTopWhereItIs()
{
    auto page = rows(1000, 60);
    page.first().above = ThreadRow::Above::Loading;
    m_model->show(page);
    QTest::keyClick(&list(), Qt::Key_Home);
    const QString first = page.first().key;
    const int bodyTop = topOf(first);
    QVERIFY(list().layoutOf(0).notice.isShown());
    m_model->insert(0, rows(900, 100));
    m_model->change(100, [](ThreadRow& row) { row.above = ThreadRow::Above::Nothing; });
    QCOMPARE(topOf(first), bodyTop);
    QVERIFY(!list().layoutOf(100).notice.isShown());
}

void tst_ThreadView::followsNewMessagesAtTheEndOnly()
{
    m_model->append(rows(2000, 3));
    QVERIFY(list().isAtEnd());
    QCOMPARE(list().lastVisibleRow(), 602);
    scrollUp(1);
    const Eye before = eye();
    m_model->append(rows(2100, 3));
    QCOMPARE(topOf(before.key), before.top);
    QVERIFY(list().lastVisibleRow() <= 603);
}

void tst_ThreadView::laysOutOnlyWhatIsVisible()
{
    const int before = list().layoutsMade();
    m_model->show(rows(1000, 600));
    const int visible = list().lastVisibleRow() - list().firstVisibleRow() + 1;
    QVERIFY(list().layoutsMade() - before <= visible + 2);
    const int opened = list().layoutsMade();
    m_model->append(rows(2000, 1));
    QVERIFY(list().layoutsMade() - opened <= 3);
    m_model->change(10, [](ThreadRow& row) { row.message.text = u"far away"_s; });
    QVERIFY(list().layoutsMade() - opened <= 3);
}

void tst_ThreadView::tellsTheModelWhatIsVisible()
{
    QCoreApplication::processEvents();
    QCOMPARE(m_model->visible, std::pair(list().firstVisibleRow(), 599));
    scrollUp(5000);
    QCoreApplication::processEvents();
    QCOMPARE(m_model->visible, std::pair(list().firstVisibleRow(), list().lastVisibleRow()));
    QVERIFY(m_model->visible.second < 599);
}

void tst_ThreadView::aModelThatChangesWhenToldIsFine()
{
    int pages = 0;
    m_model->onVisible = [this, &pages](int first, int) {
        if (first < 40 && pages < 3)
            m_model->insert(0, rows(900 - 100 * pages++, 100));
    };
    QTest::keyClick(&list(), Qt::Key_Home);
    const Eye before = eye();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(pages, 1);
    QCOMPARE(topOf(before.key), before.top);
}

void tst_ThreadView::remembersThePlaceWhenScrollingStops()
{
    m_clock->advance(1s);
    m_model->places.clear();
    scrollUp(2000);
    m_clock->advance(200ms);
    scrollUp(100);
    m_clock->advance(200ms);
    QVERIFY(m_model->places.isEmpty());
    m_clock->advance(200ms);
    QCOMPARE(m_model->places.size(), 1);
    QCOMPARE(m_model->places.last().rowKey, eye().key);
    QCOMPARE(m_model->places.last().offset, eye().top);
    scrollUp(100);
    m_view->hide();
    QCOMPARE(m_model->places.size(), 2);
    m_view->show();
    list().goToEnd();
    m_clock->advance(1s);
    QCOMPARE(m_model->places.last(), ThreadPlace());
}

void tst_ThreadView::jumpButtonLeadsToTheNewest()
{
    JumpButton& button = m_view->jumpButton();
    QVERIFY(!button.isVisible());
    scrollUp(2000);
    QVERIFY(button.isVisible());
    QVERIFY(m_view->rect().contains(button.geometry()));
    QCOMPARE(button.accessibleName(), u"Jump to newest"_s);
    m_model->setUnread(50);
    QCOMPARE(button.accessibleName(), u"Jump to newest, 50 new"_s);
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(list().isAtEnd());
    QVERIFY(!button.isVisible());
    QCOMPARE(m_model->openAtEndCalls, 0);
}

void tst_ThreadView::jumpButtonSaysThatAMessageWasNotSent()
{
    scrollUp(2000);
    m_model->failed = true;
    m_model->setUnread(50);
    QCOMPARE(
        m_view->jumpButton().accessibleName(), u"Jump to newest, 50 new, a message was not sent"_s);
}

void tst_ThreadView::jumpButtonAsksTheModelForAnEndElsewhere()
{
    m_model->atEnd = false;
    scrollUp(2000);
    QTest::mouseClick(&m_view->jumpButton(), Qt::LeftButton);
    QCOMPARE(m_model->openAtEndCalls, 1);
    m_model->atEnd = true;
    m_model->firstUnreadKey = u"m3100"_s;
    m_model->show({}); // as the program's model does: first nothing, then the rows
    QCoreApplication::processEvents();
    list().goToEnd();
    m_model->atEnd = false;
    list().goToEnd();
    m_model->atEnd = true;
    m_model->show(rows(3000, 200));
    QVERIFY(list().isAtEnd());
    QCOMPARE(list().lastVisibleRow(), 199);
    m_model->show(rows(3000, 200)); // the wish is fulfilled: the next opening is an ordinary one
    QVERIFY(!list().isAtEnd());
}

void tst_ThreadView::theBarScrolls()
{
    bar().setValue(0);
    QCOMPARE(list().firstVisibleRow(), 0);
    bar().setValue(bar().maximum());
    QVERIFY(list().isAtEnd());
    scrollUp(100);
    const Eye before = eye();
    bar().setValue(bar().value() + 30);
    QCOMPARE(topOf(before.key), before.top - 30);
}

void tst_ThreadView::theWheelScrollsByPixelsAndNotches()
{
    const auto wheel = [this](const QPoint& pixels, const QPoint& angle) {
        const QPointF at(300, 300);
        QWheelEvent event(at, list().viewport()->mapToGlobal(at), pixels, angle, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(list().viewport(), &event);
    };
    scrollUp(1000);
    const Eye before = eye();
    wheel({0, 13}, {0, 120});
    QCOMPARE(topOf(before.key), before.top + 13);
    wheel({}, {0, 120});
    const int notch = topOf(before.key) - before.top - 13;
    QVERIFY(notch > 20);
    for (int i = 0; i < 8; ++i)
        wheel({}, {0, -15}); // a fine wheel: eight eighths are one notch
    QVERIFY(std::abs(topOf(before.key) - (before.top + 13)) <= 1);
}

void tst_ThreadView::onlyWhatRestedInAnAttendedViewIsSeen()
{
    QSignalSpy seen(m_view.get(), &ThreadView::seen);
    m_attentive = false;
    m_model->append({receivedRow(2000, u"Are you there?"_s)});
    m_clock->advance(1h);
    QCOMPARE(seen.size(), 0);
    m_attentive = true;
    m_model->append({receivedRow(2001, u"Hello?"_s), ownRow(2002, u"Yes"_s, Delivery::Queued)});
    m_clock->advance(999ms);
    QCOMPARE(seen.size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.last().first().value<MessageId>(), m_model->row(601).message.id);

    scrollUp(3000);
    m_model->append({receivedRow(2003, u"below the edge"_s)});
    m_clock->advance(1h);
    QCOMPARE(seen.size(), 1);
}

void tst_ThreadView::emptyAndLoadingThreadsPaint()
{
    m_model->show({});
    const QImage empty = m_view->grab().toImage();
    m_model->loaded = false;
    const QImage loading = m_view->grab().toImage();
    QVERIFY(empty != loading);
    QVERIFY(!m_view->jumpButton().isVisible());
    m_model->loaded = true;
    m_model->show(rows(1, 3));
    QVERIFY(list().isAtEnd());
    QVERIFY(list().rowRect(2).bottom() > list().viewport()->height() - 24);
}

void tst_ThreadView::nothingRunsWhenIdle()
{
    int settled = 0;
    connect(&list(), &MessageList::settled, this, [&settled] { ++settled; });
    m_clock->advance(2s);
    settled = 0;
    m_clock->advance(1h);
    QCOMPARE(settled, 0);
}

SKEIN_TEST(tst_ThreadView)

} // namespace threadViewTest

#include "tst_ThreadView.moc"
