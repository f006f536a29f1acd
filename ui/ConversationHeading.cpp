// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ConversationHeading.h"

#include "core/models/ListWords.h"
#include "core/models/MuteWords.h"
#include "ui/people/MemberListModel.h"

#include <QCoreApplication>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

struct HeadingWords {
    Q_DECLARE_TR_FUNCTIONS(skein::ConversationHeading)
};

QString barWords(WriteBar bar, bool isTopic, const QString& title)
{
    switch (bar) {
    case WriteBar::None:
        return {};
    case WriteBar::OnlyAdmins:
        return isTopic ? HeadingWords::tr("Only admins can write in this topic.")
                       : HeadingWords::tr("Only admins can write in this group.");
    case WriteBar::LeftGroup:
        return HeadingWords::tr("You are no longer in this group.");
    case WriteBar::Blocked:
        return HeadingWords::tr("You have blocked %1.").arg(title);
    case WriteBar::TopicDeleted:
        return HeadingWords::tr("This topic was deleted. Its messages stay readable.");
    }
    return {};
}

/// Lists do not tell a topic's kind: an announcement group's topics are as closed as the group
/// until they are known to be otherwise (protocol.md E1).
Conversation withKind(Conversation topic, const Conversation* group)
{
    if (!topic.groupKind && group)
        topic.groupKind = group->groupKind;
    return topic;
}

QString subtitleOf(const Conversation& conversation, const Conversation* group, qint64 now)
{
    QStringList parts;
    if (group)
        parts.append(titleOf(*group));
    if (conversation.members > 0)
        parts.append(memberCountWords(conversation.members));
    if (!conversation.isGone() && !isForever(conversation.mutedUntil)) // the mark says the rest
        parts.append(muteWords(conversation.mutedUntil, now));
    parts.append(conversation.description.simplified());
    parts.removeAll({});
    return parts.join(u" \u00b7 "_s);
}

} // namespace

ConversationHeading headingOf(
    const Conversation& conversation, const Conversation* group, qint64 now)
{
    using Kind = ConversationId::Kind;
    ConversationHeading heading;
    heading.title = titleOf(conversation);
    heading.windowTitle = heading.title;
    heading.bar = barWords(writeBar(conversation), false, heading.title);
    if (conversation.id.kind == Kind::Direct) {
        if (conversation.isBlocked) {
            heading.barDeed = HeadingWords::tr("Unblock");
        } else if (conversation.requiresApproval) {
            heading.subtitle = HeadingWords::tr("Message request");
            heading.request
                = HeadingWords::tr("%1 would like to write to you. An answer accepts, too.")
                      .arg(heading.title);
        }
        return heading;
    }
    const bool isTopic = conversation.id.kind == Kind::Topic;
    const Conversation closed = isTopic ? withKind(conversation, group) : conversation;
    if (isTopic) {
        heading.title = HeadingWords::tr("# %1").arg(heading.title);
        if (group)
            heading.windowTitle
                = HeadingWords::tr("%1 \u2013 %2").arg(heading.windowTitle, titleOf(*group));
    }
    heading.subtitle = subtitleOf(conversation, isTopic ? group : nullptr, now);
    heading.bar = barWords(writeBar(closed), isTopic, heading.title);
    heading.isMuted = !conversation.isGone() && isMutedAt(conversation.mutedUntil, now);
    heading.isLocked = closed.groupKind == GroupKind::Announcement;
    return heading;
}

} // namespace skein
