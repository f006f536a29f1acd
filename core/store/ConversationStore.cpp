// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ConversationStore.h"

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int staleTries = 3;

/// A position guessed from an id that tells no time (Message.h) is older than everything.
bool tellsTime(const QString& position) { return position > "000000000001"_L1; }

/// Whether the newest message is ours, so that the list's line may say "You".
bool isOwnIn(const ConversationId& id, const Message& message)
{
    const bool isSelfChat = id.id == id.related + u'+' + id.related;
    return !message.isSystem() && (isSelfChat || message.senderId != UserId{id.related});
}

#define SKEIN_CONVERSATION_ROWS                                                                    \
    "SELECT c.key, c.title, c.avatar_url, c.last_activity, c.newest_id, c.preview, c.preview_own," \
    " c.newest_position <= c.seen_position, c.unread, c.requires_approval, COALESCE(d.text, '')"   \
    " FROM conversation c LEFT JOIN draft d ON d.conversation = c.number"

Conversation readRow(const QSqlQuery& row)
{
    Conversation c;
    c.id = ConversationId::fromKey(row.value(0).toString());
    c.title = row.value(1).toString();
    c.avatarUrl = row.value(2).toString();
    c.lastActivity = row.value(3).toLongLong();
    c.newestId = MessageId{row.value(4).toString()};
    c.preview = row.value(5).toString();
    c.previewIsOwn = row.value(6).toBool();
    c.previewIsSeen = c.previewIsOwn && row.value(7).toBool();
    c.unread = row.value(8).toInt();
    c.requiresApproval = row.value(9).toBool();
    c.draft = row.value(10).toString();
    return c;
}

} // namespace

qint64 ConversationStore::number(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT number FROM conversation WHERE key = ?", {id.key()});
    return query.next() ? query.value(0).toLongLong() : 0;
}

qint64 ConversationStore::numberFor(const ConversationId& id)
{
    m_database.run("INSERT OR IGNORE INTO conversation (key) VALUES (?)", {id.key()});
    return number(id);
}

QList<Conversation> ConversationStore::all() const
{
    QList<Conversation> rows;
    auto& query = m_database.run(SKEIN_CONVERSATION_ROWS);
    while (query.next())
        rows.append(readRow(query));
    return rows;
}

std::optional<Conversation> ConversationStore::one(const ConversationId& id) const
{
    auto& query = m_database.run(SKEIN_CONVERSATION_ROWS " WHERE c.key = ?", {id.key()});
    if (!query.next())
        return std::nullopt;
    return readRow(query);
}

bool ConversationStore::takeSummary(
    const ConversationSummary& summary, bool firstSync, Changes& changes)
{
    const auto before = one(summary.id);
    const qint64 number = numberFor(summary.id);
    m_database.run("UPDATE conversation SET title = ?, avatar_url = ?, requires_approval = ?,"
                   " deletion_mode = ?, last_activity = MAX(last_activity, ?) WHERE number = ?",
        {summary.title, summary.avatarUrl, summary.requiresApproval,
            summary.deletionMode.join(u' '), summary.updatedAt, number});
    if (summary.lastMessage)
        takeListedMessage(
            summary, number, firstSync && (!before || before->newestId.isEmpty()), changes);
    if (summary.lastRead)
        raiseRead(summary.id, positionFor(summary, *summary.lastRead), true, changes);
    const bool changed = !before || before != one(summary.id);
    if (changed)
        changes.conversations.insert(summary.id);
    return changed;
}

QString ConversationStore::positionFor(
    const ConversationSummary& summary, const MessageId& message) const
{
    if (summary.lastMessage && summary.lastMessage->id == message)
        return positionOf(*summary.lastMessage);
    auto& query = m_database.run("SELECT position FROM message WHERE conversation = ? AND id = ?",
        {number(summary.id), message.value});
    return query.next() ? query.value(0).toString() : positionOf(message);
}

void ConversationStore::takeListedMessage(
    const ConversationSummary& summary, qint64 number, bool assumeRead, Changes& changes)
{
    const Message& message = *summary.lastMessage;
    const QString position = positionOf(message);
    // The list may lag behind the messages, and ours may know better (protocol.md J4, J5).
    auto& update
        = m_database.run("UPDATE conversation SET newest_id = ?, newest_position = ?, preview = ?,"
                         " preview_own = ?, last_activity = MAX(last_activity, ?),"
                         " stale = CASE WHEN newest_position < ? AND NOT ? THEN ? ELSE stale END"
                         " WHERE number = ? AND newest_position <= ? AND NOT EXISTS (SELECT 1"
                         " FROM message m WHERE m.conversation = number AND m.position = ?)",
            {message.id.value, position, previewOf(message), isOwnIn(summary.id, message),
                message.createdAt, position, assumeRead, staleTries, number, position, position});
    if (assumeRead && update.numRowsAffected() > 0)
        raiseRead(summary.id, position, false, changes);
}

QList<ConversationId> ConversationStore::stale() const
{
    auto& query
        = m_database.run("SELECT key FROM conversation WHERE stale ORDER BY last_activity DESC");
    QList<ConversationId> ids;
    while (query.next())
        ids.append(ConversationId::fromKey(query.value(0).toString()));
    return ids;
}

void ConversationStore::markStale(const ConversationId& id)
{
    m_database.run("UPDATE conversation SET stale = ? WHERE key = ?", {staleTries, id.key()});
}

void ConversationStore::markCaughtUp(const ConversationId& id)
{
    m_database.run("UPDATE conversation SET stale = CASE WHEN EXISTS (SELECT 1 FROM message m"
                   " WHERE m.conversation = number AND m.position = newest_position)"
                   " THEN 0 ELSE stale - 1 END WHERE key = ? AND stale > 0",
        {id.key()});
}

ReadHeads ConversationStore::heads(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT read_position, receipt_position, seen_position"
                                 " FROM conversation WHERE key = ?",
        {id.key()});
    if (!query.next())
        return {};
    return {query.value(0).toString(), query.value(1).toString(), query.value(2).toString()};
}

void ConversationStore::raiseRead(
    const ConversationId& id, const QString& position, bool certain, Changes& changes)
{
    if (!tellsTime(position))
        return;
    const QString before = heads(id).read;
    // What the service says replaces what was only assumed, even backwards; once.
    m_database.run("UPDATE conversation SET read_position ="
                   " CASE WHEN ? AND NOT read_certain THEN ? ELSE MAX(read_position, ?) END,"
                   " read_certain = MAX(read_certain, ?) WHERE key = ?",
        {certain, position, position, certain, id.key()});
    if (heads(id).read != before)
        recount(id, changes);
}

void ConversationStore::raiseReceipt(const ConversationId& id, const QString& position)
{
    m_database.run("UPDATE conversation SET receipt_position = MAX(receipt_position, ?)"
                   " WHERE key = ?",
        {position, id.key()});
}

void ConversationStore::raiseSeen(
    const ConversationId& id, const QString& position, Changes& changes)
{
    if (position <= heads(id).seen || !number(id))
        return;
    m_database.run("UPDATE conversation SET seen_position = ? WHERE key = ?", {position, id.key()});
    changes.conversations.insert(id);
    changes.threads.insert(id);
}

void ConversationStore::takeNewest(const ConversationId& id, const Message& newest,
    const Message& shown, bool shownIsOwn, Changes& changes)
{
    const auto before = one(id);
    const QString position = positionOf(newest);
    m_database.run("UPDATE conversation SET newest_id = ?, newest_position = ?, preview = ?,"
                   " preview_own = ?, last_activity = MAX(last_activity, ?)"
                   " WHERE key = ? AND newest_position <= ?",
        {newest.id.value, position, previewOf(shown), shownIsOwn, shown.createdAt, id.key(),
            position});
    if (before != one(id))
        changes.conversations.insert(id);
}

void ConversationStore::recount(const ConversationId& id, Changes& changes)
{
    const auto before = one(id);
    m_database.run("UPDATE conversation SET unread = (SELECT COUNT(*) FROM message m"
                   " WHERE m.conversation = number AND m.position > read_position AND m.counts)"
                   " WHERE key = ?",
        {id.key()});
    if (before != one(id)) {
        changes.conversations.insert(id);
        changes.threads.insert(id);
    }
}

KeptPlace ConversationStore::place(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT place_key, place_position, place_offset"
                                 " FROM conversation WHERE key = ?",
        {id.key()});
    if (!query.next())
        return {};
    return {query.value(0).toString(), query.value(1).toString(), query.value(2).toInt()};
}

void ConversationStore::keepPlace(const ConversationId& id, const KeptPlace& place)
{
    m_database.run("UPDATE conversation SET place_key = ?, place_position = ?, place_offset = ?"
                   " WHERE key = ?",
        {place.key, place.position, place.offset, id.key()});
}

QString ConversationStore::meta(const QString& key) const
{
    auto& query = m_database.run("SELECT value FROM meta WHERE key = ?", {key});
    return query.next() ? query.value(0).toString() : QString();
}

void ConversationStore::setMeta(const QString& key, const QString& value)
{
    m_database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", {key, value});
}

} // namespace skein
