// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The number at the program's icon in the dock or task bar, where the system has one;
// CMakeLists.txt chooses which file shows it.

namespace skein {

/// 0: none.
void showBadge(int count);

} // namespace skein
