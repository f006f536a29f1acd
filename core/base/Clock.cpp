// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Clock.h"

#include <QTimer>

#include <algorithm>

namespace skein {

namespace {

class SystemTimer final : public Timer {
public:
    explicit SystemTimer(std::function<void()> fire)
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(&m_timer, std::move(fire));
    }
    void start(std::chrono::milliseconds delay) override
    {
        m_timer.start(std::max(delay, std::chrono::milliseconds{0}));
    }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
};

} // namespace

SystemClock::SystemClock() : m_start(std::chrono::steady_clock::now()) { }

std::chrono::milliseconds SystemClock::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_start);
}

std::unique_ptr<Timer> SystemClock::timer(std::function<void()> fire)
{
    return std::make_unique<SystemTimer>(std::move(fire));
}

QDateTime localTime(const Clock& clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.now().count());
}

} // namespace skein
