// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the person chose about notifications, out of the settings. Main thread.

#include "core/platform/Settings.h"
#include "core/types/NotificationChoices.h"

namespace skein {

/// Quiet hours that cannot be read are none.
[[nodiscard]] NotificationChoices notificationChoices(const Settings& settings);
/// Whether the person's words come through quiet hours.
void setHeardInQuiet(Settings& settings, const UserId& person, bool isHeard);
/// Whether notificationChoices() depends on the setting of that name.
[[nodiscard]] bool rulesNotifications(const QString& setting);

} // namespace skein
