// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Flows a text into lines of a width, breaking words only where it must, with lines evenly apart
// and emoji in the coloured fonts. Pure.

#include <QFont>
#include <QTextLayout>

#include <memory>

namespace skein {

struct FlownText {
    std::shared_ptr<QTextLayout> layout;
    int width = 0; ///< of the widest line
    int height = 0;
};

[[nodiscard]] FlownText flowText(const QString& text, const QFont& font, int width);

/// A length in whole pixels that has room for it.
[[nodiscard]] int wholePixels(qreal length);

} // namespace skein
