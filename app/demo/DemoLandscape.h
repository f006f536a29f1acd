// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the still pictures of the demo world: skies, ridges, water, firs, lights, and a chart.
// Pure: the same scene is the same picture.

#include "app/demo/DemoScene.h"

#include <QImage>

namespace skein::demo {

[[nodiscard]] QImage landscape(const DemoScene& scene);

} // namespace skein::demo
