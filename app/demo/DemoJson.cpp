// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoJson.h"

#include <QJsonDocument>

namespace skein {

using namespace Qt::StringLiterals;

using demo::textOrNull;
using demo::timeOrNull;

namespace {

void addMutations(QJsonObject& row, const DemoMessage& message)
{
    if (!message.reactions.isEmpty())
        row[u"reactions"_s] = message.reactions;
    if (message.deletedAt != 0) {
        row[u"deleted_at"_s] = message.deletedAt;
        row[u"deletion_actor"_s] = message.deletionActor;
    }
    if (!message.event.isEmpty())
        row[u"event"_s] = message.event;
}

} // namespace

namespace demo {

QJsonValue textOrNull(const QString& text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(qint64 seconds)
{
    return seconds == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(seconds);
}

QJsonObject createdJson(const DemoMessage& message)
{
    return {{u"id"_s, message.id}, {u"source_guid"_s, message.guid},
        {u"recipient_id"_s, message.recipientId}, {u"user_id"_s, message.senderId},
        {u"created_at"_s, message.createdAt}, {u"name"_s, textOrNull(message.name)},
        {u"avatar_url"_s, textOrNull(message.avatarUrl)}, {u"text"_s, textOrNull(message.text)},
        {u"attachments"_s, message.attachments},
        {u"favorited_by"_s, QJsonArray::fromStringList(message.favoritedBy)},
        {u"pinned_at"_s, timeOrNull(message.pinnedAt)},
        {u"pinned_by"_s, message.pinnedBy.isNull() ? u""_s : message.pinnedBy}};
}

QJsonObject messageJson(const DemoMessage& message, const QString& conversation)
{
    QJsonObject row = createdJson(message);
    row[u"conversation_id"_s] = conversation;
    row[u"sender_id"_s] = message.senderId;
    // No `system` key in direct messages, whatever sends (protocol.md B4, K4).
    row[u"sender_type"_s] = message.isSystem() ? u"system"_s : u"user"_s;
    if (message.isSystem())
        row[u"avatar_url"_s] = u""_s;
    if (message.updatedAt != 0)
        row[u"updated_at"_s] = message.updatedAt;
    addMutations(row, message);
    return row;
}

QJsonObject chatJson(const DemoChatRow& row, bool show, bool withUnread)
{
    const QJsonValue id = show ? QJsonValue(row.other.id) : QJsonValue(row.other.id.toLongLong());
    const QJsonObject other{{u"id"_s, id}, {u"name"_s, row.other.name},
        {u"avatar_url"_s, textOrNull(row.other.avatarUrl)}};
    const QJsonValue last = row.last.isEmpty()
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(messageJson(row.last.first(), row.conversation));
    const QJsonValue none(QJsonValue::Null);
    const QString head = row.readUpTo.isEmpty() ? QString() : row.readUpTo;
    return {{u"created_at"_s, row.createdAt}, {u"updated_at"_s, row.updatedAt},
        {u"messages_count"_s, row.count}, {u"other_user"_s, other}, {u"last_message"_s, last},
        {u"message_deletion_period"_s, 2147483647},
        {u"message_deletion_mode"_s, QJsonArray{u"sender"_s}},
        {u"message_edit_period"_s, row.editPeriod}, {u"requires_approval"_s, row.waitsForApproval},
        {u"unread_count"_s, withUnread ? QJsonValue(row.unread) : none},
        {u"last_read_message_id"_s, withUnread ? textOrNull(head) : none},
        {u"last_read_at"_s, none}};
}

QJsonObject receiptJson(const DemoReceipt& receipt, const QString& id)
{
    return {{u"id"_s, id}, {u"chat_id"_s, receipt.conversation},
        {u"message_id"_s, receipt.messageId}, {u"user_id"_s, receipt.user},
        {u"read_at"_s, receipt.readAt}};
}

QJsonObject meJson(const DemoPerson& person)
{
    const QString mail = u"%1@example.org"_s.arg(person.id);
    return {{u"id"_s, person.id}, {u"user_id"_s, person.id}, {u"name"_s, person.name},
        {u"email"_s, mail}, {u"email_verified"_s, true}, {u"phone_number"_s, QJsonValue::Null},
        {u"image_url"_s, textOrNull(person.avatarUrl)}, {u"bio"_s, QJsonValue::Null},
        {u"locale"_s, u"en"_s}, {u"created_at"_s, 1'420'000'000}, {u"updated_at"_s, 1'700'000'000},
        {u"sms"_s, false}, {u"zip_code"_s, QJsonValue::Null}, {u"tags"_s, QJsonArray()},
        {u"mfa"_s, QJsonObject{{u"enabled"_s, false}, {u"channels"_s, QJsonArray()}}}};
}

} // namespace demo

DemoAnswer DemoEnvelope::success(const QJsonValue& response, int status)
{
    const unsigned turn = m_turn++;
    QJsonObject meta{{u"code"_s, turn % 5 == 4 ? status * 100 : status}};
    if (turn % 3 == 0)
        meta[u"errors"_s] = QJsonValue::Null;
    else if (turn % 3 == 1)
        meta[u"errors"_s] = QJsonArray();
    DemoAnswer answer{.status = status};
    answer.body = QJsonDocument(QJsonObject{{u"response"_s, response}, {u"meta"_s, meta}})
                      .toJson(QJsonDocument::Compact);
    return answer;
}

DemoAnswer DemoEnvelope::failure(int status, const QString& reason, int code)
{
    const QJsonObject meta{
        {u"code"_s, code == 0 ? status : code}, {u"errors"_s, QJsonArray{reason}}};
    QJsonObject envelope{{u"meta"_s, meta}};
    if (m_turn++ % 2 == 0)
        envelope[u"response"_s] = QJsonValue::Null;
    DemoAnswer answer{.status = status};
    answer.body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    return answer;
}

} // namespace skein
