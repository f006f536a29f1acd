// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far each conversation was looked at for news, so that nobody is told of a message twice, not
// after a restart either; and what quiet hours held back. Store's thread.

#include "core/store/ConversationStore.h"

namespace skein {

class NewsStore {
public:
    NewsStore(Database& database, ConversationStore& conversations)
        : m_database(database)
        , m_conversations(conversations)
    {
    }

    /// The Unix second of the service's clock from which on anything is news to this account here;
    /// the first call says it, with `now`.
    qint64 beginning(qint64 now);

    /// The position up to which it was looked at; "" for never.
    [[nodiscard]] QString noticed(const ConversationId& id) const;
    /// All that others wrote and that is stored now was looked at. Not up to an own message, which
    /// may be here before what was written above it.
    void notice(const ConversationId& id);
    /// Where something unread is stored that was not looked at.
    [[nodiscard]] QList<ConversationId> unnoticed() const;

    void putOff(const ConversationId& id, int messages, int reactions);
    struct PutOff {
        Conversation place;
        int messages = 0; ///< those that are unread still
        int reactions = 0;
    };
    /// What was put off and was not read meanwhile, the latest conversation first; forgets all of
    /// it.
    QList<PutOff> takePutOff();

private:
    Database& m_database;
    ConversationStore& m_conversations;
};

} // namespace skein
