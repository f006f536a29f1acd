// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/DevicePixels.h"

#include <QPainter>

#include <cmath>

namespace skein {

QRectF onDevicePixels(const QPainter& painter, const QRectF& rect)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF device = toDevice.mapRect(rect);
    const QPointF topLeft(std::round(device.left()), std::round(device.top()));
    const QPointF bottomRight(std::max(topLeft.x() + 1, std::round(device.right())),
        std::max(topLeft.y() + 1, std::round(device.bottom())));
    return toDevice.inverted().mapRect(QRectF(topLeft, bottomRight));
}

} // namespace skein
