// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Flows a text into lines of a width, breaking words only where it must, with lines evenly apart
// and emoji in the coloured fonts. Pure.

#include <QFont>
#include <QTextLayout>

#include <memory>

namespace skein {

struct FlownText {
    std::shared_ptr<QTextLayout> layout;
    int width = 0; ///< of the widest line
    int height = 0;
};

using TextFormats = QList<QTextLayout::FormatRange>;
/// With `along` to the right, lines stand at the right of `width`.
[[nodiscard]] FlownText flowText(const QString& text, const QFont& font, int width,
    const TextFormats& formats = {}, Qt::Alignment along = Qt::AlignLeft);
/// Ends in "…" in the last of `mostLines` when there is more.
[[nodiscard]] FlownText flowLines(const QString& text, const QFont& font, int width, int mostLines);

/// What the text from `start` covers, line by line, in the layout's coordinates. Text in both
/// directions may lie in several pieces of one line.
[[nodiscard]] QList<QRectF> rectsOf(const QTextLayout& layout, int start, int length);

/// A length in whole pixels that has room for it.
[[nodiscard]] int wholePixels(qreal length);

} // namespace skein
