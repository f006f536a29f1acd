// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The notifier of this system; CMakeLists.txt chooses which file answers.

#include "core/platform/Notifier.h"

#include <memory>

namespace skein {

class Balloons;

/// `balloons` outlive the notifier; null where the program has no icon in a tray.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier(Balloons* balloons);

} // namespace skein
