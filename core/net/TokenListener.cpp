// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/TokenListener.h"

#include "core/base/Logging.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

/// The address with the token goes out of the browser's bar and history.
constexpr auto dropQuery = "history.replaceState(null,'',location.pathname)";

QByteArray headersFor(int status, qsizetype size)
{
    const QByteArray script
        = QCryptographicHash::hash(dropQuery, QCryptographicHash::Sha256).toBase64();
    return "HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " No")
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + QByteArray::number(size)
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY"
          "\r\nContent-Security-Policy: default-src 'none'; script-src 'sha256-"
        + script + "'" + (status == 405 ? "\r\nAllow: GET" : "") + "\r\nConnection: close\r\n\r\n";
}

} // namespace

struct TokenListener::Visit {
    QTcpSocket* socket = nullptr;
    QByteArray received = {};
    bool isAnswered = false;
    std::unique_ptr<Timer> end = {};
};

TokenListener::TokenListener(const CallbackPlace& place, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_wanted(place)
    , m_place(place)
    , m_clock(clock)
    , m_end(clock.timer([this] {
        disarm();
        emit timedOut();
    }))
{
    for (QTcpServer* server : {&m_v4, &m_v6})
        connect(server, &QTcpServer::newConnection, this, [this, server] { welcome(*server); });
}

TokenListener::~TokenListener()
{
    for (const auto& visit : m_visits)
        visit->socket->disconnect(this);
}

bool TokenListener::arm()
{
    disarm();
    if (!listen()) {
        close();
        qCWarning(logNet) << "the port for the browser's answer cannot be had";
        return false;
    }
    m_end->start(patience);
    return true;
}

bool TokenListener::listen()
{
    if (!m_v4.listen(QHostAddress(QHostAddress::LocalHost), m_wanted.port))
        return false;
    m_place.port = m_v4.serverPort();
    if (m_v6.listen(QHostAddress(QHostAddress::LocalHostIPv6), m_place.port))
        return true;
    // Without IPv6 there is nothing to miss; who else has the port there would get the token.
    const auto why = m_v6.serverError();
    return why == QAbstractSocket::UnsupportedSocketOperationError
        || why == QAbstractSocket::SocketAddressNotAvailableError;
}

void TokenListener::close()
{
    m_end->stop();
    m_v4.close();
    m_v6.close();
}

void TokenListener::disarm()
{
    close();
    // Who was answered may still read it.
    std::vector<QTcpSocket*> waiting;
    for (const auto& visit : m_visits) {
        if (!visit->isAnswered)
            waiting.push_back(visit->socket);
    }
    for (QTcpSocket* socket : waiting)
        socket->abort();
}

void TokenListener::welcome(QTcpServer& server)
{
    while (QTcpSocket* socket = server.nextPendingConnection()) {
        socket->setParent(this);
        socket->setReadBufferSize(longestCallback);
        if (m_visits.size() >= mostAtOnce)
            m_visits.front()->socket->abort();
        auto end = m_clock.timer([socket] {
            // Not from here: it ends this timer.
            QMetaObject::invokeMethod(socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        });
        end->start(patienceWithOne);
        m_visits.push_back(std::make_unique<Visit>(Visit{.socket = socket, .end = std::move(end)}));
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
        if (socket->state() == QAbstractSocket::UnconnectedState)
            forget(socket);
    }
}

void TokenListener::forget(QTcpSocket* socket)
{
    const auto gone
        = std::erase_if(m_visits, [socket](const auto& visit) { return visit->socket == socket; });
    if (gone > 0)
        socket->deleteLater();
}

void TokenListener::read(QTcpSocket* socket)
{
    const auto visit = std::ranges::find_if(
        m_visits, [socket](const auto& each) { return each->socket == socket; });
    const QByteArray bytes = socket->readAll();
    if (visit == m_visits.end() || (*visit)->isAnswered)
        return;
    (*visit)->received += bytes;
    const CallbackReading reading = readCallback((*visit)->received, m_place);
    if (reading.kind == CallbackReading::Kind::Incomplete)
        return;
    answer(**visit, reading);
    if (reading.kind == CallbackReading::Kind::Token) {
        disarm();
        emit tokenCame(reading.token);
    } else if (reading.kind == CallbackReading::Kind::NoToken) {
        emit cameWithoutToken();
    }
}

void TokenListener::answer(Visit& visit, const CallbackReading& reading)
{
    visit.isAnswered = true;
    visit.received.clear();
    visit.socket->write(answerTo(reading));
    visit.socket->disconnectFromHost(); // once all is written
}

QByteArray TokenListener::answerTo(const CallbackReading& reading) const
{
    using Kind = CallbackReading::Kind;
    const QString words = reading.kind == Kind::Token
        ? tr("Skein has its answer and goes on in its own window. You can close this page.")
        : reading.kind == Kind::NoToken
        ? tr("GroupMe gave Skein no access. To try again, go back to Skein.")
        : tr("There is nothing here.");
    const QByteArray page
        = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Skein</title>"
          "<script>"
        + QByteArray(dropQuery) + "</script></head><body><p>" + words.toHtmlEscaped().toUtf8()
        + "</p></body></html>\n";
    return headersFor(reading.status, page.size()) + page;
}

} // namespace skein
