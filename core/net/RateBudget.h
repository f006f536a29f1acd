// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps Skein within what the service bears (protocol.md A2): a transport in front of another that
// lets at most four requests a second and two at a time through, by priority, then in order. After
// 420 or 429 nothing leaves for a while, after 403 for an instant; the answer itself still reaches
// its caller. Retries nothing. Main thread.

#include "core/base/Clock.h"
#include "core/net/HttpTransport.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace skein {

class RateBudget final : public QObject, public HttpTransport {
    Q_OBJECT
public:
    static constexpr int maxInFlight = 2;
    static constexpr int burst = 4; ///< so many may leave at once after a rest
    static constexpr std::chrono::milliseconds interval{250}; ///< then one each
    static constexpr int perMinute = std::chrono::minutes(1) / interval;

    /// `random` gives numbers in [0, 1).
    RateBudget(HttpTransport& next, Clock& clock, std::function<double()> random,
        QObject* parent = nullptr);
    ~RateBudget() override; ///< what waits or is on its way is cancelled

    /// Cancelling the future of a waiting request removes it, soon; giving up its turn, at once.
    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override;
    /// While there is no token to send along nothing leaves; what is asked for waits.
    void setHeld(bool isHeld);
    /// Cancels what waits and what is on its way, e.g. before the token changes.
    void drop();

    /// Requests let through within the last minute.
    [[nodiscard]] int startedWithinMinute() const;

signals:
    /// Nothing leaves before `untilMonotonic` (Clock::monotonic()).
    void paused(std::chrono::milliseconds untilMonotonic);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    void dispatch();
    void dropCancelledAndExpired();
    void start(const JobPointer& job);
    void noteStart(std::chrono::milliseconds now);
    void finish(const JobPointer& job);
    void learnFrom(const HttpReply& reply);
    void sleep();
    [[nodiscard]] std::chrono::milliseconds nextStart() const;

    HttpTransport& m_next;
    Clock& m_clock;
    std::function<double()> m_random;
    std::unique_ptr<Timer> m_wake;
    QList<JobPointer> m_waiting; ///< in the order in which they leave
    QList<JobPointer> m_running;
    QList<std::chrono::milliseconds> m_started; ///< when, of the last minute or a little more
    std::chrono::milliseconds m_schedule{0}; ///< when the requests let through are paid for
    std::chrono::milliseconds m_pausedUntil{0};
    bool m_isHeld = false;
    int m_refusals = 0; ///< pauses since the last success
};

} // namespace skein
