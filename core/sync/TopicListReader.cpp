// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/TopicListReader.h"

#include "core/base/WhenDone.h"

namespace skein {

TopicListReader::TopicListReader(
    GroupMeApi& api, AccountStore& store, const ServiceClock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
}

bool TopicListReader::read(const ConversationId& group)
{
    if (isReading())
        return false;
    m_group = group;
    m_seen.clear();
    const auto known
        = m_store.read([group](Stores& stores) { return stores.groups.topicsWereRead(group); });
    whenDone(this, known, [this](const Result<bool>& wereRead) {
        if (!wereRead)
            return end(wereRead.error());
        m_firstTime = !*wereRead;
        readPage(1);
    });
    return true;
}

void TopicListReader::readPage(int page)
{
    whenDone(this, m_api.topics(m_group, page),
        [this, page](const Result<QList<ConversationSummary>>& rows) {
            if (!rows)
                return refused(rows.error());
            takePage(page, *rows);
        });
}

void TopicListReader::takePage(int page, const QList<ConversationSummary>& rows)
{
    const auto before = m_seen.size();
    for (const ConversationSummary& row : rows)
        m_seen.insert(row.id);
    // No new row: the end, or a service that gives the same page for ever.
    const bool ended = m_seen.size() == before || page >= maxPages;
    const auto write
        = m_store.write([rows, firstTime = m_firstTime](Stores& stores, Changes& changes) {
              for (const ConversationSummary& row : rows)
                  stores.groups.take(row, firstTime, changes);
              return true;
          });
    whenDone(this, write, [this, page, ended](const Result<bool>& written) {
        if (!written)
            end(written.error());
        else if (ended)
            complete();
        else
            readPage(page + 1);
    });
}

void TopicListReader::complete()
{
    const auto write = m_store.write(
        [group = m_group, seen = m_seen, now = m_clock.now()](Stores& stores, Changes&) {
            stores.groups.noteTopicsRead(group, now);
            QList<ConversationId> gone = stores.groups.topics(group);
            gone.removeIf([&](const ConversationId& topic) { return seen.contains(topic); });
            return gone;
        });
    whenDone(this, write, [this](const Result<QList<ConversationId>>& gone) {
        if (!gone)
            return end(gone.error());
        if (!gone->isEmpty())
            emit missed(*gone);
        end(std::nullopt);
    });
}

void TopicListReader::refused(const Error& error)
{
    const bool isAnswer = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unauthorized
        || error.kind == ErrorKind::Forbidden;
    if (!isAnswer)
        return end(error);
    // Not a member: asking again at once would bring the same.
    const auto write
        = m_store.write([group = m_group, now = m_clock.now()](Stores& stores, Changes&) {
              stores.groups.noteTopicsRead(group, now);
              return true;
          });
    whenDone(this, write, [this, error](const Result<bool>&) { end(error); });
}

void TopicListReader::end(const std::optional<Error>& error)
{
    const ConversationId group = std::exchange(m_group, {});
    emit finished(group, error);
}

} // namespace skein
