// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The power supplies that the Linux kernel lists in a folder, each a folder of small files, which a
// driver may take its time to fill: they are read on a thread of their own. Each question begins a
// reading and is answered with what the last one found; what cannot be read counts as mains. Main
// thread.

#include "core/platform/PowerSource.h"

#include <QString>
#include <QThreadPool>

#include <atomic>

namespace skein {

class LinuxPowerSource final : public PowerSource {
public:
    explicit LinuxPowerSource(QString folder = QStringLiteral("/sys/class/power_supply"))
        : m_folder(std::move(folder))
    {
        read();
    }

    [[nodiscard]] bool isOnBattery() const override;
    /// For tests: the reading under way, if there is one, has ended.
    void waitForReading() const { m_reader.waitForDone(); }

private:
    void read() const;

    const QString m_folder;
    mutable std::atomic<bool> m_drains = false;
    mutable std::atomic<bool> m_isReading = false;
    mutable QThreadPool m_reader; ///< the last to be made and the first to go: it uses the others
};

} // namespace skein
