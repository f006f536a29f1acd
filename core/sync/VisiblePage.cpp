// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/VisiblePage.h"

#include <algorithm>

namespace skein {

VisiblePage::VisiblePage(PageReader& reader, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_timer(clock.timer([this] { read(); }))
{
}

void VisiblePage::show(const VisibleMessages& shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    wait();
}

void VisiblePage::setAttentive(bool attentive)
{
    if (std::exchange(m_attentive, attentive) != attentive)
        wait();
}

void VisiblePage::wait()
{
    m_timer->stop();
    if (!m_attentive || m_shown.first.isEmpty())
        return;
    std::chrono::milliseconds delay = rest;
    if (const auto read = m_readAt.constFind(m_shown.conversation); read != m_readAt.constEnd())
        delay = std::max(delay, *read + pause - m_clock.monotonic());
    m_timer->start(delay);
}

void VisiblePage::read()
{
    // What the newest page holds is read again anyway (PollScheduler::rereadDue), but it may turn
    // out not to reach here.
    if (isInNewestPage()) {
        m_timer->start(pause);
        return;
    }
    m_readAt.insert(m_shown.conversation, m_clock.monotonic());
    m_reader.refresh(m_shown.conversation, m_shown.after);
    wait();
}

bool VisiblePage::isInNewestPage() const
{
    const MessageId oldest = m_reader.newestPageFrom(m_shown.conversation);
    if (oldest.isEmpty()) // not read yet in this run
        return m_shown.after.isEmpty();
    return positionOf(m_shown.first) >= positionOf(oldest);
}

} // namespace skein
