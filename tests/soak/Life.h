// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One life of the program without its window: a signed-in account put together as app does it, on a
// fast clock. Takes orders on stdin, a line each, until it is killed or told to end: "open KEY",
// "send KEY TEXT", "end". Reports on stdout: "ready", "accepted TEXT" when that message is on disk,
// "refused TEXT", "retried TEXT". Its person looks now and then whether something failed in the
// open conversation, tries it again, goes to its end, and goes on sending where Skein has paused.
// Main thread; POSIX.

#include "app/SignedInSession.h"
#include "core/net/NetworkTransport.h"
#include "tests/fakes/FakeNotifier.h"
#include "tests/soak/Enclosures.h"
#include "tests/soak/FastTransport.h"

#include <QQueue>
#include <QRandomGenerator>
#include <QSet>
#include <QSocketNotifier>

namespace skein::soak {

struct LifeOptions {
    QString folder; ///< the account's, also of the lives before
    QUrl server;
    QString token;
    Person me;
    int speed = 1;
    std::chrono::milliseconds epoch{0};
    quint32 seed = 1;
};

class Life : public QObject {
    Q_OBJECT
public:
    explicit Life(const LifeOptions& options);
    void start();

private:
    void readOrders();
    void obey(const QString& order);
    void sendNext();
    void stage(QList<Enclosure> left, QList<OutgoingFile> staged);
    void send(const QList<OutgoingFile>& files);
    void lookAround();

    FastClock m_clock;
    QRandomGenerator m_dice;
    NetworkTransport m_network;
    FastTransport m_transport;
    Settings m_settings;
    RateBudget m_budget;
    GroupMeApi m_api;
    UploadApi m_uploadApi;
    FakeNotifier m_notifier;
    MainsPower m_power;
    SignedInSession m_session;
    QSocketNotifier m_orders;
    QByteArray m_unread; ///< the beginning of a line
    struct Sending {
        ConversationId conversation;
        QString text;
    };
    QQueue<Sending> m_sendings; ///< the files of the first are being copied
    QSet<QString> m_refused;
    std::unique_ptr<Timer> m_person;
};

} // namespace skein::soak
