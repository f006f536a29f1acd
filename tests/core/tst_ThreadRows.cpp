// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ThreadRows.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace threadRowsTest {

namespace {

using Above = ThreadRow::Above;
using Delivery = ThreadRow::Delivery;
using State = HistoryLoader::State;

QString at(int n) { return positionOf(receivedMessage(n)); }

ThreadContext contextWith(State history = State::Idle)
{
    return {.me = fixtureMe,
        .isRemoving = [](const MessageId&) { return false; },
        .history = [history](const MessageId&) { return history; }};
}

ThreadSnapshot snapshotOf(const QList<Message>& messages, const QList<Span>& ranges)
{
    ThreadSnapshot snapshot;
    snapshot.slice = {.messages = messages, .ranges = ranges};
    return snapshot;
}

QList<Above> aboveOf(const QList<ThreadRow>& rows)
{
    QList<Above> found;
    for (const ThreadRow& row : rows)
        found.append(row.above);
    return found;
}

} // namespace

class tst_ThreadRows : public QObject {
    Q_OBJECT

private slots:
    void rowsOfOneRangeStandWithoutGaps();
    void whatStandsAboveTheFirst_data();
    void whatStandsAboveTheFirst();
    void rowsOfDifferentRangesHaveAGapBetween();
    void aLooseTailHasOneGapAboveUnlessFresh();
    void howFarAnOwnMessageIs();
    void aWaitingRowSaysHowItStands_data();
    void aWaitingRowSaysHowItStands();
    void keysAreUniqueAndOutliveTheConfirmation();
    void aWaitingRowOfAStoredMessageIsNotShownTwice();
    void systemRowsAreNobodys();
    void whatIsMissingIsBeforeTheEdgeOfTheRange();
};

void tst_ThreadRows::rowsOfOneRangeStandWithoutGaps()
{
    const auto rows
        = makeRows(snapshotOf(receivedMessages(1, 3), {{at(1), at(3), true}}), contextWith());
    QCOMPARE(aboveOf(rows), (QList{Above::Beginning, Above::Nothing, Above::Nothing}));
    QCOMPARE(rows.at(1).key, u"m:"_s + fixtureId(2).value);
    QVERIFY(!rows.at(1).isOwn);
    QVERIFY(makeRows({}, contextWith()).isEmpty());
}

void tst_ThreadRows::whatStandsAboveTheFirst_data()
{
    QTest::addColumn<bool>("hasOlder");
    QTest::addColumn<bool>("reachesStart");
    QTest::addColumn<State>("history");
    QTest::addColumn<Above>("above");
    QTest::newRow("more is stored") << true << false << State::Idle << Above::Nothing;
    QTest::newRow("the start is known") << false << true << State::Failed << Above::Beginning;
    QTest::newRow("to be asked") << false << false << State::Idle << Above::Loading;
    QTest::newRow("asked") << false << false << State::Loading << Above::Loading;
    QTest::newRow("failed") << false << false << State::Failed << Above::Gap;
    QTest::newRow("exhausted") << false << false << State::Exhausted << Above::Beginning;
}

void tst_ThreadRows::whatStandsAboveTheFirst()
{
    QFETCH(bool, hasOlder);
    QFETCH(bool, reachesStart);
    QFETCH(State, history);
    auto snapshot = snapshotOf(receivedMessages(1, 2), {{at(1), at(2), reachesStart}});
    snapshot.slice.hasOlder = hasOlder;
    QTEST(makeRows(snapshot, contextWith(history)).first().above, "above");
}

void tst_ThreadRows::rowsOfDifferentRangesHaveAGapBetween()
{
    auto messages = receivedMessages(1, 2);
    messages << receivedMessage(5) << receivedMessage(8) << receivedMessage(9);
    const auto rows = makeRows(
        snapshotOf(messages, {{at(1), at(2), true}, {at(8), at(9), false}}), contextWith());
    QCOMPARE(aboveOf(rows),
        (QList{Above::Beginning, Above::Nothing, Above::Gap, Above::Gap, Above::Nothing}));
}

void tst_ThreadRows::aLooseTailHasOneGapAboveUnlessFresh()
{
    const auto snapshot
        = snapshotOf({receivedMessage(1), ownMessage(5), ownMessage(6)}, {{at(1), at(1), true}});
    QVERIFY(hasLooseTail(snapshot));
    auto context = contextWith();
    QCOMPARE(aboveOf(makeRows(snapshot, context)),
        (QList{Above::Beginning, Above::Gap, Above::Nothing}));
    context.tailIsFresh = true;
    QCOMPARE(aboveOf(makeRows(snapshot, context)),
        (QList{Above::Beginning, Above::Nothing, Above::Nothing}));
    QVERIFY(!hasLooseTail(snapshotOf(receivedMessages(1, 2), {{at(1), at(2), false}})));
    QVERIFY(!hasLooseTail({}));
    auto beyond = snapshot;
    beyond.slice.hasNewer = true;
    QVERIFY(!hasLooseTail(beyond));
}

void tst_ThreadRows::howFarAnOwnMessageIs()
{
    auto snapshot = snapshotOf(
        {ownMessage(1), ownMessage(2), receivedMessage(3), ownMessage(4)}, {{at(1), at(4), true}});
    snapshot.heads.seen = at(3);
    auto context = contextWith();
    context.isRemoving = [](const MessageId& id) { return id == fixtureId(2); };
    const auto rows = makeRows(snapshot, context);
    QCOMPARE(rows.at(0).delivery, Delivery::Seen);
    QCOMPARE(rows.at(1).delivery, Delivery::Deleting);
    QCOMPARE(rows.at(2).delivery, Delivery::Received);
    QCOMPARE(rows.at(3).delivery, Delivery::Sent);
    QVERIFY(rows.at(3).isOwn && !rows.at(2).isOwn);
}

void tst_ThreadRows::aWaitingRowSaysHowItStands_data()
{
    using Row = OutboxRow::State;
    QTest::addColumn<Row>("state");
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("queued") << Row::Queued << Delivery::Queued;
    QTest::newRow("sending") << Row::Sending << Delivery::Sending;
    QTest::newRow("checking") << Row::Checking << Delivery::Sending;
    QTest::newRow("conflicted") << Row::Conflicted << Delivery::Sending;
    QTest::newRow("failed") << Row::Failed << Delivery::Failed;
    QTest::newRow("unconfirmed") << Row::Unconfirmed << Delivery::Unconfirmed;
}

void tst_ThreadRows::aWaitingRowSaysHowItStands()
{
    QFETCH(OutboxRow::State, state);
    ThreadSnapshot snapshot;
    snapshot.waiting = {waitingRow(7, u"a"_s)};
    snapshot.waiting.first().state = state;
    snapshot.waiting.first().reason = u"because"_s;
    const auto rows = makeRows(snapshot, contextWith());
    QCOMPARE(rows.size(), 1);
    QTEST(rows.first().delivery, "delivery");
    QCOMPARE(rows.first().reason, u"because"_s);
    QCOMPARE(rows.first().message.text, u"message 7"_s);
    QCOMPARE(rows.first().message.createdAt, receivedMessage(7).createdAt);
    QVERIFY(rows.first().isOwn);
    QVERIFY(rows.first().message.id.isEmpty());
}

void tst_ThreadRows::keysAreUniqueAndOutliveTheConfirmation()
{
    ThreadSnapshot waiting;
    waiting.waiting = {waitingRow(1, u"a"_s)};
    const QString key = makeRows(waiting, contextWith()).first().key;
    Message foreign = receivedMessage(3);
    foreign.guid = {u"a"_s};
    const auto rows
        = makeRows(snapshotOf({ownMessage(1, {}, u"a"_s), ownMessage(2, {}, u"a"_s), foreign}, {}),
            contextWith());
    QCOMPARE(rows.at(0).key, key);
    QCOMPARE(rows.at(1).key, u"m:"_s + fixtureId(2).value); // held twice by the service
    QCOMPARE(rows.at(2).key, u"m:"_s + fixtureId(3).value);
}

void tst_ThreadRows::aWaitingRowOfAStoredMessageIsNotShownTwice()
{
    auto snapshot = snapshotOf({ownMessage(1, {}, u"a"_s)}, {});
    snapshot.waiting = {waitingRow(1, u"a"_s), waitingRow(2, u"b"_s)};
    const auto rows = makeRows(snapshot, contextWith());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.last().key, u"g:b"_s);
}

void tst_ThreadRows::systemRowsAreNobodys()
{
    Message mine = systemMessage(1);
    mine.senderId = fixtureMe; // about us, not by us
    const auto rows = makeRows(snapshotOf({mine}, {{at(1), at(1), true}}), contextWith());
    QVERIFY(!rows.first().isOwn);
    QCOMPARE(rows.first().delivery, Delivery::Received);
}

void tst_ThreadRows::whatIsMissingIsBeforeTheEdgeOfTheRange()
{
    const QList<Span> ranges{{at(1), at(2), true}, {at(8), at(9), false}};
    const auto missing = [&](const Message& message) {
        return missingBefore(ranges, ThreadRow{.key = {}, .message = message});
    };
    QCOMPARE(missing(receivedMessage(9)), fixtureId(8));
    QCOMPARE(missing(receivedMessage(5)), fixtureId(5)); // alone
    QVERIFY(missing(receivedMessage(2)).isEmpty());
    QVERIFY(missing(Message{}).isEmpty()); // waiting
}

SKEIN_TEST(tst_ThreadRows)

} // namespace threadRowsTest

#include "tst_ThreadRows.moc"
