// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The state of the connection in words: what is the matter, and what the person can do about it.
// Pure.

#include "core/sync/Connection.h"

#include <QString>

namespace skein {

struct ConnectionWords {
    enum class Remedy { None, LookAgain, ResumeSending, SignInAgain };

    QString sentence = {};
    Remedy remedy = Remedy::None;
    QString button = {}; ///< the remedy's name; empty without one
    bool isCounting = false; ///< the sentence holds seconds: ask again each second

    bool operator==(const ConnectionWords&) const = default;
};

/// `now` as of Clock::now().
[[nodiscard]] ConnectionWords connectionWords(
    const ConnectionState& state, std::chrono::milliseconds now);

} // namespace skein
