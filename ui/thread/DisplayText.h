// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a message's text fit to be drawn: hostile characters are neutralised and the length is
// bounded. What is drawn is also what is searched for links and copied. Pure.

#include "ui/theme/EmojiSpans.h"

#include <limits>

namespace skein {

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

} // namespace skein
