// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Muting in words, and when those words change. Pure functions; all times in Unix seconds.

#include <QDateTime>
#include <QString>

#include <chrono>

namespace skein {

/// "muted 7 h", "muted 25 min", "muted" when for ever; "" when it is over.
[[nodiscard]] QString muteWords(qint64 until, qint64 now);
/// Seconds after which muteWords() says something else; 0: never.
[[nodiscard]] qint64 muteWordsChangeIn(qint64 until, qint64 now);
/// From `now` until the next day's 8:00 in its time zone, clock changes included; at least one.
[[nodiscard]] std::chrono::minutes untilTomorrowMorning(const QDateTime& now);

} // namespace skein
