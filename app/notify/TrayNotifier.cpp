// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/TrayNotifier.h"

#include "app/notify/Balloons.h"

namespace skein {

TrayNotifier::TrayNotifier(Balloons* balloons, QObject* parent)
    : Notifier(parent)
    , m_balloons(balloons)
{
    if (!m_balloons)
        return;
    connect(m_balloons, &Balloons::balloonClicked, this, [this] {
        if (const auto shown = std::exchange(m_shown, std::nullopt))
            emit activated(*shown);
    });
}

void TrayNotifier::show(const Notice& notice)
{
    if (!m_balloons)
        return;
    m_shown = notice.conversation;
    m_balloons->showBalloon(notice.title, notice.body);
}

void TrayNotifier::withdraw(const ConversationId& conversation)
{
    if (m_shown == conversation)
        m_shown.reset();
}

} // namespace skein
