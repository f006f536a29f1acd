// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/EmojiFont.h"

#include "ui/theme/EmojiSpans.h"
#include "ui/theme/Theme.h"

#include <QFontDatabase>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// Of Linux, macOS and Windows.
QStringList emojiFamilies()
{
    return {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s};
}

/// For the sign that asks for a picture (U+FE0F), which fonts of emoji have not, Qt asks the next
/// font; and what stands on both sides of it, a flag and its rainbow, is no longer one emoji.
QFont::StyleStrategy strategy()
{
    static const bool isThere = std::ranges::any_of(
        emojiFamilies(), [](const QString& family) { return QFontDatabase::hasFamily(family); });
    return isThere ? QFont::NoFontMerging : QFont::PreferDefault;
}

} // namespace

QFont emojiFont(const QFont& base, qreal factor)
{
    QFont font = scaledFont(base, factor);
    font.setFamilies(emojiFamilies());
    font.setStyleStrategy(strategy());
    return font;
}

QList<QTextLayout::FormatRange> emojiFormats(const QString& text)
{
    QTextCharFormat format;
    format.setFontFamilies(emojiFamilies());
    format.setFontStyleStrategy(strategy());
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan& span : emojiSpans(text))
        formats.append({int(span.start), int(span.length), format});
    return formats;
}

} // namespace skein
