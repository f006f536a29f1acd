// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/EmojiLine.h"

#include "ui/theme/EmojiFont.h"
#include "ui/theme/EmojiSpans.h"

#include <QTextLayout>

#include <cmath>

namespace skein {

namespace {

/// A name or a size reads its own way, on whatever side it stands.
Qt::LayoutDirection directionOf(const QString& text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

int drawPlain(QPainter& painter, const QRect& place, const QString& line, Qt::Alignment along)
{
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(directionOf(line));
    painter.drawText(
        place, int(along | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
    painter.setLayoutDirection(before);
    return painter.fontMetrics().horizontalAdvance(line);
}

/// The one line begins at 0, 0.
void layOut(QTextLayout& layout, const QList<TextSpan>& emoji)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(directionOf(layout.text()));
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan& span : emoji)
        formats.append({int(span.start), int(span.length), emojiFormat()});
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

} // namespace

int drawEmojiLine(QPainter& painter, const QRect& place, const QString& text, Qt::Alignment along)
{
    const QFontMetrics metrics = painter.fontMetrics();
    int room = place.width();
    QString line = metrics.elidedText(text, Qt::ElideRight, room);
    QList<TextSpan> emoji = emojiSpans(line);
    if (emoji.isEmpty())
        return drawPlain(painter, place, line, along);
    QTextLayout layout(line, painter.font());
    layOut(layout, emoji);
    const auto width = [&layout] { return int(std::ceil(layout.lineAt(0).naturalTextWidth())); };
    // A grey heart of the text's own font may be narrower than the red one.
    while (width() > place.width() && room > 0) {
        room -= width() - place.width();
        line = metrics.elidedText(text, Qt::ElideRight, room);
        layout.setText(line);
        layOut(layout, emojiSpans(line));
    }
    const int left = along.testFlag(Qt::AlignRight) ? place.right() + 1 - width() : place.left();
    const QFontMetricsF exact(painter.font(), painter.device());
    const qreal above
        = (place.height() - exact.ascent() - exact.descent()) / 2; // as drawText() has it
    const qreal baseline = place.top() + above + exact.ascent();
    layout.draw(&painter, QPointF(left, baseline - layout.lineAt(0).ascent()));
    return width();
}

} // namespace skein
