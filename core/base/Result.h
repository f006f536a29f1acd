// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value or the reason why there is none. Errors travel as values; nothing in Skein throws
// across a future. Plain data, any thread.

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace skein {

enum class ErrorKind {
    Unreachable, ///< no connection was made: the request cannot have arrived
    Interrupted, ///< the connection broke: the request may have been carried out
    TimedOut, ///< no answer in time: the request may have been carried out
    Expired, ///< given up before it was sent (HttpRequest::notAfter, Turn)
    NotGroupMe, ///< something else answered, e.g. a captive portal's page
    RateLimited, ///< 420 or 429: not carried out
    Unauthorized, ///< 401
    Forbidden, ///< 403
    NotFound, ///< 404
    Conflict, ///< 409
    BadRequest, ///< any other 4xx
    Server, ///< 5xx: the request may have been carried out
    Malformed, ///< the answer could not be read
    TooLarge, ///< the answer passed its limit
    Cancelled,
    Unsupported, ///< this build cannot do that (yet)
    Storage, ///< the local database refused
};

struct Error {
    ErrorKind kind = ErrorKind::Unreachable;
    int status = 0; ///< HTTP status, 0 when there was none
    QString detail; ///< the service's own words when it gave some; for people, never for logic
    std::optional<std::chrono::milliseconds> retryAfter;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// Whether the request behind this error may nevertheless have been carried out (protocol.md J7).
[[nodiscard]] constexpr bool outcomeUnknown(ErrorKind kind)
{
    return kind == ErrorKind::Interrupted || kind == ErrorKind::TimedOut
        || kind == ErrorKind::Server || kind == ErrorKind::NotGroupMe
        || kind == ErrorKind::Malformed || kind == ErrorKind::TooLarge
        || kind == ErrorKind::Cancelled;
}

} // namespace skein
