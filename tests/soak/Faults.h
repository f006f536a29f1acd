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

/// About every third send and every tenth reading is struck. Left out, because Skein stops or asks
/// the person then, on purpose: 401, 403 and 4xx refusals, and a 409 without the message.
[[nodiscard]] QList<NamedFault> stormFaults(quint32 seed, const FastClock& clock);

} // namespace skein::soak
