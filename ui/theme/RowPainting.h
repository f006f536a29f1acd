// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of all lists are made of: their fonts, ground, lines of text and badges. Pure
// drawing; where the parts go is the delegates' matter. Main thread.

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QStyleOption>

namespace skein::rows {

inline constexpr int margin = 12;
inline constexpr int gap = 8;
inline constexpr int lineGap = 4;
inline constexpr int markSize = 16; ///< an icon beside a line of text
inline constexpr int longestLine = 300; ///< more than fits; measuring hostile text costs

[[nodiscard]] QFont titleFont(const QFont& base);
[[nodiscard]] QFont previewFont(const QFont& base);
[[nodiscard]] QFont metaFont(const QFont& base);

/// "12", "999+"; `most`: the largest number shown as it is.
[[nodiscard]] QString badgeText(int count, int most = 999);
/// A badge of `text` in rows of this font.
[[nodiscard]] QSize badgeSize(const QString& text, const QFont& base);

/// What drawLine() takes of `room` for `text`.
[[nodiscard]] int widthOf(const QString& text, const QFont& font, int room);

/// Mirrors `parts` inside `row` when the row runs from right to left; null parts stay null.
void mirror(const QStyleOptionViewItem& row, std::initializer_list<QRect*> parts);

/// What a row stands on.
[[nodiscard]] QColor groundOf(const QStyleOptionViewItem& row, const Theme& theme);
/// Hover, selection, and a bar at the edge for the keyboard's focus.
void paintGround(QPainter& painter, const QStyleOptionViewItem& row, const Theme& theme);
/// drawEmojiLine() at the side where `direction` begins.
int drawLine(
    QPainter& painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction);
/// `muted`: in grey, for what does not call.
void paintBadge(QPainter& painter, const QRect& rect, const QString& text, bool muted,
    const QFont& base, const Theme& theme);

/// Of the mark of a message that was not sent.
[[nodiscard]] QSize failedSize(const QFont& base);
void paintFailed(QPainter& painter, const QRect& rect, const QFont& base, const Theme& theme);

} // namespace skein::rows
