// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the people of the demo world picture themselves: head and shoulders, drawn; and whose picture
// lies where. Some prefer a landscape, some have none, and one address leads nowhere. Any thread.

#include "app/demo/DemoScene.h"

#include <QImage>
#include <QString>

namespace skein {

class DemoMedia;

/// The address of the picture of the `place`th of the cast; empty or null when there is none
/// (protocol.md K3: both happen).
[[nodiscard]] QString demoAvatar(int place);
inline constexpr int demoMyPlace = 36; ///< behind the cast
/// Puts all of them where their addresses lead.
void addDemoAvatars(DemoMedia& media);

namespace demo {

/// Pure: the same seed is the same person.
[[nodiscard]] QImage portrait(const DemoScene& scene);

} // namespace demo
} // namespace skein
