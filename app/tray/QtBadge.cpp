// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Badge: by Qt, from 6.5 on.

#include "app/tray/Badge.h"

#include <QGuiApplication>

namespace skein {

void showBadge(int count) { qGuiApp->setBadgeNumber(count); }

} // namespace skein
