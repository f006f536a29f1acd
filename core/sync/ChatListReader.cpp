// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ChatListReader.h"

#include "core/base/WhenDone.h"

using namespace Qt::StringLiterals;

namespace skein {

namespace {
const auto firstSyncDone = u"first_sync_done"_s;
}

ChatListReader::ChatListReader(GroupMeApi& api, AccountStore& store, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
}

void ChatListReader::read(bool whole)
{
    if (std::exchange(m_reading, true))
        return;
    m_seen.clear();
    m_rereading = false;
    const auto done = m_store.read(
        [](Stores& stores) { return !stores.conversations.meta(firstSyncDone).isEmpty(); });
    whenDone(this, done, [this, whole](const Result<bool>& isDone) {
        if (!isDone)
            return end(isDone.error());
        m_firstSync = !*isDone;
        m_whole = whole || m_firstSync || m_owed;
        readPage(1);
    });
}

void ChatListReader::readPage(int page)
{
    m_page = page;
    whenDone(this, m_api.chats(page, m_store.me()),
        [this, page](const Result<QList<ConversationSummary>>& rows) {
            if (!rows)
                return end(rows.error());
            takePage(page, *rows);
        });
}

void ChatListReader::takePage(int page, const QList<ConversationSummary>& rows)
{
    Taken taken;
    for (const ConversationSummary& row : rows) {
        if (!m_seen.contains(row.id.id)) {
            m_seen.insert(row.id.id);
            ++taken.fresh;
        }
    }
    const bool firstSync = m_firstSync;
    const auto write = m_store.write([=](Stores& stores, Changes& changes) {
        Taken result = taken;
        int place = (page - 1) * GroupMeApi::pageLimit;
        for (const ConversationSummary& row : rows) {
            // Sorted by activity: if the last row is as it was, so are all that follow.
            result.changed = stores.conversations.takeSummary(row, firstSync, changes);
            if (firstSync && place++ < primed)
                stores.conversations.markStale(row.id);
        }
        return result;
    });
    whenDone(this, write, [this, page](const Result<Taken>& result) {
        if (!result)
            return end(result.error());
        goOn(page, *result);
    });
}

void ChatListReader::goOn(int page, const Taken& taken)
{
    if (m_rereading)
        return complete();
    // No new row: the end, or a service that gives the same page for ever.
    const bool ended = taken.fresh == 0 || page >= maxPages;
    if (!ended && (m_whole || taken.changed))
        return readPage(page + 1);
    if (page > 2) {
        m_rereading = true;
        return readPage(1);
    }
    complete();
}

void ChatListReader::complete()
{
    if (!m_firstSync)
        return end(std::nullopt);
    const auto write = m_store.write([](Stores& stores, Changes&) {
        stores.conversations.setMeta(firstSyncDone, u"1"_s);
        return true;
    });
    whenDone(this, write, [this](const Result<bool>& written) {
        end(written ? std::nullopt : std::optional(written.error()));
    });
}

void ChatListReader::end(const std::optional<Error>& error)
{
    m_reading = false;
    // What was taken so far looks unchanged next time: only a whole reading finds the rest.
    m_owed = error && (m_whole || m_page > 1 || m_rereading);
    emit finished(error);
}

} // namespace skein
