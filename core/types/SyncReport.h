// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How complete what lies on this computer is, and how the synchronization goes. Plain data.

#include "core/base/Result.h"
#include "core/types/ConversationId.h"

#include <QList>

namespace skein {

/// How far back a conversation is complete, counted from its newest message.
struct ConversationReach {
    ConversationId id;
    QString title;
    QString group; ///< of a topic: its group's title
    qint64 completeSince = 0; ///< Unix seconds of the oldest message of that stretch; 0: none
    bool reachesStart = false; ///< that is the first message of all
    int gaps = 0; ///< further stretches are here, each with something missing before the next
    bool isBehind = false; ///< a newer message than the stretch's newest is known of
    bool operator==(const ConversationReach&) const = default;
};

struct SyncReport {
    QList<ConversationReach> conversations; ///< latest activity first
    int waiting = 0; ///< messages that go out by themselves
    int failed = 0; ///< messages that wait for the person
    std::optional<ErrorKind> lastTrouble; ///< of a request of this run
    std::chrono::milliseconds lastTroubleAt{0}; ///< Clock::now()
    std::chrono::milliseconds nextLook{0}; ///< Clock::now(); 0: none is planned
    int requestsLastMinute = 0;
    int requestsPerMinute = 0; ///< so many are allowed
    qint64 bytesOnDisk = 0;
};

} // namespace skein
