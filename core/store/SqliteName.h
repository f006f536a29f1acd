// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What SQLite has to be told so that it opens a file that Qt can open, however long its path is;
// CMakeLists.txt chooses which file answers. Pure.

#include <QString>

namespace skein {

[[nodiscard]] QString sqliteName(const QString& file);
/// Of SQLite's ways to use files the one that bears such names; null for its usual one.
[[nodiscard]] const char* sqliteFiles();

} // namespace skein
