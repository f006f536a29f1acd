// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ConversationStore.h"

#include "core/store/MessageCodec.h"
#include "core/types/DraftWords.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int staleTries = 3;

/// A position guessed from an id that tells no time (Message.h) is older than everything.
bool tellsTime(const QString& position) { return position > "000000000001"_L1; }

/// Whether the newest message is ours, so that the list's line may say "You". A group's list does
/// not tell the sender.
bool isOwnIn(const ConversationId& id, const Message& message)
{
    if (id.kind != ConversationId::Kind::Direct)
        return false;
    const bool isSelfChat = id.id == id.related + u'+' + id.related;
    return !message.isSystem() && (isSelfChat || message.senderId != UserId{id.related});
}

/// Whose words the list's line are; nobody's in direct chats.
QString previewSenderOf(const ConversationId& id, const Message& shown, bool isOwn)
{
    const bool isNamed = id.kind != ConversationId::Kind::Direct && !isOwn && !shown.isSystem();
    return isNamed ? shown.senderName : QString();
}

// Lists do not tell who wrote the newest message of a group, only by which name.
#define SKEIN_PREVIEW_IS_BLOCKED                                                                   \
    "CASE WHEN c.preview_from != '' THEN c.preview_from IN (SELECT user_id FROM block)"            \
    " ELSE c.preview_sender != '' AND c.preview_sender IN (SELECT name FROM block UNION SELECT"    \
    " o.name FROM contact o JOIN block USING (user_id) UNION SELECT e.nickname FROM member e"      \
    " JOIN block USING (user_id)) END"

// Most have no draft: what goes with one is not even looked for then.
#define SKEIN_CONVERSATION_ROWS                                                                    \
    "SELECT c.key, c.title, c.avatar_url, c.last_activity, c.newest_id, c.preview, c.preview_own," \
    " c.newest_position <= c.seen_position, c.unread, c.requires_approval, COALESCE(d.text, ''),"  \
    " c.preview_sender, c.kind, c.description, c.creator, c.like_icon, c.topics, c.members,"       \
    " c.muted_until, COALESCE(p.my_role, c.my_role), c.membership, COALESCE(p.membership, 0),"     \
    " COALESCE(p.members, c.members), COALESCE(c.edit_period, p.edit_period),"                     \
    " COALESCE(d.attachments, ''), CASE WHEN d.conversation NOT NULL THEN (SELECT COUNT(*) FROM"   \
    " draft_file f WHERE f.conversation = d.conversation AND f.kind = 0) END,"                     \
    " CASE WHEN d.conversation NOT NULL THEN (SELECT COUNT(*) FROM draft_file f"                   \
    " WHERE f.conversation = d.conversation AND f.kind != 0) END,"                                 \
    " CASE WHEN d.conversation NOT NULL THEN (SELECT f.name FROM draft_file f"                     \
    " WHERE f.conversation = d.conversation AND f.kind != 0 ORDER BY f.position LIMIT 1) END,"     \
    " COALESCE(NULLIF(d.editing, ''), e.message, ''), COALESCE(NULLIF(d.edit_text, ''), e.text,"   \
    " ''), CASE WHEN d.conversation NOT NULL THEN (SELECT m.sender_name FROM message m"            \
    " WHERE m.conversation = c.number AND m.id = d.reply_to AND m.deleted_at = 0) END,"            \
    " " SKEIN_PREVIEW_IS_BLOCKED                                                                   \
    ", c.key GLOB 'd/*' AND substr(c.key, 3 + instr(substr(c.key, 3),"                             \
    " '/')) IN (SELECT user_id FROM block),"                                                       \
    " c.key IN (SELECT conversation FROM outbox WHERE state IN (4, 5)), c.preview_kind"            \
    " FROM conversation c LEFT JOIN draft d ON d.conversation = c.key"                             \
    " LEFT JOIN sent_edit e ON e.conversation = c.key AND NOT EXISTS (SELECT 1 FROM sent_edit x"   \
    " WHERE x.conversation = c.key AND x.message < e.message)"                                     \
    " LEFT JOIN conversation p ON c.parent != '' AND p.key = c.parent"

/// A topic of a group that was left is as much out of reach as the group.
Membership membershipOf(int own, int parents)
{
    if (own != 0)
        return static_cast<Membership>(own);
    return parents == 0 ? Membership::Active : Membership::Left;
}

std::optional<LikeIcon> likeIconOf(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    return LikeIcon{text.section(u'/', 0, 0).toInt(), text.section(u'/', 1).toInt()};
}

void readGroupColumns(const Statement& row, Conversation& c)
{
    c.previewSender = row.value(11).toString();
    if (!row.value(12).isNull())
        c.groupKind = static_cast<GroupKind>(row.value(12).toInt());
    c.description = row.value(13).toString();
    c.creator = UserId{row.value(14).toString()};
    c.likeIcon = likeIconOf(row.value(15).toString());
    c.topics = row.value(16).toInt();
    c.members = row.value(22).toInt();
    c.mutedUntil = row.value(18).toLongLong();
    c.myRole = static_cast<GroupRole>(row.value(19).toInt());
    c.membership = membershipOf(row.value(20).toInt(), row.value(21).toInt());
}

QString readDraft(const Statement& row)
{
    DraftParts parts{.text = row.value(10).toString(),
        .photos = row.value(25).toInt(),
        .files = row.value(26).toInt(),
        .fileName = row.value(27).toString(),
        .isEdit = !row.value(28).toString().isEmpty(),
        .editText = row.value(29).toString(),
        .answered = row.value(30).toString()};
    for (const QJsonValue& each : decodeAttachments(row.value(24).toString()))
        parts.places += each.toObject().value("type"_L1) == "location"_L1 ? 1 : 0;
    return draftWords(parts);
}

Conversation readConversation(const Statement& row)
{
    Conversation c;
    c.id = ConversationId::fromKey(row.value(0).toString());
    c.title = row.value(1).toString();
    c.avatarUrl = row.value(2).toString();
    c.lastActivity = row.value(3).toLongLong();
    c.newestId = MessageId{row.value(4).toString()};
    c.preview = previewWords(
        Preview{static_cast<Preview::Kind>(row.value(34).toInt()), row.value(5).toString()});
    c.previewIsOwn = row.value(6).toBool();
    c.previewIsSeen = c.previewIsOwn && row.value(7).toBool();
    c.unread = std::max(row.value(8).toInt(), 0);
    c.requiresApproval = row.value(9).toBool();
    c.draft = readDraft(row);
    if (!row.value(23).isNull())
        c.editPeriod = row.value(23).toInt();
    readGroupColumns(row, c);
    c.isBlocked = row.value(32).toBool();
    c.hasFailed = row.value(33).toBool();
    const bool isDirect = c.id.kind == ConversationId::Kind::Direct;
    const bool theirs = c.isBlocked && !c.previewIsOwn && !c.preview.isEmpty();
    if (isDirect ? theirs : row.value(31).toBool()) {
        c.preview = hiddenMessageWords();
        c.previewSender.clear();
    }
    return c;
}

QList<Conversation> readConversations(Statement& query)
{
    QList<Conversation> rows;
    while (query.next()) {
        const Conversation row = readConversation(query);
        if (!row.id.isEmpty()) // a spoiled key names nothing that could be opened
            rows.append(row);
    }
    return rows;
}

} // namespace

qint64 ConversationStore::number(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT number FROM conversation WHERE key = ?", {id.key()});
    return query.next() ? query.value(0).toLongLong() : 0;
}

qint64 ConversationStore::numberFor(const ConversationId& id)
{
    const bool isTopic = id.kind == ConversationId::Kind::Topic;
    m_database.run("INSERT OR IGNORE INTO conversation (key, parent) VALUES (?, ?)",
        {id.key(), isTopic ? id.parent().key() : u""_s});
    return number(id);
}

void ConversationStore::keepAddressee(const ConversationId& id)
{
    const qint64 known = numberFor(id);
    m_database.run("INSERT OR REPLACE INTO addressee (conversation, title, avatar_url, parent)"
                   " SELECT key, title, avatar_url, parent FROM conversation WHERE number = ?",
        {known});
}

QList<Conversation> ConversationStore::all() const
{
    return readConversations(m_database.run(SKEIN_CONVERSATION_ROWS));
}

QList<Conversation> ConversationStore::family(const ConversationId& group) const
{
    return readConversations(m_database.run(SKEIN_CONVERSATION_ROWS
        " WHERE c.key = ? OR (c.parent = ? AND c.membership != ?)",
        {group.key(), group.key(), static_cast<int>(Membership::Left)}));
}

std::optional<Conversation> ConversationStore::one(const ConversationId& id) const
{
    auto& query = m_database.run(SKEIN_CONVERSATION_ROWS " WHERE c.key = ?", {id.key()});
    if (!query.next())
        return std::nullopt;
    return readConversation(query);
}

bool ConversationStore::takeSummary(
    const ConversationSummary& summary, bool firstSync, Changes& changes)
{
    const auto before = one(summary.id);
    const qint64 number = numberFor(summary.id);
    const QString mode = summary.deletionMode.join(u' ');
    // A list that tells nothing new must cost no write: it is read all day long.
    const auto& period = summary.editPeriod;
    m_database.run("UPDATE conversation SET title = ?, avatar_url = ?, requires_approval = ?,"
                   " deletion_mode = ?, edit_period = COALESCE(?, edit_period),"
                   " last_activity = MAX(last_activity, ?) WHERE number = ?"
                   " AND (title != ? OR avatar_url != ? OR requires_approval != ?"
                   " OR deletion_mode != ? OR edit_period IS NOT COALESCE(?, edit_period)"
                   " OR last_activity < ?)",
        {summary.title, summary.avatarUrl, summary.requiresApproval, mode, period,
            summary.updatedAt, number, summary.title, summary.avatarUrl, summary.requiresApproval,
            mode, period, summary.updatedAt});
    const bool assumeRead = firstSync && (!before || before->newestId.isEmpty());
    if (summary.lastMessage)
        takeListedMessage(summary.id, *summary.lastMessage, number, assumeRead, changes);
    if (summary.lastRead)
        raiseRead(summary.id, positionFor(summary, *summary.lastRead), true, changes);
    const bool changed = !before || before != one(summary.id);
    if (changed)
        changes.conversations.insert(summary.id);
    return changed;
}

bool ConversationStore::isBehind(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT 1 FROM conversation c WHERE key = ?"
                                 " AND read_position < newest_position AND NOT EXISTS (SELECT 1"
                                 " FROM message m WHERE m.conversation = c.number)",
        {id.key()});
    return query.next() || !unreadReachesBefore(id).isEmpty();
}

MessageId ConversationStore::unreadReachesBefore(const ConversationId& id) const
{
    auto& query = m_database.run(
        "SELECT r.oldest, c.read_position FROM conversation c JOIN range r ON r.conversation ="
        " c.number AND r.newest = (SELECT MAX(newest) FROM range x WHERE x.conversation ="
        " c.number) WHERE c.key = ? AND c.read_certain AND c.unread < ? AND NOT r.reaches_start"
        " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.conversation = c.number"
        " AND m.position = c.read_position)",
        {id.key(), enoughUnread});
    if (!query.next())
        return {};
    // Of a head that is not here only the id is certain.
    const MessageId oldest = idAt(query.value(0).toString());
    return isLowerId(idAt(query.value(1).toString()), oldest) ? oldest : MessageId{};
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

void ConversationStore::takeListedMessage(const ConversationId& id, const Message& message,
    qint64 number, bool assumeRead, Changes& changes)
{
    const QString position = positionOf(message);
    const bool isOwn = isOwnIn(id, message);
    const Preview preview = previewOf(message);
    const int kind = static_cast<int>(preview.kind);
    const QString sender = previewSenderOf(id, message, isOwn);
    // The list may lag behind the messages, and ours may know better (protocol.md J4, J5).
    auto& update = m_database.run(
        "UPDATE conversation SET newest_id = ?, newest_position = ?, preview = ?,"
        " preview_kind = ?, preview_own = ?, preview_sender = ?, preview_from = '',"
        " stale = CASE WHEN newest_position < ? AND NOT ? THEN ? ELSE stale END"
        " WHERE number = ? AND newest_position <= ? AND (newest_position < ?"
        " OR preview != ? OR preview_kind != ? OR preview_own != ? OR preview_sender != ?)"
        " AND NOT EXISTS (SELECT 1 FROM message m"
        " WHERE m.conversation = number AND m.position = ?)",
        {message.id.value, position, preview.text, kind, isOwn, sender, position, assumeRead,
            staleTries, number, position, position, preview.text, kind, isOwn, sender, position});
    if (assumeRead && update.numRowsAffected() > 0)
        raiseRead(id, position, false, changes);
}

QList<ConversationId> conversationsOf(Statement& query)
{
    QList<ConversationId> ids;
    while (query.next()) {
        const auto id = ConversationId::fromKey(query.value(0).toString());
        if (!id.isEmpty())
            ids.append(id);
    }
    return ids;
}

QList<ConversationId> ConversationStore::stale() const
{
    return conversationsOf(
        m_database.run("SELECT key FROM conversation WHERE stale ORDER BY last_activity DESC"));
}

void ConversationStore::noteApproved(const ConversationId& id, Changes& changes)
{
    m_database.run("UPDATE conversation SET requires_approval = 0 WHERE key = ?", {id.key()});
    changes.conversations.insert(id);
}

QList<ConversationId> ConversationStore::writtenInSince(qint64 second) const
{
    Message edge;
    edge.createdAt = second;
    return conversationsOf(m_database.run(
        "SELECT key FROM conversation c WHERE membership = 0 AND last_activity >= ? AND EXISTS"
        " (SELECT 1 FROM message m WHERE m.conversation = c.number AND m.position >= ? AND m.own)"
        " ORDER BY last_activity DESC",
        {second, positionOf(edge)}));
}

bool ConversationStore::isStale(const ConversationId& id) const
{
    return m_database.run("SELECT 1 FROM conversation WHERE key = ? AND stale", {id.key()}).next();
}

void ConversationStore::markStale(const ConversationId& id)
{
    m_database.run("UPDATE conversation SET stale = ? WHERE key = ?", {staleTries, id.key()});
}

void ConversationStore::markCaughtUp(const ConversationId& id)
{
    m_database.run("UPDATE conversation SET stale = CASE WHEN EXISTS (SELECT 1 FROM range r"
                   " WHERE r.conversation = number AND r.newest >= newest_position)"
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

void ConversationStore::noteWrittenElsewhere(
    const ConversationId& id, const QString& position, Changes& changes)
{
    m_database.run("UPDATE conversation SET written_elsewhere = MAX(written_elsewhere, ?)"
                   " WHERE key = ?",
        {position, id.key()});
    raiseRead(id, position, false, changes);
}

void ConversationStore::raiseRead(
    const ConversationId& id, const QString& position, bool certain, Changes& changes)
{
    if (!tellsTime(position))
        return;
    const QString before = heads(id).read;
    const bool becomesCertain = certain
        && m_database
               .run("SELECT 1 FROM conversation WHERE key = ? AND NOT read_certain", {id.key()})
               .next();
    // What the service says replaces what was only assumed, even backwards; once, and never behind
    // what was answered.
    m_database.run("UPDATE conversation SET read_position ="
                   " CASE WHEN ? AND NOT read_certain THEN MAX(?, written_elsewhere)"
                   " ELSE MAX(read_position, ?) END,"
                   " read_certain = MAX(read_certain, ?) WHERE key = ?"
                   " AND (read_position < ? OR read_certain < ?)",
        {certain, position, position, certain, id.key(), position, certain});
    if (heads(id).read != before)
        recount(id, changes);
    // What the service says is unread is fetched, or it could not be counted.
    if (becomesCertain && isBehind(id))
        markStale(id);
}

void ConversationStore::correctHeads(qint64 number, const QString& from, const QString& to)
{
    if (from == to)
        return;
    auto& heads = m_database.run("SELECT 1 FROM conversation WHERE number = ? AND ? IN"
                                 " (read_position, receipt_position, seen_position,"
                                 " written_elsewhere)",
        {number, from});
    if (!heads.next())
        return;
    for (const char* sql : {"UPDATE conversation SET read_position = ?"
                            " WHERE number = ? AND read_position = ?",
             "UPDATE conversation SET receipt_position = ?"
             " WHERE number = ? AND receipt_position = ?",
             "UPDATE conversation SET seen_position = ?"
             " WHERE number = ? AND seen_position = ?",
             "UPDATE conversation SET written_elsewhere = ?"
             " WHERE number = ? AND written_elsewhere = ?"})
        m_database.run(sql, {to, number, from});
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
    const QString position = positionOf(newest);
    const Preview preview = previewOf(shown);
    const int kind = static_cast<int>(preview.kind);
    const QString sender = previewSenderOf(id, shown, shownIsOwn);
    auto& update = m_database.run(
        "UPDATE conversation SET newest_id = ?, newest_position = ?, preview = ?, preview_kind = ?,"
        " preview_own = ?, preview_sender = ?, preview_from = ?,"
        " last_activity = MAX(last_activity, ?)"
        " WHERE key = ? AND newest_position <= ? AND (last_activity < ? OR (newest_id,"
        " newest_position, preview, preview_kind, preview_own, preview_sender, preview_from)"
        " != (?, ?, ?, ?, ?, ?, ?))",
        {newest.id.value, position, preview.text, kind, shownIsOwn, sender, shown.senderId.value,
            shown.createdAt, id.key(), position, shown.createdAt, newest.id.value, position,
            preview.text, kind, shownIsOwn, sender, shown.senderId.value});
    if (update.numRowsAffected() > 0)
        changes.conversations.insert(id);
}

void ConversationStore::recount(const ConversationId& id, Changes& changes)
{
    auto& query = m_database.run(
        "SELECT COUNT(*) FROM conversation c JOIN message m ON m.conversation = c.number"
        " AND m.position > c.read_position AND m.counts AND (c.key GLOB 'd/*' OR m.sender_id NOT"
        " IN (SELECT user_id FROM block)) WHERE c.key = ?",
        {id.key()});
    const int unread = query.next() ? query.value(0).toInt() : 0;
    auto& update = m_database.run("UPDATE conversation SET unread = ? WHERE key = ?"
                                  " AND unread != ?",
        {unread, id.key(), unread});
    if (update.numRowsAffected() > 0) {
        changes.conversations.insert(id);
        changes.threads.insert(id);
    }
}

void ConversationStore::introduce(
    const ConversationId& id, const QString& title, const QString& avatarUrl, Changes& changes)
{
    if (number(id) != 0)
        return;
    m_database.run("UPDATE conversation SET title = ?, avatar_url = ? WHERE number = ?",
        {title, avatarUrl, numberFor(id)});
    changes.conversations.insert(id);
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
