// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageThreadModel at the edges of what is loaded: the window, gaps, older pages, fresh sends.

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace threadHistoryTest {

namespace {

using Above = ThreadRow::Above;

}

class tst_ThreadHistory : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ThreadFixture>(); }
    void cleanup() { m.reset(); }

    void theWindowGrowsUpwardsNearItsTop();
    void theWindowGrowsDownwardsNearItsBottom();
    void aWindowAskedToGrowWhileItReadsGrowsLater();
    void rowsFarFromTheEyeAreLetGo();
    void aStaleViewDoesNoHarm();
    void theBeginningIsSaidOnlyWhenItIsKnown();
    void olderPagesAreAskedForNearTheTopOnceEach();
    void aPageThatHasComeButIsNotShownYetIsNotAskedForAgain();
    void theEndOfHistoryIsTheBeginning();
    void aFailedPageIsAGapThatIsTriedAgainLater();
    void whatIsMissingInTheMiddleIsAGap();
    void aGapBeforeTheEyesIsFilled();
    void aGapFarFromTheEyesWaits();
    void aMessageThatCameAloneStandsBetweenGaps();
    void aFreshSendStandsAWhileWithoutAGap();
    void aJoinedSendHasNoGap();
    void oneConversationsGraceIsNotAnothers();

private:
    void fill(int first, int last, bool reachesStart = true)
    {
        m->take(pageOf(receivedMessages(first, last), reachesStart));
    }
    void open(int read)
    {
        m->readUpTo(read);
        m->open();
    }
    [[nodiscard]] QList<int> gaps() const
    {
        QList<int> found;
        for (const int n : m->numbers()) {
            if (m->row(n).above == Above::Gap)
                found.append(n);
        }
        return found;
    }
    void sendAndConfirm(int n)
    {
        m->change([n](Stores& stores, Changes& changes) {
            stores.outbox.add(waitingRow(n, u"g%1"_s.arg(n)), changes);
        });
        m->take(
            {.messages = {ownMessage(n, {}, u"g%1"_s.arg(n))}, .complete = {}, .partial = true});
    }

    std::unique_ptr<ThreadFixture> m;
};

void tst_ThreadHistory::theWindowGrowsUpwardsNearItsTop()
{
    fill(1, 400);
    open(400);
    const QPersistentModelIndex eye(m->model.index(m->at(350)));
    m->rows.clear();
    m->look(345, 355);
    QCOMPARE(m->numbers().first(), 321 - MessageThreadModel::moreRows);
    QCOMPARE(m->rows.inserted.size(), 1);
    QVERIFY(m->rows.removed.isEmpty() && m->rows.reset.isEmpty());
    QCOMPARE(eye.row(), m->at(350));
    m->rows.clear();
    m->look(345, 355);
    QVERIFY(m->rows.inserted.isEmpty()); // enough for now
}

void tst_ThreadHistory::theWindowGrowsDownwardsNearItsBottom()
{
    fill(1, 400);
    open(100);
    QVERIFY(!m->model.isAtEnd());
    m->look(150, 170);
    QCOMPARE(m->numbers().last(), 181 + MessageThreadModel::moreRows);
    m->look(280, 300);
    QCOMPARE(m->numbers().last(), 400);
    QVERIFY(m->model.isAtEnd());
    fill(400, 401);
    QCOMPARE(m->numbers().last(), 401);
}

void tst_ThreadHistory::aWindowAskedToGrowWhileItReadsGrowsLater()
{
    fill(1, 400);
    open(400);
    m->post([](Stores& stores, Changes& changes) {
        stores.messages.take(fixtureChat(), pageOf(receivedMessages(400, 401)), changes);
    });
    QSignalSpy published(&m->feed, &ChangeFeed::published);
    QVERIFY(published.wait()); // the model reads now
    m->model.setVisibleRows(5, 15);
    m->quiet();
    QVERIFY(m->numbers().first() <= 321 - MessageThreadModel::moreRows);
}

void tst_ThreadHistory::rowsFarFromTheEyeAreLetGo()
{
    fill(1, 2000);
    open(2000);
    int eye = 1960;
    for (; eye > 500; eye -= 30) {
        m->look(eye, eye + 12);
        QVERIFY(m->at(eye) >= 0);
        QVERIFY(m->model.count() <= MessageThreadModel::maxRows + 2 * MessageThreadModel::moreRows);
    }
    QVERIFY(!m->model.isAtEnd());
    for (; eye < 1980; eye += 30) {
        m->look(eye, eye + 12);
        QVERIFY(m->at(eye) >= 0);
        QVERIFY(m->model.count() <= MessageThreadModel::maxRows + 2 * MessageThreadModel::moreRows);
    }
    QVERIFY(m->model.isAtEnd());
    QVERIFY(std::ranges::is_sorted(m->numbers()));
    QCOMPARE(m->numbers().last() - m->numbers().first() + 1, m->model.count());
}

void tst_ThreadHistory::aStaleViewDoesNoHarm()
{
    fill(1, 100);
    open(100);
    for (const auto& [first, last] : {std::pair{-1, -1}, {-5, 3}, {90, 500}, {20, 10}, {0, 99}})
        m->model.setVisibleRows(first, last);
    m->model.open(fixtureChat(1));
    m->model.setVisibleRows(0, 10);
    m->quiet();
    QCOMPARE(m->model.count(), 0);
}

void tst_ThreadHistory::theBeginningIsSaidOnlyWhenItIsKnown()
{
    fill(1, 30, false);
    open(30);
    QCOMPARE(m->model.row(0).above, Above::Loading);
    m->rows.clear();
    fill(1, 2, true);
    QCOMPARE(m->model.row(0).above, Above::Beginning);
    QCOMPARE(m->rows.changed.size(), 1);
}

void tst_ThreadHistory::olderPagesAreAskedForNearTheTopOnceEach()
{
    m->service = receivedMessages(1, 100);
    fill(71, 100, false);
    open(100);
    QVERIFY(m->askedBefore().isEmpty());
    m->look(95, 100);
    QVERIFY(m->askedBefore().isEmpty()); // far enough from the top
    m->network.hold();
    m->look(72, 80);
    m->look(72, 81);
    QCOMPARE(m->askedBefore(), QStringList{fixtureId(71).value});
    QCOMPARE(m->model.row(0).above, Above::Loading);
    m->network.release();
    m->quiet();
    QCOMPARE(m->numbers().first(), 51);
    m->look(51, 60);
    m->look(31, 40); // still near the top after that page
    QCOMPARE(m->askedBefore(),
        (QStringList{
            fixtureId(71).value, fixtureId(51).value, fixtureId(31).value, fixtureId(11).value}));
    QVERIFY(gaps().isEmpty());
}

void tst_ThreadHistory::aPageThatHasComeButIsNotShownYetIsNotAskedForAgain()
{
    m->service = receivedMessages(1, 400);
    fill(371, 400, false);
    open(400);
    // The view reports its rows at the worst moment, page after page.
    connect(&m->history, &HistoryLoader::stateChanged, &m->model,
        [this] { m->model.setVisibleRows(0, std::min(10, m->model.count() - 1)); });
    for (int page = 0; page < 12; ++page) {
        m->model.setVisibleRows(0, 10);
        m->quiet();
    }
    const QStringList asked = m->askedBefore();
    QVERIFY(asked.size() >= 10);
    QCOMPARE(QSet<QString>(asked.begin(), asked.end()).size(), asked.size());
}

void tst_ThreadHistory::theEndOfHistoryIsTheBeginning()
{
    m->service = receivedMessages(71, 100);
    fill(71, 100, false);
    open(100);
    m->look(71, 80);
    QCOMPARE(m->model.row(0).above, Above::Beginning);
    m->look(71, 80);
    QCOMPARE(m->askedBefore().size(), 1);
}

void tst_ThreadHistory::aFailedPageIsAGapThatIsTriedAgainLater()
{
    m->service = receivedMessages(51, 100);
    m->outage = FakeTransport::noAnswer(ErrorKind::TimedOut);
    fill(71, 100, false);
    open(100);
    m->look(71, 80);
    QCOMPARE(m->model.row(0).above, Above::Gap);
    m->look(71, 80);
    QCOMPARE(m->askedBefore().size(), 1); // not at once
    m->outage.reset();
    m->clock.advance(HistoryLoader::retryDelay);
    m->look(71, 80);
    QCOMPARE(m->numbers().first(), 51);
    QVERIFY(gaps().isEmpty());
}

void tst_ThreadHistory::whatIsMissingInTheMiddleIsAGap()
{
    fill(1, 20);
    fill(60, 80, false);
    fill(90, 95, false);
    open(95);
    QCOMPARE(gaps(), (QList{60, 90}));
    QCOMPARE(m->model.row(0).above, Above::Beginning);
    m->rows.clear();
    fill(80, 90, false);
    QCOMPARE(gaps(), QList{60});
    QCOMPARE(m->rows.inserted.size(), 1);
}

void tst_ThreadHistory::aGapBeforeTheEyesIsFilled()
{
    m->service = receivedMessages(1, 95);
    fill(1, 20);
    fill(90, 95, false);
    open(95);
    QCOMPARE(gaps(), QList{90});
    m->look(18, 92);
    for (int page = 0; page < 5; ++page)
        m->quiet();
    QVERIFY(gaps().isEmpty());
    QCOMPARE(m->numbers().size(), 95);
    const auto asked = m->askedBefore();
    QCOMPARE(QSet<QString>(asked.begin(), asked.end()).size(), asked.size());
}

void tst_ThreadHistory::aGapFarFromTheEyesWaits()
{
    m->service = receivedMessages(1, 200);
    fill(1, 20);
    fill(50, 200, false);
    open(200);
    m->look(190, 200);
    QVERIFY(m->askedBefore().isEmpty());
}

void tst_ThreadHistory::aMessageThatCameAloneStandsBetweenGaps()
{
    fill(1, 20);
    fill(60, 80, false);
    m->take({.messages = {receivedMessage(40)}, .complete = {}});
    open(80);
    QCOMPARE(gaps(), (QList{40, 60}));
}

void tst_ThreadHistory::aFreshSendStandsAWhileWithoutAGap()
{
    fill(1, 20);
    open(20);
    sendAndConfirm(21);
    QVERIFY(gaps().isEmpty());
    m->clock.advance(2s);
    sendAndConfirm(22);
    QVERIFY(gaps().isEmpty());
    m->clock.advance(4s); // nobody joined them: they may stand apart
    m->quiet();
    QCOMPARE(gaps(), QList{21});
    m->open();
    QCOMPARE(gaps(), QList{21});
}

void tst_ThreadHistory::aJoinedSendHasNoGap()
{
    fill(1, 20);
    open(20);
    sendAndConfirm(21);
    m->take(pageOf({receivedMessage(20), ownMessage(21, {}, u"g21"_s)}));
    m->clock.advance(10s);
    m->quiet();
    QVERIFY(gaps().isEmpty());
    sendAndConfirm(22); // the next one has its own moment
    m->clock.advance(4s);
    m->quiet();
    QVERIFY(gaps().isEmpty());
}

void tst_ThreadHistory::oneConversationsGraceIsNotAnothers()
{
    fill(1, 20);
    m->take(pageOf(receivedMessages(1, 20), true), fixtureChat(1));
    m->open(fixtureChat(1));
    m->change([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(21, u"x"_s, fixtureChat(1)), changes);
    });
    m->take({.messages = {ownMessage(21, {}, u"x"_s)}, .complete = {}, .partial = true},
        fixtureChat(1));
    m->clock.advance(4s);
    open(20);
    sendAndConfirm(21);
    m->clock.advance(3s); // the other one's moment would be over
    m->quiet();
    QVERIFY(gaps().isEmpty());
}

SKEIN_TEST(tst_ThreadHistory)

} // namespace threadHistoryTest

#include "tst_ThreadHistory.moc"
