// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unsent text per conversation. Store's thread.

#include "core/store/ConversationStore.h"

namespace skein {

class DraftStore {
public:
    DraftStore(Database& database, ConversationStore& conversations)
        : m_database(database)
        , m_conversations(conversations)
    {
    }

    [[nodiscard]] QString load(const ConversationId& id) const;
    /// "" forgets it.
    void save(const ConversationId& id, const QString& text, Changes& changes);

private:
    Database& m_database;
    ConversationStore& m_conversations;
};

} // namespace skein
