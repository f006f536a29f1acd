// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace messageThreadModelTest {

namespace {

using Above = ThreadRow::Above;
using Delivery = ThreadRow::Delivery;

ThreadPlace placeOf(const QSignalSpy& opened)
{
    return opened.isEmpty() ? ThreadPlace{u"not opened"_s, 0}
                            : opened.last().first().value<ThreadPlace>();
}

} // namespace

class tst_MessageThreadModel : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ThreadFixture>(); }
    void cleanup() { m.reset(); }

    void opensAtTheEndWhenAllIsRead();
    void opensAroundTheFirstUnreadMessage();
    void opensAtTheKeptPlace();
    void aKeptPlaceThatIsGoneGivesWayToTheRowBelow();
    void aPlaceOfARowThatIsNotThereReplacesNothing();
    void aWaitingRowIsTheEnd();
    void theUnreadLineStaysWhileTheThreadIsOpen();
    void whatArrivesUnseenGetsTheUnreadLine();
    void whatArrivesBeforeTheEyesGetsNoLine();
    void anotherConversationsLateAnswerIsDropped();
    void aChangeOnTheWayDoesNotUndoGoingToTheEnd();
    void goingToTheEndLoadsTheEnd();
    void closedMeansEmpty();
    void anEmptyThreadIsKnownAfterALook();
    void anEmptyThreadOpensWithItsFirstMessage();
    void aThreadWithOnlyAWaitingRowIsLoaded();

    void arrivalsAreInsertedAsOneBlock();
    void aConfirmedRowKeepsItsPlaceAndIdentity();
    void aConfirmedRowBehindAFailedOneMoves();
    void anEditChangesOneRow();
    void aHardDeletionRemovesOneRow();
    void aReadHeadOfTheOtherSideChangesOwnRowsOnly();
    void aDeletionIsMarkedThenATombstone();
    void aRefusedDeletionIsRestored();
    void changesElsewhereChangeNothingHere();
    void arrivalsBeyondTheWindowStayBeyondIt();

private:
    void fill(int first, int last) { m->take(pageOf(receivedMessages(first, last), true)); }
    void send(int n, const QString& guid)
    {
        m->change([=](Stores& stores, Changes& changes) {
            stores.outbox.add(waitingRow(n, guid), changes);
        });
    }
    void confirm(int n, const QString& guid)
    {
        m->take({.messages = {ownMessage(n, {}, guid)}, .complete = {}, .partial = true});
    }

    std::unique_ptr<ThreadFixture> m;
};

void tst_MessageThreadModel::opensAtTheEndWhenAllIsRead()
{
    fill(1, 200);
    m->readUpTo(200);
    m->open();
    QCOMPARE(m->opened.size(), 1);
    QCOMPARE(placeOf(m->opened), ThreadPlace{});
    QVERIFY(m->model.isLoaded() && m->model.isAtEnd());
    QCOMPARE(m->numbers().first(), 121);
    QCOMPARE(m->numbers().last(), 200);
    QCOMPARE(m->model.firstUnreadRow(), -1);
    QCOMPARE(m->model.unread(), 0);
    QCOMPARE(m->model.row(0).above, Above::Nothing); // more is stored
}

void tst_MessageThreadModel::opensAroundTheFirstUnreadMessage()
{
    fill(1, 300);
    m->readUpTo(100);
    m->open();
    QCOMPARE(placeOf(m->opened), ThreadPlace{});
    QCOMPARE(m->model.firstUnreadRow(), m->at(101));
    QCOMPARE(m->numbers().first(), 21);
    QCOMPARE(m->numbers().last(), 181);
    QVERIFY(!m->model.isAtEnd());
    QCOMPARE(m->model.unread(), 200);
}

void tst_MessageThreadModel::opensAtTheKeptPlace()
{
    fill(1, 300);
    m->readUpTo(300);
    m->open();
    m->look(230, 240);
    m->model.rememberPlace({m->row(230).key, -7});
    m->quiet();
    m->open(fixtureChat(1));
    m->open();
    QCOMPARE(placeOf(m->opened), (ThreadPlace{m->row(230).key, -7}));
    QVERIFY(m->at(230) >= 40);
    m->model.rememberPlace({}); // the end
    m->quiet();
    m->open();
    QCOMPARE(placeOf(m->opened), ThreadPlace{});
    QVERIFY(m->model.isAtEnd());
}

void tst_MessageThreadModel::aKeptPlaceThatIsGoneGivesWayToTheRowBelow()
{
    fill(1, 300);
    m->readUpTo(300);
    m->open();
    m->look(230, 240);
    m->model.rememberPlace({m->row(230).key, -7});
    m->quiet();
    m->model.close();
    auto page = receivedMessages(220, 300);
    page.removeAt(10);
    auto reading = pageOf(page);
    reading.reread = true;
    m->take(reading);
    m->open();
    QCOMPARE(placeOf(m->opened), (ThreadPlace{m->row(231).key, -7}));
}

void tst_MessageThreadModel::aPlaceOfARowThatIsNotThereReplacesNothing()
{
    fill(1, 100);
    m->readUpTo(100);
    m->open();
    m->model.rememberPlace({m->row(60).key, 5});
    m->quiet();
    m->model.rememberPlace({u"m:of another conversation"_s, 9});
    m->quiet();
    m->open();
    QCOMPARE(placeOf(m->opened), (ThreadPlace{m->row(60).key, 5}));
}

void tst_MessageThreadModel::aWaitingRowIsTheEnd()
{
    fill(1, 100);
    m->readUpTo(100);
    send(101, u"a"_s);
    m->open();
    m->model.rememberPlace({m->row(60).key, 5});
    m->model.rememberPlace({m->row(-1).key, 5});
    m->quiet();
    m->open();
    QCOMPARE(placeOf(m->opened), ThreadPlace{});
}

void tst_MessageThreadModel::theUnreadLineStaysWhileTheThreadIsOpen()
{
    fill(1, 50);
    m->readUpTo(40);
    m->open();
    QSignalSpy unread(&m->model, &ThreadModel::unreadChanged);
    m->readUpTo(50);
    QCOMPARE(m->model.unread(), 0);
    QCOMPARE(unread.size(), 1);
    QCOMPARE(m->model.firstUnreadRow(), m->at(41));
    m->open();
    QCOMPARE(m->model.firstUnreadRow(), -1);
}

void tst_MessageThreadModel::whatArrivesUnseenGetsTheUnreadLine()
{
    fill(1, 50);
    m->readUpTo(50);
    m->open();
    m->model.setAttentive(false);
    fill(50, 53);
    QCOMPARE(m->model.firstUnreadRow(), m->at(51));
    fill(53, 55);
    QCOMPARE(m->model.firstUnreadRow(), m->at(51));
    QCOMPARE(m->model.unread(), 5);
}

void tst_MessageThreadModel::whatArrivesBeforeTheEyesGetsNoLine()
{
    fill(1, 50);
    m->readUpTo(50);
    m->open();
    m->model.setAttentive(true);
    fill(50, 53);
    QCOMPARE(m->model.firstUnreadRow(), -1);
    QCOMPARE(m->model.unread(), 3);
}

void tst_MessageThreadModel::anotherConversationsLateAnswerIsDropped()
{
    fill(1, 50);
    m->take(pageOf(receivedMessages(60, 62)), fixtureChat(1));
    m->model.open(fixtureChat());
    m->model.open(fixtureChat(1));
    m->quiet();
    QCOMPARE(m->opened.size(), 1);
    QCOMPARE(m->numbers(), (QList{60, 61, 62}));
    m->take(pageOf(receivedMessages(62, 63)), fixtureChat(1));
    m->model.openAtEnd(); // a reading of the same conversation, outrun as well
    m->model.open(fixtureChat());
    m->quiet();
    QCOMPARE(m->numbers().last(), 50);
    QCOMPARE(m->model.conversation(), fixtureChat());
}

void tst_MessageThreadModel::aChangeOnTheWayDoesNotUndoGoingToTheEnd()
{
    fill(1, 300);
    m->readUpTo(300);
    m->open();
    m->look(230, 240);
    m->model.rememberPlace({m->row(230).key, 0});
    m->quiet();
    m->open();
    m->post([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(301, u"a"_s), changes);
    });
    m->model.openAtEnd();
    m->opened.clear();
    m->quiet();
    QVERIFY(m->model.isAtEnd());
    QCOMPARE(m->opened.size(), 1);
    QCOMPARE(placeOf(m->opened), ThreadPlace{});
    QCOMPARE(m->numbers().last(), -1);
}

void tst_MessageThreadModel::goingToTheEndLoadsTheEnd()
{
    fill(1, 300);
    m->readUpTo(10);
    m->open();
    QVERIFY(!m->model.isAtEnd());
    m->model.openAtEnd();
    m->quiet();
    QVERIFY(m->model.isAtEnd());
    QCOMPARE(m->numbers().last(), 300);
    QCOMPARE(m->model.unread(), 290);
}

void tst_MessageThreadModel::closedMeansEmpty()
{
    fill(1, 5);
    m->open();
    m->model.close();
    QCOMPARE(m->model.count(), 0);
    QVERIFY(!m->model.isLoaded());
    fill(5, 6);
    QCOMPARE(m->model.count(), 0);
    m->model.openAtEnd();
    m->model.rememberPlace({u"m:1"_s, 0});
    m->quiet();
    QCOMPARE(m->opened.size(), 1);
}

void tst_MessageThreadModel::anEmptyThreadIsKnownAfterALook()
{
    m->open();
    QVERIFY(!m->model.isLoaded());
    m->model.noteLooked(fixtureChat(1)); // another one
    m->quiet();
    QVERIFY(!m->model.isLoaded());
    m->model.noteLooked(fixtureChat());
    m->quiet();
    QVERIFY(m->model.isLoaded());
    QCOMPARE(m->model.count(), 0);
    m->model.open(fixtureChat(2));
    m->model.noteLooked(fixtureChat(2)); // the look ended before the first reading
    m->quiet();
    QVERIFY(m->model.isLoaded());
}

void tst_MessageThreadModel::anEmptyThreadOpensWithItsFirstMessage()
{
    m->open();
    m->opened.clear();
    m->take(pageOf(receivedMessages(1, 3)));
    QCOMPARE(m->numbers(), (QList{1, 2, 3}));
    QVERIFY(m->model.isLoaded());
    QCOMPARE(m->opened.size(), 1);
    QCOMPARE(m->model.firstUnreadRow(), 0);
}

void tst_MessageThreadModel::aThreadWithOnlyAWaitingRowIsLoaded()
{
    m->open();
    send(1, u"a"_s);
    QVERIFY(m->model.isLoaded());
    QCOMPARE(m->numbers(), QList{-1});
    m->rows.clear();
    m->take(pageOf({ownMessage(1, {}, u"a"_s)}));
    QCOMPARE(m->numbers(), QList{1});
    QVERIFY(!m->rows.anyButChanges());
}

void tst_MessageThreadModel::arrivalsAreInsertedAsOneBlock()
{
    fill(1, 50);
    m->readUpTo(50);
    m->open();
    m->rows.clear();
    fill(50, 90);
    QCOMPARE(m->rows.inserted.size(), 1);
    QVERIFY(m->rows.removed.isEmpty() && m->rows.moved.isEmpty() && m->rows.reset.isEmpty());
    QCOMPARE(m->numbers().size(), 90);
}

void tst_MessageThreadModel::aConfirmedRowKeepsItsPlaceAndIdentity()
{
    fill(1, 50);
    m->readUpTo(50);
    m->open();
    send(51, u"a"_s);
    send(52, u"b"_s);
    const QPersistentModelIndex first(m->model.index(50));
    QCOMPARE(m->model.row(50).delivery, Delivery::Queued);
    m->rows.clear();
    confirm(51, u"a"_s);
    QVERIFY(!m->rows.anyButChanges());
    QCOMPARE(m->rows.changed.size(), 1);
    QCOMPARE(first.row(), 50);
    QCOMPARE(m->row(51).delivery, Delivery::Sent);
    QCOMPARE(m->row(51).key, u"g:a"_s);
    // Somebody else's message lands between the confirmed and the waiting one.
    m->take(pageOf({receivedMessage(50), ownMessage(51, {}, u"a"_s), receivedMessage(53)}));
    QCOMPARE(first.row(), 50);
    QCOMPARE(m->numbers().last(), -1);
}

void tst_MessageThreadModel::aConfirmedRowBehindAFailedOneMoves()
{
    fill(1, 50);
    m->readUpTo(50);
    m->open();
    send(51, u"fails"_s);
    send(52, u"works"_s);
    const QPersistentModelIndex works(m->model.index(51));
    m->rows.clear();
    confirm(52, u"works"_s);
    QCOMPARE(works.row(), 50);
    QCOMPARE(m->rows.moved.size(), 1);
    QVERIFY(m->rows.removed.isEmpty() && m->rows.inserted.isEmpty() && m->rows.reset.isEmpty());
    QCOMPARE(m->model.row(51).key, u"g:fails"_s);
}

void tst_MessageThreadModel::anEditChangesOneRow()
{
    fill(1, 50);
    m->open();
    m->rows.clear();
    Message edited = receivedMessage(20, u"better words"_s);
    edited.updatedAt = 1'750'000'900;
    m->take(pageOf({edited}));
    QCOMPARE(m->row(20).message.text, u"better words"_s);
    QVERIFY(!m->rows.anyButChanges());
    QCOMPARE(m->rows.changed.size(), 1);
    QCOMPARE(m->rows.changed.first().at(0).toModelIndex().row(), m->at(20));
}

void tst_MessageThreadModel::aHardDeletionRemovesOneRow()
{
    fill(1, 50);
    m->open();
    m->rows.clear();
    auto page = receivedMessages(15, 50);
    page.removeAt(5);
    auto reading = pageOf(page);
    reading.reread = true;
    m->take(reading);
    QCOMPARE(m->at(20), -1);
    QCOMPARE(m->rows.removed.size(), 1);
    QVERIFY(m->rows.inserted.isEmpty() && m->rows.moved.isEmpty() && m->rows.reset.isEmpty());
}

void tst_MessageThreadModel::aReadHeadOfTheOtherSideChangesOwnRowsOnly()
{
    m->take(pageOf({receivedMessage(1), ownMessage(2), receivedMessage(3), ownMessage(4)}, true));
    m->open();
    m->rows.clear();
    m->change([](Stores& stores, Changes& changes) {
        stores.conversations.raiseSeen(fixtureChat(), positionOf(receivedMessage(3)), changes);
    });
    QCOMPARE(m->row(2).delivery, Delivery::Seen);
    QCOMPARE(m->row(4).delivery, Delivery::Sent);
    QCOMPARE(m->row(3).delivery, Delivery::Received);
    QCOMPARE(m->rows.changed.size(), 1);
    QVERIFY(!m->rows.anyButChanges());
}

void tst_MessageThreadModel::aDeletionIsMarkedThenATombstone()
{
    m->take(pageOf({receivedMessage(1), ownMessage(2)}, true));
    m->open();
    m->network.expect(FakeTransport::Method::Delete,
        u"/v3/conversations/1001%2B20450/messages/"_s + fixtureId(2).value,
        FakeTransport::raw(204, {}));
    m->network.hold();
    m->actions.remove(fixtureChat(), fixtureId(2));
    m->quiet();
    QCOMPARE(m->row(2).delivery, Delivery::Deleting);
    m->rows.clear();
    m->network.release();
    m->quiet();
    QVERIFY(m->row(2).message.isDeleted());
    QCOMPARE(m->row(2).delivery, Delivery::Sent);
    QVERIFY(!m->rows.anyButChanges());
}

void tst_MessageThreadModel::aRefusedDeletionIsRestored()
{
    m->take(pageOf({receivedMessage(1), ownMessage(2)}, true));
    m->open();
    m->network.expect(FakeTransport::Method::Delete,
        u"/v3/conversations/1001%2B20450/messages/"_s + fixtureId(2).value,
        FakeTransport::failure(403, {u"too late"_s}));
    m->actions.remove(fixtureChat(), fixtureId(2));
    m->quiet();
    QCOMPARE(m->row(2).delivery, Delivery::Sent);
    QVERIFY(!m->row(2).message.isDeleted());
}

void tst_MessageThreadModel::changesElsewhereChangeNothingHere()
{
    fill(1, 50);
    m->open();
    m->rows.clear();
    m->take(pageOf(receivedMessages(1, 50)), fixtureChat(1));
    QVERIFY(!m->rows.anyButChanges());
    QVERIFY(m->rows.changed.isEmpty());
}

void tst_MessageThreadModel::arrivalsBeyondTheWindowStayBeyondIt()
{
    fill(1, 300);
    m->readUpTo(100);
    m->open();
    m->rows.clear();
    fill(300, 320);
    send(321, u"a"_s);
    QVERIFY(!m->rows.anyButChanges());
    QVERIFY(!m->model.isAtEnd());
    QCOMPARE(m->model.unread(), 220);
}

SKEIN_TEST(tst_MessageThreadModel)

} // namespace messageThreadModelTest

#include "tst_MessageThreadModel.moc"
