// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the computer runs on its battery, for those who could do less then. Asked now and then,
// never waited for: whoever must look for the answer does so elsewhere and tells what it last
// found. Main thread.

#include <memory>

namespace skein {

class PowerSource {
public:
    virtual ~PowerSource() = default;

    [[nodiscard]] virtual bool isOnBattery() const = 0;
};

/// Where nobody tells.
class MainsPower final : public PowerSource {
public:
    [[nodiscard]] bool isOnBattery() const override { return false; }
};

/// This system's; CMakeLists.txt chooses which file answers.
[[nodiscard]] std::unique_ptr<PowerSource> makePowerSource();

} // namespace skein
