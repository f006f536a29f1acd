// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Windows has no limit to set: the program's own calls of WriteFile, and those of Qt, are led to a
// function that refuses.

#include "tests/support/FullDisk.h"

#include <windows.h>

#include <initializer_list>

namespace skein {

namespace {

const void* writeFile()
{
    return reinterpret_cast<const void*>(
        GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "WriteFile"));
}

BOOL WINAPI refuseFiles(
    HANDLE file, const void* bytes, DWORD size, DWORD* written, OVERLAPPED* overlapped)
{
    if (GetFileType(file) != FILE_TYPE_DISK)
        return reinterpret_cast<decltype(&WriteFile)>(const_cast<void*>(writeFile()))(
            file, bytes, size, written, overlapped);
    SetLastError(ERROR_DISK_FULL);
    return FALSE;
}

template <class T>
T* at(HMODULE module, size_t offset)
{
    return reinterpret_cast<T*>(reinterpret_cast<char*>(module) + offset);
}

/// Where a module keeps the addresses of what it calls of others.
void lead(HMODULE module, const void* from, const void* to)
{
    const auto* head
        = at<IMAGE_NT_HEADERS>(module, size_t(at<IMAGE_DOS_HEADER>(module, 0)->e_lfanew));
    const auto imports
        = head->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress;
    for (const auto* each = at<IMAGE_IMPORT_DESCRIPTOR>(module, imports); each->Name; ++each) {
        for (auto* call = at<const void*>(module, each->FirstThunk); *call; ++call) {
            DWORD before = 0;
            if (*call != from || !VirtualProtect(call, sizeof(*call), PAGE_READWRITE, &before))
                continue;
            *call = to;
            VirtualProtect(call, sizeof(*call), before, &before);
        }
    }
}

/// The first module of all is the program.
void leadAll(const void* from, const void* to)
{
    for (const wchar_t* name : {static_cast<const wchar_t*>(nullptr), L"Qt6Core.dll"})
        lead(GetModuleHandleW(name), from, to);
}

const void* refusal() { return reinterpret_cast<const void*>(&refuseFiles); }

} // namespace

FullDisk::FullDisk() { leadAll(writeFile(), refusal()); }

FullDisk::~FullDisk() { leadAll(refusal(), writeFile()); }

} // namespace skein
