// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The conversations: their names, previews, read heads and unread counts. Heads only move forward;
// unread is counted from message positions, never by adding and subtracting. Store's thread.

#include "core/store/ChangeFeed.h"
#include "core/store/Database.h"
#include "core/types/Conversation.h"

#include <optional>

namespace skein {

/// Own and other read positions of a conversation (Message.h positionOf); "" for none.
struct ReadHeads {
    QString read;
    QString receipt; ///< what the service was told
    QString seen; ///< how far the other side has read
};

/// Where the reader was: a row of the thread and its pixel offset; an empty key is the end.
struct KeptPlace {
    QString key;
    QString position; ///< of that row, so that the window can be loaded around it
    int offset = 0;
};

/// The conversations whose keys are the query's first column; what is no key is passed over.
[[nodiscard]] QList<ConversationId> conversationsOf(Statement& query);

class ConversationStore {
public:
    explicit ConversationStore(Database& database) : m_database(database) { }

    /// The row number; 0 when the conversation is unknown.
    [[nodiscard]] qint64 number(const ConversationId& id) const;
    /// The row number; makes the row when the conversation is unknown.
    [[nodiscard]] qint64 numberFor(const ConversationId& id);

    /// Something unsent is kept for it: its name is kept with that, should all else be lost.
    void keepAddressee(const ConversationId& id);

    /// Direct chats, groups and topics, in no order.
    [[nodiscard]] QList<Conversation> all() const;
    /// A group and its topics, without those that were put away, in no order.
    [[nodiscard]] QList<Conversation> family(const ConversationId& group) const;
    [[nodiscard]] std::optional<Conversation> one(const ConversationId& id) const;

    /// Makes sure of a row for a chat that the service has not listed yet (protocol.md G4).
    void introduce(
        const ConversationId& id, const QString& title, const QString& avatarUrl, Changes& changes);
    /// Takes over a row of a list; the conversation becomes stale when its newest message is
    /// new to us. `firstSync`: the account's very first list, whose messages count as read when
    /// the service says nothing else. False when the row told nothing new.
    bool takeSummary(const ConversationSummary& summary, bool firstSync, Changes& changes);

    /// Conversations of which the service has messages that are not here, latest first.
    [[nodiscard]] QList<ConversationId> stale() const;
    [[nodiscard]] bool isStale(const ConversationId& id) const;
    void markStale(const ConversationId& id);
    /// It is no message request any more.
    void noteApproved(const ConversationId& id, Changes& changes);
    /// Where a stored own message is not older than that, the latest conversation first.
    [[nodiscard]] QList<ConversationId> writtenInSince(qint64 second) const;
    /// The oldest message here of those up to the newest, when what is unread begins above it and
    /// nobody could count it; not for more than `enoughUnread`.
    [[nodiscard]] MessageId unreadReachesBefore(const ConversationId& id) const;
    static constexpr int enoughUnread = 500;
    /// A complete catching-up has ended. What the list promised and no range reaches is looked for
    /// a few times more, then given up: a listed message may be gone (protocol.md K23).
    void markCaughtUp(const ConversationId& id);

    [[nodiscard]] ReadHeads heads(const ConversationId& id) const;
    /// Seen here or on another device. `certain`: the service or the person said so, not a guess.
    void raiseRead(
        const ConversationId& id, const QString& position, bool certain, Changes& changes);
    /// Who wrote on another device has seen what stood above it, whatever the service was told.
    void noteWrittenElsewhere(const ConversationId& id, const QString& position, Changes& changes);
    /// The place of a message, which was told or guessed as `from`, has turned out to be `to`.
    void correctHeads(qint64 number, const QString& from, const QString& to);
    void raiseReceipt(const ConversationId& id, const QString& position);
    void raiseSeen(const ConversationId& id, const QString& position, Changes& changes);
    /// The newest message stored and the newest one shown, for the list's line.
    void takeNewest(const ConversationId& id, const Message& newest, const Message& shown,
        bool shownIsOwn, Changes& changes);
    /// Counts unread again.
    void recount(const ConversationId& id, Changes& changes);

    [[nodiscard]] KeptPlace place(const ConversationId& id) const;
    void keepPlace(const ConversationId& id, const KeptPlace& place);

    [[nodiscard]] QString meta(const QString& key) const;
    void setMeta(const QString& key, const QString& value);

private:
    /// The service has unread messages there that are not here.
    [[nodiscard]] bool isBehind(const ConversationId& id) const;
    [[nodiscard]] QString positionFor(
        const ConversationSummary& summary, const MessageId& message) const;
    void takeListedMessage(const ConversationId& id, const Message& message, qint64 number,
        bool assumeRead, Changes& changes);

    Database& m_database;
};

} // namespace skein
