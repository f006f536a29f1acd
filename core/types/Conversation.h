// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known of a conversation beside its messages (protocol.md B2, D1, E1). Plain data.

#include "core/types/ConversationId.h"
#include "core/types/Group.h"
#include "core/types/Message.h"

namespace skein {

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
    std::optional<int> editPeriod; ///< minutes; 0: messages cannot be edited; none: not told
    GroupFacts group; ///< groups and topics only
    bool operator==(const ConversationSummary&) const = default;
};

/// How long messages can be edited where the service does not say, in minutes (protocol.md B9).
inline constexpr int usualEditPeriod = 15;

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
    int unread = 0; ///< never negative; of a list's row: what is not muted
    bool hasFailed = false; ///< an own message was not accepted; of a list's row: or in a topic
    QString draft; ///< unsent text, for the list's "Draft:" line
    bool requiresApproval = false; ///< a message request: the other side is not known yet
    bool isBlocked = false; ///< of a direct chat: by the person here
    int editPeriod = usualEditPeriod; ///< minutes; 0: messages cannot be edited; a topic's group's

    // Groups and topics.
    std::optional<GroupKind> groupKind; ///< none: the service did not say
    QString description;
    UserId creator;
    std::optional<LikeIcon> likeIcon;
    int topics = 0; ///< of a group: how many it has
    int members = 0; ///< 0: unknown
    qint64 mutedUntil = 0; ///< Unix seconds of the service's clock; 0: not muted (Group.h)
    GroupRole myRole = GroupRole::Unknown; ///< of a topic: in its group
    Membership membership = Membership::Active; ///< of a topic: Gone once it was deleted

    // Made by the list models, which know the time and the other topics.
    bool isMuted = false;
    int mutedUnread = 0; ///< of a group: in its muted topics, or its own when it is muted
    QString previewTopic; ///< of a group: the topic in which the newest message stands

    [[nodiscard]] bool hasTopics() const { return topics > 0; }
    [[nodiscard]] bool isGone() const { return membership != Membership::Active; }
    /// Who may create, edit and delete topics (protocol.md E3).
    [[nodiscard]] bool isManaged() const
    {
        return !isGone() && (myRole == GroupRole::Admin || myRole == GroupRole::Owner);
    }
    bool operator==(const Conversation&) const = default;
};

/// Why the person cannot write there (protocol.md E6).
enum class WriteBar {
    None,
    OnlyAdmins, ///< an announcement group or topic
    LeftGroup, ///< not (any more) a member
    TopicDeleted,
    Blocked, ///< the person has blocked the other side
};
[[nodiscard]] WriteBar writeBar(const Conversation& conversation);

/// Whether `me` may be offered to edit it; the service decides. `now`: its clock's Unix seconds.
[[nodiscard]] bool mayEdit(
    const Conversation& conversation, const Message& message, const UserId& me, qint64 now);

} // namespace skein

Q_DECLARE_METATYPE(skein::Conversation)
