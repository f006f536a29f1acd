// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who plays in the demo world, and what they have said to the signed-in person so far: the same
// for the same seed and time. Fills a DemoWorld once; keeps nothing.

#include "app/demo/DemoTypes.h"

namespace skein {

class DemoWorld;

/// The signed-in person.
[[nodiscard]] DemoPerson demoMe();
/// The other thirty, ids of many lengths.
[[nodiscard]] QList<DemoPerson> demoCast();
/// What a person of the cast writes in, "en" or "de"; "en" for strangers.
[[nodiscard]] QString demoLanguageOf(const QString& personId);

/// Writes everybody's past into the world, ending shortly before its now.
void writeDemoHistory(DemoWorld& world, quint32 seed);

} // namespace skein
