// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A life's history: direct chats, groups and topics with invented people and words, written to a
// profile through Skein's own readers and stores, as if it had been synchronized. The same for
// every run. Main thread.

#include "core/store/AccountStore.h"
#include "core/types/Conversation.h"

namespace skein::bench {

struct Size {
    int chats = 500;
    int groups = 300;
    int topics = 3; ///< of each group
    int messages = 1'000'000; ///< in all
    int longest = 200'000; ///< of them, in longThread()
};

inline constexpr int shortLength = 200; ///< messages in shortThread()

[[nodiscard]] Person me();
[[nodiscard]] ConversationId longThread(); ///< with a picture every 20 messages
[[nodiscard]] ConversationId shortThread();
[[nodiscard]] ConversationId chat(int n); ///< 0: longThread(), 1: shortThread()

/// Messages `first` to `first + count - 1` of a thread's history as /direct_messages answers them:
/// newest first. `pictures`: every 20th is one.
[[nodiscard]] QByteArray page(int first, int count, bool pictures);
[[nodiscard]] Intake intake(const QByteArray& page, bool reachesStart);

/// Into `profile`, unless it is there already.
void write(const QString& profile, const Size& size);

} // namespace skein::bench
