// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SqliteName: Windows, where only a path that begins with these four characters may be longer than
// 260.

#include "core/store/SqliteName.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace skein {

QString sqliteName(const QString& file)
{
    return uR"(\\?\)"_s + QDir::toNativeSeparators(QDir::cleanPath(QDir().absoluteFilePath(file)));
}

const char* sqliteFiles() { return "win32-longpath"; }

} // namespace skein
