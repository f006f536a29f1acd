// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time, injected. Everything in core that waits or compares times is given a Clock, so that tests
// advance it and never sleep. Used on the thread that made it.

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace skein {

/// A single-shot timer; destroying it stops it.
class Timer {
public:
    virtual ~Timer() = default;
    /// (Re)starts: fires once, `delay` from now.
    virtual void start(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0;
};

class Clock {
public:
    virtual ~Clock() = default;
    /// Since the Unix epoch; may jump. For what is stored or shown.
    [[nodiscard]] virtual std::chrono::milliseconds now() const = 0;
    /// Since an arbitrary start; never jumps. For intervals inside this run.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Timer> timer(std::function<void()> fire) = 0;
};

/// What a clock on the wall shows now.
[[nodiscard]] QDateTime localTime(const Clock& clock);

class SystemClock final : public Clock {
public:
    SystemClock();
    [[nodiscard]] std::chrono::milliseconds now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Timer> timer(std::function<void()> fire) override;

private:
    std::chrono::steady_clock::time_point m_start;
};

} // namespace skein
