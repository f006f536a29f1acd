// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The power supplies that the Linux kernel lists in a folder, each a folder of small files. Reads
// them anew at every question; what cannot be read counts as mains. Main thread.

#include "core/platform/PowerSource.h"

#include <QString>

namespace skein {

class LinuxPowerSource final : public PowerSource {
public:
    explicit LinuxPowerSource(QString folder = QStringLiteral("/sys/class/power_supply"))
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] bool isOnBattery() const override;

private:
    const QString m_folder;
};

} // namespace skein
