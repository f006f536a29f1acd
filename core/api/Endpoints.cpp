// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Endpoints.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace skein::endpoints {

using namespace Qt::StringLiterals;
using Method = HttpRequest::Method;

namespace {

constexpr QByteArrayView v2 = "https://v2.groupme.com";
constexpr QByteArrayView v3 = "https://api.groupme.com/v3";
constexpr QByteArrayView v4 = "https://api.groupme.com/v4";

/// Percent-encodes all but unreserved characters, so "+" becomes "%2B" (protocol.md B0).
QByteArray encoded(const QString& text) { return QUrl::toPercentEncoding(text); }

HttpRequest request(Method method, QByteArrayView base, const QByteArray& rest)
{
    HttpRequest made;
    made.method = method;
    made.url = QUrl::fromEncoded(base.toByteArray() + rest, QUrl::StrictMode);
    made.maxReplyBytes = 8 * 1024 * 1024; // a hundred long messages stay well below 1 MB
    return made;
}

HttpRequest post(QByteArrayView base, const QByteArray& path, const QJsonObject& body)
{
    HttpRequest made = request(Method::Post, base, path);
    made.contentType = "application/json";
    made.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return made;
}

QByteArray cursorParameter(const PageCursor& cursor)
{
    switch (cursor.kind) {
    case PageCursor::Kind::Newest:
        return {};
    case PageCursor::Kind::Before:
        return "&before_id=" + encoded(cursor.id.value);
    case PageCursor::Kind::Since:
        return "&since_id=" + encoded(cursor.id.value);
    case PageCursor::Kind::After:
        return "&after_id=" + encoded(cursor.id.value);
    }
    return {};
}

} // namespace

HttpRequest me() { return request(Method::Get, v3, "/users/me"); }

HttpRequest chats(int page)
{
    return request(Method::Get, v3,
        "/chats?page=" + QByteArray::number(page) + "&per_page=" + QByteArray::number(chatsPerPage)
            + "&include=unread_count");
}

HttpRequest chat(const ConversationId& id)
{
    return request(Method::Get, v3, "/chats/" + encoded(id.id));
}

HttpRequest directMessages(const UserId& other, const PageCursor& cursor, int limit)
{
    return request(Method::Get, v3,
        "/direct_messages?other_user_id=" + encoded(other.value)
            + "&limit=" + QByteArray::number(limit) + cursorParameter(cursor));
}

HttpRequest sendDirectMessage(const UserId& other, const OutgoingMessage& message)
{
    const QJsonObject content{{u"source_guid"_s, message.guid.value},
        {u"recipient_id"_s, other.value}, {u"text"_s, message.text},
        {u"attachments"_s, message.attachments}};
    auto made = post(v3, "/direct_messages", {{u"direct_message"_s, content}});
    made.priority = HttpRequest::Priority::Send;
    return made;
}

HttpRequest deleteMessage(const ConversationId& id, const MessageId& message)
{
    auto made = request(Method::Delete, v3,
        "/conversations/" + encoded(id.id) + "/messages/" + encoded(message.value));
    made.priority = HttpRequest::Priority::Send;
    return made;
}

HttpRequest sendReadReceipt(const ConversationId& id, const MessageId& message)
{
    const QJsonObject receipt{{u"message_id"_s, message.value}, {u"chat_id"_s, id.id}};
    return post(v2, "/read_receipts", {{u"read_receipt"_s, receipt}});
}

HttpRequest readPositions() { return request(Method::Get, v4, "/read_receipts"); }

} // namespace skein::endpoints
