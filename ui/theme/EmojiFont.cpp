// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/EmojiFont.h"

#include "ui/theme/Theme.h"

namespace skein {

using namespace Qt::StringLiterals;

QStringList emojiFamilies()
{
    return {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s};
}

QFont emojiFont(const QFont& base, qreal factor)
{
    QFont font = scaledFont(base, factor);
    font.setFamilies(emojiFamilies());
    return font;
}

} // namespace skein
