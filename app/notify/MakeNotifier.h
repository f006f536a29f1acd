// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The notifier of this system; CMakeLists.txt chooses which file answers.

#include "core/base/Async.h"
#include "core/platform/Notifier.h"

#include <QImage>

#include <functional>
#include <memory>

namespace skein {

class Balloons;

/// The picture that goes with a notice; an error: none.
using PictureOf = std::function<Async<QImage>(const Notice& notice)>;

/// `balloons` outlive the notifier; null where the program has no icon in a tray.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier(Balloons* balloons, PictureOf pictureOf);

} // namespace skein
