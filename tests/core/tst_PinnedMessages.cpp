// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MessageActions.h"
#include "core/sync/PinnedMessages.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;

namespace pinnedMessagesTest {
using Method = HttpRequest::Method;

namespace {

const ConversationId chat = chatWith(somebody);
const ConversationId otherChat = chatWith(u"20002"_s);
const QString place = u"/v3/pinned/direct_messages"_s;

QJsonObject row(const MessageId& id, const QString& text, qint64 pinnedAt)
{
    return {{u"id"_s, id.value}, {u"created_at"_s, 1'700'000'000}, {u"sender_id"_s, somebody},
        {u"text"_s, text}, {u"pinned_at"_s, pinnedAt}};
}

HttpReply list(const QJsonArray& rows)
{
    return FakeTransport::json(
        QJsonObject{{u"count"_s, rows.size()}, {u"direct_messages"_s, rows}});
}

/// A chat with two messages in the store.
struct Board {
    SyncFixture f;
    PinnedMessages pinned{f.api(), f.store(), f.feed()};
    MessageId first;
    MessageId second;
    QSignalSpy changed{&pinned, &PinnedMessages::changed};

    Board()
    {
        first = {f.service.receive(somebody, u"first"_s)};
        second = {f.service.receive(somebody, u"second"_s)};
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
    }
    void answer(const FakeService::Answer& reply) { f.network().expect(Method::Get, place, reply); }
    void open(const ConversationId& id = chat)
    {
        pinned.setOpen(id);
        f.settle();
    }
    void change(const MessageId& id, const std::function<void(Message&)>& how)
    {
        f.now([&](Stores& stores, Changes& changes) {
            stores.messages.change(chat, id, how, changes);
            return true;
        });
    }
    void pinInStore(const MessageId& id, qint64 at)
    {
        change(id, [at](Message& message) { message.pinnedAt = at; });
    }
    /// A row that says that somebody pinned `target` arrives.
    void announce(const MessageId& target, const QString& event = u"message.pinned"_s)
    {
        Message notice;
        notice.id = {u"176000090000000001"_s};
        notice.createdAt = 1'760'000'900;
        notice.senderId = {u"system"_s};
        notice.senderType = u"system"_s;
        notice.event = MessageEvent{event, {{u"message_id"_s, target.value}}};
        f.now([&](Stores& stores, Changes& changes) {
            stores.messages.take(chat, {.messages = {notice}, .complete = {}}, changes);
            return true;
        });
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const Message& message : pinned.messages())
            all.append(message.text);
        return all;
    }
    [[nodiscard]] qsizetype asked() { return f.asked(Method::Get, place); }
};

} // namespace

class tst_PinnedMessages : public QObject {
    Q_OBJECT

private slots:
    void theyAreAskedForWhenAConversationOpens();
    void whatNoThreadHasLoadedIsNotStored();
    void theStoresAreShownUntilTheServiceAnswers();
    void whatIsNoLongerListedIsUnpinned();
    void whatIsListedIsMarkedInTheThread();
    void aNoticeAsksAgain_data();
    void aNoticeAsksAgain();
    void anotherConversationsNoticeAsksNothing();
    void anOwnPinShows();
    void whatChangesShowsInItsNewForm();
    void aDeletedOneIsNoLongerShown();
    void whereNothingCanBePinnedThereIsNothing();
    void aFailureKeepsWhatIsKnownAndIsMadeUpFor();
    void theAnswerForAConversationThatWasLeftIsDropped();
    void pinsThatComeWhileAskingAreAskedForOnceMore();
    void closedNothingIsAsked();
    void inAGroupWhatABlockedPersonWroteIsNotAmongThem();
};

void tst_PinnedMessages::theyAreAskedForWhenAConversationOpens()
{
    Board board;
    board.answer(list({row(board.first, u"first"_s, 7), row({u"5"_s}, u"old"_s, 9)}));
    board.open();
    QCOMPARE(board.texts(), (QStringList{u"old"_s, u"first"_s})); // latest pin first
    QCOMPARE(board.asked(), 1);
    board.open(); // still the same one
    QCOMPARE(board.asked(), 1);
    QVERIFY(!board.changed.isEmpty());
    QCOMPARE(board.changed.last().first().value<ConversationId>(), chat);
}

void tst_PinnedMessages::whatNoThreadHasLoadedIsNotStored()
{
    Board board;
    const auto ranges = board.f.ranges(chat);
    board.answer(list({row({u"5"_s}, u"old"_s, 9)}));
    board.open();
    QCOMPARE(board.texts(), QStringList{u"old"_s});
    QCOMPARE(board.f.texts(chat), (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(board.f.ranges(chat), ranges);
}

void tst_PinnedMessages::theStoresAreShownUntilTheServiceAnswers()
{
    Board board;
    board.pinInStore(board.second, 7);
    board.answer(list({row(board.second, u"second"_s, 7)}));
    board.f.network().hold();
    board.open();
    QCOMPARE(board.texts(), QStringList{u"second"_s});
    board.f.network().release();
    board.f.settle();
    QCOMPARE(board.texts(), QStringList{u"second"_s});
    QCOMPARE(board.changed.size(), 1); // nothing moved
}

void tst_PinnedMessages::whatIsNoLongerListedIsUnpinned()
{
    Board board;
    board.pinInStore(board.first, 7); // unpinned since, of which nobody told
    board.answer(list({}));
    board.open();
    QVERIFY(board.pinned.messages().isEmpty());
    const Message stored
        = board.f.look([&](Stores& stores) { return *stores.messages.find(chat, board.first); });
    QCOMPARE(stored.pinnedAt, 0);
    QCOMPARE(board.asked(), 1); // its own correction is no news
}

void tst_PinnedMessages::whatIsListedIsMarkedInTheThread()
{
    Board board;
    board.answer(list({row(board.first, u"first"_s, 7)}));
    board.open();
    const Message stored
        = board.f.look([&](Stores& stores) { return *stores.messages.find(chat, board.first); });
    QCOMPARE(stored.pinnedAt, 7);
    QCOMPARE(board.asked(), 1);
}

void tst_PinnedMessages::aNoticeAsksAgain_data()
{
    QTest::addColumn<QString>("event");
    QTest::newRow("pinned") << u"message.pinned"_s;
    QTest::newRow("unpinned") << u"message.unpinned"_s;
}

void tst_PinnedMessages::aNoticeAsksAgain()
{
    QFETCH(const QString, event);
    Board board;
    board.answer(list({}));
    board.open();
    board.answer(list({row({u"5"_s}, u"old"_s, 9)}));
    board.announce({u"5"_s}, event); // of a message that is not here
    QCOMPARE(board.texts(), QStringList{u"old"_s});
    QCOMPARE(board.asked(), 2);
}

void tst_PinnedMessages::anotherConversationsNoticeAsksNothing()
{
    Board board;
    board.open(otherChat);
    board.announce(board.first);
    QCOMPARE(board.asked(), 1);
    QVERIFY(board.pinned.messages().isEmpty());
}

void tst_PinnedMessages::anOwnPinShows()
{
    Board board;
    board.answer(list({}));
    board.open();
    MessageActions actions(board.f.api(), board.f.store(), board.f.clock);
    board.f.network().expect(Method::Post,
        u"/v3/conversations/1001%2B"_s + somebody + u"/messages/"_s + board.first.value + u"/pin"_s,
        FakeTransport::json(QJsonValue()));
    board.answer(list({row(board.first, u"first"_s, 1'760'000'000)}));
    actions.pin(chat, board.first);
    board.f.settle();
    QCOMPARE(board.texts(), QStringList{u"first"_s});
}

void tst_PinnedMessages::whatChangesShowsInItsNewForm()
{
    Board board;
    board.answer(list({row(board.first, u"first"_s, 7)}));
    board.open();
    board.change(board.first, [](Message& message) { message.text = u"mended"_s; });
    QCOMPARE(board.texts(), QStringList{u"mended"_s});
    QCOMPARE(board.asked(), 1);
}

void tst_PinnedMessages::aDeletedOneIsNoLongerShown()
{
    Board board;
    board.answer(list({row(board.first, u"first"_s, 7)}));
    board.open();
    board.f.now([&](Stores& stores, Changes& changes) {
        stores.messages.markDeleted(chat, board.first, 1'760'000'500, u"sender"_s, changes);
        return true;
    });
    QVERIFY(board.pinned.messages().isEmpty());
}

void tst_PinnedMessages::whereNothingCanBePinnedThereIsNothing()
{
    Board board;
    board.answer(FakeTransport::raw(404, {}));
    board.open();
    QVERIFY(board.pinned.messages().isEmpty());
    QVERIFY(board.changed.isEmpty());
}

void tst_PinnedMessages::aFailureKeepsWhatIsKnownAndIsMadeUpFor()
{
    Board board;
    board.pinInStore(board.first, 7);
    board.answer(FakeTransport::noAnswer(ErrorKind::Unreachable));
    board.open();
    QCOMPARE(board.texts(), QStringList{u"first"_s});
    board.answer(list({row(board.second, u"second"_s, 8)}));
    board.pinned.retry();
    board.f.settle();
    QCOMPARE(board.texts(), QStringList{u"second"_s});
    board.pinned.retry(); // it did not fail
    board.f.settle();
    QCOMPARE(board.asked(), 2);
}

void tst_PinnedMessages::theAnswerForAConversationThatWasLeftIsDropped()
{
    Board board;
    board.answer(list({row({u"5"_s}, u"old"_s, 9)}));
    board.answer(list({}));
    board.f.network().hold();
    board.open();
    board.open(otherChat);
    board.f.network().release();
    board.f.settle();
    QVERIFY(board.pinned.messages().isEmpty());
}

void tst_PinnedMessages::pinsThatComeWhileAskingAreAskedForOnceMore()
{
    Board board;
    board.answer(list({}));
    board.answer(list({row(board.first, u"first"_s, 7)}));
    board.f.network().hold();
    board.open();
    board.pinInStore(board.first, 7);
    board.pinInStore(board.second, 8);
    board.f.network().release();
    board.f.settle();
    QCOMPARE(board.asked(), 2);
    QCOMPARE(board.texts(), QStringList{u"first"_s});
}

void tst_PinnedMessages::closedNothingIsAsked()
{
    Board board;
    board.answer(list({row(board.first, u"first"_s, 7)}));
    board.open();
    board.open({});
    QVERIFY(board.pinned.messages().isEmpty());
    board.announce(board.first);
    board.pinned.retry();
    board.f.settle();
    QCOMPARE(board.asked(), 1);
}

void tst_PinnedMessages::inAGroupWhatABlockedPersonWroteIsNotAmongThem()
{
    Board board;
    const auto rowing = ConversationId::group(u"55501"_s);
    const Person vera{{u"333"_s}, {}, {}};
    const auto block = [&](bool isBlocked) {
        board.f.now([&](Stores& stores, Changes& changes) {
            stores.people.setBlocked(vera, isBlocked, changes);
            return true;
        });
        board.f.settle();
    };
    board.f.now([&](Stores& stores, Changes& changes) {
        Message theirs;
        theirs.id = {u"176000000000000001"_s};
        theirs.createdAt = 1'760'000'000;
        theirs.senderId = vera.id;
        theirs.text = u"hear me"_s;
        theirs.pinnedAt = 7;
        stores.messages.take(rowing, {.messages = {theirs}, .complete = {}}, changes);
        return true;
    });
    board.f.network().handle(Method::Get, u"/v3/pinned/groups/55501/messages"_s,
        [](const HttpRequest&) { return FakeTransport::noAnswer(ErrorKind::Unreachable); });
    board.open(rowing);
    QCOMPARE(board.texts(), QStringList{u"hear me"_s});
    block(true);
    QCOMPARE(board.texts(), QStringList());
    block(false);
    QCOMPARE(board.texts(), QStringList{u"hear me"_s});
}

SKEIN_TEST(tst_PinnedMessages)

} // namespace pinnedMessagesTest

#include "tst_PinnedMessages.moc"
