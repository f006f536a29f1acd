// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What others ask of MessageStore.

#include "core/store/MessageCodec.h"
#include "core/store/MessageRow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

std::optional<Message> MessageStore::find(const ConversationId& id, const MessageId& m) const
{
    auto& query
        = m_database.run(SKEIN_MESSAGES " AND id = ?", {m_conversations.number(id), m.value});
    return readMessage(query);
}

QString MessageStore::positionFor(const ConversationId& id, const MessageId& m) const
{
    auto& query = m_database.run("SELECT position FROM message WHERE conversation = ? AND id = ?",
        {m_conversations.number(id), m.value});
    return query.next() ? query.value(0).toString() : positionOf(m);
}

MessageId MessageStore::head(const ConversationId& id) const
{
    const auto known = ranges(id);
    return known.isEmpty() ? MessageId{} : idAt(known.last().newest);
}

QList<Span> MessageStore::ranges(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT " SKEIN_RANGE_COLUMNS " FROM range"
                                 " WHERE conversation = ? ORDER BY oldest",
        {m_conversations.number(id)});
    return readSpans(query);
}

bool MessageStore::isCovered(const ConversationId& id, const QString& position) const
{
    const auto known = ranges(id);
    return std::any_of(known.begin(), known.end(),
        [&](const Span& span) { return span.oldest <= position && position <= span.newest; });
}

ThreadSlice MessageStore::slice(const ConversationId& id, const SliceEdges& edges) const
{
    const auto& [from, to, before, after] = edges;
    auto& within = m_database.run(SKEIN_MESSAGES " AND position >= ? AND position <= ?"
                                                 " AND NOT hidden ORDER BY position",
        {m_conversations.number(id), from, to});
    return around(id, edges, readMessages(within));
}

ThreadSlice MessageStore::slice(
    const ConversationId& id, const SliceEdges& edges, const ReadMessages& known) const
{
    QList<Message> within = known.messages;
    if (!known.changed.isEmpty())
        within.removeIf([&](const Message& each) { return known.changed.contains(each.id); });
    const qsizetype kept = within.size();
    for (const MessageId& each : known.changed) {
        const auto message = find(id, each);
        const QString position = message ? positionOf(*message) : QString();
        if (message && !isBookkeeping(*message) && position >= edges.from && position <= edges.to)
            within.append(*message);
    }
    std::ranges::sort(within.begin() + kept, within.end(), comesBefore);
    std::ranges::inplace_merge(within, within.begin() + kept, comesBefore);
    return around(id, edges, within);
}

/// With `within`, what is stored between the edges.
ThreadSlice MessageStore::around(
    const ConversationId& id, const SliceEdges& edges, const QList<Message>& within) const
{
    const qint64 number = m_conversations.number(id);
    ThreadSlice slice;
    auto& older = m_database.run(SKEIN_MESSAGES " AND position < ? AND NOT hidden"
                                                " ORDER BY position DESC LIMIT ?",
        {number, edges.from, edges.before + 1});
    slice.messages = readMessages(older);
    slice.hasOlder = slice.messages.size() > edges.before;
    if (slice.hasOlder)
        slice.messages.removeLast();
    std::ranges::reverse(slice.messages);
    slice.messages += within;
    auto& newer = m_database.run(SKEIN_MESSAGES
        " AND position > ? AND NOT hidden ORDER BY position LIMIT ?",
        {number, edges.to, edges.after + 1});
    auto tail = readMessages(newer);
    slice.hasNewer = tail.size() > edges.after;
    if (slice.hasNewer)
        tail.removeLast();
    slice.messages += tail;
    slice.ranges = ranges(id);
    return slice;
}

std::optional<Message> MessageStore::firstUnreadAfter(
    const ConversationId& id, const QString& position) const
{
    auto& query = m_database.run(SKEIN_MESSAGES
        " AND position > ? AND counts AND (? OR sender_id NOT IN (SELECT user_id FROM block))"
        " ORDER BY position LIMIT 1",
        {m_conversations.number(id), position, id.kind == ConversationId::Kind::Direct});
    return readMessage(query);
}

QList<Message> MessageStore::arrivedAfter(const ConversationId& id, const QString& position) const
{
    constexpr int limit = 1000;
    auto& query = m_database.run(SKEIN_MESSAGES
        " AND position > ? AND NOT hidden ORDER BY position DESC LIMIT ?",
        {m_conversations.number(id), position, limit});
    QList<Message> rows = readMessages(query);
    std::ranges::reverse(rows);
    return rows;
}

MessageId MessageStore::newestReceivedUpTo(const ConversationId& id, const QString& position) const
{
    auto& query = m_database.run(SKEIN_MESSAGES
        " AND position <= ? AND counts ORDER BY position DESC LIMIT 1",
        {m_conversations.number(id), position});
    const auto message = readMessage(query);
    return message ? message->id : MessageId{};
}

QList<Message> MessageStore::pinned(const ConversationId& id) const
{
    // The words of the index: few rows hold them, and of those some only speak of pinning.
    auto& query = m_database.run(
        "SELECT " SKEIN_MESSAGE_COLUMNS " FROM message INDEXED BY message_pinned"
        " WHERE conversation = ? AND instr(extra, '\"pinned\":') > 0 ORDER BY position",
        {m_conversations.number(id)});
    QList<Message> rows = readMessages(query);
    rows.removeIf(
        [](const Message& message) { return message.pinnedAt == 0 || message.isDeleted(); });
    return rows;
}

} // namespace skein
