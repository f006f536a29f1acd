// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The service of a soak: the demo service on a fast clock, with a small world of direct chats (one
// in which nothing was ever said), groups and topics, others who write in them, and the storm of
// faults. Main thread.

#include "app/demo/DemoService.h"
#include "tests/soak/Faults.h"

#include <QMap>
#include <QRandomGenerator>

namespace skein::soak {

class Service {
public:
    Service(quint32 seed, int speed, std::chrono::milliseconds epoch);

    [[nodiscard]] bool start() { return m_service.start(); }
    [[nodiscard]] QString url() const { return m_service.url(); }
    [[nodiscard]] QString token() const { return m_service.token(); }
    [[nodiscard]] DemoPerson me() { return m_service.world().me(); }
    [[nodiscard]] const FastClock& clock() const { return m_clock; }

    /// ConversationId::key() of all there are.
    [[nodiscard]] QStringList conversations() const { return m_places.keys(); }
    /// Somebody else says something somewhere, now and then a whole burst.
    void speak(QRandomGenerator& dice);
    /// By key, what the signed-in person said there, oldest first; what did not come whole says so.
    [[nodiscard]] QMap<QString, QStringList> held();
    [[nodiscard]] int heldByOthers() const { return m_spoken; }

    /// Out, nothing is answered at all.
    void setOut(bool out);
    void endStorm();
    [[nodiscard]] int outages() const { return m_outages; }
    /// "name: times" of each fault, once the storm has ended.
    [[nodiscard]] const QStringList& strikes() const { return m_strikes; }
    [[nodiscard]] int struck() const { return m_struck; }
    /// By the one client, since the start.
    [[nodiscard]] int requests() const { return m_service.requests(); }
    /// What the client asked in ways in which it must not.
    [[nodiscard]] QStringList violations() { return m_service.log().violations(); }
    /// Every message and the latest requests, as JSON, for who looks for the reason of a failure.
    [[nodiscard]] QByteArray evidence();

private:
    [[nodiscard]] bool isWhole(const QString& place, const DemoMessage& message);
    void addDirectChats();
    void addGroups();

    FastClock m_clock;
    DemoService m_service;
    QList<NamedFault> m_faults;
    QMap<QString, QString> m_places; ///< by key, as the service calls it
    QStringList m_friends;
    QStringList m_strikes;
    int m_struck = 0;
    int m_spoken = 0;
    int m_outages = 0;
};

} // namespace skein::soak
