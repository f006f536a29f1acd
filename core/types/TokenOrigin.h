// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where an access token came from, which decides what signing out may do to it. Plain data.

namespace skein {

enum class TokenOrigin {
    Pasted, ///< from dev.groupme.com: other programs of the person may use it too (protocol.md H6)
    Browser, ///< given to this Skein alone
};

} // namespace skein
