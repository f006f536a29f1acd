// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/EmojiGlyphs.h"

#include "ui/theme/EmojiFont.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace skein {

namespace {

/// Of its height: one emoji is nearly square, two are not.
constexpr qreal widestEmoji = 1.5;

QImage drawnByFont(const QString& emoji, const QFont& font, qreal width, qreal ratio)
{
    const QFontMetricsF metrics(font);
    QImage image((QSizeF(width, metrics.height()) * ratio).toSize().expandedTo({1, 1}),
        QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(0, metrics.ascent()), emoji);
    return image;
}

/// Drawn in black, what has one colour is black.
bool isColoured(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (std::any_of(
                line, line + image.width(), [](QRgb pixel) { return (pixel & 0xffffffU) != 0; }))
            return true;
    }
    return false;
}

} // namespace

std::optional<qreal> EmojiGlyphs::width(const QString& emoji, const QFont& font)
{
    return glyph(emoji, font).width;
}

QImage EmojiGlyphs::picture(const QString& emoji, const QFont& font, qreal ratio)
{
    Glyph& found = glyph(emoji, font);
    if (found.width && found.image.devicePixelRatio() != ratio)
        found.image = drawnByFont(emoji, emojiFont(font), *found.width, ratio);
    return found.image;
}

EmojiGlyphs::Glyph& EmojiGlyphs::glyph(const QString& emoji, const QFont& font)
{
    const Key key{emoji, font.pixelSize() > 0 ? -font.pixelSize() : font.pointSizeF()};
    if (Glyph* found = m_glyphs.object(key))
        return *found;
    const QFont coloured = emojiFont(font);
    const QFontMetricsF metrics(coloured);
    auto* made = new Glyph;
    if (const qreal width = metrics.horizontalAdvance(emoji);
        width > 0 && width <= widestEmoji * metrics.height()) {
        made->image = drawnByFont(emoji, coloured, width, 1);
        made->width = isColoured(made->image) ? std::optional(width) : std::nullopt;
    }
    // Room for what it may be at twice the scale.
    const auto bytes = 4 * made->image.sizeInBytes();
    m_glyphs.insert(key, made, std::clamp<int>(int(bytes / 1024), 1, capacity));
    return *made;
}

} // namespace skein
