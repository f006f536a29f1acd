// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a message's text fit to be drawn: hostile characters are neutralised and the length is
// bounded. What is drawn is also what is searched for links and copied. Pure.

#include <QList>
#include <QString>

#include <limits>

namespace skein {

struct TextSpan {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const TextSpan&) const = default;
};

struct DisplayText {
    QString text; ///< lines separated by QChar::LineSeparator
    bool isCut = false; ///< more than the limits allow; `text` is the beginning
    QList<TextSpan> spans; ///< where those of the raw text stand now; of length 0 when gone
    bool operator==(const DisplayText&) const = default;
};

struct TextLimits {
    qsizetype units; ///< UTF-16
    int lines; ///< hard line breaks
    int emoji = std::numeric_limits<int>::max(); ///< each costs as much as hundreds of letters
};
/// The full ones apply after "Show all". GroupMe takes a thousand units: what is longer came
/// another way, and no amount of it may stop the window.
inline constexpr TextLimits shortLimits{4000, 60, 200};
inline constexpr TextLimits fullLimits{20'000, 1000, 500};

/// Bidi embeddings, overrides and isolates, control characters and byte order marks go; a letter
/// keeps at most eight marks; broken surrogates become U+FFFD; white space at the end goes.
/// `spans` of `raw` are in the order of the text, not overlapping, and cut no character in two.
[[nodiscard]] DisplayText displayText(
    QStringView raw, TextLimits limits, const QList<TextSpan>& spans = {});

/// Where emoji stand, each with what is joined to it.
[[nodiscard]] QList<TextSpan> eachEmoji(QStringView text);
/// The same, neighbours joined: some text fonts have grey shapes for them.
[[nodiscard]] QList<TextSpan> emojiSpans(QStringView text);

/// One to three emoji and nothing else but spaces.
[[nodiscard]] bool isEmojiOnly(QStringView text);

} // namespace skein
