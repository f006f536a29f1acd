// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/RowPainting.h"

#include "ui/theme/EmojiLine.h"

#include <QStyle>

namespace skein::rows {

using namespace Qt::StringLiterals;

QFont titleFont(const QFont& base) { return scaledFont(base, 1.0, QFont::DemiBold); }

QFont previewFont(const QFont& base) { return scaledFont(base, 0.92); }

QFont metaFont(const QFont& base) { return scaledFont(base, 0.85); }

namespace {

void paintPill(QPainter& painter, const QRect& rect, const QString& text, const QColor& ground,
    const QColor& ink, const QFont& base)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setFont(scaledFont(base, 0.85, QFont::DemiBold));
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace

QString badgeText(int count, int most)
{
    return count > most ? u"%1+"_s.arg(most) : QString::number(count);
}

QSize badgeSize(const QString& text, const QFont& base)
{
    const QFontMetrics meta(metaFont(base));
    const int height = meta.height() + 4;
    return {std::max(height, meta.horizontalAdvance(text) + 12), height};
}

int widthOf(const QString& text, const QFont& font, int room)
{
    return emojiLineWidth(text.left(longestLine), font, room);
}

void mirror(const QStyleOptionViewItem& row, std::initializer_list<QRect*> parts)
{
    for (QRect* part : parts) {
        if (!part->isNull())
            *part = QStyle::visualRect(row.direction, row.rect, *part);
    }
}

QColor groundOf(const QStyleOptionViewItem& row, const Theme& theme)
{
    if (row.state.testFlag(QStyle::State_Selected))
        return theme.selection;
    return row.state.testFlag(QStyle::State_MouseOver) ? theme.hover : theme.sidebar;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& row, const Theme& theme)
{
    painter.fillRect(row.rect, groundOf(row, theme));
    if (row.state.testFlag(QStyle::State_HasFocus)) {
        const QRect bar(row.rect.left(), row.rect.top(), 3, row.rect.height());
        painter.fillRect(QStyle::visualRect(row.direction, row.rect, bar), theme.accent);
    }
}

int drawLine(
    QPainter& painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction)
{
    return drawEmojiLine(painter, rect, text, QStyle::visualAlignment(direction, Qt::AlignLeft));
}

void paintBadge(QPainter& painter, const QRect& rect, const QString& text, bool muted,
    const QFont& base, const Theme& theme)
{
    const QColor ground = muted ? theme.meta : theme.accent;
    paintPill(painter, rect, text, ground,
        muted ? readableOn(ground, theme.onAccent) : theme.onAccent, base);
}

QSize failedSize(const QFont& base)
{
    const int height = badgeSize(u"1"_s, base).height();
    return {height, height};
}

void paintFailed(QPainter& painter, const QRect& rect, const QFont& base, const Theme& theme)
{
    paintPill(
        painter, rect, u"!"_s, theme.warning, readableOn(theme.warning, theme.onAccent), base);
}

} // namespace skein::rows
