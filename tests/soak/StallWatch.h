// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long the machine kept this process from running at most. On a fast clock a stall counts many
// times over: one that is longer than the service's memory outlasts the last try of a send explains
// a doubled message, and is no fault of the core. Main thread.

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace skein::soak {

class StallWatch : public QObject {
public:
    explicit StallWatch(QObject* parent = nullptr) : QObject(parent)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(
            this, [this] { m_longest = std::max(m_longest, m_last.restart() - beat); });
        m_last.start();
        m_timer.start(beat);
    }

    [[nodiscard]] qint64 longest() const { return m_longest; } ///< ms on the wall

private:
    static constexpr int beat = 50; // ms
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
};

} // namespace skein::soak
