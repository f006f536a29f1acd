// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Damaged SQLite files: telling them and setting them aside. Knows no table; the files are closed
// meanwhile. Store's thread; throws StorageError.

#include <QString>

namespace skein::quarantine {

/// Reads the whole of it. What is not there is sound.
[[nodiscard]] bool isSound(const QString& file);

/// Renames it, with its journal, to FILE.damaged-N; the new name.
[[nodiscard]] QString setAside(const QString& file);

} // namespace skein::quarantine
