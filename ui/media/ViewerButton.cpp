// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/ViewerButton.h"

#include <QPainter>
#include <QPainterPath>

namespace skein {

namespace {

using SignLine = QList<QPointF>;

QPainterPath signLines(const QList<SignLine>& lines)
{
    QPainterPath path;
    for (const SignLine& line : lines)
        path.addPolygon(line);
    return path;
}

QPainterPath turnedArrow()
{
    QPainterPath path = signLines({SignLine{{18.6, 3.8}, {18.6, 8.6}, {13.8, 8.6}}});
    path.arcMoveTo(5, 5, 14, 14, 30);
    path.arcTo(5, 5, 14, 14, 30, 290);
    return path;
}

QPainterPath twoSheets()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(4, 4, 11, 11), 2, 2);
    path.addRoundedRect(QRectF(9, 9, 11, 11), 2, 2);
    return path;
}

/// In a square of 24.
QPainterPath signPath(ViewerButton::Sign sign)
{
    using Sign = ViewerButton::Sign;
    switch (sign) {
    case Sign::Close:
        return signLines({SignLine{{6, 6}, {18, 18}}, SignLine{{18, 6}, {6, 18}}});
    case Sign::ZoomIn:
        return signLines({SignLine{{12, 6}, {12, 18}}, SignLine{{6, 12}, {18, 12}}});
    case Sign::ZoomOut:
        return signLines({SignLine{{6, 12}, {18, 12}}});
    case Sign::Rotate:
        return turnedArrow();
    case Sign::Save:
        return signLines({SignLine{{12, 4}, {12, 15}}, SignLine{{7, 10.5}, {12, 15.5}, {17, 10.5}},
            SignLine{{5, 19.5}, {19, 19.5}}});
    case Sign::Copy:
        return twoSheets();
    case Sign::Previous:
        return signLines({SignLine{{15, 4}, {7, 12}, {15, 20}}});
    case Sign::Next:
        return signLines({SignLine{{9, 4}, {17, 12}, {9, 20}}});
    }
    return {};
}

} // namespace

ViewerButton::ViewerButton(Sign sign, const QString& name, const QKeySequence& key, QWidget* parent)
    : QToolButton(parent)
    , m_sign(sign)
{
    setAccessibleName(name);
    setToolTip(tr("%1 (%2)").arg(name, key.toString(QKeySequence::NativeText)));
    setCursor(Qt::PointingHandCursor);
}

QSize ViewerButton::sizeHint() const { return isWide() ? QSize(48, 96) : QSize(40, 40); }

void ViewerButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(Qt::NoPen);
    if (isWide()) { // legible on whatever picture stands beneath
        painter.setBrush(QColor(0, 0, 0, isEnabled() ? 110 : 50));
        painter.drawRoundedRect(ground, 8, 8);
    }
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setBrush(QColor(255, 255, 255, isDown() ? 64 : 36));
        painter.drawRoundedRect(ground, 8, 8);
    }
    if (hasFocus()) {
        painter.setPen(QPen(QColor(0x6a, 0xa8, 0xff), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground, 8, 8);
    }
    painter.setPen(QPen(QColor(255, 255, 255, isEnabled() ? 230 : 90), 1.8, Qt::SolidLine,
        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(rect()).center() - QPointF(12, 12));
    if (isWide() && isRightToLeft()) { // photos follow each other as one reads
        painter.translate(24, 0);
        painter.scale(-1, 1);
    }
    painter.drawPath(signPath(m_sign));
}

} // namespace skein
