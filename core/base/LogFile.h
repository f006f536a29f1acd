// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is logged, into a file instead of the standard error, which a program with windows may not
// have. What may be logged is said in Logging.h. Begun on the main thread; told from any.

#include <QString>

namespace skein {

/// Adds to `file`, a line for each message, until the process ends. False when it cannot be
/// written.
[[nodiscard]] bool logTo(const QString& file);

} // namespace skein
