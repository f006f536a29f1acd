// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/MakeNotifier.h"
#include "app/notify/TrayNotifier.h"

namespace skein {

std::unique_ptr<Notifier> makeNotifier(Balloons* balloons, PictureOf)
{
    return std::make_unique<TrayNotifier>(balloons);
}

} // namespace skein
