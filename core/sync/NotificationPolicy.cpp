// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/NotificationPolicy.h"

namespace skein {

Verdict verdictOn(const NewsFacts& facts, const NotificationChoices& choices)
{
    const bool isNoNews = facts.isOwn || facts.isSystem || facts.isDeleted || facts.isHistory
        || facts.isRead || facts.isInSight || facts.senderIsBlocked || facts.placeIsGone;
    if (!choices.show || isNoNews)
        return Verdict::Silent;
    if (facts.placeIsMuted && facts.kind == NewsKind::Plain)
        return Verdict::Silent;
    const bool comesThrough
        = facts.senderIsChosen || (facts.kind == NewsKind::Mention && choices.mentionsPass);
    return facts.isQuiet && !comesThrough ? Verdict::Later : Verdict::Notify;
}

} // namespace skein
