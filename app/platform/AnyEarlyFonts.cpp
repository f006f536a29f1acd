// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/EarlyFonts.h"

namespace skein {

void findFonts(QThreadPool&) { }

} // namespace skein
