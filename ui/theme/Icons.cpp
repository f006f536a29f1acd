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

QPainterPath bellOff()
{
    QPainterPath path(QPointF(5, 17));
    path.lineTo(7, 14.5);
    path.lineTo(7, 10.5);
    path.cubicTo(7, 3.5, 17, 3.5, 17, 10.5);
    path.lineTo(17, 14.5);
    path.lineTo(19, 17);
    path.closeSubpath();
    path.moveTo(10.2, 20);
    path.quadTo(12, 21.4, 13.8, 20);
    path.moveTo(3.5, 3.5);
    path.lineTo(20.5, 20.5);
    return path;
}

QPainterPath lock()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(5.5, 10.5, 13, 9.5), 2, 2);
    path.moveTo(8.3, 10.5);
    path.lineTo(8.3, 8);
    path.cubicTo(8.3, 3, 15.7, 3, 15.7, 8);
    path.lineTo(15.7, 10.5);
    return path;
}

QPainterPath info()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 8.5, 8.5);
    path.moveTo(12, 11.2);
    path.lineTo(12, 16.2);
    path.moveTo(12, 7.8);
    path.lineTo(12, 7.82); // round ends make it a dot
    return path;
}

/// Straight strokes, each from one point to another.
QPainterPath strokes(std::initializer_list<QLineF> lines)
{
    QPainterPath path;
    for (const QLineF& line : lines) {
        path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    return path;
}

QPainterPath search()
{
    QPainterPath path = strokes({{15, 15, 20, 20}});
    path.addEllipse(QPointF(10.5, 10.5), 6, 6);
    return path;
}

QPainterPath back()
{
    QPainterPath path(QPointF(14.5, 5));
    path.lineTo(7.5, 12);
    path.lineTo(14.5, 19);
    return path;
}

QPainterPath ticks()
{
    QPainterPath path = tick(2);
    path.moveTo(12, 15.5);
    path.lineTo(13.3, 17);
    path.lineTo(21.8, 7);
    return path;
}

QPainterPath pathOf(Icon icon)
{
    switch (icon) {
    case Icon::Search:
        return search();
    case Icon::Settings:
        return cog();
    case Icon::Back:
        return back();
    case Icon::Close:
        return strokes({{6.5, 6.5, 17.5, 17.5}, {17.5, 6.5, 6.5, 17.5}});
    case Icon::Eye:
        return eye(false);
    case Icon::EyeOff:
        return eye(true);
    case Icon::Tick:
        return tick(5.5);
    case Icon::Ticks:
        return ticks();
    case Icon::BellOff:
        return bellOff();
    case Icon::Lock:
        return lock();
    case Icon::Hash:
        return strokes({{10.2, 4.5, 8.2, 19.5}, {15.8, 4.5, 13.8, 19.5}, {4.5, 9.3, 19.5, 9.3},
            {4.5, 14.7, 19.5, 14.7}});
    case Icon::Info:
        return info();
    }
    return {};
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
