// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands unsent in each conversation's composer: text, caret, what it answers or edits, and
// what is attached; and the edits that left it and are not answered. Store's thread.

#include "core/store/ConversationStore.h"
#include "core/store/OutgoingFileStore.h"

namespace skein {

class DraftStore {
public:
    DraftStore(Database& database, ConversationStore& conversations)
        : m_database(database)
        , m_conversations(conversations)
        , m_files(database)
    {
    }

    [[nodiscard]] MessageDraft load(const ConversationId& id) const;
    /// An empty one forgets it.
    void save(const ConversationId& id, const MessageDraft& draft, Changes& changes);

    /// An edit on its way to the service, until it is dropped; a later one of the same message
    /// replaces it.
    void keepSentEdit(const ConversationId& id, const BegunEdit& edit, Changes& changes);
    void dropSentEdit(const ConversationId& id, const MessageId& message, Changes& changes);
    [[nodiscard]] QList<BegunEdit> sentEdits(const ConversationId& id) const;

private:
    Database& m_database;
    ConversationStore& m_conversations;
    OutgoingFileStore m_files;
};

} // namespace skein
