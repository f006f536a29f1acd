// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/CatchUp.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

CatchUp::CatchUp(PageReader& reader, AccountStore& store, const ConversationId& id,
    PageReader::Priority priority, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_store(store)
    , m_id(id)
    , m_priority(priority)
{
}

void CatchUp::run(Mode mode)
{
    m_mode = mode;
    const auto start = m_store.read([id = m_id, mode](Stores& stores) {
        Start read{.head = stores.messages.head(id)};
        const auto row = mode == Mode::Receipts ? stores.conversations.one(id) : std::nullopt;
        read.awaitsReceipt = row && row->previewIsOwn && !row->previewIsSeen;
        return read;
    });
    whenDone(this, start, [this, mode](const Result<Start>& found) {
        if (!found)
            return end(found.error(), false);
        startFrom(*found, mode);
    });
}

void CatchUp::startFrom(const Start& start, Mode mode)
{
    if (start.head.isEmpty() || start.awaitsReceipt)
        return readNewest();
    if (mode == Mode::Full)
        return walkAfter(start.head);
    lookSince(start.head);
}

void CatchUp::readNewest()
{
    whenDone(this, m_reader.newest(m_id, m_priority), [this](const Result<PageRead>& page) {
        if (!page)
            return end(page.error(), false);
        closeGaps();
    });
}

void CatchUp::lookSince(const MessageId& head)
{
    whenDone(
        this, m_reader.since(m_id, head, m_priority), [this, head](const Result<PageRead>& page) {
            if (!page)
                return end(page.error(), false);
            if (page->count == 0)
                return closeGaps();
            walkAfter(head);
        });
}

void CatchUp::walkAfter(const MessageId& cursor)
{
    if (++m_pages > maxPages)
        return end(std::nullopt, false);
    whenDone(this, m_reader.after(m_id, cursor, m_priority), [this](const Result<PageRead>& page) {
        if (!page)
            return end(page.error(), false);
        if (page->trusted && page->count > 0) {
            m_walked = true;
            return walkAfter(page->newest);
        }
        if (page->trusted && m_walked)
            return closeGaps();
        // Something newer was told, but after_id does not show it (protocol.md M4).
        m_afterWorks = false;
        readNewest();
    });
}

void CatchUp::closeGaps()
{
    const auto missing = m_store.read([id = m_id, isFull = m_mode == Mode::Full](Stores& stores) {
        Missing found{.ranges = stores.messages.ranges(id), .unreadBefore = {}};
        if (isFull)
            found.unreadBefore = stores.conversations.unreadReachesBefore(id);
        return found;
    });
    whenDone(this, missing, [this](const Result<Missing>& found) {
        if (!found)
            return end(found.error(), false);
        const QList<Span>& ranges = found->ranges;
        // What was cleared elsewhere leaves an old range behind that nothing can be joined to.
        const bool isWhole = ranges.size() < 2
            || ranges.last().reachesStart
            // Where somebody jumped to, nobody asked for all that lies between.
            || std::ranges::all_of(ranges.first(ranges.size() - 1), &Span::isIsland);
        if (isWhole)
            reachUnread(found->unreadBefore);
        else
            closeGap(ranges.at(ranges.size() - 2), ranges.last());
    });
}

void CatchUp::closeGap(const Span& older, const Span& newer)
{
    const QString gap = older.newest + newer.oldest;
    if (gap == m_lastGap && !m_afterWorks)
        return end(std::nullopt, true); // neither way makes progress: it stays visible
    if (gap == m_lastGap)
        m_afterWorks = false;
    m_lastGap = gap;
    if (++m_pages > maxPages)
        return end(std::nullopt, false);
    const auto page = m_afterWorks ? m_reader.after(m_id, idAt(older.newest), m_priority)
                                   : m_reader.before(m_id, idAt(newer.oldest), m_priority);
    whenDone(this, page, [this](const Result<PageRead>& read) {
        if (!read)
            return end(read.error(), false);
        if (!read->trusted)
            m_afterWorks = false;
        closeGaps();
    });
}

void CatchUp::reachUnread(const MessageId& before)
{
    if (before.isEmpty())
        return end(std::nullopt, true);
    if (++m_pages > maxPages)
        return end(std::nullopt, false);
    whenDone(this, m_reader.before(m_id, before, m_priority), [this](const Result<PageRead>& page) {
        if (!page)
            return end(page.error(), false);
        if (!page->trusted)
            return end(std::nullopt, true); // the service goes no further back
        closeGaps();
    });
}

void CatchUp::end(const std::optional<Error>& error, bool complete)
{
    emit finished(error, complete);
    deleteLater();
}

} // namespace skein
