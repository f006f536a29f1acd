// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terminal: Windows, where a program with windows has a stream only if it was led somewhere, and
// else may use the terminal that it was started from.

#include "app/platform/Terminal.h"

#include <windows.h>

namespace skein {

namespace {

bool sayInStream(const QString& words, HANDLE stream)
{
    if (!stream || stream == INVALID_HANDLE_VALUE)
        return false;
    DWORD written = 0;
    const std::wstring wide = words.toStdWString();
    if (WriteConsoleW(stream, wide.data(), DWORD(wide.size()), &written, nullptr))
        return true;
    const QByteArray bytes = words.toUtf8();
    return WriteFile(stream, bytes.data(), DWORD(bytes.size()), &written, nullptr);
}

bool sayInParentsConsole(const QString& words)
{
    if (!AttachConsole(ATTACH_PARENT_PROCESS))
        return false;
    const HANDLE console = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
    const bool isSaid = sayInStream(u'\n' + words, console); // the prompt stands there already
    CloseHandle(console);
    FreeConsole();
    return isSaid;
}

} // namespace

void sayInTerminal(const QString& words, std::FILE* stream)
{
    const bool isError = stream == stderr;
    if (sayInStream(words, GetStdHandle(isError ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE))
        || sayInParentsConsole(words))
        return;
    MessageBoxW(nullptr, words.toStdWString().c_str(), L"Skein",
        MB_OK | (isError ? MB_ICONWARNING : MB_ICONINFORMATION));
}

} // namespace skein
