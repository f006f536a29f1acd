// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Connection.h"

namespace skein {

using Kind = ConnectionState::Kind;

namespace {

Kind kindOf(ErrorKind error)
{
    switch (error) {
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
        return Kind::Offline;
    case ErrorKind::NotGroupMe:
        return Kind::NotGroupMe;
    case ErrorKind::Server:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
        return Kind::ServerTrouble;
    default:
        return Kind::Online; // refused, but answered
    }
}

} // namespace

Connection::Connection(Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pauseEnd(clock.timer([this] { update(); }))
{
}

void Connection::report(const std::optional<Error>& error)
{
    if (error && (error->kind == ErrorKind::Cancelled || error->kind == ErrorKind::Expired))
        return; // says nothing about the service
    m_answer = error ? kindOf(error->kind) : Kind::Online;
    update();
}

void Connection::reportPause(std::chrono::milliseconds until)
{
    const auto left = until - m_clock.monotonic();
    m_pausedUntil = m_clock.now() + left;
    m_pauseEnd->start(left);
    update();
}

void Connection::reportTokenRefused()
{
    m_tokenRefused = true;
    update();
}

void Connection::reportSendingPaused(bool paused)
{
    m_sendingPaused = paused;
    update();
}

void Connection::update()
{
    ConnectionState state{m_answer};
    if (m_tokenRefused)
        state = {Kind::TokenRefused};
    else if (m_pauseEnd->isActive()) // not by the wall clock, which may be set back meanwhile
        state = {Kind::SlowedDown, m_pausedUntil};
    else if (m_answer == Kind::Online && m_sendingPaused)
        state = {Kind::SendingPaused};
    if (state == m_state)
        return;
    m_state = state;
    emit changed(m_state);
}

} // namespace skein
