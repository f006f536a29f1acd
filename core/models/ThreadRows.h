// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How stored messages, waiting messages and known ranges become the rows of a thread: identity,
// delivery state and what stands above each. Pure.

#include "core/models/ThreadModel.h"
#include "core/store/AccountStore.h"
#include "core/sync/HistoryLoader.h"

#include <functional>

namespace skein {

/// One reading of the store for a thread.
struct ThreadSnapshot {
    ThreadSlice slice;
    QList<OutboxRow> waiting;
    ReadHeads heads;
    int unread = 0;
    bool hasFailed = false; ///< a waiting message, in the slice or beyond it
    QString firstUnread; ///< position of the first unread message, "" for none
    QSet<UserId> blocked; ///< whose messages are not shown here: none in direct chats
    QHash<MessageId, Message> quoted; ///< what replies of the slice answer, if it is stored
};

/// What the rows depend on beside the store.
struct ThreadContext {
    UserId me;
    std::function<bool(const MessageId&)> isRemoving;
    /// Whether a change of its text is on the way; none: of no message.
    std::function<bool(const MessageId&)> isEditing = {};
    /// The message as the person has changed it, answered or not; none: as stored.
    std::function<Message(const Message&)> withPending = {};
    std::function<HistoryLoader::State(const MessageId& edge)> history;
    /// Own messages just sent may stand for a moment without a gap above them: the look that
    /// joins them is under way.
    bool tailIsFresh = false;
    /// Per cent of the files of a waiting message; none: of no message.
    std::function<std::optional<int>(const SourceGuid&)> uploaded = {};
    QString outgoingFolder{}; ///< where copies of what waits to be sent are
    /// The service said that it has this message no longer. Empty: it said so of none.
    std::function<bool(const MessageId&)> isGone{};
    /// The person asked to see it although its sender is blocked. Empty: they asked for none.
    std::function<bool(const MessageId&)> isShown{};
};

[[nodiscard]] QList<ThreadRow> makeRows(
    const ThreadSnapshot& snapshot, const ThreadContext& context);

/// What the message answers; empty when it is no reply.
[[nodiscard]] MessageId quotedBy(const Message& message);
[[nodiscard]] MessageId quotedBy(const OutboxRow& waiting);

/// Whether the newest messages lie beyond every range, e.g. right after a send.
[[nodiscard]] bool hasLooseTail(const ThreadSnapshot& snapshot);

/// The message before which older ones are to be read to fill what is missing above `row`; empty
/// when nothing is known to be missing.
[[nodiscard]] MessageId missingBefore(const QList<Span>& ranges, const ThreadRow& row);

/// The message after which newer ones are to be read to fill what is missing below `row`.
[[nodiscard]] MessageId missingAfter(const QList<Span>& ranges, const ThreadRow& row);

} // namespace skein
