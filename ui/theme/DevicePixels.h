// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sharp edges at every scale: rectangles that end on whole device pixels. Pure.

#include <QRectF>

class QPainter;

namespace skein {

/// `rect` with its edges on whole device pixels, at any scale and offset of the painter.
[[nodiscard]] QRectF onDevicePixels(const QPainter& painter, const QRectF& rect);

} // namespace skein
