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
    const QString path = QDir::toNativeSeparators(QDir::cleanPath(QDir().absoluteFilePath(file)));
    if (path.startsWith(uR"(\\?\)"_s))
        return path;
    if (path.startsWith(uR"(\\)"_s)) // a folder of another computer
        return uR"(\\?\UNC\)"_s + path.sliced(2);
    return uR"(\\?\)"_s + path;
}

const char* sqliteFiles() { return "win32-longpath"; }

} // namespace skein
