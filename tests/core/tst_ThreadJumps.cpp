// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageThreadModel goes to a message, wherever it is, and back to a place that it left.

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>
#include <QUrlQuery>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace threadJumpsTest {

namespace {

using Above = ThreadRow::Above;
using Outcome = JumpEnd::Outcome;

} // namespace

class tst_ThreadJumps : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ThreadFixture>();
        m_ended.clear();
        connect(&m->model, &ThreadModel::jumpEnded, this,
            [this](const JumpEnd& end) { m_ended.append(end); });
        m_started = std::make_unique<QSignalSpy>(&m->model, &ThreadModel::jumpStarted);
    }
    void cleanup()
    {
        m_started.reset();
        m.reset();
    }

    void whatIsInTheWindowIsThereAtOnce();
    void whatIsStoredElsewhereMovesTheWindow();
    void fiveThousandBackIsLoadedWithWhatStandsAroundIt();
    void theGapBesideAJumpStaysVisibleAndIsNotClaimed();
    void readingOnBehindAJumpGoesOnFromThere();
    void aServiceWithoutAfterIsReadFromTheOtherSide();
    void whatIsTwiceNotThereIsSaidToBeGone();
    void whatIsOnceNotThereMayBeThereAfterAll();
    void aJumpThatIsCancelledBeforeTheSecondLookSaysNothing();
    void aFailureSaysWhyAndLeavesTheWindow();
    void aCancelledJumpGoesNowhere();
    void anotherJumpReplacesTheFirst();
    void anotherConversationEndsTheJump();
    void aPlaceThatWasLeftIsFoundAgain();
    void whatGrewTogetherIsNoIslandAnyMore();
    void aQuotedMessageIsLoadedWithItsNeighbours();

private:
    void fill(int first, int last) { m->take(pageOf(receivedMessages(first, last), false)); }
    /// Of the messages at the service the last 100 are here; number 100 lies `between` before them.
    void openFarFromTheStart(int between = 600)
    {
        m_last = 200 + between;
        m->service = receivedMessages(1, m_last);
        fill(m_last - 99, m_last);
        m->readUpTo(m_last);
        m->open();
        m->serveAlone(100);
    }
    void jump(int n)
    {
        m->model.openAt(fixtureId(n));
        m->quiet();
    }
    [[nodiscard]] QList<Span> ranges()
    {
        return *wait(
            m->store.read([](Stores& stores) { return stores.messages.ranges(fixtureChat()); }));
    }
    [[nodiscard]] QList<Outcome> outcomes() const
    {
        QList<Outcome> found;
        for (const JumpEnd& end : m_ended)
            found.append(end.outcome);
        return found;
    }

    std::unique_ptr<ThreadFixture> m;
    std::unique_ptr<QSignalSpy> m_started;
    QList<JumpEnd> m_ended;
    int m_last = 0;
};

void tst_ThreadJumps::whatIsInTheWindowIsThereAtOnce()
{
    fill(1, 40);
    m->readUpTo(40);
    m->open();
    m->rows.clear();
    m->model.openAt(fixtureId(3));
    QCOMPARE(m_ended, QList{(JumpEnd{fixtureId(3), Outcome::Found, {}})});
    QVERIFY(m_started->isEmpty());
    QVERIFY(!m->rows.anyButChanges());
}

void tst_ThreadJumps::whatIsStoredElsewhereMovesTheWindow()
{
    m->take(pageOf(receivedMessages(1, 1000), true));
    m->readUpTo(1000);
    m->open();
    QCOMPARE(m->at(300), -1);
    jump(300);
    QCOMPARE(outcomes(), QList{Outcome::Found});
    QVERIFY(m->at(300) > 0);
    QCOMPARE(m->opened.last().first().value<ThreadPlace>().rowKey, m->row(300).key);
    QVERIFY(m->network.requests().isEmpty());
    QVERIFY(!m->model.isAtEnd());
}

void tst_ThreadJumps::fiveThousandBackIsLoadedWithWhatStandsAroundIt()
{
    openFarFromTheStart(5000);
    m->network.hold();
    m->model.openAt(fixtureId(100));
    m->StoreFixture::quiet();
    QCOMPARE(m_started->size(), 1);
    QVERIFY(m_ended.isEmpty());
    QVERIFY(m->at(m_last) >= 0); // what one reads stays meanwhile
    m->network.release();
    m->quiet();
    QCOMPARE(outcomes(), QList{Outcome::Found});
    QCOMPARE(m->numbers().mid(0, 41), [] {
        QList<int> all;
        for (int n = 80; n <= 120; ++n)
            all.append(n);
        return all;
    }());
    QCOMPARE(m->network.requests().size(), 3);
}

void tst_ThreadJumps::theGapBesideAJumpStaysVisibleAndIsNotClaimed()
{
    openFarFromTheStart();
    jump(100);
    const auto spans = ranges();
    QCOMPARE(spans.size(), 2);
    QCOMPARE(idAt(spans.first().oldest), fixtureId(80));
    QCOMPARE(idAt(spans.first().newest), fixtureId(120));
    QVERIFY(spans.first().isIsland && !spans.last().isIsland);
    const int after = m->at(120) + 1;
    QCOMPARE(m->model.row(after).message.id, fixtureId(m_last - 99));
    QCOMPARE(m->model.row(after).above, Above::Gap);
}

void tst_ThreadJumps::readingOnBehindAJumpGoesOnFromThere()
{
    openFarFromTheStart();
    jump(100);
    m->look(90, 100);
    m->look(105, 115); // onwards
    QVERIFY(m->at(140) > 0);
    QCOMPARE(m->model.row(m->at(140)).message.text, u"message 140"_s);
    QVERIFY(ranges().size() == 2 && ranges().first().isIsland);
    for (int n = 120; n < 260; n += 15)
        m->look(n, n + 5);
    QVERIFY(m->at(260) > 0);
    QVERIFY(m->askedBefore().count(fixtureId(m_last - 99).value) == 0);
}

void tst_ThreadJumps::aServiceWithoutAfterIsReadFromTheOtherSide()
{
    openFarFromTheStart();
    m->answersAfter = false;
    jump(100);
    QCOMPARE(outcomes(), QList{Outcome::Found});
    m->look(80, 90);
    m->look(90, 100);
    m->look(91, 100);
    QVERIFY(m->askedBefore().contains(fixtureId(m_last - 99).value));
}

void tst_ThreadJumps::whatIsTwiceNotThereIsSaidToBeGone()
{
    openFarFromTheStart();
    m->service.removeIf([](const Message& message) { return message.id == fixtureId(100); });
    jump(100);
    QCOMPARE(outcomes(), QList<Outcome>());
    QCOMPARE(m->askedAlone(100), 1);
    m->clock.advance(HistoryLoader::secondLook);
    m->quiet();
    QCOMPARE(outcomes(), QList{Outcome::Gone});
    QCOMPARE(m->askedAlone(100), 2);
    QVERIFY(m->at(m_last) >= 0);
}

void tst_ThreadJumps::whatIsOnceNotThereMayBeThereAfterAll()
{
    openFarFromTheStart();
    const QList<Message> all = m->service;
    m->service.removeIf([](const Message& message) { return message.id == fixtureId(100); });
    jump(100);
    m->service = all;
    m->clock.advance(HistoryLoader::secondLook);
    m->quiet();
    QCOMPARE(outcomes(), QList{Outcome::Found});
    QVERIFY(m->at(100) >= 0);
}

void tst_ThreadJumps::aJumpThatIsCancelledBeforeTheSecondLookSaysNothing()
{
    openFarFromTheStart();
    m->service.removeIf([](const Message& message) { return message.id == fixtureId(100); });
    jump(100);
    m->model.cancelJump();
    m->clock.advance(HistoryLoader::secondLook);
    m->quiet();
    QCOMPARE(outcomes(), QList{Outcome::Cancelled});
    jump(100); // and the next one looks twice again
    QCOMPARE(outcomes(), QList{Outcome::Cancelled});
    m->clock.advance(HistoryLoader::secondLook);
    m->quiet();
    QCOMPARE(outcomes(), (QList{Outcome::Cancelled, Outcome::Gone}));
}

void tst_ThreadJumps::aFailureSaysWhyAndLeavesTheWindow()
{
    openFarFromTheStart();
    m->outage = FakeTransport::noAnswer(ErrorKind::Unreachable);
    m->rows.clear();
    jump(100);
    QCOMPARE(outcomes(), QList{Outcome::Failed});
    QVERIFY(m_ended.first().reason.endsWith(u'.'));
    QVERIFY(m->rows.reset.isEmpty());
}

void tst_ThreadJumps::aCancelledJumpGoesNowhere()
{
    openFarFromTheStart();
    m->network.hold();
    m->model.openAt(fixtureId(100));
    m->StoreFixture::quiet();
    m->model.cancelJump();
    m->model.cancelJump(); // once is enough
    m->rows.clear();
    m->network.release();
    m->quiet();
    QCOMPARE(outcomes(), QList{Outcome::Cancelled});
    QVERIFY(m->rows.reset.isEmpty());
    QVERIFY(m->at(m_last) >= 0);
}

void tst_ThreadJumps::anotherJumpReplacesTheFirst()
{
    openFarFromTheStart();
    m->serveAlone(200);
    m->model.openAt(fixtureId(100));
    jump(200);
    QCOMPARE(outcomes(), (QList{Outcome::Cancelled, Outcome::Found}));
    QVERIFY(m->at(200) >= 0);
}

void tst_ThreadJumps::anotherConversationEndsTheJump()
{
    openFarFromTheStart();
    m->take(pageOf(receivedMessages(1, 5), true), fixtureChat(1));
    m->model.openAt(fixtureId(100));
    m->open(fixtureChat(1));
    QCOMPARE(outcomes(), QList{Outcome::Cancelled});
    QCOMPARE(m->numbers(), (QList{1, 2, 3, 4, 5}));
}

void tst_ThreadJumps::aPlaceThatWasLeftIsFoundAgain()
{
    openFarFromTheStart();
    const ThreadPlace place{m->row(m_last - 50).key, -17};
    jump(100);
    m->model.openPlace(place, fixtureId(m_last - 50));
    m->quiet();
    QCOMPARE(m->opened.last().first().value<ThreadPlace>(), place);
    QVERIFY(m->at(m_last - 50) > 0);
    m->model.openPlace({u"g:was-never"_s, 3}, {});
    m->quiet();
    QCOMPARE(m->opened.last().first().value<ThreadPlace>(), ThreadPlace{}); // the end
    QVERIFY(m->model.isAtEnd());
}

void tst_ThreadJumps::whatGrewTogetherIsNoIslandAnyMore()
{
    openFarFromTheStart();
    jump(100);
    QVERIFY(ranges().first().isIsland);
    fill(119, m_last - 98);
    QCOMPARE(ranges().size(), 1);
    QVERIFY(!ranges().first().isIsland);
}

void tst_ThreadJumps::aQuotedMessageIsLoadedWithItsNeighbours()
{
    openFarFromTheStart();
    QVERIFY(
        wait(m->reader.one(fixtureChat(), fixtureId(100), PageReader::Priority::Open)).has_value());
    QCOMPARE(m->askedAlone(100), 1);
    jump(100);
    QCOMPARE(outcomes(), QList{Outcome::Found});
    QVERIFY(m->at(101) > 0 && m->at(99) > 0);
    QCOMPARE(m->row(100).above, Above::Nothing);
    QCOMPARE(m->askedAlone(100), 1);
}

SKEIN_TEST(tst_ThreadJumps)

} // namespace threadJumpsTest

#include "tst_ThreadJumps.moc"
