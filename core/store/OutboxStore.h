// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The outbox's rows. A row is written before the network is touched and disappears in the same
// transaction that stores its message (MessageStore::take). Store's thread.

#include "core/store/ConversationStore.h"
#include "core/store/OutgoingFileStore.h"

namespace skein {

struct OutboxRow {
    /// Stored as numbers; from Failed on they wait for the person (sql/unsent-0002).
    enum class State {
        Queued, ///< waits for its turn or for the next try
        Sending, ///< a request is (or, after a crash, was) under way
        Checking, ///< may have arrived: the history is read before anything is sent again
        Conflicted, ///< 409: said to have arrived; the history is read until it is found
        Failed, ///< refused; `reason` says why
        Unconfirmed, ///< said to have arrived, but not found; the person decides
    };

    SourceGuid guid;
    ConversationId conversation;
    QString text;
    QJsonArray attachments; ///< as they go over the wire, but for the files
    QList<OutboxFile> files;
    State state = State::Queued;
    QString reason;
    qint64 queuedAt = 0; ///< ms since the epoch
    qint64 firstSentAt = 0; ///< ms; the oldest attempt whose outcome is unknown; 0: none
    qint64 lastSentAt = 0; ///< ms
    MessageId head; ///< the newest message known before the first attempt

    /// What the person made of it.
    [[nodiscard]] OutgoingContent content() const;
    /// Nothing of it is still to be uploaded.
    [[nodiscard]] bool isUp() const;
    /// Everything that goes along, files first; those that are not up yet are left out.
    [[nodiscard]] QJsonArray wireAttachments() const;
    bool operator==(const OutboxRow&) const = default;
};

class OutboxStore {
public:
    OutboxStore(Database& database, ConversationStore& conversations)
        : m_database(database)
        , m_conversations(conversations)
        , m_files(database)
    {
    }

    void add(const OutboxRow& row, Changes& changes);
    /// Writes every field but content and conversation; a row that is gone stays gone.
    void update(const OutboxRow& row, Changes& changes);
    void remove(const SourceGuid& guid, Changes& changes);
    /// What became of the upload of the row's file at `position`; "" forgets.
    void noteUpload(
        const SourceGuid& guid, qsizetype position, const QString& job, const QString& result)
    {
        m_files.note(guid, position, job, result);
    }

    [[nodiscard]] std::optional<OutboxRow> find(const SourceGuid& guid) const;
    /// The conversation's first row that waits for nobody and is not among `passed`. Costs the same
    /// however many rows there are.
    [[nodiscard]] std::optional<OutboxRow> next(
        const ConversationId& id, const QSet<SourceGuid>& passed) const;
    /// Those in which next() has something to give.
    [[nodiscard]] QList<ConversationId> conversations() const;
    /// In the order in which they were written.
    [[nodiscard]] QList<OutboxRow> all() const;
    struct Counts {
        int waiting = 0; ///< go out by themselves
        int failed = 0; ///< wait for the person
    };
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] QList<OutboxRow> of(const ConversationId& id) const;

private:
    static void note(const OutboxRow& row, Changes& changes);

    Database& m_database;
    ConversationStore& m_conversations;
    OutgoingFileStore m_files;
};

} // namespace skein
