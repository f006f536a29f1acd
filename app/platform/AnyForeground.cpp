// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/Foreground.h"

namespace skein {

void letComeToFront(qint64) { }

} // namespace skein
