// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// PowerSource: Windows, which knows without looking anywhere.

#include "core/platform/PowerSource.h"

#include <windows.h>

namespace skein {

namespace {

class WindowsPowerSource final : public PowerSource {
public:
    [[nodiscard]] bool isOnBattery() const override
    {
        SYSTEM_POWER_STATUS status{};
        return GetSystemPowerStatus(&status) && status.ACLineStatus == 0;
    }
};

} // namespace

std::unique_ptr<PowerSource> makePowerSource() { return std::make_unique<WindowsPowerSource>(); }

} // namespace skein
