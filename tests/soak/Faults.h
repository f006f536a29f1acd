// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes wrong between Skein and the service during a soak: which rules, how often. Everything
// that leaves the outcome of a send open, everything that says "not now", and bodies that are none.
// Pure.

#include "app/demo/DemoFaults.h"
#include "tests/soak/FastClock.h"

namespace skein::soak {

struct NamedFault {
    QString name;
    DemoFault fault;
};

/// About every third send, every fifth upload and every tenth reading is struck. After a 403, a
/// third 401 or a 409 without the message Skein asks the person, who tries again (Life).
[[nodiscard]] QList<NamedFault> stormFaults(quint32 seed, const FastClock& clock);

} // namespace skein::soak
