// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/SeenTracker.h"

#include <algorithm>

namespace skein {

SeenTracker::SeenTracker(Clock& clock, std::function<bool()> isAttentive, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_isAttentive(std::move(isAttentive))
    , m_timer(clock.timer([this] { refresh(); }))
{
}

void SeenTracker::setShown(const QList<ShownMessage>& messages)
{
    if (m_isAttentive())
        tellRested(m_clock.monotonic()); // before they go out of view
    m_shown.clear();
    for (const ShownMessage& message : messages) {
        if (message.position > m_last)
            m_shown.append(message);
    }
    refresh();
}

void SeenTracker::refresh()
{
    m_timer->stop();
    if (m_shown.isEmpty() || !m_isAttentive()) {
        m_since.clear();
        return;
    }
    const auto now = m_clock.monotonic();
    QHash<QString, std::chrono::milliseconds> since;
    for (const ShownMessage& message : std::as_const(m_shown))
        since.insert(message.position, m_since.value(message.position, now));
    m_since = std::move(since);
    if (now >= nextTelling(now))
        tellRested(now);
    waitForNext(now);
}

void SeenTracker::reset()
{
    m_timer->stop();
    m_shown.clear();
    m_since.clear();
    m_last.clear();
}

void SeenTracker::tellRested(std::chrono::milliseconds now)
{
    const ShownMessage* newest = nullptr;
    for (const ShownMessage& message : std::as_const(m_shown)) {
        const bool isRested = now - m_since.value(message.position, now) >= dwell;
        if (isRested && (!newest || message.position > newest->position))
            newest = &message;
    }
    if (!newest)
        return;
    const ShownMessage found = *newest;
    m_last = found.position;
    m_shown.removeIf([this](const ShownMessage& message) { return message.position <= m_last; });
    emit seen(found.id);
}

void SeenTracker::waitForNext(std::chrono::milliseconds now)
{
    if (!m_shown.isEmpty())
        m_timer->start(nextTelling(now) - now);
}

/// When all of them have rested, but not long after the first.
std::chrono::milliseconds SeenTracker::nextTelling(std::chrono::milliseconds now) const
{
    auto first = std::chrono::milliseconds::max();
    auto last = std::chrono::milliseconds::min();
    for (const ShownMessage& message : m_shown) {
        const auto due = m_since.value(message.position, now) + dwell;
        first = std::min(first, due);
        last = std::max(last, due);
    }
    return last - first > gathering ? first + gathering : last;
}

} // namespace skein
