// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/UnreadIcon.h"

#include "ui/theme/Icons.h"

#include <QGuiApplication>
#include <QPainterPath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

// The same on every ground: a tray is as light or dark as the desktop's panel, which nobody tells.
constexpr QRgb badgeGround = 0xffd3271d;
constexpr QRgb dotRim = 0xff5b6675;

constexpr int mostShown = 99;

/// The outline of `text`, as high as `height` and at most `width` wide, around the origin.
QPainterPath outline(const QString& text, qreal height, qreal width)
{
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(100);
    QPainterPath path;
    path.addText({}, font, text);
    const QRectF box = path.boundingRect();
    const qreal scale = std::min(height / box.height(), width / box.width());
    return QTransform::fromScale(scale, scale)
        .translate(-box.center().x(), -box.center().y())
        .map(path);
}

/// In the corner of an icon of side 1.
void paintCount(QPainter& painter, int count)
{
    const bool isLong = count > mostShown;
    const QString text = isLong ? u"%1+"_s.arg(mostShown) : QString::number(count);
    const qreal height = 0.62;
    const qreal width = text.size() == 1 ? height : text.size() == 2 ? 0.86 : 1.0;
    const QRectF pill(1 - width, 1 - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(badgeGround));
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setBrush(Qt::white);
    painter.drawPath(outline(text, isLong ? 0.34 : 0.42, width - 0.2).translated(pill.center()));
}

void paintHollowDot(QPainter& painter)
{
    const qreal rim = 0.12;
    const qreal side = 0.5 - rim;
    painter.setPen(QPen(QColor(dotRim), rim));
    painter.setBrush(Qt::white);
    painter.drawEllipse(QRectF(1 - side - rim / 2, 1 - side - rim / 2, side, side));
}

} // namespace

QIcon unreadIcon(const UnreadTotals& totals)
{
    return paintedIcon([totals](QPainter& painter, const QRect& rect) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintAppIcon(painter, rect);
        painter.translate(rect.topLeft());
        painter.scale(rect.width(), rect.height());
        if (totals.plain > 0)
            paintCount(painter, totals.plain);
        else if (totals.muted > 0)
            paintHollowDot(painter);
        painter.restore();
    });
}

} // namespace skein
