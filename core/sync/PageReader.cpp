// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/PageReader.h"

#include "core/base/WhenDone.h"

namespace skein {

namespace {

using Cursor = PageCursor::Kind;

/// A page of at least so many messages is stored at once, beside a gap if need be.
constexpr int many = 20;

void takeReceipt(Stores& stores, Changes& changes, const ConversationId& id,
    const ReadReceipt& receipt, const UserId& me)
{
    const QString position = stores.messages.positionFor(id, receipt.message);
    // Whose head it is, only its user tells (protocol.md M6); in a self-chat it is ours.
    if (receipt.user == me)
        stores.conversations.raiseRead(id, position, true, changes);
    else
        stores.conversations.raiseSeen(id, position, changes);
}

/// Whether the page is what `cursor` asked for.
bool honours(const PageCursor& cursor, const QString& at, const MessagePage& page)
{
    if (page.messages.isEmpty())
        return page.skipped == 0; // rows that nobody can read are no end
    switch (cursor.kind) {
    case Cursor::Newest:
        return true;
    case Cursor::Before:
        return positionOf(page.messages.last()) < at;
    case Cursor::Since:
        return positionOf(page.messages.first()) > at;
    case Cursor::After:
        // Newest first means that the newest page came instead of the next one (M4); of one message
        // nobody can tell, and it may as well be the newest of many.
        return page.messages.size() > 1 && positionOf(page.messages.first()) > at
            && page.cameAscending;
    }
    return false;
}

Span proven(const PageCursor& cursor, const QString& at, const MessagePage& page)
{
    if (page.messages.isEmpty())
        return {.oldest = at,
            .newest = at,
            .reachesStart = cursor.kind == Cursor::Before,
            .isIsland = true};
    Span span{positionOf(page.messages.first()), positionOf(page.messages.last())};
    // Beside an old message: of the stretches up to the newest only when it grows together with
    // one.
    span.isIsland = cursor.kind == Cursor::Before || cursor.kind == Cursor::After;
    if (!honours(cursor, at, page))
        return span;
    if (cursor.kind == Cursor::Before)
        span.newest = at;
    if (cursor.kind == Cursor::After)
        span.oldest = at;
    return span;
}

/// Runs on the store's thread: the reader itself may be gone by then.
PageRead take(Stores& stores, Changes& changes, const ConversationId& id, const PageCursor& cursor,
    const MessagePage& page, bool again, const UserId& me)
{
    const QString at = cursor.id.isEmpty() ? QString() : stores.messages.positionFor(id, cursor.id);
    PageRead read{
        .count = static_cast<int>(page.messages.size()), .trusted = honours(cursor, at, page)};
    if (read.count > 0) {
        read.oldest = page.messages.first().id;
        read.newest = page.messages.last().id;
    }
    // One message alone proves nothing of its place: it would stand beside a gap until the page is
    // read that does.
    const bool isAlone = cursor.kind == Cursor::After && read.count == 1;
    const bool onlyCount = isAlone || (cursor.kind == Cursor::Since && read.count < many);
    const bool provesNothing
        = page.messages.isEmpty() && (cursor.kind != Cursor::Before || !read.trusted);
    if (!onlyCount && !provesNothing) {
        stores.messages.take(id,
            {.messages = page.messages,
                .complete = proven(cursor, at, page),
                .reread = again && page.skipped == 0},
            changes);
    }
    if (page.receipt)
        takeReceipt(stores, changes, id, *page.receipt, me);
    return read;
}

} // namespace

PageReader::PageReader(GroupMeApi& api, AccountStore& store, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
}

Async<PageRead> PageReader::newest(const ConversationId& id, Priority priority)
{
    return read(id, {Cursor::Newest, {}}, priority, Again::Yes);
}

Async<PageRead> PageReader::before(
    const ConversationId& id, const MessageId& cursor, Priority priority)
{
    return read(id, {Cursor::Before, cursor}, priority);
}

Async<PageRead> PageReader::after(
    const ConversationId& id, const MessageId& cursor, Priority priority)
{
    return read(id, {Cursor::After, cursor}, priority);
}

Async<PageRead> PageReader::since(
    const ConversationId& id, const MessageId& cursor, Priority priority)
{
    return read(id, {Cursor::Since, cursor}, priority);
}

void PageReader::refresh(const ConversationId& id, const MessageId& cursor)
{
    const auto kind = cursor.isEmpty() ? Cursor::Newest : Cursor::Before;
    Q_UNUSED(read(id, {kind, cursor}, Priority::Open, Again::Yes))
}

Async<PageRead> PageReader::one(
    const ConversationId& id, const MessageId& message, Priority priority)
{
    const auto keep = [id, this](const Message& found) {
        return m_store.write([id, found](Stores& stores, Changes& changes) {
            stores.messages.take(id, {.messages = {found}, .complete = {}}, changes);
            return PageRead{.count = 1, .oldest = found.id, .newest = found.id};
        });
    };
    return andThen(this, m_api.message(id, message, priority), keep);
}

Async<PageRead> PageReader::read(
    const ConversationId& id, const PageCursor& cursor, Priority priority, Again again)
{
    return andThen(this, m_api.messages(id, cursor, priority), [=, this](const MessagePage& page) {
        if (cursor.kind == Cursor::Newest && !page.messages.isEmpty())
            m_newestPages.insert(id, page.messages.first().id);
        const bool isAgain = again == Again::Yes;
        return m_store.write([=, me = m_store.me()](Stores& stores, Changes& changes) {
            return take(stores, changes, id, cursor, page, isAgain, me);
        });
    });
}

} // namespace skein
