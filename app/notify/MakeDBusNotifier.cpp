// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/DBusNotifier.h"
#include "app/notify/MakeNotifier.h"

namespace skein {

std::unique_ptr<Notifier> makeNotifier(Balloons*, PictureOf pictureOf)
{
    return std::make_unique<DBusNotifier>(QDBusConnection::sessionBus(), std::move(pictureOf));
}

} // namespace skein
