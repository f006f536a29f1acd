// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Connection.h"

namespace skein {

using StateKind = ConnectionState::Kind;

namespace {

StateKind stateFor(ErrorKind error)
{
    switch (error) {
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
        return StateKind::Offline;
    case ErrorKind::NotGroupMe:
        return StateKind::NotGroupMe;
    case ErrorKind::Server:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
        return StateKind::ServerTrouble;
    default:
        return StateKind::Online; // refused, but answered
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
    m_answer = error ? stateFor(error->kind) : StateKind::Online;
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
        state = {StateKind::TokenRefused};
    else if (m_pauseEnd->isActive()) // not by the wall clock, which may be set back meanwhile
        state = {StateKind::SlowedDown, m_pausedUntil};
    else if (m_answer == StateKind::Online && m_sendingPaused)
        state = {StateKind::SendingPaused};
    if (state == m_state)
        return;
    m_state = state;
    emit changed(m_state);
}

} // namespace skein
