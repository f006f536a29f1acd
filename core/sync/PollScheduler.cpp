// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/PollScheduler.h"

#include "core/net/RetryPolicy.h"

#include <algorithm>
#include <utility>

namespace skein {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {
constexpr milliseconds watchPause = 5s;
constexpr int powerTurns = 12; ///< every so many watches
} // namespace

PollScheduler::PollScheduler(
    Clock& clock, const PowerSource& power, std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_power(power)
    , m_random(std::move(random))
{
    m_list.timer = clock.timer([this] { fire(m_list, &PollScheduler::listDue); });
    m_openLook.timer = clock.timer([this] { fire(m_openLook, &PollScheduler::openDue); });
    m_reread = clock.timer([this] { fireReread(); });
    m_watch = clock.timer([this] { watch(); });
}

void PollScheduler::start()
{
    m_running = true;
    m_onBattery = m_power.isOnBattery();
    m_skew = m_clock.now() - m_clock.monotonic();
    m_watch->start(watchPause);
    lookNow();
}

void PollScheduler::stop()
{
    m_running = false;
    disarm(m_list);
    disarm(m_openLook);
    m_reread->stop();
    m_watch->stop();
    emit nextLookChanged();
}

void PollScheduler::setAttention(Attention attention)
{
    const bool came = attention == Attention::Focused && m_attention != Attention::Focused;
    m_attention = attention;
    if (!m_running)
        return;
    rearm();
    if (came && m_open)
        lookAtOpenNow();
}

void PollScheduler::setConversationOpen(bool open)
{
    m_open = open;
    if (m_running)
        rearm();
}

void PollScheduler::lookNow()
{
    if (!m_running)
        return;
    m_list.failures = 0;
    m_openLook.failures = 0;
    armNow(m_list);
    lookAtOpenNow();
    rearm();
}

void PollScheduler::lookAtOpenNow()
{
    if (m_running && m_open)
        armNow(m_openLook);
}

void PollScheduler::listLooked(Outcome outcome) { looked(m_list, outcome, listPause()); }

void PollScheduler::openLooked(Outcome outcome)
{
    const auto pause = openPause();
    looked(m_openLook, outcome, pause.value_or(0ms));
    if (!pause)
        disarm(m_openLook);
}

milliseconds PollScheduler::nextLook() const
{
    std::optional<milliseconds> next;
    for (const Look* look : {&m_list, &m_openLook}) {
        if (look->timer->isActive() && (!next || look->due < *next))
            next = look->due;
    }
    return next ? m_clock.now() + (*next - m_clock.monotonic()) : 0ms;
}

void PollScheduler::arm(Look& look, milliseconds delay)
{
    // A look that is under way is counted from its end (looked()).
    if (look.busy)
        return;
    look.due = m_clock.monotonic() + delay;
    look.timer->start(delay);
    emit nextLookChanged();
}

void PollScheduler::armNow(Look& look)
{
    // What is under way may have been asked of a network that is gone: once more after it.
    look.again = look.busy;
    arm(look, 0ms);
}

void PollScheduler::disarm(Look& look)
{
    look.timer->stop();
    look.busy = false;
    look.again = false;
}

void PollScheduler::fire(Look& look, void (PollScheduler::*due)())
{
    look.busy = true;
    emit(this->*due)();
}

void PollScheduler::fireReread()
{
    if (const auto pause = rereadPause()) {
        m_reread->start(*pause);
        emit rereadDue();
    }
}

void PollScheduler::looked(Look& look, Outcome outcome, milliseconds pause)
{
    look.busy = false;
    if (!m_running)
        return;
    if (std::exchange(look.again, false))
        return arm(look, 0ms);
    if (outcome == Outcome::Done) {
        look.failures = 0;
        return arm(look, pause);
    }
    auto delay = retryDelay(++look.failures, m_random());
    if (outcome == Outcome::Unreachable && m_attention != Attention::Hidden)
        delay = std::min(delay, milliseconds{10s});
    arm(look, std::max(delay, milliseconds{1s}));
}

void PollScheduler::rearm()
{
    const auto open = openPause();
    if (!open)
        disarm(m_openLook);
    else if (!m_openLook.timer->isActive() || m_openLook.due - m_clock.monotonic() > *open)
        arm(m_openLook, *open);
    if (!m_list.timer->isActive() || m_list.due - m_clock.monotonic() > listPause())
        arm(m_list, listPause());
    const auto reread = rereadPause();
    if (!reread)
        m_reread->stop();
    else if (!m_reread->isActive())
        m_reread->start(*reread);
}

milliseconds PollScheduler::listPause() const
{
    switch (m_attention) {
    case Attention::Focused:
        return paced(15s); // protocol.md J4 says 30; somebody who looks wants to know sooner
    case Attention::Visible:
        return paced(30s);
    case Attention::Hidden:
        break;
    }
    return paced(60s);
}

std::optional<milliseconds> PollScheduler::openPause() const
{
    if (!m_open || m_attention == Attention::Hidden)
        return std::nullopt;
    return paced(m_attention == Attention::Focused ? 4s : 20s);
}

std::optional<milliseconds> PollScheduler::rereadPause() const
{
    if (!m_open || m_attention == Attention::Hidden)
        return std::nullopt;
    return paced(m_attention == Attention::Focused ? 45s : 90s);
}

milliseconds PollScheduler::paced(milliseconds pause) const
{
    return m_onBattery ? 2 * pause : pause;
}

void PollScheduler::watch()
{
    m_watch->start(watchPause);
    if (++m_watches % powerTurns == 0)
        notePower();
    noticeSleep();
}

void PollScheduler::notePower()
{
    const bool onBattery = m_power.isOnBattery();
    if (std::exchange(m_onBattery, onBattery) != onBattery)
        rearm(); // longer pauses begin with the next look
}

void PollScheduler::noticeSleep()
{
    // The monotonic clock stands still while the machine sleeps, the wall clock does not.
    const auto skew = m_clock.now() - m_clock.monotonic();
    const bool slept = skew - m_skew > 15s;
    m_skew = skew;
    if (slept)
        lookNow();
}

} // namespace skein
