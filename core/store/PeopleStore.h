// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The contacts of the account and whom it has blocked, as they were last told. What a blocked
// person wrote in groups counts as nothing there, so both are kept in step. Store's thread.

#include "core/store/ConversationStore.h"
#include "core/types/Contact.h"

namespace skein {

class PeopleStore {
public:
    PeopleStore(Database& database, ConversationStore& conversations, UserId me)
        : m_database(database)
        , m_conversations(conversations)
        , m_me(std::move(me))
    {
    }

    /// All contacts, as just read; `now` in Unix seconds.
    void takeContacts(const QList<Contact>& contacts, qint64 now, Changes& changes);
    [[nodiscard]] qint64 contactsReadAt() const; ///< Unix seconds; 0: never
    /// Contacts that are not put away, members of groups and the people of direct chats: each once,
    /// by name, without the person themselves.
    [[nodiscard]] QList<KnownPerson> everybody() const;

    /// All that are blocked, as just read.
    void takeBlocks(const QList<UserId>& blocked, qint64 now, Changes& changes);
    /// The same from what the list of contacts says, where there is no list of blocks.
    void takeBlocksOfContacts(Changes& changes);
    [[nodiscard]] qint64 blocksReadAt() const;
    void setBlocked(const Person& person, bool isBlocked, Changes& changes);
    [[nodiscard]] QList<Person> blocked() const; ///< by name
    [[nodiscard]] QSet<UserId> blockedIds() const;
    /// Whose messages are not shown there: none in direct chats.
    [[nodiscard]] QSet<UserId> hiddenIn(const ConversationId& id) const;

private:
    void noteBlock(const UserId& user, Changes& changes);

    Database& m_database;
    ConversationStore& m_conversations;
    const UserId m_me;
};

} // namespace skein
