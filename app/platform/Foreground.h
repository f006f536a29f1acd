// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The right to come to front, which a system gives to what the person has just started;
// CMakeLists.txt chooses which file answers.

#include <QtGlobal>

namespace skein {

/// Hands it on to another process.
void letComeToFront(qint64 process);

} // namespace skein
