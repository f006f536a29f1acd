// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fonts that have emoji in colour: a text font's own grey smileys must not win over them.

#include <QFont>
#include <QTextLayout>

namespace skein {

/// `base` for emoji alone, scaled.
[[nodiscard]] QFont emojiFont(const QFont& base, qreal factor = 1);
/// The same for the emoji within a text.
[[nodiscard]] QList<QTextLayout::FormatRange> emojiFormats(const QString& text);

} // namespace skein
