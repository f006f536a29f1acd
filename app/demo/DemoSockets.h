// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What systems call differently about sockets, for DemoHttpServer alone; CMakeLists.txt chooses
// which file answers. Any thread.

#include <cstddef>
#include <cstdint>

namespace skein::sockets {

using Socket = std::intptr_t; ///< holds what the system calls one
using Count = std::ptrdiff_t; ///< of bytes; negative: it failed

enum class Wish { Read, Write };

/// False when nothing came of it within the time.
[[nodiscard]] bool waitFor(Socket socket, Wish wish, int timeoutMs);
[[nodiscard]] Count receive(Socket socket, char* data, std::size_t size);
[[nodiscard]] Count send(Socket socket, const char* data, std::size_t size);
/// Both sides notice at once, whatever they are doing.
void end(Socket socket);
void close(Socket socket);
/// Of a socket that is to listen: its port is its alone, also just after another.
void claimAlone(Socket socket);

} // namespace skein::sockets
