// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a request goes and whether the token goes along (protocol.md A4). Pure functions; the only
// place where such things are decided.

#include "core/net/HttpTransport.h"

namespace skein {

/// Reads the address that stands for all hosts (`--server`): https anywhere, plain http on loopback
/// only, no credentials, query or fragment. The error's detail says in words what is wrong.
[[nodiscard]] Result<QUrl> parseServer(const QString& text);

/// `url` itself, or, with a server, SERVER/<host>/<path>?<query>.
[[nodiscard]] QUrl routed(const QUrl& url, const std::optional<QUrl>& server);

/// The other way: what `url` stands for, as the documents write it; itself when it is none of the
/// server's.
[[nodiscard]] QUrl unrouted(const QUrl& url, const std::optional<QUrl>& server);

/// Whether this request, addressed as the documents write it, may carry the token.
[[nodiscard]] bool mayCarryToken(const HttpRequest& request);

/// Whether `host` is this machine: localhost, 127.0.0.0/8 or ::1.
[[nodiscard]] bool isLoopback(const QString& host);

} // namespace skein
