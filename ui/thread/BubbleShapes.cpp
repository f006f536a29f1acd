// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/BubbleShapes.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace skein {

/// Reckoned in the device's own pixels, so that no edge lies between two of them.
void BubbleShapes::paint(QPainter& painter, const BubbleShape& shape, const QColor& color)
{
    const QTransform toDevice = painter.deviceTransform();
    const QTransform fromDevice = toDevice.inverted();
    const QRect rect = toDevice.mapRect(shape.rect).toRect();
    const qreal scale = rect.width() / std::max(1.0, shape.rect.width());
    const int most = std::min(rect.width(), rect.height()) / 2;
    const int radius = std::min(int(std::lround(shape.radius * scale)), most);
    const int tail = std::min(int(std::lround(shape.tail * scale)), radius);
    const int left = shape.tailAtRight ? radius : tail;
    const int right = shape.tailAtRight ? tail : radius;
    const auto corner = [&](int x, int y, int size, const QPoint& part) {
        painter.drawImage(fromDevice.mapRect(QRectF(x, y, size, size)), disc(color, size),
            QRectF(part * size, QSizeF(size, size)));
    };
    const auto fill = [&](int x, int y, int width, int height) {
        if (width > 0 && height > 0)
            painter.fillRect(fromDevice.mapRect(QRectF(x, y, width, height)), color);
    };
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto [x, y, width, height] = std::tuple(rect.x(), rect.y(), rect.width(), rect.height());
    corner(x, y, radius, {0, 0});
    corner(x + width - radius, y, radius, {1, 0});
    corner(x, y + height - left, left, {0, 1});
    corner(x + width - right, y + height - right, right, {1, 1});
    fill(x + radius, y, width - 2 * radius, radius);
    fill(x, y + radius, width, height - 2 * radius);
    const int below = y + height - radius;
    fill(x + left, below, width - left - right, radius);
    fill(x, below, left, radius - left);
    fill(x + width - right, below, right, radius - right);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

const QImage& BubbleShapes::disc(const QColor& color, int radius)
{
    const Key key{color.rgba(), radius};
    if (const auto found = m_discs.constFind(key); found != m_discs.cend())
        return *found;
    if (m_discs.size() >= capacity)
        m_discs.clear();
    QImage image(
        QSize(2 * radius, 2 * radius).expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, 2 * radius, 2 * radius);
    return *m_discs.insert(key, image);
}

} // namespace skein
