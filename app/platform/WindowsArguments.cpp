// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arguments: Windows, where argv has lost every letter that the code page lacks.

#include "app/platform/Arguments.h"

#include <windows.h>

#include <shellapi.h>

namespace skein {

QStringList programArguments(int, const char* const*)
{
    int count = 0;
    wchar_t** const given = CommandLineToArgvW(GetCommandLineW(), &count);
    QStringList arguments;
    for (int i = 0; i < count; ++i)
        arguments.append(QString::fromWCharArray(given[i]));
    LocalFree(given);
    return arguments;
}

} // namespace skein
