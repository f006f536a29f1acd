// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The badge as docks of Linux understand it: a signal on the session's bus (Unity's launcher API,
// which the docks of Ubuntu and KDE read).

#include <QDBusMessage>

namespace skein {

[[nodiscard]] QDBusMessage launcherBadge(int count);

} // namespace skein
