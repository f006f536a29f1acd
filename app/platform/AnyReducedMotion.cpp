// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/ReducedMotion.h"

namespace skein {

void followReducedMotion(QObject*, std::function<void(bool)>) { }

} // namespace skein
