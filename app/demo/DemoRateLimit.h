// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A leaky bucket per user: some requests at once, then so many a second. Pure; any thread.

#include <QHash>
#include <QMutex>
#include <QString>

#include <algorithm>

namespace skein {

class DemoRateLimit {
public:
    DemoRateLimit(double perSecond, int burst) : m_perSecond(perSecond), m_burst(burst) { }

    /// True when the user may go on at this (monotonic) time in ms.
    [[nodiscard]] bool allows(const QString& user, qint64 nowMs)
    {
        if (m_perSecond <= 0)
            return true;
        const QMutexLocker lock(&m_mutex);
        Bucket& bucket = m_buckets[user];
        const double leaked = static_cast<double>(nowMs - bucket.at) / 1000.0 * m_perSecond;
        bucket.level = std::max(0.0, bucket.level - leaked);
        bucket.at = nowMs;
        if (bucket.level + 1 > m_burst)
            return false;
        bucket.level += 1;
        return true;
    }

private:
    struct Bucket {
        double level = 0;
        qint64 at = 0;
    };
    const double m_perSecond;
    const int m_burst;
    QMutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace skein
