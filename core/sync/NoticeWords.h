// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What notifications say, as much of it as the person wants to be seen by others. Pure.

#include "core/platform/Notifier.h"
#include "core/sync/News.h"

namespace skein {

/// The newest of `count` pieces of news in a conversation.
[[nodiscard]] Notice noticeOf(
    const Arrivals& place, const Arrival& newest, int count, NoticePrivacy privacy);

/// So much news in a conversation.
struct NewsCount {
    Conversation place;
    int messages = 0;
    int reactions = 0;
};
/// Of several conversations, latest first; of one that is its own.
[[nodiscard]] Notice summaryNotice(const QList<NewsCount>& counts, NoticePrivacy privacy);
/// What quiet hours held back.
[[nodiscard]] Notice digestNotice(const QList<NewsCount>& counts, NoticePrivacy privacy);

} // namespace skein
