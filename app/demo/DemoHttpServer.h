// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small HTTP/1.1 server on 127.0.0.1 around cpp-httplib, which stays inside the .cpp. Asks the
// handler for every request, in threads of its own, and can close a connection unanswered.

#include "app/demo/DemoHttp.h"

#include <functional>
#include <memory>
#include <thread>

namespace skein {

class DemoHttpServer {
public:
    using Handler = std::function<DemoAnswer(const DemoRequest&)>;

    explicit DemoHttpServer(Handler handler);
    ~DemoHttpServer(); ///< stops
    Q_DISABLE_COPY_MOVE(DemoHttpServer)

    /// 0: any free port. False when it cannot be had.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Closes all connections and waits for the handlers under way.
    void stop();

private:
    class Server;
    std::unique_ptr<Server> m_server;
    std::thread m_thread;
    quint16 m_port = 0;
};

} // namespace skein
