// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes animated GIFs, which Qt only reads: for the pictures of the demo world that move. Pure.

#include <QImage>
#include <QList>

namespace skein::demo {

/// `frames`: Format_Indexed8, all of one size, into `colours` (at most 16). Runs for ever.
[[nodiscard]] QByteArray animatedGif(
    const QList<QImage>& frames, const QList<QRgb>& colours, int hundredthsPerFrame);

} // namespace skein::demo
