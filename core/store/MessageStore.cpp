// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/MessageStore.h"

#include "core/store/MessageCodec.h"
#include "core/store/MessageRow.h"
#include "core/store/OutgoingFileStore.h"
#include "core/types/Reactions.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

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
    const Place place{id, m_conversations.numberFor(id), changes};
    const QString newestBefore = newestStored(place.number);
    bool changed = false;
    QString ownElsewhere;
    for (const Message& message : intake.messages) {
        const auto [isChange, isOwnElsewhere] = takeOne(place, message, intake, newestBefore);
        changed |= isChange;
        if (isOwnElsewhere)
            ownElsewhere = std::max(ownElsewhere, positionOf(message));
    }
    if (intake.reread)
        changed |= removeMissing(place, intake);
    if (intake.complete)
        changed |= addRange(place.number, *intake.complete);
    if (!ownElsewhere.isEmpty())
        m_conversations.noteWrittenElsewhere(id, ownElsewhere, changes);
    if (changed) {
        changes.threads.insert(id);
        settle(place);
    }
    // What others wrote before an own message no list tells of: it is the newest there.
    if (changed && intake.partial)
        m_conversations.markStale(id);
}

MessageStore::Taken MessageStore::takeOne(
    const Place& place, const Message& message, const Intake& intake, const QString& newestBefore)
{
    const auto& [id, number, changes] = place;
    const auto [outcome, pinChanged, reactors] = upsert(place, message, intake.partial);
    if (pinChanged)
        changes.pins.insert(id);
    for (const UserId& user : reactors)
        changes.reactions.append({id, message.id, user});
    if (outcome == Outcome::New && message.isSystem()) {
        applyEvent(place, message);
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
    return {.isChange = outcome != Outcome::Same || wasWaiting,
        .isOwnElsewhere = outcome == Outcome::New && message.senderId == m_me && !wasWaiting};
}

MessageStore::Upsert MessageStore::upsert(const Place& place, Message message, bool partial)
{
    const qint64 number = place.number;
    if (message.isDeleted())
        bury(message, message.deletedAt, message.deletionActor);
    auto& query = m_database.run(SKEIN_MESSAGES " AND id = ?", {number, message.id.value});
    const auto stored = readMessage(query);
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
    write(place, message);
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

void MessageStore::write(const Place& place, const Message& message)
{
    place.changes.messages[place.id].insert(message.id);
    const bool own = message.senderId == m_me;
    const bool hidden = isBookkeeping(message);
    const bool counts = !own && !hidden && !message.isSystem() && !message.isDeleted();
    m_database.run("INSERT OR REPLACE INTO message (conversation, position, own, hidden,"
                   " counts, " SKEIN_MESSAGE_COLUMNS ")"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {place.number, positionOf(message), own, hidden, counts, message.id.value,
            message.guid.value, message.senderId.value, message.createdAt, message.updatedAt,
            message.deletedAt, message.senderName, message.text, encodeExtra(message)});
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

void MessageStore::applyEvent(const Place& place, const Message& systemRow)
{
    if (!systemRow.event)
        return;
    const QString& type = systemRow.event->type;
    const QJsonObject& data = systemRow.event->data;
    const bool deletion = type == "message.deleted"_L1;
    if (!deletion && type != "message.update"_L1)
        return;
    const QString target = idText(data["message_id"_L1]);
    // An edit that is told of without its words is seen when the message is read again.
    const bool hasWords = data["message"_L1]["text"_L1].isString();
    if (target.isEmpty() || (!deletion && !hasWords))
        return;
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
        {place.number, target, deletedAt, data["deletion_actor"_L1].toString(), updatedAt,
            QString::fromUtf8(
                QJsonDocument(data["message"_L1].toObject()).toJson(QJsonDocument::Compact)),
            deletion ? QString() : positionOf(systemRow)});
    auto& query = m_database.run(SKEIN_MESSAGES " AND id = ?", {place.number, target});
    auto stored = readMessage(query);
    if (stored && applyPending(place.number, *stored))
        write(place, *stored);
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

bool MessageStore::removeMissing(const Place& place, const Intake& intake)
{
    if (intake.messages.size() < 2)
        return false;
    QSet<QString> present;
    for (const Message& m : intake.messages)
        present.insert(m.id.value);
    auto& query = m_database.run("SELECT position FROM message"
                                 " WHERE conversation = ? AND position > ? AND position < ?",
        {place.number, positionOf(intake.messages.first()), positionOf(intake.messages.last())});
    QStringList missing;
    while (query.next()) {
        const QString position = query.value(0).toString();
        if (!present.contains(idAt(position).value))
            missing.append(position);
    }
    for (const QString& position : missing) {
        place.changes.messages[place.id].insert(idAt(position));
        m_database.run("DELETE FROM message WHERE conversation = ? AND position = ?",
            {place.number, position});
    }
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

void MessageStore::settle(const Place& place)
{
    const auto& [id, number, changes] = place;
    auto& newestQuery = m_database.run(SKEIN_MESSAGES " ORDER BY position DESC LIMIT 1", {number});
    const auto newest = readMessage(newestQuery);
    auto shown = newest;
    if (newest && isBookkeeping(*newest)) {
        auto& shownQuery = m_database.run(
            SKEIN_MESSAGES " AND NOT hidden ORDER BY position DESC LIMIT 1", {number});
        shown = readMessage(shownQuery);
    }
    if (newest && shown)
        m_conversations.takeNewest(id, *newest, *shown, shown->senderId == m_me, changes);
    m_conversations.recount(id, changes);
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
    const Place place{id, m_conversations.numberFor(id), changes};
    write(place, changed);
    changes.threads.insert(id);
    if (changed.pinnedAt != stored->pinnedAt)
        changes.pins.insert(id);
    settle(place);
}

void MessageStore::markDeleted(
    const ConversationId& id, const MessageId& m, qint64 at, const QString& actor, Changes& changes)
{
    change(id, m, [&](Message& message) { bury(message, at, actor); }, changes);
}

} // namespace skein
