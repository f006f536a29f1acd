// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fonts that have emoji in colour: a text font's own grey smileys must not win over them. Pure.

#include <QFont>

namespace skein {

/// Of Linux, macOS and Windows.
[[nodiscard]] QStringList emojiFamilies();
/// `base` for emoji alone, scaled.
[[nodiscard]] QFont emojiFont(const QFont& base, qreal factor = 1);

} // namespace skein
