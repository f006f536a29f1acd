// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's HTTP interface for direct messages on a loopback port: owns the world, the faults,
// the people and the request log. Stands for the service, so it shares no code with the client.
// Call from one thread; requests are answered in threads of its own.

#include "app/demo/DemoApi.h"
#include "app/demo/DemoFaults.h"
#include "app/demo/DemoHistory.h"
#include "app/demo/DemoLog.h"
#include "app/demo/DemoWorld.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace skein {

class DemoHttpServer;
class DemoPeople;

struct DemoOptions {
    quint16 port = 0; ///< 0: any free one
    quint32 seed = 1; ///< the same seed and time make the same world
    bool histories = true; ///< false: the same people, nothing said yet
    int longest = wholePast; ///< so many messages of each conversation, or a few more
    bool people = false; ///< they answer, read and write by themselves
    bool control = false; ///< the routes under /_demo/
    DemoWorld::Now now = {}; ///< empty: the system's clock
    DemoManners manners = {};
};

class DemoService {
public:
    explicit DemoService(DemoOptions options = {});
    ~DemoService(); ///< stops
    Q_DISABLE_COPY_MOVE(DemoService)

    /// False when the port cannot be had.
    [[nodiscard]] bool start();
    /// Ends within milliseconds, also while a delayed answer waits. May be started again.
    void stop();

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:PORT", for --server
    [[nodiscard]] QString token() const; ///< of world().me()
    /// A token for anybody of the world ("another user" tests).
    [[nodiscard]] QString tokenFor(const QString& user);
    /// Ends the token: 401 from now on.
    void revoke(const QString& token);
    /// Of the one application that is registered, for signing in by the browser.
    [[nodiscard]] static QString clientId();

    [[nodiscard]] DemoWorld& world() { return *m_world; }
    [[nodiscard]] DemoFaults& faults() { return m_faults; }
    [[nodiscard]] DemoLog& log() { return m_log; }
    [[nodiscard]] DemoApi& api() { return *m_api; }
    /// While it is out every request's connection closes unanswered, and nothing is done for it;
    /// what is being worked on is still done.
    void setOut(bool out) { m_out = out; }
    /// How many came since the beginning, also those that the log has forgotten.
    [[nodiscard]] int requests() const { return m_requests; }

private:
    [[nodiscard]] DemoAnswer answer(const DemoRequest& request);
    [[nodiscard]] bool pause(std::chrono::milliseconds time);
    void live();

    const DemoOptions m_options;
    DemoFaults m_faults;
    DemoLog m_log;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    std::unique_ptr<DemoPeople> m_people;
    std::unique_ptr<DemoHttpServer> m_server;
    std::thread m_life; ///< calls the people's tick
    std::mutex m_stopMutex;
    std::condition_variable m_stopped;
    bool m_stopping = true;
    std::atomic_int m_requests = 0;
    std::atomic_bool m_out = false;
    QString m_token;
};

} // namespace skein
