// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words to whoever started the program, when it ends at once: in the terminal, and where there is
// none in a window, as the system does it; CMakeLists.txt chooses which file answers.

#include <QString>

#include <cstdio>

namespace skein {

/// `stream`: stdout or stderr.
void sayInTerminal(const QString& words, std::FILE* stream);

} // namespace skein
