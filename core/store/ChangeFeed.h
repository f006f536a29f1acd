// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the models what a committed transaction changed, and whoever speaks to the person that the
// file as a whole is in trouble. Published on the main thread, after the commit and before the
// future of the write is continued.

#include "core/store/StorageTrouble.h"
#include "core/types/ConversationId.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace skein {

/// Somebody else's reaction, found on a message of mine that was here without it.
struct NewReaction {
    ConversationId conversation;
    MessageId message;
    UserId user;
    bool operator==(const NewReaction&) const = default;
};

/// What one transaction changed.
struct Changes {
    QSet<ConversationId> conversations; ///< rows of the chat list
    QSet<ConversationId> threads; ///< messages, waiting messages, receipts or ranges
    QHash<ConversationId, QSet<MessageId>> messages; ///< of those: stored, written anew or gone
    QHash<ConversationId, QSet<SourceGuid>> waiting; ///< of those: rows of the outbox
    QSet<ConversationId> topicLists; ///< groups whose list of topics is to be asked for
    QSet<ConversationId> memberLists; ///< groups of which an event said that their members changed
    QSet<ConversationId> pins; ///< a message was pinned or unpinned, here or out of sight
    QList<NewReaction> reactions;
    bool people = false; ///< contacts, blocks or members
    QSet<QString> released; ///< staged copies of files that nothing refers to any more

    [[nodiscard]] bool isEmpty() const
    {
        return conversations.isEmpty() && threads.isEmpty() && topicLists.isEmpty()
            && memberLists.isEmpty() && pins.isEmpty() && reactions.isEmpty() && !people
            && released.isEmpty();
    }
};

class ChangeFeed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void published(const skein::Changes& changes);
    /// Once, and again after AccountStore::tryAgain() had found all well; never None.
    void troubled(skein::StorageTrouble trouble);
};

} // namespace skein
