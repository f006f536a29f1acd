// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where emoji stand in a text. Pure.

#include <QList>
#include <QString>

namespace skein {

struct TextSpan {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const TextSpan&) const = default;
};

/// Where emoji stand, each with what is joined to it.
[[nodiscard]] QList<TextSpan> eachEmoji(QStringView text);
/// The same, neighbours joined: some text fonts have grey shapes for them.
[[nodiscard]] QList<TextSpan> emojiSpans(QStringView text);

/// One to three emoji and nothing else but spaces.
[[nodiscard]] bool isEmojiOnly(QStringView text);

/// Drawn as an emoji by default, alone or with its neighbour.
[[nodiscard]] bool isEmojiSign(char32_t c);
/// The code point at `i`, which moves behind it; U+FFFD for a broken surrogate.
[[nodiscard]] char32_t nextCodePoint(QStringView text, qsizetype& i);

} // namespace skein
