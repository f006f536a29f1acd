// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting for somebody on a bus, without asking the bus to start anything. Main thread.

#include <QDBusConnection>

#include <functional>

namespace skein {

/// `act()` once, when somebody has that name there, as long as `context` lives.
void whenOnBus(
    const QDBusConnection& bus, const QString& name, QObject* context, std::function<void()> act);

} // namespace skein
