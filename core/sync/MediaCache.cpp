// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MediaCache.h"

#include "core/base/WhenDone.h"
#include "core/net/Redirects.h"
#include "core/net/RetryPolicy.h"
#include "core/types/ImageUrl.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

constexpr qsizetype mostFailures = 500;

/// The picture of which `url` names a smaller version; empty when it names none.
QUrl wholeOf(const QUrl& url)
{
    if (url.host() != "i.groupme.com"_L1)
        return {};
    for (const auto suffix : {".large"_L1, ".preview"_L1, ".avatar"_L1}) {
        if (!url.path().endsWith(suffix))
            continue;
        QUrl whole = url;
        whole.setPath(url.path().chopped(suffix.size()));
        return whole;
    }
    return {};
}

Error mediaError(const HttpReply& reply)
{
    const auto kind = [&] {
        switch (reply.status) {
        case 401:
        case 403:
            return ErrorKind::Forbidden;
        case 404:
        case 410:
            return ErrorKind::NotFound;
        case 420:
        case 429:
            return ErrorKind::RateLimited;
        default:
            return reply.status >= 500 ? ErrorKind::Server
                : reply.status >= 400  ? ErrorKind::BadRequest
                                       : ErrorKind::Malformed;
        }
    }();
    return {kind, reply.status, {}, retryAfterOf(reply)};
}

/// Trying again soon may help.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::RateLimited || kind == ErrorKind::Server
        || kind == ErrorKind::Unreachable || kind == ErrorKind::Interrupted
        || kind == ErrorKind::TimedOut || kind == ErrorKind::NotGroupMe;
}

} // namespace

/// One picture on its way, and everybody who waits for it.
struct MediaCache::Job {
    enum class State { Reading, Waiting, Running };
    struct Waiter {
        QPromise<Result<QByteArray>> promise;
        QFutureWatcher<Result<QByteArray>> watcher;
    };

    QUrl url;
    State state = State::Reading;
    quint64 wish = 0; ///< the number of the newest
    bool fellBack = false;
    int redirects = 0;
    QUrl at;
    Async<HttpReply> request;
    std::vector<std::shared_ptr<Waiter>> waiters;
};

MediaCache::MediaCache(HttpTransport& network, Clock& clock, MediaFolder& folder,
    std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_folder(folder)
    , m_random(std::move(random))
{
}

MediaCache::~MediaCache()
{
    for (const auto& job : std::as_const(m_jobs)) {
        for (const auto& waiter : job->waiters)
            waiter->watcher.disconnect(this);
        job->request.cancel();
    }
}

bool MediaCache::mayTry(const QUrl& url) const
{
    const auto failure = m_failures.constFind(url);
    return failure == m_failures.cend() || failure->until <= m_clock.monotonic();
}

void MediaCache::forgetFailure(const QUrl& url) { m_failures.remove(url); }

void MediaCache::refuse(const QUrl& url)
{
    m_folder.remove(url);
    m_failures[url] = {{ErrorKind::Malformed, 0, {}, {}}, 1, m_clock.monotonic() + refusalLasts};
}

Async<QByteArray> MediaCache::get(const QUrl& url, Consent consent)
{
    const bool may = consent == Consent::Asked ? mayLoadAsked(url) : mayLoadUnasked(url);
    if (!may)
        return later<QByteArray>(this, std::unexpected(Error{ErrorKind::Unsupported, 0, {}, {}}));
    if (!mayTry(url))
        return later<QByteArray>(this, std::unexpected(m_failures.value(url).error));
    if (const auto running = m_jobs.constFind(url); running != m_jobs.cend())
        return join(*running);

    const auto job = std::make_shared<Job>();
    job->url = url;
    m_jobs[url] = job;
    whenDone(this, m_folder.read(url), [this, job](const Result<QByteArray>& found) {
        if (job->waiters.empty())
            return; // nobody waits any more
        if (found) {
            finish(job, found);
            return;
        }
        job->state = Job::State::Waiting;
        dispatch();
    });
    return join(job);
}

Async<QByteArray> MediaCache::join(const JobPointer& job)
{
    job->wish = ++m_wishes;
    auto waiter = std::make_shared<Job::Waiter>();
    waiter->promise.start();
    const void* key = waiter.get();
    connect(&waiter->watcher, &QFutureWatcherBase::canceled, this,
        [this, job, key] { leave(job, key); });
    waiter->watcher.setFuture(waiter->promise.future());
    job->waiters.push_back(waiter);
    return waiter->promise.future();
}

void MediaCache::leave(const JobPointer& job, const void* waiter)
{
    const auto found
        = std::ranges::find(job->waiters, waiter, [](const auto& each) { return each.get(); });
    if (found == job->waiters.end())
        return;
    // We are in a call of the waiter's own watcher: it must not die before that ends.
    QMetaObject::invokeMethod(this, [gone = *found] { }, Qt::QueuedConnection);
    (*found)->promise.finish();
    job->waiters.erase(found);
    if (!job->waiters.empty())
        return;
    m_jobs.remove(job->url);
    if (job->state == Job::State::Running) {
        job->request.cancel();
        --m_inFlight;
        dispatch();
    }
}

void MediaCache::dispatch()
{
    while (m_inFlight < maxInFlight) {
        JobPointer next;
        for (const auto& job : std::as_const(m_jobs)) {
            if (job->state == Job::State::Waiting && (!next || job->wish > next->wish))
                next = job;
        }
        if (!next)
            return;
        ++m_inFlight;
        next->state = Job::State::Running;
        send(next, next->url);
    }
}

void MediaCache::send(const JobPointer& job, const QUrl& to)
{
    job->at = to;
    HttpRequest request;
    request.url = to;
    request.authorized = false;
    request.accept = "image/*";
    request.timeout = 3min;
    request.stall = 25s;
    request.maxReplyBytes = maxBytes;
    job->request = m_network.send(request);
    whenDone(this, job->request, [this, job](const Result<HttpReply>& reply) {
        if (!job->waiters.empty())
            answered(job, reply);
    });
}

void MediaCache::answered(const JobPointer& job, const Result<HttpReply>& reply)
{
    if (!reply) {
        fail(job, reply.error());
        return;
    }
    if (goesOn(job, *reply))
        return;
    if (reply->status != 200 || reply->body.isEmpty()) {
        fail(job, mediaError(*reply));
        return;
    }
    m_failures.remove(job->url);
    m_folder.write(job->url, reply->body);
    finish(job, reply->body);
}

/// The answer leads to another address, which is asked now.
bool MediaCache::goesOn(const JobPointer& job, const HttpReply& reply)
{
    if (const auto target = redirectTarget(reply, job->at);
        target && job->redirects < mostRedirects) {
        ++job->redirects;
        send(job, *target);
        return true;
    }
    const QUrl whole = reply.status == 404 && !job->fellBack ? wholeOf(job->url) : QUrl();
    if (whole.isEmpty())
        return false;
    job->fellBack = true;
    send(job, whole);
    return true;
}

void MediaCache::fail(const JobPointer& job, Error error)
{
    forgetOldFailures();
    auto& failure = m_failures[job->url];
    ++failure.attempts;
    const auto pause = isPassing(error.kind)
        ? retryDelay(failure.attempts, m_random(), error.retryAfter)
        : std::chrono::milliseconds(refusalLasts);
    failure.until = m_clock.monotonic() + pause;
    failure.error = error;
    finish(job, std::unexpected(std::move(error)));
}

void MediaCache::forgetOldFailures()
{
    if (m_failures.size() < mostFailures)
        return;
    m_failures.removeIf([this](const auto& each) { return mayTry(each.key()); });
    if (m_failures.size() >= mostFailures)
        m_failures.clear();
}

void MediaCache::finish(const JobPointer& job, const Result<QByteArray>& result)
{
    m_jobs.remove(job->url);
    const auto waiters = std::exchange(job->waiters, {});
    for (const auto& waiter : waiters) {
        waiter->watcher.disconnect(this);
        waiter->promise.addResult(result);
        waiter->promise.finish();
    }
    if (job->state == Job::State::Running) {
        --m_inFlight;
        dispatch();
    }
}

} // namespace skein
