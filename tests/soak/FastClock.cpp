// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/FastClock.h"

namespace skein::soak {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

class FastTimer final : public Timer {
public:
    FastTimer(const FastClock& clock, std::unique_ptr<Timer> wall)
        : m_clock(clock)
        , m_wall(std::move(wall))
    {
    }
    void start(milliseconds delay) override { m_wall->start(m_clock.onTheWall(delay)); }
    void stop() override { m_wall->stop(); }
    [[nodiscard]] bool isActive() const override { return m_wall->isActive(); }

private:
    const FastClock& m_clock;
    std::unique_ptr<Timer> m_wall;
};

} // namespace

FastClock::FastClock(int speed, milliseconds epoch)
    : m_speed(speed)
    , m_epoch(epoch)
    , m_start(std::chrono::steady_clock::now())
{
}

milliseconds FastClock::now() const
{
    const auto since
        = duration_cast<microseconds>(std::chrono::system_clock::now() - m_epoch) * m_speed;
    return duration_cast<milliseconds>(m_epoch.time_since_epoch() + since);
}

milliseconds FastClock::monotonic() const
{
    return duration_cast<milliseconds>(
        duration_cast<microseconds>(std::chrono::steady_clock::now() - m_start) * m_speed);
}

std::unique_ptr<Timer> FastClock::timer(std::function<void()> fire)
{
    return std::make_unique<FastTimer>(*this, m_wall.timer(std::move(fire)));
}

milliseconds FastClock::onTheWall(milliseconds time) const
{
    return milliseconds{(std::max<qint64>(time.count(), 0) + m_speed - 1) / m_speed};
}

} // namespace skein::soak
