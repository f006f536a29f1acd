// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/DeliveryCheck.h"

#include "core/base/WhenDone.h"

namespace skein {

namespace {

/// Read again at the end of what is here, should the service show them a little out of order.
constexpr int readAgain = 20;

/// The message after which the row's may still be. What has been read without a hole since its head
/// is here, and was not it, or the row would be gone: a check that was broken off is gone on with,
/// however often that happens and however much others write meanwhile.
MessageId stillToReadAfter(Stores& stores, const OutboxRow& row)
{
    const QString head = stores.messages.positionFor(row.conversation, row.head);
    for (const Span& span : stores.messages.ranges(row.conversation)) {
        if (head < span.oldest || span.newest < head)
            continue;
        const auto last
            = stores.messages.slice(row.conversation, {span.newest, span.newest, readAgain, 0});
        const QString from
            = last.messages.isEmpty() ? span.newest : positionOf(last.messages.first());
        return idAt(std::max(head, from));
    }
    return row.head;
}

} // namespace

DeliveryCheck::DeliveryCheck(
    PageReader& reader, AccountStore& store, OutboxRow row, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_store(store)
    , m_row(std::move(row))
{
}

void DeliveryCheck::run()
{
    if (m_row.head.isEmpty())
        return readNewest();
    const auto from
        = m_store.read([row = m_row](Stores& stores) { return stillToReadAfter(stores, row); });
    whenDone(this, from, [this](const Result<MessageId>& cursor) {
        m_from = cursor.value_or(m_row.head);
        walkAfter(m_from);
    });
}

void DeliveryCheck::readNewest()
{
    whenDone(this, m_reader.newest(m_row.conversation, PageReader::Priority::Send),
        [this](const Result<PageRead>& page) { takeRead(page, &DeliveryCheck::walkBefore); });
}

void DeliveryCheck::takeRead(
    const Result<PageRead>& page, void (DeliveryCheck::*next)(const PageRead&))
{
    if (page)
        return (this->*next)(*page);
    if (page.error().kind == ErrorKind::NotFound) // a pair that never talked (protocol.md G4)
        return conclude();
    emit finished(page.error(), false);
    deleteLater();
}

void DeliveryCheck::walkAfter(const MessageId& cursor)
{
    whenDone(this, m_reader.after(m_row.conversation, cursor, PageReader::Priority::Send),
        [this](const Result<PageRead>& page) { takeRead(page, &DeliveryCheck::goOnAfter); });
}

void DeliveryCheck::goOnAfter(const PageRead& page)
{
    ++m_pages;
    if (page.trusted && page.count > 0 && m_pages < maxPages)
        return walkAfter(page.newest);
    // A service that does not know after_id must not make us send twice (protocol.md M4): then the
    // newest page is read, and from there back to the head.
    if (!page.trusted || m_pages == 1)
        return readNewest();
    conclude();
}

void DeliveryCheck::walkBefore(const PageRead& page)
{
    const bool reachedHead = !m_from.isEmpty() && positionOf(page.oldest) <= positionOf(m_from);
    // Without a head there was no message, or none was known: what is old enough cannot be ours.
    const bool oldEnough = m_row.head.isEmpty() && positionOf(page.oldest).left(12).toLongLong() > 0
        && positionOf(page.oldest).left(12).toLongLong() < m_row.queuedAt / 1000 - 86400;
    if (page.count == 0 || !page.trusted || reachedHead || oldEnough || ++m_pages >= maxPages)
        return conclude();
    whenDone(this, m_reader.before(m_row.conversation, page.oldest, PageReader::Priority::Send),
        [this](const Result<PageRead>& older) { takeRead(older, &DeliveryCheck::walkBefore); });
}

void DeliveryCheck::conclude()
{
    const auto row
        = m_store.read([guid = m_row.guid](Stores& stores) { return stores.outbox.find(guid); });
    whenDone(this, row, [this](const Result<std::optional<OutboxRow>>& found) {
        if (found)
            emit finished(std::nullopt, !found->has_value());
        else
            emit finished(found.error(), false);
        deleteLater();
    });
}

} // namespace skein
