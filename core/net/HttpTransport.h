// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one door to the network: a request value in, a reply value or a network error out. A
// transport never retries, never follows a redirect with the token, and finishes every future from
// the event loop. Main thread.

#include "core/base/Async.h"

#include <QByteArray>
#include <QUrl>

namespace skein {

struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    enum class Priority { Send, Open, Background }; ///< in the order in which they are served

    Method method = Method::Get;
    QUrl url; ///< as the documents write it, e.g. https://api.groupme.com/v3/chats
    QByteArray body;
    QByteArray contentType; ///< empty when there is no body
    bool authorized = true; ///< carries the token, if the host may have it (protocol.md A4)
    Priority priority = Priority::Background;
    std::chrono::milliseconds timeout{25000};
    qint64 maxReplyBytes = 16 * 1024 * 1024;
    /// Clock::monotonic() after which the request must no longer leave (ErrorKind::Expired).
    std::optional<std::chrono::milliseconds> notAfter;

    bool operator==(const HttpRequest&) const = default;
};

struct HttpReply {
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date;
    QByteArray body;

    bool operator==(const HttpReply&) const = default;
};

class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// Any HTTP status is a value; an error means that no usable answer came. Cancelling the
    /// returned future aborts the request.
    [[nodiscard]] virtual Async<HttpReply> send(const HttpRequest& request) = 0;
};

} // namespace skein
