// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands over a thread, in the window's title and in place of the composer, in words. Pure.

#include "core/types/Conversation.h"

namespace skein {

struct ConversationHeading {
    QString title; ///< "# Logistics"
    QString subtitle; ///< "Rowing club · 23 members · Vans, trailers and straps"
    QString windowTitle; ///< "Logistics – Rowing club"
    QString bar; ///< why nobody writes here, in a sentence; empty: one does
    QString barDeed; ///< what can be done about it; empty: nothing
    QString request; ///< that the chat is a message request, in a sentence; empty: it is none
    bool isMuted = false;
    bool isLocked = false; ///< only admins write

    bool operator==(const ConversationHeading&) const = default;
};

/// `group`: of a topic, as far as it is known. `now` in Unix seconds of the service's clock.
[[nodiscard]] ConversationHeading headingOf(
    const Conversation& conversation, const Conversation* group, qint64 now);

} // namespace skein
