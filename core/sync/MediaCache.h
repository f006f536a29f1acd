// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of pictures, by the address that messages name: from disk, else over the network, never
// with the token (protocol.md F1). Has a queue of its own, beside that of GroupMe's interface: the
// newest wish first, few at a time. Remembers for a while what could not be had. Main thread.

#include "core/base/Clock.h"
#include "core/net/HttpTransport.h"
#include "core/platform/MediaFolder.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace skein {

class MediaCache final : public QObject {
    Q_OBJECT
public:
    static constexpr int maxInFlight = 4;
    static constexpr qint64 maxBytes = 30 * 1024 * 1024;
    static constexpr std::chrono::minutes refusalLasts{10};

    /// Whether a person asked for it: hosts that are not GroupMe's are asked only then.
    enum class Consent { Unasked, Asked };

    /// `network` must not retry; `random` gives numbers in [0, 1).
    MediaCache(HttpTransport& network, Clock& clock, MediaFolder& folder,
        std::function<double()> random, QObject* parent = nullptr);
    ~MediaCache() override; ///< what is on its way is cancelled

    /// Cancelling the future takes the wish back. Unsupported for what may not be loaded (so); what
    /// failed a short while ago fails again at once, without a request.
    [[nodiscard]] Async<QByteArray> get(const QUrl& url, Consent consent = Consent::Unasked);
    /// What is on disk; asks nobody.
    [[nodiscard]] Async<QByteArray> kept(const QUrl& url) { return m_folder.read(url); }
    /// Whether get() would do more than to repeat a failure.
    [[nodiscard]] bool mayTry(const QUrl& url) const;
    /// A person wants it tried again now.
    void forgetFailure(const QUrl& url);
    /// What came is no picture: not kept, and not asked for again for a while.
    void refuse(const QUrl& url);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;
    struct Failure {
        Error error;
        int attempts = 0;
        std::chrono::milliseconds until{0}; ///< Clock::monotonic()
    };

    [[nodiscard]] Async<QByteArray> join(const JobPointer& job);
    void dispatch();
    void send(const JobPointer& job, const QUrl& to);
    void answered(const JobPointer& job, const Result<HttpReply>& reply);
    [[nodiscard]] bool goesOn(const JobPointer& job, const HttpReply& reply);
    void fail(const JobPointer& job, Error error);
    void finish(const JobPointer& job, const Result<QByteArray>& result);
    void leave(const JobPointer& job, const void* waiter);
    void forgetOldFailures();

    HttpTransport& m_network;
    Clock& m_clock;
    MediaFolder& m_folder;
    std::function<double()> m_random;
    QHash<QUrl, JobPointer> m_jobs;
    QHash<QUrl, Failure> m_failures;
    quint64 m_wishes = 0;
    int m_inFlight = 0;
};

} // namespace skein
