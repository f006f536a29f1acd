// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/TextFlow.h"

#include "ui/theme/EmojiFont.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal lineSpacing = 1.15;

QList<QRectF> rectsInLine(const QTextLine& line, int from, int to)
{
    QList<QRectF> rects;
    for (int at = from; at < to; ++at) {
        const auto [left, right] = std::minmax(
            {line.cursorToX(at, QTextLine::Leading), line.cursorToX(at, QTextLine::Trailing)});
        const QRectF character(left, line.y(), right - left, line.height());
        const bool goesOn = !rects.isEmpty() && left <= rects.last().right() + 0.5
            && right >= rects.last().left() - 0.5;
        if (goesOn)
            rects.last() |= character;
        else
            rects.append(character);
    }
    return rects;
}

/// A space that hangs over the line's end, where it takes no room.
bool hangs(QChar c) { return c.isSpace() && c.decompositionTag() != QChar::NoBreak; }

} // namespace

FlownText flowText(const QString& text, const QFont& font, int width, const TextFormats& formats,
    Qt::Alignment along)
{
    FlownText block;
    block.layout = std::make_shared<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(along);
    block.layout->setTextOption(option);
    block.layout->setCacheEnabled(true);
    block.layout->setFormats(emojiFormats(text) + formats);
    const qreal step = QFontMetricsF(font).height() * lineSpacing;
    qreal y = 0;
    block.layout->beginLayout();
    for (QTextLine line = block.layout->createLine(); line.isValid();
        line = block.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, std::round(y)});
        block.width = std::max(block.width, wholePixels(line.naturalTextWidth()));
        block.height = wholePixels(line.y() + line.height());
        y += std::max(line.height(), step);
    }
    block.layout->endLayout();
    return block;
}

FlownText flowLines(const QString& text, const QFont& font, int width, int mostLines)
{
    FlownText whole = flowText(text, font, width);
    if (whole.layout->lineCount() <= mostLines)
        return whole;
    const QTextLine last = whole.layout->lineAt(mostLines - 1);
    FlownText part;
    int end = last.textStart() + last.textLength();
    do {
        QString beginning = text.left(end);
        while (!beginning.isEmpty() && beginning.back().isSpace())
            beginning.chop(1);
        part = flowText(beginning + u'…', font, width);
        end = whole.layout->previousCursorPosition(end);
    } while (part.layout->lineCount() > mostLines && end > 0);
    return part;
}

QList<QRectF> rectsOf(const QTextLayout& layout, int start, int length)
{
    QList<QRectF> rects;
    const QTextLine first = layout.lineForTextPosition(start);
    for (int i = first.isValid() ? first.lineNumber() : 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (line.textStart() >= start + length)
            break;
        const int from = std::max(start, line.textStart());
        int to = std::min(start + length, line.textStart() + line.textLength());
        while (to > from && hangs(layout.text().at(to - 1)))
            --to;
        rects += rectsInLine(line, from, to);
    }
    return rects;
}

int wholePixels(qreal length) { return int(std::ceil(length)); }

} // namespace skein
