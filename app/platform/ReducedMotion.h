// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the desktop asks programs to move as little as they can. CMakeLists.txt chooses which
// file answers; Linux's asks the desktop's portal, elsewhere nobody is asked. Main thread.

#include <functional>

class QObject;

namespace skein {

/// `tell(true)` once that is known, and at each change, as long as `context` lives.
void followReducedMotion(QObject* context, std::function<void(bool)> tell);

} // namespace skein
