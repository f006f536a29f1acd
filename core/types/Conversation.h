// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known of a conversation beside its messages (protocol.md B2). Plain data.

#include "core/types/ConversationId.h"
#include "core/types/Message.h"

namespace skein {

struct Person {
    UserId id;
    QString name; ///< may be empty: a deleted account
    QString avatarUrl;
    bool operator==(const Person&) const = default;
};

/// Somebody's position in a direct chat (protocol.md B5, B8).
struct ReadReceipt {
    UserId user;
    MessageId message;
    qint64 readAt = 0;
    bool operator==(const ReadReceipt&) const = default;
};

/// A row of the chat list as the service tells it.
struct ConversationSummary {
    ConversationId id;
    QString title; ///< the other person's name; may be empty
    QString avatarUrl;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<Message> lastMessage;
    std::optional<MessageId> lastRead; ///< own read position, when the service told it
    bool requiresApproval = false; ///< a message request that waits
    QStringList deletionMode; ///< who may delete: "sender", "admin"
    bool operator==(const ConversationSummary&) const = default;
};

/// A row of the chat list as Skein keeps it.
struct Conversation {
    ConversationId id;
    QString title;
    QString avatarUrl;
    qint64 lastActivity = 0; ///< Unix seconds
    MessageId newestId;
    QString previewSender; ///< empty for own messages and in direct chats
    QString preview;
    bool previewIsOwn = false;
    bool previewIsSeen = false; ///< own newest message was read by the other side
    int unread = 0; ///< never negative
    QString draft; ///< unsent text, for the list's "Draft:" line
    bool requiresApproval = false;
    bool operator==(const Conversation&) const = default;
};

} // namespace skein

Q_DECLARE_METATYPE(skein::Conversation)
