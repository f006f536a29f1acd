// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Notifications of the desktop, over org.freedesktop.Notifications: with what its server can do,
// which is asked anew whenever another one takes over. Only asynchronous calls: a server that hangs
// holds up nothing. Main thread.

#include "app/notify/MakeNotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QStringList>

#include <optional>

class QDBusPendingCall;

namespace skein {

class DBusNotifier final : public Notifier {
    Q_OBJECT
public:
    /// `pictureOf` answers soon, or with an error: nothing is shown before.
    explicit DBusNotifier(
        const QDBusConnection& bus, PictureOf pictureOf = {}, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const ConversationId& conversation) override;
    void withdrawAll() override;

private slots:
    // The server's signals; any program on the bus could send them, so that the sender is checked.
    void closed(uint id, uint reason, const QDBusMessage& message);
    void invoked(uint id, const QString& action, const QDBusMessage& message);
    void answered(uint id, const QString& text, const QDBusMessage& message);
    void permitted(uint id, const QString& token, const QDBusMessage& message);

private:
    struct Pictured {
        Notice notice;
        QImage picture; ///< null: none
    };
    /// One conversation's notification.
    struct Note {
        uint id = 0; ///< 0: the server has not said it yet
        bool isAsked = false; ///< Notify is under way
        std::optional<Pictured> next; ///< to be shown when that has answered
        bool isUnwanted = false; ///< to be closed when that has answered
    };
    void connectServer();
    void askCapabilities();
    void serverChanged(const QString& owner);
    void show(const Pictured& shown);
    void send(const Pictured& shown);
    void notified(const ConversationId& conversation, const QDBusMessage& answer);
    void close(uint id);
    [[nodiscard]] QStringList actionsFor(const Notice& notice) const;
    [[nodiscard]] QString bodyOf(const Notice& notice) const;
    /// Whose notification it is, if the sender is the server.
    [[nodiscard]] std::optional<ConversationId> conversationOf(
        uint id, const QDBusMessage& message) const;
    template <class F>
    void whenAnswered(const QDBusPendingCall& call, F next);

    QDBusConnection m_bus;
    QString m_server; ///< its unique name on the bus; empty: unknown
    int m_generation = 0; ///< of servers: answers of an earlier one count for nothing
    bool m_isAsking = false;
    std::optional<QStringList> m_capabilities; ///< none: not told yet
    const PictureOf m_pictureOf;
    QHash<ConversationId, Notice> m_unpictured; ///< their pictures are on their way
    QHash<ConversationId, Pictured> m_waiting; ///< for the capabilities
    QHash<ConversationId, Note> m_notes;
};

} // namespace skein
