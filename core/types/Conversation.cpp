// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Conversation.h"

namespace skein {

WriteBar writeBar(const Conversation& conversation)
{
    if (conversation.id.kind == ConversationId::Kind::Direct)
        return conversation.isBlocked ? WriteBar::Blocked : WriteBar::None;
    const bool isTopic = conversation.id.kind == ConversationId::Kind::Topic;
    if (isTopic && conversation.membership == Membership::Gone)
        return WriteBar::TopicDeleted;
    if (conversation.isGone()) // a topic is left with its group
        return WriteBar::LeftGroup;
    const bool isAnnouncement = conversation.groupKind == GroupKind::Announcement;
    return isAnnouncement && conversation.myRole == GroupRole::Member ? WriteBar::OnlyAdmins
                                                                      : WriteBar::None;
}

bool mayEdit(const Conversation& conversation, const Message& message, const UserId& me, qint64 now)
{
    const bool isOwn = message.senderId == me && !message.isSystem();
    const bool isThere = !message.id.isEmpty() && !message.isDeleted();
    const bool isInTime = conversation.editPeriod > 0
        && now - message.createdAt < qint64{conversation.editPeriod} * 60;
    return isOwn && isThere && isInTime && writeBar(conversation) == WriteBar::None;
}

} // namespace skein
