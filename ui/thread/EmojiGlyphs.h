// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unicode's emoji as pictures, each drawn once: the fonts that have them in colour decode a picture
// whenever they are asked how wide a glyph is, which took longer than all the rest of a message.
// Main thread.

#include <QCache>
#include <QFont>
#include <QImage>

#include <optional>

namespace skein {

class EmojiGlyphs {
public:
    /// The room that one emoji takes beside text in `font`. None: the fonts draw it in one colour,
    /// or as several, one after the other; it is better off as text.
    [[nodiscard]] std::optional<qreal> width(const QString& emoji, const QFont& font);
    /// As the fonts draw it beside text in `font`, for `ratio` device pixels to one.
    [[nodiscard]] QImage picture(const QString& emoji, const QFont& font, qreal ratio);

private:
    struct Key {
        QString emoji;
        qreal size = 0; ///< of the font: in pixels below 0, else in points

        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.emoji, key.size);
        }
    };
    struct Glyph {
        std::optional<qreal> width;
        QImage image;
    };
    static constexpr int capacity = 2 * 1024; ///< in KiB

    Glyph& glyph(const QString& emoji, const QFont& font);

    QCache<Key, Glyph> m_glyphs{capacity};
};

} // namespace skein
