// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The stretch of a thread that is in memory, as it was last read, and which of it is to be read
// again: a change costs what it changes, however long the stretch is. Main thread, but for
// readSnapshot(), which runs on the store's.

#include "core/models/ThreadRows.h"
#include "core/models/WaitingRows.h"

namespace skein {

/// What is to be read, and what is known of it already.
struct ThreadReading {
    SliceEdges edges;
    std::optional<ReadMessages> messages{}; ///< by default nothing is known
    QHash<MessageId, Message> quoted{}; ///< as far as `messages` says that they have not changed
    WaitingRows::Reading waiting{};
};

[[nodiscard]] ThreadSnapshot readSnapshot(
    Stores& stores, const ConversationId& id, const ThreadReading& reading);

class ThreadWindow {
public:
    /// There is no window (any more).
    void close() { *this = {}; }
    /// All is read the next time.
    void forget();
    void note(const Changes& changes, const ConversationId& id);
    /// What a reading of the window, made longer at its ends, is to begin with; what is noted from
    /// now on is of the next one.
    [[nodiscard]] ThreadReading begin(int before, int after);
    void take(const ThreadSnapshot& snapshot);
    /// Makes it shorter.
    void beginAt(const Message& first);
    void endAt(const Message& last);

    /// No stored message is in it.
    [[nodiscard]] bool isEmpty() const { return m_from.isEmpty(); }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] const QList<Span>& ranges() const { return m_ranges; }

private:
    QString m_from; ///< positions of the first and the last stored message
    QString m_to;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    QList<Span> m_ranges;
    std::optional<QList<Message>> m_messages;
    QHash<MessageId, Message> m_quoted;
    QSet<MessageId> m_changed;
    WaitingRows m_waiting;
};

} // namespace skein
