// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ChatListReader.h"

#include "core/base/WhenDone.h"

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString firstSyncKey(ChatListReader::List list)
{
    return list == ChatListReader::List::Chats ? u"first_sync_done"_s : u"first_groups_done"_s;
}

qint64 activityOf(const ConversationSummary& row)
{
    return row.lastMessage ? row.lastMessage->createdAt : row.createdAt;
}

/// Known groups that a reading has not shown.
QList<ConversationId> unseen(Stores& stores, const QSet<ConversationId>& seen)
{
    QList<ConversationId> groups = stores.groups.groups();
    groups.removeIf([&](const ConversationId& group) { return seen.contains(group); });
    return groups;
}

} // namespace

ChatListReader::ChatListReader(GroupMeApi& api, AccountStore& store, List list, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_list(list)
{
}

void ChatListReader::read(bool whole)
{
    if (std::exchange(m_reading, true))
        return;
    m_seen.clear();
    m_rereading = false;
    m_sorted = true;
    const auto done = m_store.read([key = firstSyncKey(m_list)](Stores& stores) {
        return !stores.conversations.meta(key).isEmpty();
    });
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
    const auto rows = m_list == List::Chats ? m_api.chats(page, m_store.me()) : m_api.groups(page);
    whenDone(this, rows, [this, page](const Result<QList<ConversationSummary>>& answer) {
        if (!answer)
            return end(answer.error());
        takePage(page, *answer);
    });
}

void ChatListReader::takePage(int page, const QList<ConversationSummary>& rows)
{
    Taken taken{.full = rows.size() >= GroupMeApi::pageLimit};
    for (const ConversationSummary& row : rows) {
        const bool isFirst = page == 1 && &row == &rows.first();
        m_sorted &= isFirst || m_list == List::Chats || activityOf(row) <= m_lastActivity;
        m_lastActivity = activityOf(row);
        if (!m_seen.contains(row.id)) {
            m_seen.insert(row.id);
            ++taken.fresh;
        }
    }
    const bool areGroups = m_list == List::Groups;
    const auto write = m_store.write([=, whole = m_whole, firstSync = m_firstSync, seen = m_seen](
                                         Stores& stores, Changes& changes) {
        Taken result = taken;
        int place = (page - 1) * GroupMeApi::pageLimit;
        for (const ConversationSummary& row : rows) {
            // Sorted by activity: if the last row is as it was, so are all that follow.
            result.changed = areGroups ? stores.groups.take(row, firstSync, changes)
                                       : stores.conversations.takeSummary(row, firstSync, changes);
            if (!areGroups && row.lastMessage)
                stores.messages.takeListedReactions(row.id, *row.lastMessage, changes);
            if (firstSync && place++ < primed)
                stores.conversations.markStale(row.id);
            if (areGroups && (result.changed || whole) && stores.groups.wasLeft(row.id))
                result.reappeared.append(row.id);
        }
        result.unseen = areGroups ? static_cast<int>(unseen(stores, seen).size()) : 0;
        return result;
    });
    whenDone(this, write, [this, page](const Result<Taken>& result) {
        if (!result)
            return end(result.error());
        for (const ConversationId& group : result->reappeared)
            emit reappeared(group);
        goOn(page, *result);
    });
}

void ChatListReader::goOn(int page, const Taken& taken)
{
    if (m_rereading)
        return complete();
    // No new row: the end, or a service that gives the same page for ever.
    const bool ended = taken.fresh == 0 || page >= maxPages;
    // A short page that lacks a known group hints that one is gone: the end is looked for.
    m_whole |= taken.unseen > 0 && !taken.full;
    if (!ended && (m_whole || taken.changed || !m_sorted))
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
        return finish();
    const auto write = m_store.write([key = firstSyncKey(m_list)](Stores& stores, Changes&) {
        stores.conversations.setMeta(key, u"1"_s);
        return true;
    });
    whenDone(this, write, [this](const Result<bool>& written) {
        if (!written)
            return end(written.error());
        finish();
    });
}

void ChatListReader::finish()
{
    if (!m_whole || m_list == List::Chats || m_page >= maxPages)
        return end(std::nullopt);
    const auto read
        = m_store.read([seen = m_seen](Stores& stores) { return unseen(stores, seen); });
    whenDone(this, read, [this](const Result<QList<ConversationId>>& groups) {
        if (groups && !groups->isEmpty())
            emit missed(*groups);
        end(std::nullopt);
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
