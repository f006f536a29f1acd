// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one door to the network: a request value in, a reply value or a network error out. A
// transport never retries, never follows a redirect with the token, and finishes every future from
// the event loop. Main thread.

#include "core/base/Async.h"

#include <QByteArray>
#include <QIODevice>
#include <QUrl>

#include <functional>

namespace skein {

/// Told while bytes move, never after the request's future finished or was cancelled. `total` is 0
/// while it is unknown. What the functions capture must outlive the request.
struct TransferProgress {
    using Step = std::function<void(qint64 done, qint64 total)>;
    Step sent;
    Step received;
};

/// When a request waits for its turn (RateBudget): whoever asked may give it up until it comes, and
/// then the request never leaves.
class Turn {
public:
    void await() { m_isAwaited = true; }
    void come() { m_isAwaited = false; }
    /// Whether that was in time.
    [[nodiscard]] bool giveUp()
    {
        m_isGivenUp = m_isAwaited;
        return m_isGivenUp;
    }
    [[nodiscard]] bool isGivenUp() const { return m_isGivenUp; }

private:
    bool m_isAwaited = false;
    bool m_isGivenUp = false;
};

struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    enum class Priority { Send, Open, Background }; ///< in the order in which they are served

    Method method = Method::Get;
    QUrl url; ///< as the documents write it, e.g. https://api.groupme.com/v3/chats
    QByteArray body;
    QByteArray contentType; ///< empty when there is no body
    QByteArray accept = "application/json";
    bool authorized = true; ///< carries the token, if the host may have it (protocol.md A4)
    Priority priority = Priority::Background;
    std::chrono::milliseconds timeout{25000}; ///< for the whole exchange
    /// Given up when no byte moves for so long: for big bodies, with a long timeout.
    std::optional<std::chrono::milliseconds> stall;
    qint64 maxReplyBytes = 16 * 1024 * 1024;
    /// Open for writing; takes the body of a 2xx answer instead of memory, as it comes: after an
    /// error there may be a part of it. A sink that refuses ends the request (ErrorKind::Storage).
    std::shared_ptr<QIODevice> sink;
    std::shared_ptr<const TransferProgress> progress; ///< null: nobody looks
    /// Clock::monotonic() after which the request must no longer leave (ErrorKind::Expired).
    std::optional<std::chrono::milliseconds> notAfter;
    std::shared_ptr<Turn> turn; ///< null: nobody gives it up (ErrorKind::Expired)

    bool operator==(const HttpRequest&) const = default;
};

struct HttpReply {
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date;
    QByteArray body; ///< empty when the sink took it
    QByteArray location{}; ///< of a redirect: whole, as the documents would write it

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
