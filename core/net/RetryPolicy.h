// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long to wait before the next try (protocol.md A2). Pure functions; nothing here waits.

#include "core/net/HttpTransport.h"

namespace skein {

/// The wait before try `attempt` + 1 (the first try is 1): what the service asked for, kept within
/// 1 to 300 s; otherwise a random time below a bound that doubles from 1 s to 60 s. `random` is in
/// [0, 1). Never below half a second, so that bad luck does not become a busy loop.
[[nodiscard]] std::chrono::milliseconds retryDelay(
    int attempt, double random, std::optional<std::chrono::milliseconds> retryAfter = std::nullopt);

/// The instant that an HTTP date names, since the epoch; nothing when it is none.
[[nodiscard]] std::optional<std::chrono::milliseconds> httpDate(const QByteArray& header);

/// The Retry-After of a reply, seconds or an HTTP date (counted from the reply's own Date, else
/// from `now` since the epoch). Nothing when absent or unreadable; not yet clamped, never negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(
    const HttpReply& reply, std::optional<std::chrono::milliseconds> now = std::nullopt);

} // namespace skein
