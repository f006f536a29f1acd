// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Icons.h"

#include <QIconEngine>
#include <QPainterPath>
#include <QSvgRenderer>

#include <cmath>
#include <numbers>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

// All paths live in a square of 24 units.

QPainterPath cog()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 3, 3);
    path.addEllipse(QPointF(12, 12), 6.5, 6.5);
    for (int tooth = 0; tooth < 8; ++tooth) {
        const qreal angle = tooth * std::numbers::pi / 4;
        const QPointF outwards(std::cos(angle), std::sin(angle));
        path.moveTo(QPointF(12, 12) + outwards * 6.5);
        path.lineTo(QPointF(12, 12) + outwards * 9.5);
    }
    return path;
}

QPainterPath eye(bool crossed)
{
    QPainterPath path(QPointF(2.5, 12));
    path.quadTo(12, 1.5, 21.5, 12);
    path.quadTo(12, 22.5, 2.5, 12);
    path.addEllipse(QPointF(12, 12), 3, 3);
    if (crossed) {
        path.moveTo(4, 20);
        path.lineTo(20, 4);
    }
    return path;
}

QPainterPath tick(qreal left)
{
    QPainterPath path(QPointF(left, 12.5));
    path.lineTo(left + 4, 17);
    path.lineTo(left + 12.5, 7);
    return path;
}

QPainterPath pathOf(Icon icon)
{
    QPainterPath path;
    switch (icon) {
    case Icon::Search:
        path.addEllipse(QPointF(10.5, 10.5), 6, 6);
        path.moveTo(15, 15);
        path.lineTo(20, 20);
        break;
    case Icon::Settings:
        return cog();
    case Icon::Back:
        path.moveTo(14.5, 5);
        path.lineTo(7.5, 12);
        path.lineTo(14.5, 19);
        break;
    case Icon::Close:
        path.moveTo(6.5, 6.5);
        path.lineTo(17.5, 17.5);
        path.moveTo(17.5, 6.5);
        path.lineTo(6.5, 17.5);
        break;
    case Icon::Eye:
        return eye(false);
    case Icon::EyeOff:
        return eye(true);
    case Icon::Tick:
        return tick(5.5);
    case Icon::Ticks:
        path = tick(2);
        path.moveTo(12, 15.5);
        path.lineTo(13.3, 17);
        path.lineTo(21.8, 7);
        break;
    }
    return path;
}

/// Draws the skein anew for every size asked, so that it is sharp at each.
class SkeinIconEngine final : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        QSvgRenderer(u":/icons/skein.svg"_s).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, {QPoint(), size}, mode, state);
        return pixmap;
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {{16, 16}, {22, 22}, {24, 24}, {32, 32}, {48, 48}, {64, 64}, {128, 128}, {256, 256}};
    }
    [[nodiscard]] QIconEngine* clone() const override { return new SkeinIconEngine(*this); }
};

} // namespace

void paintIcon(QPainter& painter, const QRectF& rect, Icon icon, const QColor& color)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side, side) / 2);
    painter.scale(side / 24, side / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon appIcon() { return QIcon(new SkeinIconEngine); }

} // namespace skein
