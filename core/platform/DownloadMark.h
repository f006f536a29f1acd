// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the system that a file came from elsewhere, so that it asks before it starts a program;
// CMakeLists.txt chooses which file does. (macOS does so by itself: LSFileQuarantineEnabled.) Any
// thread.

#include <QString>

namespace skein {

void markAsDownloaded(const QString& file);

} // namespace skein
