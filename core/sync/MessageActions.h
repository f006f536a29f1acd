// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does to messages that exist on the service: deleting, editing, reacting, pinning.
// Each shows at once, laid over what is stored; what the service confirms is written to the store,
// what it refuses is taken back and said in a sentence (protocol.md B7, B9 to B11). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

namespace skein {

class MessageActions : public QObject {
    Q_OBJECT
public:
    MessageActions(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// Deletes an own message: it is marked at once and becomes a tombstone when the service
    /// agrees; a refusal restores it and `refused` says why.
    void remove(const ConversationId& conversation, const MessageId& message);

    /// Changes an own message; `attachments`: all that it shall carry, as they go over the wire.
    /// Asked again meanwhile, the last text wins. A refusal: `editRefused`.
    void edit(const ConversationId& conversation, const MessageId& message, const QString& text,
        const QJsonArray& attachments);
    /// Gives the person's one reaction, instead of any other; takes it away. The service is asked
    /// step by step (unlike, then like), so that what stands there is known at any moment.
    void react(
        const ConversationId& conversation, const MessageId& message, const ReactionKind& kind);
    void unreact(const ConversationId& conversation, const MessageId& message);
    void pin(const ConversationId& conversation, const MessageId& message);
    void unpin(const ConversationId& conversation, const MessageId& message);

    [[nodiscard]] bool isRemoving(const MessageId& message) const
    {
        return m_removing.contains(message);
    }
    [[nodiscard]] bool isEditing(const MessageId& message) const
    {
        return m_edits.contains(message);
    }
    /// The stored message with what the person did to it since and the service has not answered.
    [[nodiscard]] Message withPending(const Message& stored) const;

signals:
    /// What is under way with a message began or ended.
    void pendingChanged(const skein::ConversationId& conversation);
    /// A whole sentence: what was not done, and why.
    void refused(const skein::ConversationId& conversation, const skein::MessageId& message,
        const QString& reason);
    /// The same of an edit: the message is as before, `text` is the caller's again.
    void editRefused(const skein::ConversationId& conversation, const skein::MessageId& message,
        const QString& text, const QString& reason);
    /// The service has the last edit of this message, and so has the store.
    void editConfirmed(const skein::ConversationId& conversation, const skein::MessageId& message);

private:
    using Reply = std::optional<QList<Reaction>>;
    struct Edit {
        QString text;
        QJsonArray attachments;
        bool isSending = false;
        bool operator==(const Edit&) const = default;
    };
    /// What the person wants to have given, and what the service is known to hold.
    struct Reacting {
        std::optional<ReactionKind> wanted;
        std::optional<ReactionKind> confirmed;
        bool hasLost = false; ///< an earlier reaction was taken away on the way
    };
    struct Pinning {
        bool wanted = false;
        bool asked = false;
    };
    void removed(const ConversationId& conversation, const MessageId& message);
    void sendEdit(const ConversationId& conversation, const MessageId& message);
    void edited(const ConversationId& conversation, const MessageId& message, const Edit& sent,
        const Result<Message>& answer);
    void want(const ConversationId& conversation, const MessageId& message,
        const std::optional<ReactionKind>& kind);
    void nextReaction(const ConversationId& conversation, const MessageId& message);
    void reacted(const ConversationId& conversation, const MessageId& message,
        const std::optional<ReactionKind>& now, const Result<Reply>& answer);
    void wantPinned(const ConversationId& conversation, const MessageId& message, bool pinned);
    void askToPin(const ConversationId& conversation, const MessageId& message);
    void pinAnswered(const ConversationId& conversation, const MessageId& message,
        const Result<std::monostate>& answer);
    void lookAtPin(
        const ConversationId& conversation, const MessageId& message, const Error& refusal);
    void pinned(const ConversationId& conversation, const MessageId& message);
    void pinRefused(
        const ConversationId& conversation, const MessageId& message, const Error& error);
    /// Writes what the service confirmed, then goes on.
    void confirm(const ConversationId& conversation, const MessageId& message,
        const std::function<void(Message&)>& how, const std::function<void()>& next);

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    QSet<MessageId> m_removing;
    QHash<MessageId, Edit> m_edits;
    QHash<MessageId, Reacting> m_reacting;
    QHash<MessageId, Pinning> m_pinning;
};

} // namespace skein
