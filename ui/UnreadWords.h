// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much is unread, in the words of the window's title and the tray. Pure.

#include "core/types/UnreadTotals.h"

#include <QString>

namespace skein {

/// "Rowing club — Skein (3)"; `conversation` "": none is in front.
[[nodiscard]] QString titleWords(const QString& conversation, const UnreadTotals& totals);
/// "Skein: 3 unread, 5 in muted"
[[nodiscard]] QString unreadWords(const UnreadTotals& totals);

} // namespace skein
