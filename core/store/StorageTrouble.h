// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be the matter with an account's file as a whole, beyond one statement that was refused.
// Plain data, any thread.

namespace skein {

enum class StorageTrouble {
    None,
    Unwritable, ///< no space, no right, somebody's lock: nothing can be kept for now
    Damaged, ///< set aside at the next start
    TooNew, ///< made by a newer Skein: left alone
};

} // namespace skein
