// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/TextFlow.h"

#include "ui/thread/DisplayText.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal lineSpacing = 1.15;

/// A text font's own grey smileys must not win over the coloured ones.
QList<QTextLayout::FormatRange> emojiFormats(const QString& text)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan& span : emojiSpans(text)) {
        QTextLayout::FormatRange range;
        range.start = int(span.start);
        range.length = int(span.length);
        range.format.setFontFamilies(
            {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s});
        formats.append(range);
    }
    return formats;
}

} // namespace

FlownText flowText(const QString& text, const QFont& font, int width)
{
    FlownText block;
    block.layout = std::make_shared<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    block.layout->setTextOption(option);
    block.layout->setCacheEnabled(true);
    block.layout->setFormats(emojiFormats(text));
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

int wholePixels(qreal length) { return int(std::ceil(length)); }

} // namespace skein
