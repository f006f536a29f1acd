// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoSprites.h"

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace skein::demo {

using namespace Qt::StringLiterals;

namespace {

// Everything is drawn in a cell of 100 by 100.
using Draw = void (*)(QPainter&);

void pen(QPainter& painter, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

void fill(QPainter& painter, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
}

constexpr QColor ink(70, 48, 20);

void head(QPainter& painter, const QColor& skin = QColor(255, 205, 74))
{
    fill(painter, skin);
    painter.drawEllipse(QPointF(50, 50), 44, 44);
}

void dots(QPainter& painter)
{
    fill(painter, ink);
    painter.drawEllipse(QPointF(35, 42), 5, 7);
    painter.drawEllipse(QPointF(65, 42), 5, 7);
}

void mouth(QPainter& painter, double bend)
{
    pen(painter, ink, 6);
    QPainterPath path(QPointF(30, 65));
    path.quadTo(50, 65 + bend, 70, 65);
    painter.drawPath(path);
}

void openMouth(QPainter& painter, double width, double height)
{
    fill(painter, ink);
    painter.drawEllipse(QPointF(50, 68), width, height);
}

void lids(QPainter& painter, double bend)
{
    pen(painter, ink, 6);
    for (const double x : {35.0, 65.0}) {
        QPainterPath path(QPointF(x - 9, 43));
        path.quadTo(x, 43 + bend, x + 9, 43);
        painter.drawPath(path);
    }
}

QPainterPath heart(QPointF middle, double size)
{
    QPainterPath path(middle + QPointF(0, size));
    path.cubicTo(middle + QPointF(-size * 2, -size * 0.4),
        middle + QPointF(-size * 0.6, -size * 1.6), middle + QPointF(0, -size * 0.4));
    path.cubicTo(middle + QPointF(size * 0.6, -size * 1.6), middle + QPointF(size * 2, -size * 0.4),
        middle + QPointF(0, size));
    return path;
}

QPolygonF starShape(QPointF middle, double outer, double inner, int tips)
{
    QPolygonF star;
    for (int i = 0; i < tips * 2; ++i) {
        const double turn = std::numbers::pi * (i / double(tips) - 0.5);
        const double radius = i % 2 == 0 ? outer : inner;
        star << middle + QPointF(std::cos(turn) * radius, std::sin(turn) * radius);
    }
    return star;
}

void crosses(QPainter& painter)
{
    pen(painter, ink, 6);
    for (const double x : {35.0, 65.0}) {
        painter.drawLine(QPointF(x - 7, 36), QPointF(x + 7, 50));
        painter.drawLine(QPointF(x + 7, 36), QPointF(x - 7, 50));
    }
}

void glasses(QPainter& painter)
{
    fill(painter, QColor(40, 44, 60));
    painter.drawRoundedRect(QRectF(20, 34, 27, 17), 6, 6);
    painter.drawRoundedRect(QRectF(53, 34, 27, 17), 6, 6);
    painter.drawRect(QRectF(44, 38, 12, 4));
}

void boatShape(QPainter& painter)
{
    fill(painter, QColor(168, 84, 52));
    painter.drawPolygon(QPolygonF{{8, 62}, {92, 62}, {76, 82}, {24, 82}});
    fill(painter, QColor(60, 120, 200));
    painter.drawPolygon(QPolygonF{{48, 14}, {48, 56}, {16, 56}});
    fill(painter, QColor(230, 90, 80));
    painter.drawPolygon(QPolygonF{{54, 22}, {54, 56}, {80, 56}});
}

void cloudShape(QPainter& painter, const QColor& colour)
{
    fill(painter, colour);
    painter.drawEllipse(QPointF(36, 52), 22, 18);
    painter.drawEllipse(QPointF(58, 44), 24, 24);
    painter.drawEllipse(QPointF(72, 56), 18, 15);
    painter.drawRoundedRect(QRectF(20, 50, 66, 20), 10, 10);
}

void anchorShape(QPainter& painter)
{
    pen(painter, QColor(52, 76, 116), 9);
    painter.drawEllipse(QPointF(50, 20), 9, 9);
    painter.drawLine(QPointF(50, 30), QPointF(50, 86));
    painter.drawLine(QPointF(32, 42), QPointF(68, 42));
    painter.drawArc(QRectF(16, 34, 68, 52), 200 * 16, 140 * 16);
}

void waveShape(QPainter& painter)
{
    pen(painter, QColor(40, 130, 200), 10);
    for (const double y : {38.0, 64.0}) {
        QPainterPath path(QPointF(8, y));
        path.cubicTo(26, y - 26, 36, y + 26, 50, y);
        path.cubicTo(66, y - 26, 76, y + 26, 92, y);
        painter.drawPath(path);
    }
}

void rainShape(QPainter& painter)
{
    cloudShape(painter, QColor(130, 146, 168));
    pen(painter, QColor(60, 130, 220), 6);
    for (const double x : {34.0, 52.0, 70.0})
        painter.drawLine(QPointF(x, 76), QPointF(x - 6, 92));
}

// A table. NOLINTNEXTLINE(readability-function-size)
const QHash<QString, Draw>& drawings()
{
    static const QHash<QString, Draw> all{
        {u"smile"_s, [](QPainter& p) { head(p), dots(p), mouth(p, 24); }},
        {u"grin"_s, [](QPainter& p) { head(p), lids(p, -14), openMouth(p, 20, 14); }},
        {u"wink"_s,
            [](QPainter& p) {
                head(p), mouth(p, 22), fill(p, ink);
                p.drawEllipse(QPointF(35, 42), 5, 7);
                pen(p, ink, 6);
                p.drawLine(QPointF(57, 43), QPointF(74, 43));
            }},
        {u"sad"_s, [](QPainter& p) { head(p), dots(p), mouth(p, -22); }},
        {u"cry"_s,
            [](QPainter& p) {
                head(p), dots(p), mouth(p, -22), fill(p, QColor(70, 160, 240));
                p.drawEllipse(QPointF(33, 62), 6, 11);
            }},
        {u"surprised"_s, [](QPainter& p) { head(p), dots(p), openMouth(p, 10, 13); }},
        {u"cool"_s, [](QPainter& p) { head(p), glasses(p), mouth(p, 18); }},
        {u"asleep"_s, [](QPainter& p) { head(p), lids(p, 14), openMouth(p, 7, 7); }},
        {u"kiss"_s,
            [](QPainter& p) {
                head(p), dots(p), fill(p, QColor(220, 60, 80));
                p.drawPath(heart({50, 70}, 9));
            }},
        {u"angry"_s, [](QPainter& p) { head(p, QColor(240, 130, 90)), dots(p), mouth(p, -16); }},
        {u"dizzy"_s, [](QPainter& p) { head(p), crosses(p), openMouth(p, 13, 8); }},
        {u"in love"_s,
            [](QPainter& p) {
                head(p), mouth(p, 26), fill(p, QColor(220, 60, 80));
                p.drawPath(heart({34, 42}, 9));
                p.drawPath(heart({66, 42}, 9));
            }},
        {u"tongue out"_s,
            [](QPainter& p) {
                head(p), dots(p), mouth(p, 16), fill(p, QColor(235, 100, 120));
                p.drawRoundedRect(QRectF(44, 70, 18, 20), 8, 8);
            }},
        {u"oar"_s,
            [](QPainter& p) {
                pen(p, QColor(150, 100, 60), 7);
                p.drawLine(QPointF(16, 84), QPointF(66, 34));
                fill(p, QColor(60, 110, 190));
                p.drawPolygon(QPolygonF{{60, 30}, {80, 10}, {92, 22}, {72, 42}});
            }},
        {u"boat"_s, boatShape},
        {u"sun"_s,
            [](QPainter& p) {
                fill(p, QColor(255, 190, 50));
                p.drawPolygon(starShape({50, 50}, 46, 32, 12));
                fill(p, QColor(255, 220, 110));
                p.drawEllipse(QPointF(50, 50), 26, 26);
            }},
        {u"moon"_s,
            [](QPainter& p) {
                QPainterPath moon;
                moon.addEllipse(QPointF(46, 50), 40, 40);
                QPainterPath bite;
                bite.addEllipse(QPointF(64, 42), 34, 34);
                fill(p, QColor(240, 214, 120));
                p.drawPath(moon.subtracted(bite));
            }},
        {u"cloud"_s, [](QPainter& p) { cloudShape(p, QColor(176, 196, 220)); }},
        {u"rain"_s, rainShape},
        {u"wave"_s, waveShape},
        {u"anchor"_s, anchorShape},
        {u"flag"_s,
            [](QPainter& p) {
                pen(p, QColor(110, 90, 70), 6);
                p.drawLine(QPointF(24, 10), QPointF(24, 92));
                fill(p, QColor(210, 60, 60));
                p.drawPolygon(QPolygonF{{28, 12}, {84, 24}, {28, 50}});
            }},
        {u"star"_s,
            [](QPainter& p) {
                fill(p, QColor(250, 190, 60));
                p.drawPolygon(starShape({50, 53}, 46, 19, 5));
            }},
        {u"bolt"_s,
            [](QPainter& p) {
                fill(p, QColor(250, 170, 40));
                p.drawPolygon(QPolygonF{{58, 6}, {20, 56}, {46, 56}, {38, 94}, {80, 40}, {54, 40}});
            }},
        {u"whistle"_s,
            [](QPainter& p) {
                fill(p, QColor(200, 60, 70));
                p.drawEllipse(QPointF(38, 60), 26, 26);
                p.drawRect(QRectF(38, 34, 54, 20));
                fill(p, Qt::white);
                p.drawEllipse(QPointF(38, 60), 9, 9);
            }},
    };
    return all;
}

} // namespace

QByteArray spriteColumn(const QStringList& words, int side)
{
    QImage image(side, side * static_cast<int>(words.size()), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype cell = 0; cell < words.size(); ++cell) {
        const Draw draw = drawings().value(words.at(cell));
        if (!draw)
            continue;
        painter.resetTransform();
        painter.translate(0, static_cast<double>(cell) * side);
        painter.scale(side / 100.0, side / 100.0);
        draw(painter);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace skein::demo
