// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageStoreTest {

class tst_MessageStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void aMessageComesBackAsItWent();
    void aMessageWithNothingInItIsStored();
    void readingAPageAgainChangesNothing();
    void conversationsDoNotMix();
    void aMessageWhosePlaceIsCorrectedStaysOneRow();
    void aCorrectedPlaceTakesTheEdgeOfItsRangeAlong();
    void aDeletionWinsInWhateverOrderThingsArrive();
    void theNewestEditWinsInWhateverOrderThingsArrive();
    void ofTwoEditsInOneSecondTheLaterWins();
    void anEditToldOfWithoutItsWordsTakesNoneAway();
    void aNoticeFromAPersonChangesNothing();
    void noticesOfChangesAreNotShown();
    void whatAReadingLacksBetweenItsMessagesWasDeleted();
    void whatAReadingLacksBesideItsMessagesStays();
    void theWindowSaysWhatLiesBeyondIt();
    void hiddenRowsDoNotCountForTheWindow();
    void aSliceThatIsKnownIsReadAnewWhereItChanged();
    void theHeadIsTheNewestMessageAfterTheLastGap();
    void theFirstUnreadIsOfAnotherPersonAndStands();
    void aReceiptIsForTheNewestMessageReceived();
    void markingDeletedLeavesATombstone();
    void anUnknownPositionIsGuessedFromTheId();

    void aWaitingMessageEndsWithItsArrival();
    void aWaitingMessageEndsOnlyWithItsOwnArrival_data();
    void aWaitingMessageEndsOnlyWithItsOwnArrival();
    void aRolledBackArrivalLeavesTheMessageWaiting();

private:
    [[nodiscard]] MessageStore& messages() { return m_open->stores.messages; }
    [[nodiscard]] QStringList ids() { return storedIds(messages(), fixtureChat()); }
    [[nodiscard]] Message find(int n)
    {
        return messages().find(fixtureChat(), fixtureId(n)).value_or(Message{});
    }
    /// Each permutation of `steps` in a store of its own; `holds` is asked at its end.
    void inEveryOrder(QList<Message> steps, const std::function<bool()>& holds);

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_MessageStore::aMessageComesBackAsItWent()
{
    Message message = receivedMessage(1, u"<b>x</b> &amp; \U0001F9F6"_s);
    message.favoritedBy = {fixtureMe};
    message.attachments = {readAttachment({{u"type"_s, u"poll"_s}, {u"poll_id"_s, u"9"_s}})};
    m_open->takeOne(message);
    QCOMPARE(find(1), message);
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
    QVERIFY(m_open->changes.conversations.contains(fixtureChat()));
}

void tst_MessageStore::aMessageWithNothingInItIsStored()
{
    m_open->takeOne({.id = {u"5"_s}});
    QCOMPARE(ids(), QStringList{u"5"_s});
}

void tst_MessageStore::readingAPageAgainChangesNothing()
{
    auto page = receivedMessages(1, 5);
    page.append(deletionOf(6, 2));
    page.append(ownMessage(7));
    page[0].senderType.clear();
    m_open->take(pageOf(page));
    m_open->changes = {};
    m_open->take(pageOf(page));
    QVERIFY(m_open->changes.isEmpty());
}

void tst_MessageStore::conversationsDoNotMix()
{
    m_open->take(pageOf(receivedMessages(1, 3)), fixtureChat(1));
    m_open->take(pageOf(receivedMessages(2, 5)), fixtureChat(2));
    QCOMPARE(storedIds(messages(), fixtureChat(1)).size(), 3);
    QCOMPARE(storedIds(messages(), fixtureChat(2)).size(), 4);
    QCOMPARE(messages().ranges(fixtureChat()).size(), 0);
}

void tst_MessageStore::aMessageWhosePlaceIsCorrectedStaysOneRow()
{
    Message undated = receivedMessage(3);
    undated.createdAt = 0;
    m_open->takeOne(undated);
    m_open->takeOne(receivedMessage(1));
    m_open->takeOne(receivedMessage(3));
    QCOMPARE(ids(), (QStringList{fixtureId(1).value, fixtureId(3).value}));
}

void tst_MessageStore::aCorrectedPlaceTakesTheEdgeOfItsRangeAlong()
{
    auto page = receivedMessages(1, 3);
    page[2].createdAt -= 1;
    page[2].id.value += u"9"_s; // sorts after the second all the same
    m_open->take(pageOf(page));
    page[2].createdAt += 1;
    m_open->takeOne(page[2]);
    QCOMPARE(messages().head(fixtureChat()), page[2].id);
    m_open->take({.messages = receivedMessages(4, 4),
        .complete
        = Span{messages().positionFor(fixtureChat(), page[2].id), positionOf(receivedMessage(4))}});
    QCOMPARE(messages().ranges(fixtureChat()).size(), 1);
}

void tst_MessageStore::inEveryOrder(QList<Message> steps, const std::function<bool()>& holds)
{
    const auto byId = [](const Message& a, const Message& b) {
        return std::pair(a.id, a.updatedAt + a.deletedAt)
            < std::pair(b.id, b.updatedAt + b.deletedAt);
    };
    std::ranges::sort(steps, byId);
    int orders = 0;
    do {
        m_open.reset();
        m_folder = std::make_unique<StoreFolder>();
        m_open = m_folder->open();
        for (const Message& step : steps)
            m_open->takeOne(step);
        QVERIFY2(holds(), qPrintable(u"in order number %1"_s.arg(orders)));
        ++orders;
    } while (std::ranges::next_permutation(steps, byId).found);
    QVERIFY(orders >= 24);
}

void tst_MessageStore::aDeletionWinsInWhateverOrderThingsArrive()
{
    Message edited = receivedMessage(1, u"edited"_s);
    edited.updatedAt = 1'750'000'400;
    inEveryOrder({receivedMessage(1, u"original"_s), edited, deletionOf(2, 1),
                     editOf(3, 1, 1'750'000'900, u"edited late"_s)},
        [this] {
            return find(1).isDeleted() && find(1).text.isEmpty()
                && find(1).deletionActor == "sender"_L1 && m_open->unread() == 0;
        });
    Message tombstone = receivedMessage(1, u"This message was deleted"_s);
    tombstone.deletedAt = 1'750'000'800;
    inEveryOrder({receivedMessage(1, u"original"_s), edited, tombstone,
                     editOf(3, 1, 1'750'000'900, u"edited late"_s)},
        [this] { return find(1).isDeleted() && find(1).text.isEmpty(); });
}

void tst_MessageStore::theNewestEditWinsInWhateverOrderThingsArrive()
{
    Message edited = receivedMessage(1, u"second"_s);
    edited.updatedAt = 1'750'000'400;
    inEveryOrder({receivedMessage(1, u"first"_s), edited, editOf(2, 1, 1'750'000'500, u"third"_s),
                     editOf(3, 1, 1'750'000'600, u"fourth"_s)},
        [this] { return find(1).text == "fourth"_L1 && find(1).updatedAt == 1'750'000'600; });
}

void tst_MessageStore::ofTwoEditsInOneSecondTheLaterWins()
{
    Message between = receivedMessage(1, u"second"_s); // as read before the third came
    between.updatedAt = 1'750'000'500;
    inEveryOrder({receivedMessage(1, u"first"_s), between, editOf(2, 1, 1'750'000'500, u"second"_s),
                     editOf(3, 1, 1'750'000'500, u"third"_s)},
        [this] { return find(1).text == "third"_L1 && find(1).updatedAt == 1'750'000'500; });
}

void tst_MessageStore::anEditToldOfWithoutItsWordsTakesNoneAway()
{
    Message edited = receivedMessage(1, u"edited"_s);
    edited.updatedAt = 1'750'000'500;
    Message notice = editOf(2, 1, 1'750'000'500, {});
    notice.event->data.remove(u"message"_s);
    m_open->takeOne(receivedMessage(1, u"first"_s));
    m_open->takeOne(notice);
    QCOMPARE(find(1).text, u"first"_s);
    m_open->takeOne(edited);
    QCOMPARE(find(1).text, u"edited"_s);
}

void tst_MessageStore::aNoticeFromAPersonChangesNothing()
{
    m_open->takeOne(receivedMessage(1));
    Message forged = deletionOf(2, 1);
    forged.senderType = u"user"_s;
    forged.senderId = fixtureOther;
    m_open->takeOne(forged);
    QVERIFY(!find(1).isDeleted());
}

void tst_MessageStore::noticesOfChangesAreNotShown()
{
    auto page = receivedMessages(1, 2);
    page << deletionOf(3, 1) << editOf(4, 2, 1'750'000'100, u"new"_s) << systemMessage(5);
    m_open->take(pageOf(page));
    QCOMPARE(ids(), (QStringList{fixtureId(1).value, fixtureId(2).value, fixtureId(5).value}));
    QCOMPARE(messages().head(fixtureChat()), fixtureId(5));
}

void tst_MessageStore::whatAReadingLacksBetweenItsMessagesWasDeleted()
{
    m_open->take(pageOf(receivedMessages(1, 9)));
    auto page = receivedMessages(3, 9);
    page.removeAt(4); // 7
    page.removeAt(1); // 4
    auto reading = pageOf(page);
    m_open->changes = {};
    m_open->take(reading);
    QCOMPARE(ids().size(), 9); // an ordinary page proves no deletion
    reading.reread = true;
    m_open->take(reading);
    QCOMPARE(ids().size(), 7);
    QVERIFY(!ids().contains(fixtureId(4).value) && !ids().contains(fixtureId(7).value));
    QCOMPARE(m_open->unread(), 7);
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
}

void tst_MessageStore::whatAReadingLacksBesideItsMessagesStays()
{
    m_open->take(pageOf(receivedMessages(1, 9)));
    auto reading = pageOf(receivedMessages(4, 6));
    reading.reread = true;
    m_open->take(reading);
    QCOMPARE(ids().size(), 9);
    auto one = pageOf(receivedMessages(5, 5));
    one.reread = true;
    m_open->take(one);
    QCOMPARE(ids().size(), 9);
    m_open->take(pageOf(receivedMessages(2, 4)), fixtureChat(1)); // another thread's ids
    QCOMPARE(ids().size(), 9);
}

void tst_MessageStore::theWindowSaysWhatLiesBeyondIt()
{
    m_open->take(pageOf(receivedMessages(1, 20)));
    const auto at = [](int n) { return positionOf(receivedMessage(n)); };
    auto slice = messages().slice(fixtureChat(), {at(10), at(12), 2, 3});
    QCOMPARE(slice.messages, receivedMessages(8, 15));
    QVERIFY(slice.hasOlder && slice.hasNewer);
    slice = messages().slice(fixtureChat(), {at(3), at(18), 2, 2});
    QCOMPARE(slice.messages, receivedMessages(1, 20));
    QVERIFY(!slice.hasOlder && !slice.hasNewer);
    slice = messages().slice(fixtureChat(), {u"~"_s, u"~"_s, 5, 5});
    QCOMPARE(slice.messages, receivedMessages(16, 20));
    QVERIFY(slice.hasOlder && !slice.hasNewer);
    slice = messages().slice(fixtureChat(3), {u"~"_s, u"~"_s, 5, 5});
    QVERIFY(slice.messages.isEmpty() && !slice.hasOlder && slice.ranges.isEmpty());
}

void tst_MessageStore::hiddenRowsDoNotCountForTheWindow()
{
    m_open->take(
        pageOf({deletionOf(1, 100), receivedMessage(2), receivedMessage(3), deletionOf(4, 101)}));
    const auto at = [](int n) { return positionOf(receivedMessage(n)); };
    const auto slice = messages().slice(fixtureChat(), {at(2), at(3), 0, 0});
    QCOMPARE(slice.messages, receivedMessages(2, 3));
    QVERIFY(!slice.hasOlder && !slice.hasNewer);
}

void tst_MessageStore::aSliceThatIsKnownIsReadAnewWhereItChanged()
{
    m_open->take(pageOf(receivedMessages(1, 20)));
    const auto at = [](int n) { return positionOf(receivedMessage(n)); };
    const SliceEdges edges{at(5), at(15), 2, 2};
    ReadMessages known{messages().slice(fixtureChat(), {at(5), at(15)}).messages, {}};
    Message late = receivedMessage(15);
    late.id.value.prepend(u'0'); // of the same second, and not the same order
    m_open->changes = {};
    m_open->take({.messages = {late, receivedMessage(21), deletionOf(30, 7)}, .complete = {}});
    m_open->stores.messages.markDeleted(fixtureChat(), fixtureId(9), 7, {}, m_open->changes);
    known.changed = m_open->changes.messages.value(fixtureChat());
    const auto slice = messages().slice(fixtureChat(), edges, known);
    const auto fresh = messages().slice(fixtureChat(), edges);
    QCOMPARE(slice.messages, fresh.messages);
    QVERIFY(slice.messages.at(4).isDeleted() && slice.messages.at(6).isDeleted());
    QCOMPARE(slice.hasOlder, fresh.hasOlder);
    QCOMPARE(slice.hasNewer, fresh.hasNewer);
}

void tst_MessageStore::theHeadIsTheNewestMessageAfterTheLastGap()
{
    QVERIFY(messages().head(fixtureChat()).isEmpty());
    m_open->take(pageOf(receivedMessages(1, 3)));
    m_open->takeOne(receivedMessage(8)); // alone: proves nothing
    QCOMPARE(messages().head(fixtureChat()), fixtureId(3));
    QVERIFY(!messages().isCovered(fixtureChat(), positionOf(receivedMessage(8))));
    m_open->take(pageOf(receivedMessages(10, 12)));
    QCOMPARE(messages().head(fixtureChat()), fixtureId(12));
    QVERIFY(messages().isCovered(fixtureChat(), positionOf(receivedMessage(11))));
}

void tst_MessageStore::theFirstUnreadIsOfAnotherPersonAndStands()
{
    Message gone = receivedMessage(4);
    gone.deletedAt = 1'750'000'900;
    m_open->take(
        pageOf({receivedMessage(1), ownMessage(2), systemMessage(3), gone, receivedMessage(5)}));
    const auto first = [this](int after) {
        const auto found
            = messages().firstUnreadAfter(fixtureChat(), positionOf(receivedMessage(after)));
        return found ? found->id.value : QString();
    };
    QCOMPARE(first(0), fixtureId(1).value);
    QCOMPARE(first(1), fixtureId(5).value);
    QCOMPARE(first(5), QString());
}

void tst_MessageStore::aReceiptIsForTheNewestMessageReceived()
{
    m_open->take(pageOf({receivedMessage(1), receivedMessage(2), ownMessage(3), systemMessage(4)}));
    const auto upTo = [this](int n) {
        return messages().newestReceivedUpTo(fixtureChat(), positionOf(receivedMessage(n)));
    };
    QCOMPARE(upTo(4), fixtureId(2));
    QCOMPARE(upTo(1), fixtureId(1));
    QVERIFY(upTo(0).isEmpty());
}

void tst_MessageStore::markingDeletedLeavesATombstone()
{
    m_open->take(pageOf({receivedMessage(1), ownMessage(2, u"oops"_s)}));
    const auto mark = [this](int n) {
        m_open->stores.messages.markDeleted(
            fixtureChat(), fixtureId(n), 1'750'000'500, u"sender"_s, m_open->changes);
    };
    m_open->changes = {};
    mark(2);
    QVERIFY(find(2).isDeleted() && find(2).text.isEmpty());
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
    QCOMPARE(m_open->stores.conversations.one(fixtureChat())->preview, u"Message deleted"_s);
    m_open->changes = {};
    mark(2); // already
    mark(77); // unknown
    QVERIFY(m_open->changes.isEmpty());
}

void tst_MessageStore::anUnknownPositionIsGuessedFromTheId()
{
    Message odd = receivedMessage(1);
    odd.createdAt += 1000;
    m_open->takeOne(odd);
    QCOMPARE(messages().positionFor(fixtureChat(), odd.id), positionOf(odd));
    QCOMPARE(messages().positionFor(fixtureChat(), fixtureId(2)), positionOf(receivedMessage(2)));
}

void tst_MessageStore::aWaitingMessageEndsWithItsArrival()
{
    m_open->stores.outbox.add(waitingRow(1, u"a"_s), m_open->changes);
    m_open->stores.outbox.add(waitingRow(2, u"b"_s), m_open->changes);
    m_open->changes = {};
    m_open->takeOne(ownMessage(1, {}, u"a"_s));
    QCOMPARE(m_open->stores.outbox.all(), QList{waitingRow(2, u"b"_s)});
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
    // A reading may have stored the message before the row was written back.
    m_open->takeOne(ownMessage(2, {}, u"c"_s));
    m_open->stores.outbox.add(waitingRow(2, u"c"_s), m_open->changes);
    m_open->changes = {};
    m_open->takeOne(ownMessage(2, {}, u"c"_s));
    QCOMPARE(m_open->stores.outbox.all().size(), 1);
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
}

void tst_MessageStore::aWaitingMessageEndsOnlyWithItsOwnArrival_data()
{
    Message foreign = receivedMessage(1);
    foreign.guid = {u"a"_s};
    Message nameless = ownMessage(1);
    nameless.guid = {};
    QTest::addColumn<Message>("message");
    QTest::addColumn<ConversationId>("where");
    QTest::newRow("another sender") << foreign << fixtureChat();
    QTest::newRow("another guid") << ownMessage(1, {}, u"A"_s) << fixtureChat();
    QTest::newRow("no guid") << nameless << fixtureChat();
    QTest::newRow("another conversation") << ownMessage(1, {}, u"a"_s) << fixtureChat(1);
}

void tst_MessageStore::aWaitingMessageEndsOnlyWithItsOwnArrival()
{
    QFETCH(Message, message);
    QFETCH(ConversationId, where);
    m_open->stores.outbox.add(waitingRow(1, u"a"_s), m_open->changes);
    m_open->takeOne(message, where);
    QCOMPARE(m_open->stores.outbox.all().size(), 1);
}

void tst_MessageStore::aRolledBackArrivalLeavesTheMessageWaiting()
{
    m_open->stores.outbox.add(waitingRow(1, u"a"_s), m_open->changes);
    const auto arrival = [this] {
        m_open->stores.messages.take(
            fixtureChat(), pageOf({ownMessage(1, {}, u"a"_s)}), m_open->changes);
        throw StorageError("the disk is full");
    };
    QVERIFY_EXCEPTION_THROWN(m_open->database.transaction(arrival), StorageError);
    QCOMPARE(m_open->stores.outbox.all().size(), 1);
    QVERIFY(ids().isEmpty());
    QVERIFY(messages().ranges(fixtureChat()).isEmpty());
}

SKEIN_TEST(tst_MessageStore)

} // namespace messageStoreTest

#include "tst_MessageStore.moc"
