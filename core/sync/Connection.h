// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the person is told about the connection, in one value. Fed by every answer of the api and by
// the rate budget; decides nothing itself. Main thread.

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QObject>

namespace skein {

struct ConnectionState {
    enum class Kind {
        Connecting, ///< nothing answered yet in this run
        Online,
        Offline, ///< GroupMe cannot be reached
        SlowedDown, ///< rate limited; nextTry says until when
        ServerTrouble, ///< 5xx or unreadable answers
        NotGroupMe, ///< a captive portal or filter answers instead
        TokenRefused, ///< 401 on /users/me: sign in again
        SendingPaused, ///< 403 on a send: the account may be blocked from sending
    };
    Kind kind = Kind::Connecting;
    std::chrono::milliseconds nextTry{0}; ///< Clock::now() of the next try; 0: unknown

    bool operator==(const ConnectionState&) const = default;
};

class Connection : public QObject {
    Q_OBJECT
public:
    explicit Connection(Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const ConnectionState& state() const { return m_state; }

    /// How a call went; nullopt: well.
    void report(const std::optional<Error>& error);
    /// The rate budget waits until then, in Clock::monotonic() terms.
    void reportPause(std::chrono::milliseconds until);
    /// 401 on /users/me (protocol.md A2).
    void reportTokenRefused();
    void reportSendingPaused(bool paused);

signals:
    void changed(const skein::ConnectionState& state);

private:
    void update();

    Clock& m_clock;
    ConnectionState m_state;
    ConnectionState::Kind m_answer = ConnectionState::Kind::Connecting;
    std::chrono::milliseconds m_pausedUntil{0};
    bool m_tokenRefused = false;
    bool m_sendingPaused = false;
    std::unique_ptr<Timer> m_pauseEnd;
};

} // namespace skein
