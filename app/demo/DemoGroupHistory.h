// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The groups of the demo world: who is in them, their topics, and what was said there over the
// years. Everything is invented; the same seed and time make the same groups.

#include "app/demo/DemoHistory.h"

namespace skein {

class DemoWorld;

/// To be called once, after the people and their direct chats are there.
void writeDemoGroups(DemoWorld& world, quint32 seed, int longest = wholePast);

} // namespace skein
