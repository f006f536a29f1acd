// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether one piece of news is shown: facts in, verdict out. Pure. Muting never silences what is
// meant for the person: mentions, replies and reactions to their messages (seed subtopics.txt).

#include "core/types/NotificationChoices.h"

namespace skein {

enum class NewsKind {
    Plain,
    Mention, ///< of me or of everyone
    Reply, ///< to a message of mine
    Reaction, ///< likewise
};

struct NewsFacts {
    NewsKind kind = NewsKind::Plain;
    bool isOwn = false; ///< by me, on whatever device
    bool isSystem = false;
    bool isDeleted = false;
    bool isHistory = false; ///< of the first sync, or older than what was known before
    bool isRead = false;
    bool isInSight = false; ///< the person looks at the place where it appears
    bool senderIsBlocked = false;
    bool senderIsChosen = false; ///< comes through quiet hours
    bool placeIsMuted = false; ///< the conversation itself; a topic's group is another one
    bool placeIsGone = false;
    bool isQuiet = false; ///< quiet hours, or quiet for a while
};

enum class Verdict {
    Silent,
    Notify,
    Later, ///< counted in the digest when it is no longer quiet
};

[[nodiscard]] Verdict verdictOn(const NewsFacts& facts, const NotificationChoices& choices);

} // namespace skein
