// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SqliteName.h"

namespace skein {

QString sqliteName(const QString& file) { return file; }

const char* sqliteFiles() { return nullptr; }

} // namespace skein
