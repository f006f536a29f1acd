// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ConnectionLine.h"

namespace skein {

using namespace std::chrono_literals;

ConnectionLine::ConnectionLine(const Connection& connection, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_second(clock.timer([this] { update(); }))
{
    connect(&connection, &Connection::changed, this, &ConnectionLine::update);
    update();
}

void ConnectionLine::setUpdating(bool isUpdating)
{
    m_isUpdating = isUpdating;
    update();
}

void ConnectionLine::update()
{
    const ConnectionState& state = m_connection.state();
    const bool isUpdating = m_isUpdating && state.kind == ConnectionState::Kind::Online;
    const ConnectionWords words = isUpdating ? ConnectionWords{.sentence = tr("Updating\u2026")}
                                             : connectionWords(state, m_clock.now());
    if (words.isCounting)
        m_second->start(1s);
    else
        m_second->stop();
    if (words == m_words)
        return;
    m_words = words;
    emit changed(m_words);
}

} // namespace skein
