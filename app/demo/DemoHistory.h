// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who plays in the demo world, and what they have said to the signed-in person so far: the same
// for the same seed and time. Fills a DemoWorld once; keeps nothing.

#include "app/demo/DemoTypes.h"

#include <limits>

namespace skein {

class DemoWorld;

/// The signed-in person.
[[nodiscard]] DemoPerson demoMe();
/// The other thirty, ids of many lengths.
[[nodiscard]] QList<DemoPerson> demoCast();
/// What a person of the cast writes in, "en" or "de"; "en" for strangers.
[[nodiscard]] QString demoLanguageOf(const QString& personId);

/// Everything that was ever said.
inline constexpr int wholePast = std::numeric_limits<int>::max();

/// Writes everybody's past into the world, ending shortly before its now: of each conversation the
/// last `longest` messages or so.
void writeDemoHistory(DemoWorld& world, quint32 seed, int longest = wholePast);

} // namespace skein
