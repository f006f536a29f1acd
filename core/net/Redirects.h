// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where redirects lead those who fetch media: over https only, never to this machine, and not for
// long. The transport follows none by itself; whoever does leaves the token behind (protocol.md
// F1). Pure functions.

#include "core/net/HttpTransport.h"

namespace skein {

constexpr int mostRedirects = 5;

/// Where the reply leads: nothing when it is no redirect or leads where it must not.
[[nodiscard]] std::optional<QUrl> redirectTarget(const HttpReply& reply, const QUrl& from);

/// 301, 302, 303, 307 or 308.
[[nodiscard]] bool isRedirect(const HttpReply& reply);

} // namespace skein
