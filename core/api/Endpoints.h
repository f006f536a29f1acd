// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls as request values: typed arguments in, HttpRequest out. Pure functions. To add an
// endpoint, write one here, its reader in JsonReaders and the call in GroupMeApi.

#include "core/api/GroupMeApi.h"

namespace skein::endpoints {

inline constexpr int chatsPerPage = 100;

[[nodiscard]] HttpRequest me(); ///< GET v3 /users/me (B1)
[[nodiscard]] HttpRequest chats(int page); ///< GET v3 /chats (B2), read positions included
[[nodiscard]] HttpRequest chat(const ConversationId& id); ///< GET v3 /chats/:chat_id (B3)
/// GET v3 /direct_messages (B5): the chat with `other`.
[[nodiscard]] HttpRequest directMessages(const UserId& other, const PageCursor& cursor, int limit);
/// POST v3 /direct_messages (B6).
[[nodiscard]] HttpRequest sendDirectMessage(const UserId& other, const OutgoingMessage& message);
/// DELETE v3 /conversations/:id/messages/:id (B7).
[[nodiscard]] HttpRequest deleteMessage(const ConversationId& id, const MessageId& message);
/// POST v2 /read_receipts (B8).
[[nodiscard]] HttpRequest sendReadReceipt(const ConversationId& id, const MessageId& message);
[[nodiscard]] HttpRequest readPositions(); ///< GET v4 /read_receipts (B8)

} // namespace skein::endpoints
