// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The conversation in front: opens it everywhere at once (thread, polling, composer, lists),
// carries what the person does in it to the account's objects, and brings back what they refuse.
// Main thread.

#include "ui/ConversationHeading.h"
#include "ui/Session.h"

#include <QHash>
#include <QObject>

namespace skein {

class ChatListPane;
class ComposerActions;
class ContentActions;
class PackOffer;
class ThreadPane;
class TopicPane;

class FrontConversation : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    FrontConversation(
        const Session& session, ChatListPane& chats, TopicPane& topics, ThreadPane& pane);
    ~FrontConversation() override;

    /// Opens the conversation that was in front when the program ended, once its row is known.
    void restore();
    /// As a row of the chats means it: a group opens in the main chat, or where there is something
    /// to read when it is only there.
    void enter(const ConversationId& id);
    void open(const ConversationId& id);
    void close() { open({}); }
    /// To the conversation that was in front before this one; again: back.
    void goBack();
    /// Writes and sends what waits: the person looks away, or the program ends.
    void flush();

    [[nodiscard]] const ConversationId& conversation() const { return m_id; }
    /// Its newest message is on screen, if its window is.
    [[nodiscard]] bool isAtEnd() const;
    /// For the window; empty while no conversation is in front.
    [[nodiscard]] const QString& title() const { return m_heading.windowTitle; }
    /// Whether the group in front has topics to choose among, be they deleted ones.
    [[nodiscard]] bool hasTopics() const;

signals:
    /// restore() opened a conversation.
    void restored();
    void titleChanged(const QString& title);
    /// hasTopics() may be another.
    void topicsChanged();
    /// A sentence about something that was refused, or that happened to what is in front.
    void refused(const QString& sentence);
    /// Somebody in the thread, as far as it knows them.
    void personActivated(const skein::ConversationId& conversation, const skein::Person& person);

private:
    void connectLists();
    void connectThread();
    void connectMessages();
    void connectRefusals();
    void askToDelete(const MessageId& message);
    void leaveTopic(const ConversationId& topic);
    void refresh();
    void tellPeople();
    void askForBlock();
    [[nodiscard]] Person personOf(const UserId& id) const;

    Session m_session;
    ChatListPane& m_chats;
    TopicPane& m_topics;
    ThreadPane& m_pane;
    ConversationId m_id;
    ConversationId m_before; ///< in front before this one
    ConversationId m_restoring; ///< being read before it is known whether it is still there
    ConversationHeading m_heading;
    bool m_isShut = false; ///< GroupMe says that a block lies between
    std::unique_ptr<ContentActions> m_contents;
    std::unique_ptr<ComposerActions> m_composing;
    std::unique_ptr<PackOffer> m_packs;
};

} // namespace skein
