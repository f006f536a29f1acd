// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time as the service has it: mutes end by it, whatever this computer's clock says
// (protocol.md J6). Main thread.

#include "core/base/Clock.h"

#include <QObject>

namespace skein {

class ServiceClock : public QObject {
    Q_OBJECT
public:
    explicit ServiceClock(Clock& clock, QObject* parent = nullptr);

    /// Unix seconds; this computer's until the service has told its own.
    [[nodiscard]] qint64 now() const;
    /// From the Date of an answer. Differences of a few seconds are the network's.
    void learn(qint64 serviceSeconds);
    [[nodiscard]] Clock& clock() const { return m_clock; }

signals:
    /// The difference to this computer's clock turned out to be another one.
    void corrected();

private:
    Clock& m_clock;
    qint64 m_skew = 0; ///< seconds that the service is ahead
};

} // namespace skein
