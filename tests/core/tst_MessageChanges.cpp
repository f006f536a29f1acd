// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to stored messages later: edits and pins by others, and what the service confirmed
// of our own (protocol.md J5).

#include "core/types/Reactions.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageChangesTest {

namespace {

const auto chat = fixtureChat();
const auto group = ConversationId::group(u"55501"_s);

Message pinOf(int n, int target, bool pinned = true)
{
    return systemMessage(n, pinned ? u"message.pinned"_s : u"message.unpinned"_s,
        {{u"message_id"_s, fixtureId(target).value}, {u"pinned"_s, pinned}}, u"Rin pinned it"_s);
}

Message pinnedMessage(int n, qint64 at)
{
    Message message = receivedMessage(n);
    message.pinnedAt = at;
    return message;
}

} // namespace

class tst_MessageChanges : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder = std::make_unique<StoreFolder>();
        open = folder->open();
    }
    void cleanup()
    {
        open.reset();
        folder.reset();
    }

    void anEditByOthersChangesALoadedMessage();
    void anEditByOthersWaitsForAMessageThatIsNotLoaded();
    void anOlderEditIsIgnored();
    void anEditKeepsAttachmentsThatItDoesNotName();
    void whatWasDeletedIsEditedNoMore();
    void aLaggingPageDoesNotUndoAnEdit();

    void whatTheServiceConfirmedIsStored();
    void nothingIsMadeOrRevived();
    void theSameAgainChangesNothing();
    void theListsLineFollowsAnEdit();

    void aPinByOthersMarksTheMessage();
    void aPinThatIsHistoryDoesNot();
    void aPinOutOfSightIsTold();
    void pinsAreFoundAmongManyMessages();
    void aPageThatShowsAPinTellsIt();

    void theEditPeriodIsKept_data();
    void theEditPeriodIsKept();
    void aTopicHasItsGroupsPeriod();

private:
    Message stored(int n, const ConversationId& id = chat)
    {
        return open->stores.messages.find(id, fixtureId(n)).value();
    }
    void change(int n, const std::function<void(Message&)>& how)
    {
        open->changes = {};
        open->database.transaction(
            [&] { open->stores.messages.change(chat, fixtureId(n), how, open->changes); });
    }
    std::unique_ptr<StoreFolder> folder;
    std::unique_ptr<OpenStores> open;
};

void tst_MessageChanges::anEditByOthersChangesALoadedMessage()
{
    open->take(pageOf({receivedMessage(1, u"lunch"_s), receivedMessage(2)}));
    QCOMPARE(stored(1).updatedAt, 0); // not edited
    open->takeOne(editOf(3, 1, 3, u"dinner"_s));
    QCOMPARE(stored(1).text, u"dinner"_s);
    QVERIFY(stored(1).updatedAt != 0); // "edited"
    QVERIFY(open->changes.threads.contains(chat));
    // The row that says so is not shown.
    const auto shown = open->stores.messages.slice(chat, {{}, u"~"_s, 0, 0}).messages;
    QCOMPARE(shown.last().id, fixtureId(2));
}

void tst_MessageChanges::anEditByOthersWaitsForAMessageThatIsNotLoaded()
{
    open->take(pageOf({receivedMessage(5), editOf(6, 1, 6, u"dinner"_s)}));
    QVERIFY(!open->stores.messages.find(chat, fixtureId(1)));
    open->take(pageOf({receivedMessage(1, u"lunch"_s), receivedMessage(2)}));
    QCOMPARE(stored(1).text, u"dinner"_s);
    QCOMPARE(stored(1).updatedAt, 6);
}

void tst_MessageChanges::anOlderEditIsIgnored() // protocol.md L62
{
    Message edited = receivedMessage(1, u"supper"_s);
    edited.updatedAt = 9;
    open->take(pageOf({edited, receivedMessage(2)}));
    open->takeOne(editOf(3, 1, 8, u"dinner"_s));
    QCOMPARE(stored(1).text, u"supper"_s);
    QCOMPARE(stored(1).updatedAt, 9);
}

void tst_MessageChanges::anEditKeepsAttachmentsThatItDoesNotName()
{
    Message photo = receivedMessage(1, u"look"_s);
    photo.attachments = {readAttachment({{u"type"_s, u"image"_s}})};
    open->take(pageOf({photo, receivedMessage(2)}));
    open->takeOne(systemMessage(3, u"message.update"_s,
        {{u"message_id"_s, fixtureId(1).value}, {u"updated_at"_s, 3},
            {u"message"_s, QJsonObject{{u"text"_s, u"see"_s}}}}));
    QCOMPARE(stored(1).text, u"see"_s);
    QCOMPARE(stored(1).attachments.size(), 1);
    open->takeOne(systemMessage(4, u"message.update"_s,
        {{u"message_id"_s, fixtureId(1).value}, {u"updated_at"_s, 4},
            {u"message"_s, QJsonObject{{u"text"_s, u"see"_s}, {u"attachments"_s, QJsonArray()}}}}));
    QVERIFY(stored(1).attachments.isEmpty());
}

void tst_MessageChanges::whatWasDeletedIsEditedNoMore()
{
    open->take(pageOf({receivedMessage(1, u"lunch"_s), receivedMessage(2)}));
    open->takeOne(deletionOf(3, 1));
    open->takeOne(editOf(4, 1, 4, u"dinner"_s));
    QVERIFY(stored(1).isDeleted());
    QVERIFY(stored(1).text.isEmpty());
}

void tst_MessageChanges::aLaggingPageDoesNotUndoAnEdit()
{
    open->take(pageOf({receivedMessage(1, u"lunch"_s), receivedMessage(2)}));
    open->takeOne(editOf(3, 1, 3, u"dinner"_s));
    open->take(pageOf({receivedMessage(1, u"lunch"_s), receivedMessage(2)}));
    QCOMPARE(stored(1).text, u"dinner"_s);
}

void tst_MessageChanges::whatTheServiceConfirmedIsStored()
{
    open->take(pageOf({receivedMessage(1), ownMessage(2, u"mine"_s)}));
    change(1, [](Message& m) { setReaction(m, fixtureMe, ReactionKind{u"👍"_s}); });
    QCOMPARE(reactionOf(stored(1), fixtureMe), std::optional(ReactionKind{u"👍"_s}));
    QVERIFY(open->changes.threads.contains(chat));
    QVERIFY(open->changes.pins.isEmpty());
    change(2, [](Message& m) { m.pinnedAt = 7; });
    QCOMPARE(stored(2).pinnedAt, 7);
    QVERIFY(open->changes.pins.contains(chat));
}

void tst_MessageChanges::nothingIsMadeOrRevived()
{
    open->take(pageOf({receivedMessage(1), receivedMessage(2)}));
    open->takeOne(deletionOf(3, 1));
    change(1, [](Message& m) { m.text = u"back"_s; });
    QVERIFY(stored(1).text.isEmpty());
    change(9, [](Message& m) { m.text = u"new"_s; });
    QVERIFY(!open->stores.messages.find(chat, fixtureId(9)));
    QVERIFY(open->changes.isEmpty());
}

void tst_MessageChanges::theSameAgainChangesNothing()
{
    open->take(pageOf({receivedMessage(1), receivedMessage(2)}));
    change(1, [](Message& m) { m.text = u"x"_s; });
    change(1, [](Message& m) { m.text = u"x"_s; });
    QVERIFY(open->changes.isEmpty());
}

void tst_MessageChanges::theListsLineFollowsAnEdit()
{
    open->take(pageOf({receivedMessage(1), ownMessage(2, u"mine"_s)}));
    change(2, [](Message& m) { m.text = u"mended"_s; });
    QCOMPARE(open->stores.conversations.one(chat)->preview, u"mended"_s);
    QVERIFY(open->changes.conversations.contains(chat));
}

void tst_MessageChanges::aPinByOthersMarksTheMessage()
{
    open->take(pageOf({receivedMessage(1), receivedMessage(2)}));
    open->takeOne(pinOf(3, 1));
    QVERIFY(stored(1).pinnedAt != 0);
    QVERIFY(open->changes.pins.contains(chat));
    open->takeOne(pinOf(4, 1, false));
    QCOMPARE(stored(1).pinnedAt, 0);
}

void tst_MessageChanges::aPinThatIsHistoryDoesNot()
{
    open->take(pageOf({receivedMessage(8), receivedMessage(9)}));
    open->changes = {};
    // It was unpinned since: the page itself tells, and the old notice must not undo that.
    open->take(pageOf({receivedMessage(1), pinOf(3, 1)}));
    QCOMPARE(stored(1).pinnedAt, 0);
    QVERIFY(open->changes.pins.isEmpty());
}

void tst_MessageChanges::aPinOutOfSightIsTold()
{
    open->take(pageOf({receivedMessage(8), receivedMessage(9)}));
    open->takeOne(pinOf(10, 1));
    QVERIFY(open->changes.pins.contains(chat));
}

void tst_MessageChanges::pinsAreFoundAmongManyMessages()
{
    QList<Message> page = receivedMessages(1, 50);
    page[20] = pinnedMessage(21, 900);
    page[30] = pinOf(31, 5); // speaks of pinning and is not pinned
    page[40].text = u"\"pinned\":1"_s;
    open->take(pageOf(page));
    Message gone = pinnedMessage(60, 901);
    gone.deletedAt = 61;
    open->takeOne(gone);
    const auto pinned = open->stores.messages.pinned(chat);
    QCOMPARE(pinned.size(), 1);
    QCOMPARE(pinned.first().id, fixtureId(21));
    QVERIFY(open->stores.messages.pinned(fixtureChat(1)).isEmpty());
}

void tst_MessageChanges::aPageThatShowsAPinTellsIt()
{
    open->take(pageOf({receivedMessage(1), receivedMessage(2)}));
    QVERIFY(open->changes.pins.isEmpty());
    open->take(pageOf({pinnedMessage(1, 900), receivedMessage(2)}));
    QVERIFY(open->changes.pins.contains(chat));
    open->changes = {};
    open->take(pageOf({receivedMessage(1), receivedMessage(2)})); // unpinned without a notice
    QCOMPARE(stored(1).pinnedAt, 0);
    QVERIFY(open->changes.pins.contains(chat));
}

void tst_MessageChanges::theEditPeriodIsKept_data()
{
    QTest::addColumn<std::optional<int>>("told");
    QTest::addColumn<std::optional<int>>("then");
    QTest::addColumn<int>("minutes");
    QTest::newRow("not told") << std::optional<int>() << std::optional<int>() << 15;
    QTest::newRow("told") << std::optional(60) << std::optional(60) << 60;
    QTest::newRow("never") << std::optional(0) << std::optional(0) << 0;
    QTest::newRow("told once") << std::optional(60) << std::optional<int>() << 60;
    QTest::newRow("changed") << std::optional(60) << std::optional(43'200) << 43'200;
}

void tst_MessageChanges::theEditPeriodIsKept()
{
    QFETCH(const std::optional<int>, told);
    QFETCH(const std::optional<int>, then);
    QFETCH(const int, minutes);
    auto summary = summaryOf(chat, u"Rin"_s, receivedMessage(1));
    for (const auto& period : {told, then}) {
        summary.editPeriod = period;
        open->database.transaction(
            [&] { open->stores.conversations.takeSummary(summary, false, open->changes); });
    }
    QCOMPARE(open->stores.conversations.one(chat)->editPeriod, minutes);
    // The same list again is no news.
    QVERIFY(!open->database.transaction(
        [&] { return open->stores.conversations.takeSummary(summary, false, open->changes); }));
}

void tst_MessageChanges::aTopicHasItsGroupsPeriod()
{
    const auto topic = ConversationId::topic(u"55777"_s, group);
    auto parent = summaryOf(group, u"Rowing"_s, {});
    parent.editPeriod = 43'200;
    auto child = summaryOf(topic, u"Kitchen"_s, {});
    const auto take = [&](const ConversationSummary& summary) {
        open->database.transaction(
            [&] { open->stores.groups.take(summary, false, open->changes); });
    };
    take(parent);
    take(child);
    QCOMPARE(open->stores.conversations.one(topic)->editPeriod, 43'200);
    child.editPeriod = 0;
    take(child);
    QCOMPARE(open->stores.conversations.one(topic)->editPeriod, 0);
}

SKEIN_TEST(tst_MessageChanges)

} // namespace messageChangesTest

#include "tst_MessageChanges.moc"
