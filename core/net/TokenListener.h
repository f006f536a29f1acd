// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waits on this computer for the browser that GroupMe sends back with a token (protocol.md H2). Is
// there only while armed, on loopback only, for one path and one token; keeps none and asks nobody
// whose it is. Main thread.

#include "core/base/Clock.h"
#include "core/net/CallbackRequest.h"

#include <QObject>
#include <QTcpServer>

#include <memory>
#include <vector>

class QTcpSocket;

namespace skein {

class TokenListener : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::minutes patience{5};
    static constexpr std::chrono::seconds patienceWithOne{10}; ///< for one connection, in all
    static constexpr size_t mostAtOnce = 16; ///< connections; browsers open some in advance

    /// Port 0: any free one.
    TokenListener(const CallbackPlace& place, Clock& clock, QObject* parent = nullptr);
    ~TokenListener() override;

    /// Listens until a token came, disarm() or the end of its patience. False: the port is taken.
    [[nodiscard]] bool arm();
    void disarm();
    [[nodiscard]] bool isArmed() const { return m_v4.isListening(); }
    [[nodiscard]] quint16 port() const { return m_place.port; }

signals:
    /// One came, and nobody listens any more. It may be anybody's.
    void tokenCame(const QString& token);
    /// The browser came back without one, e.g. because the person declined. Still armed.
    void cameWithoutToken();
    void timedOut();

private:
    struct Visit;

    [[nodiscard]] bool listen();
    void close();
    void welcome(QTcpServer& server);
    void read(QTcpSocket* socket);
    void answer(Visit& visit, const CallbackReading& reading);
    void forget(QTcpSocket* socket);
    [[nodiscard]] QByteArray answerTo(const CallbackReading& reading) const;

    const CallbackPlace m_wanted;
    CallbackPlace m_place; ///< with the port that it is
    Clock& m_clock;
    QTcpServer m_v4;
    QTcpServer m_v6; ///< "localhost" may be either
    std::unique_ptr<Timer> m_end;
    std::vector<std::unique_ptr<Visit>> m_visits; ///< the oldest first
};

} // namespace skein
