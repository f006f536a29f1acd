// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/MessageCodec.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QJsonArray idsToJson(const QList<UserId>& ids)
{
    QJsonArray array;
    for (const UserId& id : ids)
        array.append(id.value);
    return array;
}

QList<UserId> idsFromJson(const QJsonValue& value)
{
    QList<UserId> ids;
    for (const auto& id : value.toArray())
        ids.append(UserId{id.toString()});
    return ids;
}

QJsonArray reactionsToJson(const QList<Reaction>& reactions)
{
    QJsonArray array;
    for (const Reaction& r : reactions)
        array.append(QJsonObject{{"code"_L1, r.code}, {"pack"_L1, r.packId},
            {"index"_L1, r.packIndex}, {"users"_L1, idsToJson(r.users)}});
    return array;
}

QList<Reaction> reactionsFromJson(const QJsonValue& value)
{
    QList<Reaction> reactions;
    for (const auto& entry : value.toArray()) {
        const QJsonObject r = entry.toObject();
        reactions.append({.code = r["code"_L1].toString(),
            .packId = r["pack"_L1].toInt(),
            .packIndex = r["index"_L1].toInt(),
            .users = idsFromJson(r["users"_L1])});
    }
    return reactions;
}

} // namespace

QString encodeExtra(const Message& message)
{
    QJsonObject extra;
    if (!message.senderType.isEmpty() && message.senderType != "user"_L1)
        extra["type"_L1] = message.senderType;
    if (!message.avatarUrl.isEmpty())
        extra["avatar"_L1] = message.avatarUrl;
    if (!message.attachments.isEmpty()) {
        QJsonArray attachments;
        for (const Attachment& a : message.attachments)
            attachments.append(a.json);
        extra["attachments"_L1] = attachments;
    }
    if (!message.favoritedBy.isEmpty())
        extra["favorites"_L1] = idsToJson(message.favoritedBy);
    if (!message.reactions.isEmpty())
        extra["reactions"_L1] = reactionsToJson(message.reactions);
    if (message.pinnedAt)
        extra["pinned"_L1] = message.pinnedAt;
    if (!message.deletionActor.isEmpty())
        extra["actor"_L1] = message.deletionActor;
    if (message.event)
        extra["event"_L1]
            = QJsonObject{{"type"_L1, message.event->type}, {"data"_L1, message.event->data}};
    if (extra.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(extra).toJson(QJsonDocument::Compact));
}

void decodeExtra(const QString& text, Message& message)
{
    const QJsonObject extra
        = text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
    message.senderType = extra["type"_L1].toString(u"user"_s);
    message.avatarUrl = extra["avatar"_L1].toString();
    for (const auto& a : extra["attachments"_L1].toArray())
        message.attachments.append(readAttachment(a.toObject()));
    message.favoritedBy = idsFromJson(extra["favorites"_L1]);
    message.reactions = reactionsFromJson(extra["reactions"_L1]);
    message.pinnedAt = extra["pinned"_L1].toInteger();
    message.deletionActor = extra["actor"_L1].toString();
    if (extra.contains("event"_L1)) {
        const QJsonObject event = extra["event"_L1].toObject();
        message.event = MessageEvent{event["type"_L1].toString(), event["data"_L1].toObject()};
    }
}

QString encodeAttachments(const QJsonArray& attachments)
{
    if (attachments.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(attachments).toJson(QJsonDocument::Compact));
}

QJsonArray decodeAttachments(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

bool isBookkeeping(const Message& message)
{
    return message.isSystem() && message.event
        && (message.event->type == "message.deleted"_L1
            || message.event->type == "message.update"_L1);
}

Message merged(const Message& stored, const Message& fresh, bool partial)
{
    Message result = fresh;
    const bool freshIsOlder = fresh.updatedAt < stored.updatedAt;
    if (freshIsOlder || partial) {
        result.text = stored.text;
        result.attachments = stored.attachments;
        result.updatedAt = stored.updatedAt;
    }
    if (partial) {
        result.favoritedBy = stored.favoritedBy;
        result.reactions = stored.reactions;
        result.pinnedAt = stored.pinnedAt;
        result.createdAt = stored.createdAt;
        result.senderType = stored.senderType;
        result.avatarUrl = stored.avatarUrl.isEmpty() ? fresh.avatarUrl : stored.avatarUrl;
    }
    if (result.senderType.isEmpty())
        result.senderType = stored.senderType;
    if (result.senderId.isEmpty())
        result.senderId = stored.senderId;
    if (result.senderName.isEmpty())
        result.senderName = stored.senderName;
    if (result.guid.isEmpty())
        result.guid = stored.guid;
    if (!result.event)
        result.event = stored.event;
    if (stored.isDeleted())
        bury(result, stored.deletedAt, stored.deletionActor);
    else if (fresh.isDeleted())
        bury(result, fresh.deletedAt, fresh.deletionActor);
    return result;
}

void bury(Message& message, qint64 at, const QString& actor)
{
    message.deletedAt = at > 0 ? at : std::max<qint64>(message.createdAt, 1);
    if (!actor.isEmpty())
        message.deletionActor = actor;
    message.text.clear();
    message.attachments.clear();
}

} // namespace skein
