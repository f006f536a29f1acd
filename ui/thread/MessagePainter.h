// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a MessageLayout in a theme's colours. Measures nothing, decides nothing. Main thread.

#include "ui/theme/Theme.h"
#include "ui/thread/BubbleShapes.h"
#include "ui/thread/EmojiGlyphs.h"
#include "ui/thread/MessageLayout.h"

namespace skein {

/// What of a row changes without a new layout.
struct RowLook {
    int selectionStart = 0; ///< positions in the text layout; equal: no selection
    int selectionEnd = 0;
    QUrl hoveredLink;
    std::optional<RowAction> hoveredButton;
    std::optional<ContentAction> hoveredContent;
    const ContentSource* source = nullptr; ///< of the pictures in the parts
    qreal turn = 0; ///< of what turns while it waits
    std::optional<int> uploaded; ///< per cent of its files; nothing: none is on its way
    qreal opacity = 1;
};

/// What is drawn once, and then used again by every painting.
struct Drawn {
    BubbleShapes bubbles;
    EmojiGlyphs emoji;
};

class MessagePainter {
public:
    MessagePainter(QPainter& painter, const Theme& theme, const QFont& font, Drawn& drawn);

    /// At the painter's origin.
    void paint(const MessageLayout& layout, const RowLook& look);
    /// Around the row that has the keyboard; after all rows, for it reaches between them.
    void paintFocusFrame(const QRect& bubble);
    /// Grey shapes in place of a first page that is on its way; from the bottom of `rect`.
    void paintSkeleton(const QRect& rect);

private:
    enum class Line { None, Plain, Dashed };

    void paintAbove(const MessageLayout& layout);
    void paintNotice(
        const MessageLayout::Notice& notice, const QColor& color, const QFont& font, Line line);
    void paintBubble(const MessageLayout& layout);
    void paintParts(const MessageLayout& layout, const RowLook& look);
    void paintName(const MessageLayout& layout);
    void paintText(const MessageLayout& layout, const RowLook& look);
    void paintEmoji(const MessageLayout& layout, const RowLook& look);
    void paintGlyph(const QString& emoji, const QFont& font, const QRectF& room);
    void paintUpload(const MessageLayout& layout, const RowLook& look);
    void paintMark(const MessageLayout& layout);
    void paintButtons(const MessageLayout& layout, const RowLook& look);
    void paintHairline(int left, int right, int y, const QColor& color, Line line);

    QPainter& m_painter;
    const Theme& m_theme;
    QFont m_font;
    Drawn& m_drawn;
};

} // namespace skein
