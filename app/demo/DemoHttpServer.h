// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small HTTP/1.1 server on 127.0.0.1. Asks the handler for every request, in threads of its own,
// and can close a connection unanswered. Its work is done by cpp-httplib, which comes with a
// library for TLS: the programs that are there for the demo are linked to it, Skein loads it with
// --demo.

#include "app/demo/DemoHttp.h"

#include <functional>
#include <memory>

namespace skein {

class DemoHttpServer {
public:
    using Handler = std::function<DemoAnswer(const DemoRequest&)>;

    /// Null: what it needs is not installed.
    [[nodiscard]] static std::unique_ptr<DemoHttpServer> make(const Handler& handler);
    DemoHttpServer() = default;
    virtual ~DemoHttpServer() = default; ///< stops
    Q_DISABLE_COPY_MOVE(DemoHttpServer)

    /// 0: any free port. False when it cannot be had.
    [[nodiscard]] virtual bool listen(quint16 port) = 0;
    [[nodiscard]] virtual quint16 port() const = 0;
    /// Closes all connections and waits for the handlers under way.
    virtual void stop() = 0;
};

} // namespace skein
