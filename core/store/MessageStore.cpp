// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/MessageStore.h"

#include "core/store/MessageCodec.h"
#include "core/store/OutgoingFileStore.h"
#include "core/types/Reactions.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

#define SKEIN_MESSAGE_COLUMNS                                                                      \
    "id, guid, sender_id, created_at, updated_at, deleted_at, sender_name, text, extra"
#define SKEIN_RANGE_COLUMNS "oldest, newest, reaches_start, island"
#define SKEIN_MESSAGES "SELECT " SKEIN_MESSAGE_COLUMNS " FROM message WHERE conversation = ?"

Message readMessage(const Statement& row)
{
    Message m;
    m.id = MessageId{row.value(0).toString()};
    m.guid = SourceGuid{row.value(1).toString()};
    m.senderId = UserId{row.value(2).toString()};
    m.createdAt = row.value(3).toLongLong();
    m.updatedAt = row.value(4).toLongLong();
    m.deletedAt = row.value(5).toLongLong();
    m.senderName = row.value(6).toString();
    m.text = row.value(7).toString();
    decodeExtra(row.value(8).toString(), m);
    return m;
}

QList<Message> readMessages(Statement& query)
{
    QList<Message> rows;
    while (query.next())
        rows.append(readMessage(query));
    return rows;
}

std::optional<Message> readOne(Statement& query)
{
    if (!query.next())
        return std::nullopt;
    return readMessage(query);
}

QList<Span> readSpans(Statement& query)
{
    QList<Span> spans;
    while (query.next())
        spans.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toBool(),
            query.value(3).toBool()});
    return spans;
}

void applyEdit(Message& message, qint64 at, const QJsonObject& content)
{
    message.updatedAt = at;
    message.text = content["text"_L1].toString();
    if (content.contains("attachments"_L1))
        message.attachments.clear();
    for (const auto& a : content["attachments"_L1].toArray())
        message.attachments.append(readAttachment(a.toObject()));
}

QSet<UserId> reactorsOf(const Message& message)
{
    QSet<UserId> users;
    for (const Reaction& each : reactionsOf(message))
        users.unite({each.users.begin(), each.users.end()});
    return users;
}

QString idText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

void MessageStore::take(const ConversationId& id, const Intake& intake, Changes& changes)
{
    const qint64 number = m_conversations.numberFor(id);
    const QString newestBefore = newestStored(number);
    bool changed = false;
    QString ownElsewhere;
    for (const Message& message : intake.messages) {
        const auto [outcome, pinChanged, reactors] = upsert(number, message, intake.partial);
        if (pinChanged)
            changes.pins.insert(id);
        for (const UserId& user : reactors)
            changes.reactions.append({id, message.id, user});
        if (outcome == Outcome::New && message.isSystem()) {
            applyEvent(number, message);
            // Of history only the latest counts, and that the lists and the pages tell.
            const bool isNews
                = message.event && !newestBefore.isEmpty() && positionOf(message) > newestBefore;
            if (isNews && id.kind == ConversationId::Kind::Group)
                m_groups.takeNews(id, newsIn(*message.event), message.createdAt, changes);
            if (isNews)
                applyPin(id, message, changes);
        }
        const bool wasWaiting = message.senderId == m_me && settleOutbox(number, message, changes);
        if (wasWaiting) {
            changes.waiting[id].insert(message.guid);
            changes.conversations.insert(id);
        }
        if (outcome == Outcome::New && message.senderId == m_me && !wasWaiting)
            ownElsewhere = std::max(ownElsewhere, positionOf(message));
        changed |= outcome != Outcome::Same || wasWaiting;
    }
    if (intake.reread)
        changed |= removeMissing(number, intake);
    if (intake.complete)
        changed |= addRange(number, *intake.complete);
    if (!ownElsewhere.isEmpty())
        m_conversations.noteWrittenElsewhere(id, ownElsewhere, changes);
    if (changed) {
        changes.threads.insert(id);
        settle(id, number, changes);
    }
    // What others wrote before an own message no list tells of: it is the newest there.
    if (changed && intake.partial)
        m_conversations.markStale(id);
}

MessageStore::Upsert MessageStore::upsert(qint64 number, Message message, bool partial)
{
    if (message.isDeleted())
        bury(message, message.deletedAt, message.deletionActor);
    auto& query = m_database.run(SKEIN_MESSAGES " AND id = ?", {number, message.id.value});
    const auto stored = readOne(query);
    if (stored) {
        message = merged(*stored, message, partial);
        applyPending(number, message);
        if (message == *stored)
            return {};
        if (positionOf(message) != positionOf(*stored))
            leavePlace(number, positionOf(*stored), positionOf(message));
    } else {
        applyPending(number, message);
    }
    write(number, message);
    const QString before = stored ? positionOf(*stored) : positionOf(message.id);
    m_conversations.correctHeads(number, before, positionOf(message));
    if (!stored)
        return {.outcome = Outcome::New};
    Upsert changed{.outcome = Outcome::Changed,
        .pinChanged = message.pinnedAt != stored->pinnedAt,
        .reactors = {}};
    if (message.senderId == m_me)
        changed.reactors
            = (reactorsOf(message) - reactorsOf(*stored) - QSet<UserId>{m_me}).values();
    return changed;
}

void MessageStore::takeListedReactions(
    const ConversationId& id, const Message& listed, Changes& changes)
{
    const QSet<UserId> told = reactorsOf(listed);
    if (listed.senderId != m_me || told.isEmpty())
        return;
    auto stored = find(id, listed.id);
    if (!stored || told == reactorsOf(*stored) || !told.contains(reactorsOf(*stored)))
        return;
    stored->reactions = listed.reactions;
    stored->favoritedBy = listed.favoritedBy;
    take(id, {.messages = {*stored}, .complete = {}}, changes);
}

void MessageStore::leavePlace(qint64 number, const QString& from, const QString& to)
{
    m_database.run("DELETE FROM message WHERE conversation = ? AND position = ?", {number, from});
    // A range that this message ends still ends with it.
    m_database.run("UPDATE range SET newest = ? WHERE conversation = ? AND newest = ?"
                   " AND oldest <= ?",
        {to, number, from, to});
    m_database.run("UPDATE range SET oldest = ? WHERE conversation = ? AND oldest = ?"
                   " AND newest >= ?",
        {to, number, from, to});
}

void MessageStore::write(qint64 number, const Message& message)
{
    const bool own = message.senderId == m_me;
    const bool hidden = isBookkeeping(message);
    const bool counts = !own && !hidden && !message.isSystem() && !message.isDeleted();
    m_database.run("INSERT OR REPLACE INTO message (conversation, position, own, hidden,"
                   " counts, " SKEIN_MESSAGE_COLUMNS ")"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {number, positionOf(message), own, hidden, counts, message.id.value, message.guid.value,
            message.senderId.value, message.createdAt, message.updatedAt, message.deletedAt,
            message.senderName, message.text, encodeExtra(message)});
}

bool MessageStore::applyPending(qint64 number, Message& message)
{
    auto& query = m_database.run("SELECT deleted_at, deletion_actor, updated_at, content"
                                 " FROM pending_change WHERE conversation = ? AND message_id = ?",
        {number, message.id.value});
    if (!query.next())
        return false;
    const qint64 deletedAt = query.value(0).toLongLong();
    const QString actor = query.value(1).toString();
    const qint64 updatedAt = query.value(2).toLongLong();
    const auto content = QJsonDocument::fromJson(query.value(3).toByteArray()).object();
    if (updatedAt > 0 && updatedAt >= message.updatedAt && !message.isDeleted())
        applyEdit(message, updatedAt, content);
    if (deletedAt && !message.isDeleted())
        bury(message, deletedAt, actor);
    return true;
}

bool MessageStore::applyEvent(qint64 number, const Message& systemRow)
{
    if (!systemRow.event)
        return false;
    const QString& type = systemRow.event->type;
    const QJsonObject& data = systemRow.event->data;
    const bool deletion = type == "message.deleted"_L1;
    if (!deletion && type != "message.update"_L1)
        return false;
    const QString target = idText(data["message_id"_L1]);
    // An edit that is told of without its words is seen when the message is read again.
    const bool hasWords = data["message"_L1]["text"_L1].isString();
    if (target.isEmpty() || (!deletion && !hasWords))
        return false;
    const qint64 deletedAt = deletion ? std::max<qint64>(systemRow.createdAt, 1) : 0;
    const qint64 updatedAt = deletion ? 0 : data["updated_at"_L1].toInteger(systemRow.createdAt);
    // Kept as pending, then applied by the same path whether the target is here or comes later.
    m_database.run("INSERT INTO pending_change VALUES (?, ?, ?, ?, ?, ?, ?)"
                   " ON CONFLICT (conversation, message_id) DO UPDATE SET"
                   " deleted_at = MAX(deleted_at, excluded.deleted_at),"
                   " deletion_actor = CASE WHEN excluded.deletion_actor = '' THEN deletion_actor"
                   " ELSE excluded.deletion_actor END,"
                   " (updated_at, position, content) ="
                   " (SELECT * FROM (SELECT updated_at, position, content UNION ALL SELECT"
                   " excluded.updated_at, excluded.position, excluded.content)"
                   " ORDER BY 1 DESC, 2 DESC LIMIT 1)",
        {number, target, deletedAt, data["deletion_actor"_L1].toString(), updatedAt,
            QString::fromUtf8(
                QJsonDocument(data["message"_L1].toObject()).toJson(QJsonDocument::Compact)),
            deletion ? QString() : positionOf(systemRow)});
    auto& query = m_database.run(SKEIN_MESSAGES " AND id = ?", {number, target});
    auto stored = readOne(query);
    if (stored && applyPending(number, *stored))
        write(number, *stored);
    return true;
}

void MessageStore::applyPin(const ConversationId& id, const Message& systemRow, Changes& changes)
{
    if (!systemRow.event)
        return;
    const auto& [type, data] = *systemRow.event;
    if (type != "message.pinned"_L1 && type != "message.unpinned"_L1)
        return;
    const bool isPinned = type == "message.pinned"_L1 && data["pinned"_L1].toBool(true);
    const qint64 at = isPinned ? std::max<qint64>(systemRow.createdAt, 1) : 0;
    change(
        id, {idText(data["message_id"_L1])},
        [at](Message& message) {
            message.pinnedAt = message.pinnedAt && at ? message.pinnedAt : at;
        },
        changes);
    changes.pins.insert(id); // also of one that is not here
}

QString MessageStore::newestStored(qint64 number) const
{
    auto& query
        = m_database.run("SELECT MAX(position) FROM message WHERE conversation = ?", {number});
    return query.next() ? query.value(0).toString() : QString();
}

bool MessageStore::settleOutbox(qint64 number, const Message& message, Changes& changes)
{
    if (message.guid.isEmpty())
        return false;
    auto& query = m_database.run("DELETE FROM outbox WHERE guid = ? AND conversation ="
                                 " (SELECT key FROM conversation WHERE number = ?)",
        {message.guid.value, number});
    if (query.numRowsAffected() <= 0)
        return false;
    OutgoingFileStore(m_database).dropOf(message.guid, changes);
    return true;
}

bool MessageStore::removeMissing(qint64 number, const Intake& intake)
{
    if (intake.messages.size() < 2)
        return false;
    QSet<QString> present;
    for (const Message& m : intake.messages)
        present.insert(m.id.value);
    auto& query = m_database.run("SELECT position FROM message"
                                 " WHERE conversation = ? AND position > ? AND position < ?",
        {number, positionOf(intake.messages.first()), positionOf(intake.messages.last())});
    QStringList missing;
    while (query.next()) {
        const QString position = query.value(0).toString();
        if (!present.contains(idAt(position).value))
            missing.append(position);
    }
    for (const QString& position : missing)
        m_database.run(
            "DELETE FROM message WHERE conversation = ? AND position = ?", {number, position});
    return !missing.isEmpty();
}

bool MessageStore::hasRanges(qint64 number) const
{
    return m_database.run("SELECT 1 FROM range WHERE conversation = ? LIMIT 1", {number}).next();
}

bool MessageStore::addRange(qint64 number, Span span)
{
    auto& query = m_database.run("SELECT " SKEIN_RANGE_COLUMNS " FROM range"
                                 " WHERE conversation = ? AND oldest <= ? AND newest >= ?",
        {number, span.newest, span.oldest});
    const QList<Span> touched = readSpans(query);
    for (const Span& other : touched) {
        // Whether anything is older is known of the oldest edge only.
        if (other.oldest < span.oldest) {
            span.oldest = other.oldest;
            span.reachesStart = other.reachesStart;
        } else if (other.oldest == span.oldest) {
            span.reachesStart |= other.reachesStart;
        }
        span.newest = std::max(span.newest, other.newest);
        span.isIsland &= other.isIsland;
    }
    if (touched.isEmpty() && span.isIsland)
        span.isIsland = hasRanges(number); // the first one lies apart from nothing
    if (touched.size() == 1 && touched.first() == span)
        return false;
    for (const Span& other : touched)
        m_database.run(
            "DELETE FROM range WHERE conversation = ? AND oldest = ?", {number, other.oldest});
    m_database.run("INSERT INTO range (conversation, " SKEIN_RANGE_COLUMNS
                   ") VALUES (?, ?, ?, ?, ?)",
        {number, span.oldest, span.newest, span.reachesStart, span.isIsland});
    return true;
}

void MessageStore::settle(const ConversationId& id, qint64 number, Changes& changes)
{
    auto& newestQuery = m_database.run(SKEIN_MESSAGES " ORDER BY position DESC LIMIT 1", {number});
    const auto newest = readOne(newestQuery);
    auto& shownQuery
        = m_database.run(SKEIN_MESSAGES " AND NOT hidden ORDER BY position DESC LIMIT 1", {number});
    const auto shown = readOne(shownQuery);
    if (newest && shown)
        m_conversations.takeNewest(id, *newest, *shown, shown->senderId == m_me, changes);
    m_conversations.recount(id, changes);
}

std::optional<Message> MessageStore::find(const ConversationId& id, const MessageId& m) const
{
    auto& query
        = m_database.run(SKEIN_MESSAGES " AND id = ?", {m_conversations.number(id), m.value});
    return readOne(query);
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

ThreadSlice MessageStore::slice(
    const ConversationId& id, const QString& from, const QString& to, int before, int after) const
{
    const qint64 number = m_conversations.number(id);
    ThreadSlice slice;
    auto& older = m_database.run(SKEIN_MESSAGES " AND position < ? AND NOT hidden"
                                                " ORDER BY position DESC LIMIT ?",
        {number, from, before + 1});
    slice.messages = readMessages(older);
    slice.hasOlder = slice.messages.size() > before;
    if (slice.hasOlder)
        slice.messages.removeLast();
    std::reverse(slice.messages.begin(), slice.messages.end());
    auto& within = m_database.run(SKEIN_MESSAGES " AND position >= ? AND position <= ?"
                                                 " AND NOT hidden ORDER BY position",
        {number, from, to});
    slice.messages += readMessages(within);
    auto& newer = m_database.run(SKEIN_MESSAGES
        " AND position > ? AND NOT hidden ORDER BY position LIMIT ?",
        {number, to, after + 1});
    auto tail = readMessages(newer);
    slice.hasNewer = tail.size() > after;
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
    return readOne(query);
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
    const auto message = readOne(query);
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

void MessageStore::change(const ConversationId& id, const MessageId& m,
    const std::function<void(Message&)>& how, Changes& changes)
{
    const auto stored = find(id, m);
    if (!stored || stored->isDeleted())
        return;
    Message changed = *stored;
    how(changed);
    if (changed == *stored)
        return;
    const qint64 number = m_conversations.numberFor(id);
    write(number, changed);
    changes.threads.insert(id);
    if (changed.pinnedAt != stored->pinnedAt)
        changes.pins.insert(id);
    settle(id, number, changes);
}

void MessageStore::markDeleted(
    const ConversationId& id, const MessageId& m, qint64 at, const QString& actor, Changes& changes)
{
    change(id, m, [&](Message& message) { bury(message, at, actor); }, changes);
}

} // namespace skein
