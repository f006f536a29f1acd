// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/CatchUp.h"

#include "core/base/WhenDone.h"

namespace skein {

namespace {

struct Edges {
    QList<Span> ranges;
    MessageId head;
};

} // namespace

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
    auto head = m_store.read([id = m_id](Stores& stores) { return stores.messages.head(id); });
    whenDone(this, head, [this, mode](const Result<MessageId>& found) {
        if (!found)
            return end(found.error(), false);
        startFrom(*found, mode);
    });
}

void CatchUp::startFrom(const MessageId& head, Mode mode)
{
    if (!head.isEmpty())
        return mode == Mode::Steady ? lookSince(head) : walkAfter(head);
    whenDone(this, m_reader.newest(m_id, m_priority), [this](const Result<PageRead>& page) {
        if (!page)
            return end(page.error(), false);
        end(std::nullopt, true);
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
        if (!page->trusted)
            m_afterWorks = false;
        if (page->count == 0 || !page->trusted)
            return closeGaps();
        walkAfter(page->newest);
    });
}

void CatchUp::closeGaps()
{
    auto edges = m_store.read([id = m_id](Stores& stores) {
        return Edges{stores.messages.ranges(id), stores.messages.head(id)};
    });
    whenDone(this, edges, [this](const Result<Edges>& found) {
        if (!found)
            return end(found.error(), false);
        if (found->ranges.size() < 2)
            return end(std::nullopt, true);
        closeGap(found->ranges.at(found->ranges.size() - 2), found->ranges.last());
    });
}

void CatchUp::closeGap(const Span& older, const Span& newer)
{
    const QString gap = older.newest + newer.oldest;
    if (gap == m_lastGap && !m_afterWorks)
        return end(std::nullopt, false); // neither way makes progress: it stays visible
    if (gap == m_lastGap)
        m_afterWorks = false;
    m_lastGap = gap;
    const MessageId from{older.newest.mid(14)};
    const MessageId to{newer.oldest.mid(14)};
    if (++m_pages > maxPages)
        return end(std::nullopt, false);
    const auto page = m_afterWorks ? m_reader.after(m_id, from, m_priority)
                                   : m_reader.before(m_id, to, m_priority);
    whenDone(this, page, [this](const Result<PageRead>& read) {
        if (!read)
            return end(read.error(), false);
        if (!read->trusted)
            m_afterWorks = false;
        closeGaps();
    });
}

void CatchUp::end(const std::optional<Error>& error, bool complete)
{
    emit finished(error, complete);
    deleteLater();
}

} // namespace skein
