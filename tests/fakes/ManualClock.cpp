// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/ManualClock.h"

#include <QEventLoop>

#include <optional>

namespace skein {

class ManualClock::ManualTimer final : public Timer {
public:
    ManualTimer(ManualClock& clock, std::function<void()> fire)
        : m_clock(clock)
        , m_fire(std::move(fire))
    {
        m_clock.m_timers.insert(this);
    }
    ~ManualTimer() override { m_clock.m_timers.remove(this); }
    void start(std::chrono::milliseconds delay) override { m_due = m_clock.m_elapsed + delay; }
    void stop() override { m_due.reset(); }
    [[nodiscard]] bool isActive() const override { return m_due.has_value(); }
    [[nodiscard]] std::chrono::milliseconds due() const
    {
        return m_due.value_or(std::chrono::milliseconds::max());
    }
    void fire()
    {
        m_due.reset();
        const auto call = m_fire; // the timer may die in its own call
        call();
    }

private:
    ManualClock& m_clock;
    std::function<void()> m_fire;
    std::optional<std::chrono::milliseconds> m_due;
};

std::unique_ptr<Timer> ManualClock::timer(std::function<void()> fire)
{
    return std::make_unique<ManualTimer>(*this, std::move(fire));
}

ManualClock::ManualTimer* ManualClock::nextDue(std::chrono::milliseconds until) const
{
    ManualTimer* next = nullptr;
    for (ManualTimer* timer : m_timers) {
        if (timer->isActive() && timer->due() <= until && (!next || timer->due() < next->due()))
            next = timer;
    }
    return next;
}

/// Until nothing is left to do: one answer may take several events to reach its receiver.
static void deliverEvents()
{
    QEventLoop loop;
    for (int rounds = 0; rounds < 1000 && loop.processEvents(); ++rounds) { }
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    const auto until = m_elapsed + by;
    deliverEvents();
    while (ManualTimer* timer = nextDue(until)) {
        m_elapsed = std::max(m_elapsed, timer->due());
        timer->fire();
        deliverEvents();
    }
    m_elapsed = until;
}

} // namespace skein
