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

/// What a person does and waits for.
HttpRequest urgent(HttpRequest made)
{
    made.priority = HttpRequest::Priority::Send;
    return made;
}

QByteArray pathOf(const ConversationId& id)
{
    if (id.kind == ConversationId::Kind::Topic)
        return "/groups/" + encoded(id.related) + "/subgroups/" + encoded(id.id);
    return "/groups/" + encoded(id.id);
}

QByteArray pages(int page, int perPage)
{
    return "?page=" + QByteArray::number(page) + "&per_page=" + QByteArray::number(perPage);
}

QString wordOf(GroupKind kind)
{
    switch (kind) {
    case GroupKind::Private:
        return u"private"_s;
    case GroupKind::Closed:
        return u"closed"_s;
    case GroupKind::Announcement:
        return u"announcement"_s;
    }
    return u"private"_s;
}

QJsonObject bodyOf(const TopicDraft& draft)
{
    const auto orNull = [](const QString& text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return {{u"topic"_s, draft.title.trimmed()}, {u"description"_s, draft.description.trimmed()},
        {u"avatar_url"_s, orNull(draft.avatarUrl.trimmed())},
        {u"group_type"_s, wordOf(draft.kind)}};
}

/// A verb that takes no body. Typed all the same, or Qt would invent a type.
HttpRequest bare(QByteArrayView base, const QByteArray& path)
{
    HttpRequest made = request(Method::Post, base, path);
    made.contentType = "application/json";
    return urgent(made);
}

bool isDirect(const ConversationId& id) { return id.kind == ConversationId::Kind::Direct; }

/// Where a message of a group or topic is shown, edited and so on; topics by their own id (D6).
QByteArray placeOf(const ConversationId& id, const MessageId& message)
{
    const QByteArray rest = "/messages/" + encoded(message.value);
    return isDirect(id) ? "/direct_messages/" + encoded(id.related) + rest
                        : "/groups/" + encoded(id.id) + rest;
}

HttpRequest aboutMessage(const QByteArray& room, const ConversationId& id,
    const QByteArray& between, const MessageId& message, const QByteArray& verb)
{
    return bare(v3, room + encoded(id.id) + between + encoded(message.value) + verb);
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

HttpRequest revokeToken() { return post(v2, "/access_tokens/current/destroy", {}); }

HttpRequest chats(int page)
{
    return request(Method::Get, v3, "/chats" + pages(page, chatsPerPage) + "&include=unread_count");
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
    return urgent(post(v3, "/direct_messages", {{u"direct_message"_s, content}}));
}

HttpRequest deleteMessage(const ConversationId& id, const MessageId& message)
{
    return urgent(request(Method::Delete, v3,
        "/conversations/" + encoded(id.id) + "/messages/" + encoded(message.value)));
}

HttpRequest message(const ConversationId& id, const MessageId& message)
{
    if (isDirect(id))
        return request(Method::Get, v3,
            "/direct_messages/" + encoded(message.value) + "?other_user_id=" + encoded(id.related));
    return request(Method::Get, v4, placeOf(id, message));
}

HttpRequest editMessage(const ConversationId& id, const MessageId& message, const QString& text,
    const QJsonArray& attachments)
{
    auto made
        = post(v4, placeOf(id, message), {{u"text"_s, text}, {u"attachments"_s, attachments}});
    made.method = Method::Put;
    return urgent(made);
}

HttpRequest like(const ConversationId& id, const MessageId& message, const ReactionKind& kind)
{
    auto made = aboutMessage("/messages/", id, "/", message, "/like");
    QJsonObject icon{{u"type"_s, u"unicode"_s}, {u"code"_s, kind.code}};
    if (kind.code.isEmpty())
        icon = {{u"type"_s, u"emoji"_s}, {u"pack_id"_s, kind.packId},
            {u"pack_index"_s, kind.packIndex}};
    if (kind.code != allowedReactions().first())
        made.body
            = QJsonDocument(QJsonObject{{u"like_icon"_s, icon}}).toJson(QJsonDocument::Compact);
    return made;
}

HttpRequest unlike(const ConversationId& id, const MessageId& message)
{
    return aboutMessage("/messages/", id, "/", message, "/unlike");
}

HttpRequest pin(const ConversationId& id, const MessageId& message)
{
    return aboutMessage("/conversations/", id, "/messages/", message, "/pin");
}

HttpRequest unpin(const ConversationId& id, const MessageId& message)
{
    return aboutMessage("/conversations/", id, "/messages/", message, "/unpin");
}

HttpRequest pinnedMessages(const ConversationId& id)
{
    if (isDirect(id))
        return request(
            Method::Get, v3, "/pinned/direct_messages?other_user_id=" + encoded(id.related));
    return request(Method::Get, v3, "/pinned/groups/" + encoded(id.id) + "/messages");
}

HttpRequest poll(const ConversationId& id, const QString& poll)
{
    return request(Method::Get, v3, "/poll/" + encoded(id.id) + "/" + encoded(poll));
}

HttpRequest calendarEvent(const ConversationId& id, const QString& event)
{
    return request(Method::Get, v3,
        "/conversations/" + encoded(id.id) + "/events/show?event_id=" + encoded(event));
}

HttpRequest sendReadReceipt(const ConversationId& id, const MessageId& message)
{
    const QJsonObject receipt{{u"message_id"_s, message.value}, {u"chat_id"_s, id.id}};
    return post(v2, "/read_receipts", {{u"read_receipt"_s, receipt}});
}

HttpRequest readPositions() { return request(Method::Get, v4, "/read_receipts"); }

HttpRequest sendReadPosition(const ConversationId& id, const MessageId& message)
{
    return post(
        v4, "/read_receipts/" + encoded(id.id), {{u"last_read_message_id"_s, message.value}});
}

HttpRequest groups(int page)
{
    return request(Method::Get, v3,
        "/groups" + pages(page, groupsPerPage) + "&omit=memberships&include=unread_count");
}

HttpRequest group(const ConversationId& group) { return request(Method::Get, v3, pathOf(group)); }

HttpRequest groupMessages(const ConversationId& id, const PageCursor& cursor, int limit)
{
    return request(Method::Get, v3,
        "/groups/" + encoded(id.id) + "/messages?acceptFiles=1&limit=" + QByteArray::number(limit)
            + cursorParameter(cursor));
}

HttpRequest sendGroupMessage(const ConversationId& id, const OutgoingMessage& message)
{
    const QJsonObject content{{u"source_guid"_s, message.guid.value}, {u"text"_s, message.text},
        {u"attachments"_s, message.attachments}};
    return urgent(post(v3, "/groups/" + encoded(id.id) + "/messages", {{u"message"_s, content}}));
}

HttpRequest updateMembership(const ConversationId& group, const QString& nickname)
{
    const QJsonObject membership{{u"nickname"_s, nickname}};
    return urgent(post(v3, pathOf(group) + "/memberships/update", {{u"membership"_s, membership}}));
}

HttpRequest removeMember(const ConversationId& group, const QString& membershipId)
{
    return bare(v3, pathOf(group) + "/members/" + encoded(membershipId) + "/remove");
}

HttpRequest topics(const ConversationId& group, int page)
{
    return request(Method::Get, v3,
        pathOf(group) + "/subgroups" + pages(page, topicsPerPage) + "&include=unread_count");
}

HttpRequest topic(const ConversationId& topic) { return request(Method::Get, v3, pathOf(topic)); }

HttpRequest createTopic(const ConversationId& group, const TopicDraft& draft)
{
    return urgent(post(v3, pathOf(group) + "/subgroups", bodyOf(draft)));
}

HttpRequest updateTopic(const ConversationId& topic, const TopicDraft& draft)
{
    QJsonObject body = bodyOf(draft);
    body[u"like_icon"_s] = QJsonValue::Null;
    if (draft.likeIcon)
        body[u"like_icon"_s] = QJsonObject{{u"type"_s, u"emoji"_s},
            {u"pack_id"_s, draft.likeIcon->packId}, {u"pack_index"_s, draft.likeIcon->packIndex}};
    auto made = post(v3, pathOf(topic), body);
    made.method = Method::Put;
    return urgent(made);
}

HttpRequest deleteTopic(const ConversationId& topic)
{
    return urgent(request(Method::Delete, v3, pathOf(topic)));
}

HttpRequest mute(const ConversationId& id, std::optional<std::chrono::minutes> duration)
{
    // Documented as text, shown as a number (protocol.md D5, E5).
    const QJsonObject body{{u"duration"_s,
        duration ? QJsonValue(qint64{duration->count()}) : QJsonValue(QJsonValue::Null)}};
    if (id.kind == ConversationId::Kind::Topic)
        return urgent(post(v3, pathOf(id) + "/mute", body));
    return urgent(post(v2, pathOf(id) + "/memberships/mute", body));
}

HttpRequest unmute(const ConversationId& id)
{
    if (id.kind == ConversationId::Kind::Topic)
        return bare(v3, pathOf(id) + "/unmute");
    return bare(v2, pathOf(id) + "/memberships/unmute");
}

} // namespace skein::endpoints
