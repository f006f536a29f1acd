// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time that passes `speed` times as fast as on the wall, from `epoch` on, the same in every process
// that is given the same two numbers. What Skein waits for, and the service's minute of memory,
// keep their proportion. Not faster: the processor, the disk and the loopback network.

#include "core/base/Clock.h"

namespace skein::soak {

class FastClock final : public Clock {
public:
    /// `epoch`: milliseconds since the Unix epoch; until then both clocks agree.
    FastClock(int speed, std::chrono::milliseconds epoch);

    [[nodiscard]] std::chrono::milliseconds now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Timer> timer(std::function<void()> fire) override;

    /// How long `time` of this clock is on the wall: rounded up, so that nothing comes early.
    [[nodiscard]] std::chrono::milliseconds onTheWall(std::chrono::milliseconds time) const;

private:
    const int m_speed;
    const std::chrono::system_clock::time_point m_epoch;
    const std::chrono::steady_clock::time_point m_start;
    SystemClock m_wall; ///< for its timers
};

} // namespace skein::soak
