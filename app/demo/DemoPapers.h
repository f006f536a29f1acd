// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that people of the demo world share, made by code: a page of text, a tone, the shell of a
// video. Pure functions.

#include <QByteArray>
#include <QStringList>

namespace skein::demo {

/// A PDF of one page with these lines (ASCII).
[[nodiscard]] QByteArray paper(const QStringList& lines);
/// A WAV that rises and falls for some seconds.
[[nodiscard]] QByteArray tone(int seconds);
/// An MP4 that names its format and shows nothing.
[[nodiscard]] QByteArray emptyClip();

} // namespace skein::demo
