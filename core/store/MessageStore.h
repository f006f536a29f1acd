// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The messages of every conversation, and which stretches of them are known to be complete. Taking
// in messages is one operation for all sources (poll, history, answer to a send): it merges by id,
// settles the outbox by source_guid, applies what system rows say, and joins ranges only when they
// touch (design.md promise 1). Store's thread.

#include "core/store/GroupStore.h"

#include <functional>

namespace skein {

/// A stretch of positions, edges included, of which every message is (being) stored.
struct Span {
    QString oldest;
    QString newest;
    bool reachesStart = false; ///< nothing is older than `oldest`
    /// Read around one old message: what lies between it and newer stretches is left out on
    /// purpose. Ends when it grows together with a stretch that is none.
    bool isIsland = false;

    bool operator==(const Span&) const = default;
};

/// One reading of some messages.
struct Intake {
    QList<Message> messages; ///< oldest first
    std::optional<Span> complete; ///< what the reading proves; none: single messages
    bool partial = false; ///< the answer to a send: lacks fields that readings have
    bool reread = false; ///< messages of `complete` that are missing here were deleted for good
};

/// A window of a thread, oldest first.
struct ThreadSlice {
    QList<Message> messages;
    QList<Span> ranges; ///< all of the conversation, oldest first
    bool hasOlder = false; ///< stored messages older than the first
    bool hasNewer = false; ///< stored messages newer than the last
};

/// Which slice of a thread: what is in [from, to], `before` more older ones, `after` newer ones.
struct SliceEdges {
    QString from;
    QString to;
    int before = 0;
    int after = 0;
};

/// The messages of a slice as they were read before, and what has changed in the thread since then.
struct ReadMessages {
    QList<Message> messages;
    QSet<MessageId> changed;
};

class MessageStore {
public:
    MessageStore(
        Database& database, ConversationStore& conversations, GroupStore& groups, UserId me)
        : m_database(database)
        , m_conversations(conversations)
        , m_groups(groups)
        , m_me(std::move(me))
    {
    }

    [[nodiscard]] const UserId& me() const { return m_me; }

    void take(const ConversationId& id, const Intake& intake, Changes& changes);

    [[nodiscard]] std::optional<Message> find(const ConversationId& id, const MessageId& m) const;
    /// The position stored for `m`, or the best guess from its id.
    [[nodiscard]] QString positionFor(const ConversationId& id, const MessageId& m) const;
    /// The newest message up to which nothing is missing after the last gap; empty for none.
    [[nodiscard]] MessageId head(const ConversationId& id) const;
    [[nodiscard]] QList<Span> ranges(const ConversationId& id) const;
    [[nodiscard]] bool isCovered(const ConversationId& id, const QString& position) const;

    [[nodiscard]] ThreadSlice slice(const ConversationId& id, const SliceEdges& edges) const;
    /// The same, with `known` in place of what is between the edges: only what changed is read.
    [[nodiscard]] ThreadSlice slice(
        const ConversationId& id, const SliceEdges& edges, const ReadMessages& known) const;
    /// The first message of others after `position` that counts as unread; empty for none.
    [[nodiscard]] std::optional<Message> firstUnreadAfter(
        const ConversationId& id, const QString& position) const;
    /// The newest message of others at or before `position`; empty for none.
    [[nodiscard]] MessageId newestReceivedUpTo(
        const ConversationId& id, const QString& position) const;

    /// What is shown after `position`, oldest first; of very many the newest ones.
    [[nodiscard]] QList<Message> arrivedAfter(
        const ConversationId& id, const QString& position) const;

    /// The pinned ones of those that are stored, oldest first.
    [[nodiscard]] QList<Message> pinned(const ConversationId& id) const;

    /// Changes `m` as the service has confirmed it; a tombstone stays one, and what is not stored
    /// is not made.
    void change(const ConversationId& id, const MessageId& m,
        const std::function<void(Message&)>& how, Changes& changes);
    /// What others gave to an own message that the list of chats shows whole. A list may lag
    /// behind: it takes nothing away.
    void takeListedReactions(const ConversationId& id, const Message& listed, Changes& changes);
    /// Makes `m` a tombstone.
    void markDeleted(const ConversationId& id, const MessageId& m, qint64 at, const QString& actor,
        Changes& changes);

private:
    enum class Outcome { Same, Changed, New };

    struct Upsert {
        Outcome outcome = Outcome::Same;
        bool pinChanged = false; ///< of a message that was here
        QList<UserId> reactors; ///< others, new on a message of mine that was here
    };
    /// Where a change is made, and what it is noted in.
    struct Place {
        const ConversationId& id;
        qint64 number;
        Changes& changes;
    };
    struct Taken {
        bool isChange = false;
        bool isOwnElsewhere = false; ///< it was written on another device
    };
    Taken takeOne(const Place& place, const Message& message, const Intake& intake,
        const QString& newestBefore);
    Upsert upsert(const Place& place, Message message, bool partial);
    void applyPin(const ConversationId& id, const Message& systemRow, Changes& changes);
    void leavePlace(qint64 number, const QString& from, const QString& to);
    void write(const Place& place, const Message& message);
    bool applyPending(qint64 number, Message& message);
    void applyEvent(const Place& place, const Message& systemRow);
    [[nodiscard]] QString newestStored(qint64 number) const;
    bool settleOutbox(qint64 number, const Message& message, Changes& changes);
    bool removeMissing(const Place& place, const Intake& intake);
    bool addRange(qint64 number, Span span);
    [[nodiscard]] bool hasRanges(qint64 number) const;
    void settle(const Place& place);
    [[nodiscard]] ThreadSlice around(
        const ConversationId& id, const SliceEdges& edges, const QList<Message>& within) const;

    Database& m_database;
    ConversationStore& m_conversations;
    GroupStore& m_groups;
    UserId m_me;
};

} // namespace skein
