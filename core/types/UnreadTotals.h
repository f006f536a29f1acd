// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much is unread in all conversations together. Plain data.

namespace skein {

struct UnreadTotals {
    int plain = 0; ///< what is not muted
    int muted = 0; ///< the rest

    bool operator==(const UnreadTotals&) const = default;
};

} // namespace skein
