// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/RateBudget.h"

#include "core/base/Logging.h"
#include "core/net/RetryPolicy.h"

#include <QFutureWatcher>

#include <algorithm>

namespace skein {

using std::chrono::milliseconds;

namespace {
/// How long after its `notAfter` a request that left in time is given up. It is ours until its
/// connection stands, which may take long: a send that got away later than that would reach a
/// service that has forgotten its guid (protocol.md J7).
constexpr milliseconds answerGrace{10'000};
} // namespace

struct RateBudget::Job {
    HttpRequest request;
    QPromise<Result<HttpReply>> promise;
    QFutureWatcher<Result<HttpReply>> wanted; ///< by our caller
    QFutureWatcher<Result<HttpReply>> sent; ///< by the transport behind us
    milliseconds startedAt{0};
};

RateBudget::RateBudget(
    HttpTransport& next, Clock& clock, std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_next(next)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_wake(clock.timer([this] { dispatch(); }))
{
}

RateBudget::~RateBudget()
{
    for (const auto& job : std::as_const(m_running))
        job->sent.cancel();
}

void RateBudget::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    dispatch();
}

void RateBudget::drop()
{
    for (const auto& job : QList(m_running))
        job->sent.cancel();
    for (const auto& job : QList(m_waiting))
        job->promise.future().cancel();
}

Async<HttpReply> RateBudget::send(const HttpRequest& request)
{
    auto job = std::make_shared<Job>();
    job->request = request;
    job->promise.start();
    connect(&job->wanted, &QFutureWatcherBase::canceled, this, [this, sent = &job->sent] {
        sent->cancel();
        dispatch();
    });
    job->wanted.setFuture(job->promise.future());
    if (request.turn)
        request.turn->await();
    const auto later = std::ranges::upper_bound(m_waiting, request.priority, {},
        [](const JobPointer& waiting) { return waiting->request.priority; });
    m_waiting.insert(later, job);
    // Not at once: callers see the same order of events whether or not there is room.
    QMetaObject::invokeMethod(this, &RateBudget::dispatch, Qt::QueuedConnection);
    return job->promise.future();
}

void RateBudget::dispatch()
{
    dropCancelledAndExpired();
    while (!m_isHeld && !m_waiting.isEmpty() && m_running.size() < maxInFlight
        && nextStart() <= m_clock.monotonic())
        start(m_waiting.takeFirst());
    sleep();
}

void RateBudget::dropCancelledAndExpired()
{
    const auto now = m_clock.monotonic();
    QList<JobPointer> dropped;
    erase_if(m_waiting, [&](const JobPointer& job) {
        const HttpRequest& request = job->request;
        const bool isUnwanted
            = job->promise.isCanceled() || (request.turn && request.turn->isGivenUp());
        const bool isDue = isUnwanted || (request.notAfter && *request.notAfter < now);
        if (isDue)
            dropped.append(job);
        return isDue;
    });
    for (const auto& job : std::as_const(dropped)) {
        job->promise.addResult(std::unexpected(Error{ErrorKind::Expired, 0, {}, {}}));
        // Later: its receiver may destroy us, and we are not done.
        QMetaObject::invokeMethod(this, [this, job] { finish(job); }, Qt::QueuedConnection);
    }
}

milliseconds RateBudget::nextStart() const
{
    return std::max(m_pausedUntil, m_schedule - (burst - 1) * interval);
}

void RateBudget::start(const JobPointer& job)
{
    const auto now = m_clock.monotonic();
    m_schedule = std::max(m_schedule, now) + interval;
    job->startedAt = now;
    noteStart(now);
    m_running.append(job);
    HttpRequest request = job->request;
    if (request.turn)
        request.turn->come();
    if (request.notAfter)
        request.timeout = std::min(request.timeout, *request.notAfter - now + answerGrace);
    connect(&job->sent, &QFutureWatcherBase::finished, this, [this, raw = job.get()] {
        const auto found = std::ranges::find(m_running, raw, &JobPointer::get);
        const JobPointer ended = std::move(*found);
        m_running.erase(found);
        if (!ended->sent.isCanceled()) {
            const auto result = ended->sent.result();
            if (result)
                learnFrom(*result);
            ended->promise.addResult(result);
        } else {
            ended->promise.future().cancel();
        }
        // The slot is free at once, but its next user is chosen after the caller has seen this
        // answer and may have asked for something more urgent.
        QMetaObject::invokeMethod(this, &RateBudget::dispatch, Qt::QueuedConnection);
        finish(ended);
    });
    job->sent.setFuture(m_next.send(request));
}

void RateBudget::noteStart(milliseconds now)
{
    m_started.removeIf([&](milliseconds at) { return at <= now - std::chrono::minutes(1); });
    m_started.append(now);
}

int RateBudget::startedWithinMinute() const
{
    const auto since = m_clock.monotonic() - std::chrono::minutes(1);
    return static_cast<int>(std::ranges::count_if(m_started, [&](auto at) { return at > since; }));
}

void RateBudget::finish(const JobPointer& job)
{
    job->wanted.disconnect(this);
    // We may be in a call of the job's own watcher: it must not die before that ends.
    QMetaObject::invokeMethod(this, [job] { }, Qt::QueuedConnection);
    job->promise.finish();
}

void RateBudget::learnFrom(const HttpReply& reply)
{
    const auto now = m_clock.monotonic();
    // It may be a ban (protocol.md A2): whoever has more that waits shall hear of it first.
    if (reply.status == 403)
        m_schedule = std::max(m_schedule, now + burst * interval);
    const bool isPaused = m_pausedUntil > now;
    if (reply.status != 420 && reply.status != 429) {
        if (reply.status < 500 && !isPaused)
            m_refusals = 0;
        return;
    }
    const auto wish = retryAfterOf(reply, m_clock.now());
    if (isPaused && !wish)
        return; // the other request in flight, refused for the same reason
    if (!isPaused)
        ++m_refusals;
    const auto until = now + retryDelay(m_refusals, m_random(), wish);
    if (until <= m_pausedUntil)
        return;
    m_pausedUntil = until;
    qCInfo(logNet) << "rate limited, pause of" << (until - now).count() << "ms";
    emit paused(until);
}

void RateBudget::sleep()
{
    m_wake->stop();
    if (m_waiting.isEmpty())
        return;
    std::optional<milliseconds> wake;
    if (!m_isHeld && m_running.size() < maxInFlight)
        wake = nextStart();
    for (const auto& job : std::as_const(m_waiting)) {
        if (const auto expiry = job->request.notAfter)
            wake = std::min(wake.value_or(milliseconds::max()), *expiry + milliseconds{1});
    }
    if (wake)
        m_wake->start(std::max(*wake - m_clock.monotonic(), milliseconds{0}));
}

} // namespace skein
