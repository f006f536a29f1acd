// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A clock that stands still until a test advances it; timers fire in the order of their times.

#include "core/base/Clock.h"

#include <QSet>

namespace skein {

class ManualClock final : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds now() const override { return m_wall + m_elapsed; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_elapsed; }
    [[nodiscard]] std::unique_ptr<Timer> timer(std::function<void()> fire) override;

    /// Lets time pass; every timer that falls due fires, then posted events are delivered.
    void advance(std::chrono::milliseconds by);
    /// Moves the wall clock only, as a person or a time server does.
    void setNow(std::chrono::milliseconds now) { m_wall = now - m_elapsed; }

private:
    class ManualTimer;
    ManualTimer* nextDue(std::chrono::milliseconds until) const;

    std::chrono::milliseconds m_wall{1'760'000'000'000};
    std::chrono::milliseconds m_elapsed{0};
    QSet<ManualTimer*> m_timers;
};

} // namespace skein
