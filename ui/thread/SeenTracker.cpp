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
    noteRested(now);
    waitForNext(now);
}

void SeenTracker::reset()
{
    m_timer->stop();
    m_shown.clear();
    m_since.clear();
    m_last.clear();
}

void SeenTracker::noteRested(std::chrono::milliseconds now)
{
    const ShownMessage* newest = nullptr;
    for (const ShownMessage& message : std::as_const(m_shown)) {
        const bool isRested = now - m_since.value(message.position) >= dwell;
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
    if (m_shown.isEmpty())
        return;
    auto earliest = now;
    for (const ShownMessage& message : std::as_const(m_shown))
        earliest = std::min(earliest, m_since.value(message.position, now));
    m_timer->start(earliest + dwell - now);
}

} // namespace skein
