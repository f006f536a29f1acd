// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls as request values: typed arguments in, HttpRequest out. Pure functions. To add an
// endpoint, write one here, its reader in JsonReaders and the call in GroupMeApi.

#include "core/api/GroupMeApi.h"

namespace skein::endpoints {

inline constexpr int chatsPerPage = 100;
inline constexpr int groupsPerPage = 100;
inline constexpr int topicsPerPage = 100;

[[nodiscard]] HttpRequest me(); ///< GET v3 /users/me (B1)
/// POST v2 /access_tokens/current/destroy (H6): the token that the request carries.
[[nodiscard]] HttpRequest revokeToken();
[[nodiscard]] HttpRequest chats(int page); ///< GET v3 /chats (B2), read positions included
[[nodiscard]] HttpRequest chat(const ConversationId& id); ///< GET v3 /chats/:chat_id (B3)
/// GET v3 /direct_messages (B5): the chat with `other`.
[[nodiscard]] HttpRequest directMessages(const UserId& other, const PageCursor& cursor, int limit);
/// POST v3 /direct_messages (B6).
[[nodiscard]] HttpRequest sendDirectMessage(const UserId& other, const OutgoingMessage& message);
/// DELETE v3 /conversations/:id/messages/:id (B7).
[[nodiscard]] HttpRequest deleteMessage(const ConversationId& id, const MessageId& message);
/// GET v4 /groups/:id/messages/:id, or v3 /direct_messages/:id (B5, B9): one message.
[[nodiscard]] HttpRequest message(const ConversationId& id, const MessageId& message);
/// PUT v4 /groups/:id/messages/:id, or /direct_messages/:other/:id (B9). The body is not wrapped;
/// attachments that are left out would be dropped.
[[nodiscard]] HttpRequest editMessage(const ConversationId& id, const MessageId& message,
    const QString& text, const QJsonArray& attachments);
/// POST v3 /messages/:id/:id/like (B10): the plain heart needs no body.
[[nodiscard]] HttpRequest like(
    const ConversationId& id, const MessageId& message, const ReactionKind& kind);
[[nodiscard]] HttpRequest unlike(const ConversationId& id, const MessageId& message);
/// POST v3 /conversations/:id/messages/:id/pin (B11).
[[nodiscard]] HttpRequest pin(const ConversationId& id, const MessageId& message);
[[nodiscard]] HttpRequest unpin(const ConversationId& id, const MessageId& message);
/// GET v3 /pinned/groups/:id/messages, or /pinned/direct_messages (B11).
[[nodiscard]] HttpRequest pinnedMessages(const ConversationId& id);
[[nodiscard]] HttpRequest poll(const ConversationId& id, const QString& poll); ///< F4
[[nodiscard]] HttpRequest calendarEvent(const ConversationId& id, const QString& event); ///< F4
/// POST v2 /read_receipts (B8).
[[nodiscard]] HttpRequest sendReadReceipt(const ConversationId& id, const MessageId& message);
[[nodiscard]] HttpRequest readPositions(); ///< GET v4 /read_receipts (B8)
/// POST v4 /read_receipts/:id (B8).
[[nodiscard]] HttpRequest sendReadPosition(const ConversationId& id, const MessageId& message);

// Groups. Messages of a topic go by the topic's own id (D6).
[[nodiscard]] HttpRequest groups(int page); ///< GET v3 /groups (D1), read positions included
[[nodiscard]] HttpRequest group(const ConversationId& group); ///< GET v3 /groups/:id (D2)
/// GET v3 /groups/:id/messages (D3).
[[nodiscard]] HttpRequest groupMessages(
    const ConversationId& id, const PageCursor& cursor, int limit);
/// POST v3 /groups/:id/messages (D4).
[[nodiscard]] HttpRequest sendGroupMessage(
    const ConversationId& id, const OutgoingMessage& message);
/// POST v3 /groups/:id/memberships/update (D5).
[[nodiscard]] HttpRequest updateMembership(const ConversationId& group, const QString& nickname);
/// POST v3 /groups/:id/members/:membership_id/remove (D5).
[[nodiscard]] HttpRequest removeMember(const ConversationId& group, const QString& membershipId);

// Topics (E1 to E4).
[[nodiscard]] HttpRequest topics(const ConversationId& group, int page);
[[nodiscard]] HttpRequest topic(const ConversationId& topic);
[[nodiscard]] HttpRequest createTopic(const ConversationId& group, const TopicDraft& draft);
/// Every key is sent: the service gives no rule for those left out (E4).
[[nodiscard]] HttpRequest updateTopic(const ConversationId& topic, const TopicDraft& draft);
[[nodiscard]] HttpRequest deleteTopic(const ConversationId& topic);
/// POST v2 /groups/:id/memberships/mute (D5), or v3 .../subgroups/:id/mute (E5).
[[nodiscard]] HttpRequest mute(
    const ConversationId& id, std::optional<std::chrono::minutes> duration);
[[nodiscard]] HttpRequest unmute(const ConversationId& id);

} // namespace skein::endpoints
