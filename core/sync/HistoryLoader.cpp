// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/HistoryLoader.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

HistoryLoader::HistoryLoader(PageReader& reader, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
}

void HistoryLoader::want(const ConversationId& id, const MessageId& edge)
{
    auto& edges = m_edges[id];
    const bool busy = std::ranges::any_of(
        edges, [](const Edge& other) { return other.state == State::Loading; });
    const Edge known = edges.value(edge);
    const bool tooSoon
        = known.state == State::Failed && m_clock.monotonic() - known.failedAt < retryDelay;
    if (edge.isEmpty() || busy || tooSoon || known.state == State::Exhausted)
        return;
    edges[edge].state = State::Loading;
    whenDone(this, m_reader.before(id, edge, PageReader::Priority::Open),
        [=, this](const Result<PageRead>& page) { finished(id, edge, page); });
    emit stateChanged(id);
}

void HistoryLoader::finished(
    const ConversationId& id, const MessageId& edge, const Result<PageRead>& page)
{
    auto& edges = m_edges[id];
    if (!page)
        edges[edge] = {State::Failed, m_clock.monotonic()};
    else if (!page->trusted)
        edges[edge].state = State::Exhausted;
    else
        edges.remove(edge);
    emit stateChanged(id);
}

HistoryLoader::State HistoryLoader::state(const ConversationId& id, const MessageId& edge) const
{
    return m_edges.value(id).value(edge).state;
}

void HistoryLoader::forgive()
{
    for (auto& edges : m_edges) {
        edges.removeIf([](const auto& entry) { return entry.value().state == State::Failed; });
    }
    const auto conversations = m_edges.keys();
    for (const ConversationId& id : conversations)
        emit stateChanged(id);
}

} // namespace skein
