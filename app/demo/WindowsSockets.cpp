// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoSockets.h"

#include <winsock2.h>

namespace skein::sockets {

bool waitFor(Socket socket, Wish wish, int timeoutMs)
{
    WSAPOLLFD entry{
        static_cast<SOCKET>(socket), SHORT(wish == Wish::Read ? POLLRDNORM : POLLWRNORM), 0};
    return ::WSAPoll(&entry, 1, timeoutMs) > 0;
}

Count receive(Socket socket, char* data, std::size_t size)
{
    return ::recv(static_cast<SOCKET>(socket), data, static_cast<int>(size), 0);
}

Count send(Socket socket, const char* data, std::size_t size)
{
    return ::send(static_cast<SOCKET>(socket), data, static_cast<int>(size), 0);
}

void end(Socket socket) { ::shutdown(static_cast<SOCKET>(socket), SD_BOTH); }

void close(Socket socket) { ::closesocket(static_cast<SOCKET>(socket)); }

void claimAlone(Socket socket)
{
    const BOOL yes = TRUE; // else another program could listen there, too
    ::setsockopt(static_cast<SOCKET>(socket), SOL_SOCKET, SO_EXCLUSIVEADDRUSE,
        reinterpret_cast<const char*>(&yes), sizeof(yes));
}

} // namespace skein::sockets
