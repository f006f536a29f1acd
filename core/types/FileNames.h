// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A name for a file on this computer, made of what a stranger called it (protocol.md F2, L110).
// Pure.

#include <QString>

namespace skein {

inline constexpr qsizetype maxFileNameBytes = 200; ///< UTF-8; file systems bear 255

/// One plain name without a folder that every desktop's file system takes and that reads as what
/// it is: no separators, no control or direction characters, none of the names that Windows keeps
/// for itself. The extension stays. Never empty.
[[nodiscard]] QString safeFileName(const QString& name);

} // namespace skein
