// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a fuzzer holds against what it calls: a promise that is not kept ends it like a crash, and
// says where it stands.

#include <QString>

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace skein {

inline void require(bool holds, const std::source_location& where = std::source_location::current())
{
    if (holds)
        return;
    std::fprintf(stderr, "a promise is broken: %s:%u\n", where.file_name(), unsigned(where.line()));
    std::abort();
}

[[nodiscard]] inline QByteArray bytesOf(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), qsizetype(size)};
}

} // namespace skein
