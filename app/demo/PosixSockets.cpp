// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoSockets.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace skein::sockets {

bool waitFor(Socket socket, Wish wish, int timeoutMs)
{
    pollfd entry{static_cast<int>(socket), short(wish == Wish::Read ? POLLIN : POLLOUT), 0};
    return ::poll(&entry, 1, timeoutMs) > 0;
}

Count receive(Socket socket, char* data, std::size_t size)
{
    return ::recv(static_cast<int>(socket), data, size, 0);
}

Count send(Socket socket, const char* data, std::size_t size)
{
    return ::send(static_cast<int>(socket), data, size, MSG_NOSIGNAL);
}

void end(Socket socket) { ::shutdown(static_cast<int>(socket), SHUT_RDWR); }

void close(Socket socket) { ::close(static_cast<int>(socket)); }

void claimAlone(Socket socket)
{
    const int yes = 1;
    ::setsockopt(static_cast<int>(socket), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

} // namespace skein::sockets
