// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of plain text whose emoji are in colour, as in the thread. Never interpreted.

#include <QPainter>

namespace skein {

/// In the painter's font and pen, cut where it does not fit, in the middle of the height;
/// `along`: left or right. Answers the width of what it drew.
int drawEmojiLine(QPainter& painter, const QRect& place, const QString& text, Qt::Alignment along);

/// What that takes of `most` pixels, in this font.
[[nodiscard]] int emojiLineWidth(const QString& text, const QFont& font, int most);

} // namespace skein
