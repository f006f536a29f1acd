// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a tray may be looked for; CMakeLists.txt chooses which file answers.

#include <functional>

class QObject;

namespace skein {

/// `act()` once, now or later, as long as `context` lives. Qt must not be asked before: what it
/// finds the first time it believes until the program ends.
void whenThereMayBeATray(QObject* context, std::function<void()> act);

/// Whether there is one now of the kind that does not tell when it comes. Asks the desktop.
[[nodiscard]] bool isThereAnOldTray();

} // namespace skein
