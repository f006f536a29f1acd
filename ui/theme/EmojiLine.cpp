// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/EmojiLine.h"

#include "ui/theme/EmojiFont.h"
#include "ui/theme/EmojiSpans.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace skein {

namespace {

/// A name or a size reads its own way, on whatever side it stands.
Qt::LayoutDirection directionOf(const QString& text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

int drawPlain(QPainter& painter, const QRect& place, const QString& text, Qt::Alignment along)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString line = metrics.elidedText(text, Qt::ElideRight, place.width());
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(directionOf(line));
    painter.drawText(
        place, int(along | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
    painter.setLayoutDirection(before);
    return metrics.horizontalAdvance(line);
}

int widthOf(const QTextLayout& layout)
{
    return int(std::ceil(layout.lineAt(0).naturalTextWidth()));
}

/// The one line begins at 0, 0.
void layOut(QTextLayout& layout, const QString& line)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(directionOf(line));
    layout.setText(line);
    layout.setTextOption(option);
    layout.setFormats(emojiFormats(line));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

/// As much of the text as fits. Elided without its formats, emoji may be of another width.
void fit(QTextLayout& layout, const QString& text, int most)
{
    most = std::max(most, 0); // nothing fits into that
    layOut(layout, text);
    for (int room = most; widthOf(layout) > most;) {
        layOut(layout, QFontMetrics(layout.font()).elidedText(text, Qt::ElideRight, room));
        room = std::max(room - std::max(widthOf(layout) - most, 0), 0);
    }
}

} // namespace

int emojiLineWidth(const QString& text, const QFont& font, int most)
{
    if (emojiSpans(text).isEmpty()) {
        const QFontMetrics metrics(font);
        const QString line = metrics.elidedText(text, Qt::ElideRight, most);
        return std::min(most, metrics.horizontalAdvance(line) + 1);
    }
    QTextLayout layout({}, font);
    fit(layout, text, most);
    return std::min(most, widthOf(layout) + 1);
}

int drawEmojiLine(QPainter& painter, const QRect& place, const QString& text, Qt::Alignment along)
{
    if (emojiSpans(text).isEmpty())
        return drawPlain(painter, place, text, along);
    QTextLayout layout({}, painter.font());
    fit(layout, text, place.width());
    const int width = widthOf(layout);
    const int left = along.testFlag(Qt::AlignRight) ? place.right() + 1 - width : place.left();
    // As drawText() has it.
    const QFontMetricsF exact(painter.font(), painter.device());
    const qreal above = (place.height() - exact.ascent() - exact.descent()) / 2;
    const qreal baseline = place.top() + above + exact.ascent();
    layout.draw(&painter, QPointF(left, baseline - layout.lineAt(0).ascent()));
    return width;
}

} // namespace skein
