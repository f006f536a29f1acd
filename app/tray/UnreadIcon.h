// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The skein with how much is unread: a number; a hollow dot when all of it is muted; nothing.

#include "core/types/UnreadTotals.h"

#include <QIcon>

namespace skein {

[[nodiscard]] QIcon unreadIcon(const UnreadTotals& totals);

} // namespace skein
