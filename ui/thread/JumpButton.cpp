// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/JumpButton.h"

#include <QPainter>

#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int diameter = 40;
constexpr int badgeHeight = 20;
constexpr int mostShown = 999;

} // namespace

JumpButton::JumpButton(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setWaiting(0, false);
}

void JumpButton::setWaiting(int unread, bool hasFailed)
{
    if (m_unread == unread && m_hasFailed == hasFailed)
        return;
    m_unread = unread;
    m_hasFailed = hasFailed;
    const QString words = tr("Jump to newest");
    const QString name = unread > 0 ? tr("Jump to newest, %n new", nullptr, unread) : words;
    setAccessibleName(hasFailed ? tr("%1, a message was not sent").arg(name) : name);
    setToolTip(hasFailed ? tr("Jump to the message that was not sent") : words);
    update();
}

QSize JumpButton::sizeHint() const { return {diameter + 8, diameter + badgeHeight / 2 + 6}; }

QRectF JumpButton::circle() const
{
    return {(width() - diameter) / 2.0, badgeHeight / 2.0, diameter, diameter};
}

/// It lies over the list: whatever scrolls there paints it, too.
void JumpButton::paintEvent(QPaintEvent*)
{
    const Look look{m_unread, m_hasFailed, hasFocus(), underMouse() || isDown(), size(),
        devicePixelRatioF(), font(), palette().cacheKey()};
    if (look != m_drawnLook) {
        m_drawn = QPixmap(size() * look.ratio);
        m_drawn.setDevicePixelRatio(look.ratio);
        m_drawn.fill(Qt::transparent);
        draw();
        m_drawnLook = look;
    }
    QPainter(this).drawPixmap(0, 0, m_drawn);
}

void JumpButton::draw()
{
    const Theme theme = Theme::from(palette());
    QPainter painter(&m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = circle();
    for (int ring = 1; ring <= 3; ++ring) { // a soft shadow without an effect's cost
        painter.setPen(QPen(QColor(0, 0, 0, 28 / ring), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc.adjusted(-ring + 0.5, -ring + 1.5, ring - 0.5, ring + 0.5));
    }
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.hairline, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() || isDown() ? theme.hover : theme.window);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(QPen(theme.meta, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = disc.center() + QPointF(0, 3);
    const QPointF chevron[] = {middle + QPointF(-7, -6), middle, middle + QPointF(7, -6)};
    painter.drawPolyline(chevron, 3);
    if (m_unread > 0 || m_hasFailed)
        paintBadge(painter, theme);
}

void JumpButton::paintBadge(QPainter& painter, const Theme& theme) const
{
    // What was not sent is the person's matter; how many are new can wait.
    const QString words = m_hasFailed ? u"!"_s
        : m_unread > mostShown        ? u"%1+"_s.arg(mostShown)
                                      : QString::number(m_unread);
    const QFont small = scaledFont(font(), 0.8, QFont::DemiBold);
    const qreal width
        = std::max<qreal>(badgeHeight, QFontMetricsF(small).horizontalAdvance(words) + 12);
    const QRectF badge(circle().center().x() - width / 2, 0, width, badgeHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_hasFailed ? theme.warning : theme.accent);
    painter.drawRoundedRect(badge, badgeHeight / 2.0, badgeHeight / 2.0);
    painter.setPen(m_hasFailed ? readableOn(theme.warning, theme.onAccent) : theme.onAccent);
    painter.setFont(small);
    painter.drawText(badge, Qt::AlignCenter, words);
}

void JumpButton::enterEvent(QEnterEvent*) { update(); }

void JumpButton::leaveEvent(QEvent*) { update(); }

} // namespace skein
