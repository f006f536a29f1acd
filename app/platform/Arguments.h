// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program was started with, in whatever letters; CMakeLists.txt chooses which file
// answers. Asked before there is an application.

#include <QStringList>

namespace skein {

/// The program's name first.
[[nodiscard]] QStringList programArguments(int argc, const char* const* argv);

} // namespace skein
