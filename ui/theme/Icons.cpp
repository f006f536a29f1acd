// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Icons.h"

#include <QIconEngine>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace skein {

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

QPainterPath pencil()
{
    QPainterPath path(QPointF(4, 20));
    path.lineTo(5, 15.5);
    path.lineTo(16.2, 4.3);
    path.lineTo(19.7, 7.8);
    path.lineTo(8.5, 19);
    path.closeSubpath();
    path.moveTo(13.7, 6.8);
    path.lineTo(17.2, 10.3);
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

QPainterPath picture()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(3.5, 5, 17, 14), 2, 2);
    path.addEllipse(QPointF(8.5, 9.7), 1.5, 1.5);
    path.moveTo(4, 17);
    path.lineTo(10, 12.5);
    path.lineTo(13, 15);
    path.lineTo(16, 11.5);
    path.lineTo(20.3, 16);
    return path;
}

QPainterPath file()
{
    QPainterPath path(QPointF(13.5, 3.5));
    path.lineTo(6, 3.5);
    path.lineTo(6, 20.5);
    path.lineTo(18, 20.5);
    path.lineTo(18, 8);
    path.lineTo(13.5, 3.5);
    path.lineTo(13.5, 8);
    path.lineTo(18, 8);
    return path;
}

QPainterPath retry()
{
    QPainterPath path;
    const QRectF ring(4.5, 4.5, 15, 15);
    path.arcMoveTo(ring, 40);
    path.arcTo(ring, 40, 290);
    path.moveTo(18.5, 3.5);
    path.lineTo(17.9, 7.3);
    path.lineTo(14, 7);
    return path;
}

QPainterPath place()
{
    QPainterPath path(QPointF(12, 21));
    path.cubicTo(4, 12.5, 4.5, 3.5, 12, 3.5);
    path.cubicTo(19.5, 3.5, 20, 12.5, 12, 21);
    path.addEllipse(QPointF(12, 9.8), 2.4, 2.4);
    return path;
}

QPainterPath calendarLeaf()
{
    QPainterPath path = strokes({{4, 9.8, 20, 9.8}, {8.3, 3.2, 8.3, 6.6}, {15.7, 3.2, 15.7, 6.6}});
    path.addRoundedRect(QRectF(4, 5, 16, 15), 2, 2);
    return path;
}

QPainterPath play()
{
    QPainterPath path(QPointF(8, 5));
    path.lineTo(19, 12);
    path.lineTo(8, 19);
    path.closeSubpath();
    return path;
}

QPainterPath pin()
{
    QPainterPath path(QPointF(9, 3.5));
    path.lineTo(15, 3.5);
    path.lineTo(14.5, 10);
    path.lineTo(18, 14);
    path.lineTo(6, 14);
    path.lineTo(9.5, 10);
    path.closeSubpath();
    path.moveTo(12, 14);
    path.lineTo(12, 20.5);
    return path;
}

QPainterPath smile()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 8.5, 8.5);
    path.moveTo(9, 9.6);
    path.lineTo(9, 9.62);
    path.moveTo(15, 9.6);
    path.lineTo(15, 9.62);
    path.moveTo(8, 14);
    path.quadTo(12, 18.4, 16, 14);
    return path;
}

QPainterPath reply()
{
    QPainterPath path(QPointF(9.5, 5.5));
    path.lineTo(4, 11);
    path.lineTo(9.5, 16.5);
    path.moveTo(4, 11);
    path.lineTo(13, 11);
    path.quadTo(20, 11, 20, 18.5);
    return path;
}

QPainterPath unknown()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(4, 4, 16, 16), 3, 3);
    path.moveTo(9.3, 9.6);
    path.cubicTo(9.3, 6.4, 14.7, 6.4, 14.7, 9.8);
    path.cubicTo(14.7, 11.8, 12, 11.8, 12, 14);
    path.moveTo(12, 16.7);
    path.lineTo(12, 16.72);
    return path;
}

QPainterPath contentPathOf(Icon icon)
{
    switch (icon) {
    case Icon::Picture:
        return picture();
    case Icon::File:
        return file();
    case Icon::Download:
        return strokes(
            {{12, 4, 12, 15}, {7, 10.5, 12, 15.5}, {17, 10.5, 12, 15.5}, {5, 20, 19, 20}});
    case Icon::Retry:
        return retry();
    case Icon::Place:
        return place();
    case Icon::Calendar:
        return calendarLeaf();
    case Icon::Play:
        return play();
    case Icon::Pin:
        return pin();
    case Icon::Plus:
        return strokes({{12, 5, 12, 19}, {5, 12, 19, 12}});
    case Icon::Smile:
        return smile();
    case Icon::Reply:
        return reply();
    case Icon::Pencil:
        return pencil();
    case Icon::Unfold:
        return strokes({{6, 9.5, 12, 15.5}, {18, 9.5, 12, 15.5}});
    default:
        return unknown();
    }
}

QPainterPath pathOf(Icon icon)
{
    switch (icon) {
    case Icon::Search:
        return search();
    case Icon::Settings:
        return cog();
    case Icon::Menu:
        return strokes({{5, 7.5, 19, 7.5}, {5, 12, 19, 12}, {5, 16.5, 19, 16.5}});
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
    default:
        return contentPathOf(icon);
    }
}

class PaintedIconEngine final : public QIconEngine {
public:
    explicit PaintedIconEngine(std::function<void(QPainter&, const QRect&)> paint)
        : m_paint(std::move(paint))
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPoint corner((rect.width() - side) / 2, (rect.height() - side) / 2);
        m_paint(*painter, {rect.topLeft() + corner, QSize(side, side)});
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
    [[nodiscard]] QIconEngine* clone() const override { return new PaintedIconEngine(*this); }

private:
    const std::function<void(QPainter&, const QRect&)> m_paint;
};

/// Along the line one reads, so that it turns with it.
bool pointsAlong(Icon icon) { return icon == Icon::Back || icon == Icon::Reply; }

} // namespace

void paintIcon(QPainter& painter, const QRectF& rect, Icon icon, const QColor& color)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side, side) / 2);
    painter.scale(side / 24, side / 24);
    if (painter.layoutDirection() == Qt::RightToLeft && pointsAlong(icon)) {
        painter.translate(24, 0);
        painter.scale(-1, 1);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

/// The same as resources/icons/skein.svg, which the packages carry, in its square of 64 units.
void paintAppIcon(QPainter& painter, const QRect& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 64.0, rect.height() / 64.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1d, 0x6f, 0xe0));
    painter.drawRoundedRect(QRectF(0, 0, 64, 64), 15, 15);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& thread :
        {QPolygonF({{11, 15}, {32, 30}, {53, 15}}), QPolygonF({{17, 31.3}, {32, 42}, {47, 31.3}}),
            QPolygonF({{24, 48.3}, {32, 54}, {40, 48.3}})})
        painter.drawPolyline(thread);
    painter.restore();
}

QIcon paintedIcon(std::function<void(QPainter&, const QRect&)> paint)
{
    return QIcon(new PaintedIconEngine(std::move(paint)));
}

QIcon appIcon() { return paintedIcon(paintAppIcon); }

} // namespace skein
