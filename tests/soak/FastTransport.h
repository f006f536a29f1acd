// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The real transport, whose time-outs are as much shorter as the clock is faster. Changes nothing
// else of a request. Main thread.

#include "core/net/HttpTransport.h"
#include "tests/soak/FastClock.h"

namespace skein::soak {

class FastTransport final : public HttpTransport {
public:
    FastTransport(HttpTransport& next, const FastClock& clock) : m_next(next), m_clock(clock) { }

    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override
    {
        HttpRequest hurried = request;
        hurried.timeout = m_clock.onTheWall(request.timeout);
        if (request.stall)
            hurried.stall = m_clock.onTheWall(*request.stall);
        return m_next.send(hurried);
    }

private:
    HttpTransport& m_next;
    const FastClock& m_clock;
};

} // namespace skein::soak
