// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The conversation in front: opens it everywhere at once (thread, polling, composer, list), carries
// what the person does in it to the account's objects, and brings back what they refuse. Main
// thread.

#include "ui/Session.h"

#include <QHash>
#include <QObject>

namespace skein {

class ChatListPane;
class ThreadPane;

class FrontConversation : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    FrontConversation(const Session& session, ChatListPane& chats, ThreadPane& pane);

    /// Opens the conversation that was in front when the program ended, once its row is known.
    void restore();
    void open(const ConversationId& id);
    /// Writes and sends what waits: the person looks away, or the program ends.
    void flush();
    [[nodiscard]] QString title() const { return m_title; }

signals:
    /// restore() opened a conversation.
    void restored();
    void titleChanged(const QString& title);
    /// A sentence about something that was refused.
    void refused(const QString& sentence);

private:
    void connectThread();
    void connectRefusals();
    void send(const QString& text);
    void takeBack(const SourceGuid& guid, const QString& text, const QString& reason);
    void askToDelete(const MessageId& message);
    void refreshTitle();

    Session m_session;
    ChatListPane& m_chats;
    ThreadPane& m_pane;
    ConversationId m_id;
    QString m_title;
    QHash<SourceGuid, ConversationId> m_sent; ///< where a refused text belongs
};

} // namespace skein
