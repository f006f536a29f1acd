// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The DemoHttpServer by cpp-httplib: the only file that includes httplib.h. Connections are run
// here and not by httplib, because only who holds the socket can drop it unanswered and can end
// idle ones at once.

#include "app/demo/DemoHttplib.h"

#include "app/demo/DemoSockets.h"

#include <QUrlQuery>

#include <httplib.h>

#include <mutex>
#include <set>
#include <thread>

namespace skein {

namespace {

constexpr int workers = 32; // a kept-alive connection occupies one
constexpr int idleMs = 30'000;
constexpr int ioMs = 10'000;
constexpr int sliceMs = 50; // how soon the end of a connection is noticed in a pause
constexpr qsizetype compressedUpTo = 1 << 20; // larger bodies travel as they are

using Wish = sockets::Wish;

sockets::Socket plain(socket_t socket) { return static_cast<sockets::Socket>(socket); }

/// An accepted connection as httplib wants to see it. Once dropped, nothing more is written.
class Connection final : public httplib::Stream {
public:
    explicit Connection(socket_t socket) : m_socket(socket) { }

    [[nodiscard]] bool waitFor(Wish wish, int timeoutMs) const
    {
        return sockets::waitFor(plain(m_socket), wish, timeoutMs);
    }
    void drop() { m_dropped = true; }
    [[nodiscard]] bool dropped() const { return m_dropped; }

    [[nodiscard]] bool is_readable() const override { return waitFor(Wish::Read, ioMs); }
    [[nodiscard]] bool is_writable() const override { return waitFor(Wish::Write, ioMs); }
    ssize_t read(char* data, size_t size) override
    {
        return is_readable() ? sockets::receive(plain(m_socket), data, size) : -1;
    }
    ssize_t write(const char* data, size_t size) override
    {
        if (m_dropped || !is_writable())
            return -1;
        return sockets::send(plain(m_socket), data, size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override { here(ip, port); }
    void get_local_ip_and_port(std::string& ip, int& port) const override { here(ip, port); }
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    static void here(std::string& ip, int& port)
    {
        ip = "127.0.0.1"; // nobody else can connect
        port = 0;
    }

    const socket_t m_socket;
    bool m_dropped = false;
};

/// The connection that this worker thread is answering at the moment.
thread_local Connection* currentConnection = nullptr;

DemoRequest fromHttplib(const httplib::Request& request)
{
    DemoRequest result;
    result.method = QString::fromStdString(request.method);
    result.path = QString::fromStdString(request.path);
    const QString target = QString::fromStdString(request.target);
    QString query = target.section(QLatin1Char('?'), 1);
    query.replace(QLatin1Char('+'), QLatin1StringView("%20")); // '+' is a space there (B0)
    result.query = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : request.headers)
        result.headers.append({QString::fromStdString(name), QString::fromStdString(value)});
    result.body = QByteArray::fromStdString(request.body);
    return result;
}

/// False when the connection ends meanwhile: who waits for an answer says nothing.
bool pauseOpen(const Connection& connection, std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
        if (connection.waitFor(Wish::Read, sliceMs))
            return false;
    }
    return true;
}

/// Sends the body as it is: all of it, or half before the connection closes or stalls.
void provide(httplib::Response& response, const DemoAnswer& answer)
{
    using Delivery = DemoAnswer::Delivery;
    const auto size = static_cast<size_t>(answer.body.size());
    const size_t half = answer.delivery == Delivery::Whole ? size : size / 2;
    const bool isCut = answer.delivery == Delivery::CutOff;
    response.set_content_provider(size, answer.contentType.toStdString(),
        [body = answer.body, half, isCut, stall = answer.stall](
            size_t offset, size_t length, httplib::DataSink& sink) {
            if (offset >= half && (isCut || !pauseOpen(*currentConnection, stall)))
                return false;
            const auto at = static_cast<qsizetype>(offset);
            const size_t most = offset < half ? half - offset : length;
            return sink.write(body.constData() + at, std::min(length, most));
        });
}

void toHttplib(const DemoAnswer& answer, httplib::Response& response)
{
    if (answer.delivery == DemoAnswer::Delivery::Dropped) {
        currentConnection->drop();
        return;
    }
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    const bool isWhole = answer.delivery == DemoAnswer::Delivery::Whole;
    if (!isWhole || answer.body.size() > compressedUpTo)
        provide(response, answer);
    else if (!answer.contentType.isEmpty())
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

class Listener final : public httplib::Server {
public:
    explicit Listener(const DemoHttpServer::Handler& handler)
    {
        new_task_queue = [] { return new httplib::ThreadPool(workers); };
        set_tcp_nodelay(true);
        // httplib's own choice lets two servers share a port.
        set_socket_options([](socket_t socket) { sockets::claimAlone(plain(socket)); });
        set_keep_alive_max_count(1000); // what the answers' Keep-Alive header tells
        set_keep_alive_timeout(idleMs / 1000);
        const auto serve = [handler](const httplib::Request& request, httplib::Response& response) {
            toHttplib(handler(fromHttplib(request)), response);
        };
        const std::string any = "[^]*";
        Get(any, serve).Post(any, serve).Put(any, serve).Patch(any, serve);
        Delete(any, serve).Options(any, serve);
    }

    void hangUp()
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (const socket_t socket : m_open)
            sockets::end(plain(socket));
    }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        if (!enter(socket))
            return false;
        Connection connection(socket);
        currentConnection = &connection;
        bool closed = false;
        bool alive = true;
        while (alive && !closed && connection.waitFor(Wish::Read, idleMs)) {
            alive = process_request(connection, false, closed, nullptr) && !connection.dropped();
        }
        currentConnection = nullptr;
        leave(socket);
        return true;
    }

    [[nodiscard]] bool enter(socket_t socket)
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending) {
            sockets::close(plain(socket));
            return false;
        }
        m_open.insert(socket);
        return true;
    }

    void leave(socket_t socket)
    {
        const std::lock_guard lock(m_mutex);
        m_open.erase(socket);
        sockets::end(plain(socket));
        sockets::close(plain(socket));
    }

    std::mutex m_mutex;
    std::set<socket_t> m_open;
    bool m_ending = false;
};

class HttplibServer final : public DemoHttpServer {
public:
    explicit HttplibServer(const Handler& handler) : m_listener(handler) { }
    ~HttplibServer() override { HttplibServer::stop(); }
    Q_DISABLE_COPY_MOVE(HttplibServer)

    [[nodiscard]] bool listen(quint16 port) override
    {
        const std::string host = "127.0.0.1";
        const int bound = port == 0               ? m_listener.bind_to_any_port(host)
            : m_listener.bind_to_port(host, port) ? port
                                                  : -1;
        if (bound <= 0)
            return false;
        m_port = static_cast<quint16>(bound);
        m_thread = std::thread([this] { m_listener.listen_after_bind(); });
        while (!m_listener.is_running()) // stop() before that would be lost
            std::this_thread::yield();
        return true;
    }

    [[nodiscard]] quint16 port() const override { return m_port; }

    void stop() override
    {
        if (!m_thread.joinable())
            return;
        m_listener.stop();
        m_listener.hangUp();
        m_thread.join();
    }

private:
    Listener m_listener;
    std::thread m_thread;
    quint16 m_port = 0;
};

} // namespace

DemoHttpServer* makeHttplibServer(const DemoHttpServer::Handler& handler)
{
    return new HttplibServer(handler);
}

} // namespace skein
