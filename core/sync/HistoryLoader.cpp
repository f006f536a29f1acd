// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/HistoryLoader.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

HistoryLoader::HistoryLoader(PageReader& reader, AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_store(store)
    , m_clock(clock)
{
}

bool HistoryLoader::mayRead(const Edges& edges, const MessageId& edge) const
{
    const bool isBusy = std::ranges::any_of(
        edges, [](const Edge& other) { return other.state == State::Loading; });
    const Edge known = edges.value(edge);
    const bool isTooSoon
        = known.state == State::Failed && m_clock.monotonic() - known.failedAt < retryDelay;
    return !edge.isEmpty() && !isBusy && !isTooSoon && known.state != State::Exhausted;
}

void HistoryLoader::want(const ConversationId& id, const MessageId& edge)
{
    auto& edges = m_edges[id];
    if (!mayRead(edges, edge))
        return;
    edges[edge].state = State::Loading;
    whenDone(this, m_reader.before(id, edge, PageReader::Priority::Open),
        [=, this](const Result<PageRead>& page) { finished(id, m_edges[id], edge, page, false); });
    emit stateChanged(id);
}

void HistoryLoader::wantAfter(const ConversationId& id, const MessageId& edge)
{
    auto& edges = m_edgesAfter[id];
    if (!mayRead(edges, edge))
        return;
    edges[edge].state = State::Loading;
    whenDone(this, m_reader.after(id, edge, PageReader::Priority::Open),
        [=, this](
            const Result<PageRead>& page) { finished(id, m_edgesAfter[id], edge, page, true); });
    emit stateChanged(id);
}

void HistoryLoader::finished(const ConversationId& id, Edges& edges, const MessageId& edge,
    const Result<PageRead>& page, bool endsWhenEmpty)
{
    if (!page)
        edges[edge] = {State::Failed, m_clock.monotonic()};
    else if (!page->trusted || (endsWhenEmpty && page->count == 0))
        edges[edge].state = State::Exhausted;
    else
        edges.remove(edge);
    emit stateChanged(id);
}

HistoryLoader::State HistoryLoader::state(const ConversationId& id, const MessageId& edge) const
{
    return m_edges.value(id).value(edge).state;
}

HistoryLoader::State HistoryLoader::stateAfter(
    const ConversationId& id, const MessageId& edge) const
{
    return m_edgesAfter.value(id).value(edge).state;
}

Async<bool> HistoryLoader::bring(const ConversationId& id, const MessageId& message)
{
    enum class Known { No, Alone, WithOthers };
    const auto look = m_store.read([id, message](Stores& stores) {
        const auto found = stores.messages.find(id, message);
        if (!found)
            return Known::No;
        return stores.messages.isCovered(id, positionOf(*found)) ? Known::WithOthers : Known::Alone;
    });
    return andThen(this, look, [=, this](Known known) -> Async<bool> {
        if (known == Known::WithOthers)
            return later<bool>(this, true);
        if (known == Known::Alone)
            return bringAround(id, message);
        return andThen(this, seek(id, message),
            [=, this](const PageRead&) { return bringAround(id, message); });
    });
}

Async<PageRead> HistoryLoader::seek(const ConversationId& id, const MessageId& message)
{
    auto promise = std::make_shared<QPromise<Result<PageRead>>>();
    promise->start();
    const auto finish = [promise](const Result<PageRead>& read) {
        promise->addResult(read);
        promise->finish();
    };
    const auto ask = [=, this] { return m_reader.one(id, message, PageReader::Priority::Send); };
    whenDone(this, ask(), [=, this](const Result<PageRead>& first) {
        if (first || first.error().kind != ErrorKind::NotFound)
            return finish(first);
        const int number = ++m_lastPause;
        auto& pause = m_pauses[number];
        pause = m_clock.timer([=, this] {
            whenDone(this, ask(), [=, this](const Result<PageRead>& second) {
                m_pauses.erase(number);
                finish(second);
            });
        });
        pause->start(secondLook);
    });
    return promise->future();
}

Async<bool> HistoryLoader::bringAround(const ConversationId& id, const MessageId& message)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    // The message is there: whatever fails now stays a visible gap.
    whenDone(this, m_reader.before(id, message, PageReader::Priority::Send),
        [=, this](const Result<PageRead>&) {
            whenDone(this, m_reader.after(id, message, PageReader::Priority::Send),
                [promise](const Result<PageRead>& page) {
                    promise->addResult(page.has_value());
                    promise->finish();
                });
        });
    return promise->future();
}

void HistoryLoader::forgive()
{
    const auto hasFailed = [](const auto& entry) { return entry.value().state == State::Failed; };
    for (auto* all : {&m_edges, &m_edgesAfter}) {
        for (Edges& edges : *all)
            edges.removeIf(hasFailed);
    }
    const auto conversations = m_edges.keys();
    for (const ConversationId& id : conversations)
        emit stateChanged(id);
}

} // namespace skein
