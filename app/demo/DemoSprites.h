// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws the sprite of a pack of GroupMe emoji: one column of cells, the n-th cell is the n-th emoji
// of its words. Needs no screen. Pure.

#include <QByteArray>
#include <QStringList>

namespace skein::demo {

/// PNG bytes of `side` by `side` cells; an empty word leaves its cell empty.
[[nodiscard]] QByteArray spriteColumn(const QStringList& words, int side);

} // namespace skein::demo
