// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Windows has no limit to set: what the program itself calls to write or to make a file longer, and
// what Qt calls, is led to functions that refuse.

#include "tests/support/FullDisk.h"

#include <windows.h>

#include <array>
#include <initializer_list>

namespace skein {

namespace {

const void* windowsOwn(const char* name)
{
    return reinterpret_cast<const void*>(GetProcAddress(GetModuleHandleW(L"kernel32.dll"), name));
}

template <class Function>
Function* as(const void* address)
{
    return reinterpret_cast<Function*>(const_cast<void*>(address));
}

BOOL WINAPI refuseFiles(
    HANDLE file, const void* bytes, DWORD size, DWORD* written, OVERLAPPED* overlapped)
{
    if (GetFileType(file) != FILE_TYPE_DISK)
        return as<decltype(WriteFile)>(windowsOwn("WriteFile"))(
            file, bytes, size, written, overlapped);
    SetLastError(ERROR_DISK_FULL);
    return FALSE;
}

/// A file that is mapped into memory, as SQLite's index of a journal, grows by this alone.
BOOL WINAPI refuseLonger(HANDLE file)
{
    LARGE_INTEGER end{};
    LARGE_INTEGER size{};
    if (SetFilePointerEx(file, {}, &end, FILE_CURRENT) && GetFileSizeEx(file, &size)
        && end.QuadPart <= size.QuadPart)
        return as<decltype(SetEndOfFile)>(windowsOwn("SetEndOfFile"))(file);
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

struct Call {
    const void* own;
    const void* refusal;
};

std::array<Call, 2> calls()
{
    return {Call{windowsOwn("WriteFile"), reinterpret_cast<const void*>(&refuseFiles)},
        Call{windowsOwn("SetEndOfFile"), reinterpret_cast<const void*>(&refuseLonger)}};
}

/// The first module of all is the program.
void leadAll(bool isFull)
{
    for (const wchar_t* name : {static_cast<const wchar_t*>(nullptr), L"Qt6Core.dll"}) {
        for (const auto& [own, refusal] : calls())
            lead(GetModuleHandleW(name), isFull ? own : refusal, isFull ? refusal : own);
    }
}

} // namespace

FullDisk::FullDisk() { leadAll(true); }

FullDisk::~FullDisk() { leadAll(false); }

} // namespace skein
