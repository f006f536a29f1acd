// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/Spinner.h"

#include <algorithm>

namespace skein {

namespace {

constexpr int fullTurn = 360 * 16; ///< in Qt's sixteenths of a degree

void paintRing(QPainter& painter, const QRectF& rect, const QColor& color, int from, int length)
{
    const qreal stroke = std::max(2.0, rect.width() / 10);
    const QRectF ring = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    QColor faint = color;
    faint.setAlphaF(0.25F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faint, stroke));
    painter.drawEllipse(ring);
    if (length == 0)
        return;
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, from, length);
}

} // namespace

void paintSpinner(QPainter& painter, const QRectF& rect, const QColor& color, qreal turn)
{
    if (turn < 0)
        paintRing(painter, rect, color, 0, 0);
    else
        paintRing(painter, rect, color, 90 * 16 - int(turn * fullTurn), -fullTurn / 4);
}

void paintProgress(QPainter& painter, const QRectF& rect, const QColor& color, qreal share)
{
    const qreal part = std::clamp(share, 0.02, 1.0);
    paintRing(painter, rect, color, 90 * 16, -int(part * fullTurn));
}

} // namespace skein
