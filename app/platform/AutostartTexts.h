// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An entry for the start at login, in the words of each system. Pure.

#include "app/platform/Autostart.h"

namespace skein {

/// A file for the freedesktop's folder "autostart".
[[nodiscard]] QByteArray desktopEntry(const AutostartEntry& entry);
/// Whether such a file, perhaps changed by others since, lets the program start.
[[nodiscard]] bool startsProgram(const QByteArray& desktopEntry);
/// A file for macOS' folder "LaunchAgents".
[[nodiscard]] QByteArray launchAgent(const AutostartEntry& entry);
/// A command line of Windows.
[[nodiscard]] QString windowsCommand(const AutostartEntry& entry);

} // namespace skein
