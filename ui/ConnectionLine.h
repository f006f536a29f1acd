// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Says the connection in words whenever they change; counts seconds down only while there are some
// to count. Main thread.

#include "core/base/Clock.h"
#include "ui/ConnectionWords.h"

namespace skein {

class ConnectionLine : public QObject {
    Q_OBJECT
public:
    ConnectionLine(const Connection& connection, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const ConnectionWords& words() const { return m_words; }
    /// Whether the first lists of this run are still to be read.
    void setUpdating(bool isUpdating);

signals:
    void changed(const skein::ConnectionWords& words);

private:
    void update();

    const Connection& m_connection;
    Clock& m_clock;
    std::unique_ptr<Timer> m_second;
    ConnectionWords m_words;
    bool m_isUpdating = false;
};

} // namespace skein
