// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times of one run: by the wall, or what the processor worked on this thread, which other programs
// do not lengthen. Any thread.

#include <QList>

#include <algorithm>
#include <ctime>

namespace skein::bench {

[[nodiscard]] inline double millisecondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}
[[nodiscard]] inline double wallTime() { return millisecondsOf(CLOCK_MONOTONIC); }
[[nodiscard]] inline double workTime() { return millisecondsOf(CLOCK_THREAD_CPUTIME_ID); }

/// What `work()` takes, in milliseconds of `clock`.
template <class F>
[[nodiscard]] double taken(double (*clock)(), F work)
{
    const double since = clock();
    work();
    return clock() - since;
}

/// The value that `part` (0 to 1) of them do not exceed. Of at least one.
[[nodiscard]] inline double quantile(QList<double> values, double part)
{
    std::ranges::sort(values);
    const auto at = static_cast<qsizetype>(part * double(values.size() - 1));
    return values.at(at);
}
[[nodiscard]] inline double median(const QList<double>& values) { return quantile(values, 0.5); }

} // namespace skein::bench
