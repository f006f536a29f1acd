// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pictures of a message: one in its own shape, several as a grid. Their room is known from
// their addresses before a byte arrives (protocol.md F1).

#include "ui/thread/content/Content.h"

namespace skein {

class PictureContent final : public Content {
public:
    /// `pictures`: at least one, all with an ImageAttachment.
    PictureContent(
        const QList<Attachment>& pictures, const ThreadRow& row, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] bool reachesEdges() const override { return true; }
    [[nodiscard]] QList<ContentTarget> targets() const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override;

private:
    struct Cell {
        QUrl original;
        QUrl shown; ///< the version that is loaded for the thread
        QSize pixels; ///< empty: its address does not tell
        QRect rect;
        bool isTrusted = false; ///< may be loaded unasked
    };

    void arrange(int width);
    void paintCell(
        QPainter& painter, const QRect& rect, const Cell& cell, const ContentLook& look) const;
    void paintPlaceholder(QPainter& painter, const QRect& rect, const Cell& cell,
        Picture::State state, const ContentLook& look) const;
    [[nodiscard]] Picture::State stateOf(const Cell& cell, const ContentSource* source) const;

    QList<Cell> m_cells;
    QFont m_font;
    QSize m_size;
    const ContentSource* m_source;
};

/// The room of a picture of so many pixels (none: unknown) in a thread of this width.
[[nodiscard]] QSize pictureBox(const QSize& pixels, int width);
/// Fills `rect` with `image`, cut at its longer sides, corners rounded.
void paintCovering(QPainter& painter, const QRectF& rect, const QImage& image, qreal radius);
/// In the middle of what would move.
void paintPlaySign(QPainter& painter, const QRect& rect, bool isHovered);

} // namespace skein
