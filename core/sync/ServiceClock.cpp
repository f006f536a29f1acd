// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ServiceClock.h"

#include <cstdlib>

namespace skein {

using namespace std::chrono_literals;

namespace {
constexpr qint64 tolerance = 10; // seconds
}

ServiceClock::ServiceClock(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) { }

qint64 ServiceClock::now() const { return m_clock.now() / 1s + m_skew; }

void ServiceClock::learn(qint64 serviceSeconds)
{
    const qint64 skew = serviceSeconds - m_clock.now() / 1s;
    if (std::abs(skew - m_skew) <= tolerance)
        return;
    m_skew = skew;
    emit corrected();
}

} // namespace skein
