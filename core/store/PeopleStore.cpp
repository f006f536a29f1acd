// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/PeopleStore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

bool isByName(const Person& a, const Person& b)
{
    const int order = a.name.localeAwareCompare(b.name);
    return order != 0 ? order < 0 : a.id < b.id;
}

Person readPerson(const Statement& row)
{
    return {UserId{row.value(0).toString()}, row.value(1).toString(), row.value(2).toString()};
}

// Everywhere a name may come from, the best first: contacts, direct chats, groups. A direct chat's
// key ends with the other person's id.
#define SKEIN_NAMED                                                                                \
    " SELECT user_id, name, avatar_url, '' AS place, 0 AS rank FROM contact WHERE NOT hidden"      \
    " UNION ALL SELECT substr(key, 3 + instr(substr(key, 3), '/')), title,"                        \
    " avatar_url, '', 1 FROM conversation WHERE key GLOB 'd/*/*' AND NOT requires_approval"        \
    " UNION ALL SELECT m.user_id, m.nickname, m.avatar_url, c.title, 2 FROM member m"              \
    " JOIN conversation c ON c.number = m.conversation WHERE c.membership = 0"

} // namespace

void PeopleStore::takeContacts(const QList<Contact>& contacts, qint64 now, Changes& changes)
{
    m_database.run("DELETE FROM contact");
    for (const Contact& each : contacts) {
        m_database.run("INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?, ?)",
            {each.person.id.value, each.person.name, each.person.avatarUrl, each.isBlocked,
                each.isHidden});
    }
    m_conversations.setMeta(u"contacts_read_at"_s, QString::number(now));
    changes.people = true;
}

qint64 PeopleStore::contactsReadAt() const
{
    return m_conversations.meta(u"contacts_read_at"_s).toLongLong();
}

qint64 PeopleStore::blocksReadAt() const
{
    return m_conversations.meta(u"blocks_read_at"_s).toLongLong();
}

QList<KnownPerson> PeopleStore::everybody() const
{
    QList<KnownPerson> found;
    QSet<UserId> seen{m_me};
    const QSet<UserId> blocked = blockedIds();
    auto& query = m_database.run(
        "SELECT user_id, name, avatar_url, place FROM (" SKEIN_NAMED ") ORDER BY rank");
    while (query.next()) {
        const Person person = readPerson(query);
        if (person.id.isEmpty() || person.name.isEmpty() || seen.contains(person.id))
            continue;
        seen.insert(person.id);
        found.append({person, query.value(3).toString(), blocked.contains(person.id)});
    }
    std::ranges::sort(found, isByName, &KnownPerson::person);
    return found;
}

void PeopleStore::takeBlocks(const QList<UserId>& blocked, qint64 now, Changes& changes)
{
    const QSet<UserId> before = blockedIds();
    const QSet<UserId> after(blocked.begin(), blocked.end());
    for (const UserId& user : before - after)
        setBlocked({user, {}, {}}, false, changes);
    for (const UserId& user : after - before)
        setBlocked({user, {}, {}}, true, changes);
    m_conversations.setMeta(u"blocks_read_at"_s, QString::number(now));
}

void PeopleStore::takeBlocksOfContacts(Changes& changes)
{
    QList<UserId> wanted;
    auto& query = m_database.run("SELECT user_id FROM contact WHERE blocked");
    while (query.next())
        wanted.append(UserId{query.value(0).toString()});
    const QSet<UserId> before = blockedIds();
    auto& unblocked = m_database.run("SELECT user_id, name, avatar_url FROM contact"
                                     " WHERE NOT blocked");
    QList<Person> free;
    while (unblocked.next())
        free.append(readPerson(unblocked));
    for (const Person& each : free) {
        if (before.contains(each.id))
            setBlocked(each, false, changes);
    }
    for (const UserId& user : wanted)
        setBlocked({user, {}, {}}, true, changes);
}

void PeopleStore::setBlocked(const Person& person, bool isBlocked, Changes& changes)
{
    auto& query = isBlocked
        ? m_database.run("INSERT OR IGNORE INTO block VALUES (?, ?, ?)",
              {person.id.value, person.name, person.avatarUrl})
        : m_database.run("DELETE FROM block WHERE user_id = ?", {person.id.value});
    if (query.numRowsAffected() > 0)
        noteBlock(person.id, changes);
}

void PeopleStore::noteBlock(const UserId& user, Changes& changes)
{
    changes.people = true;
    QList<ConversationId> places = conversationsOf(
        m_database.run("SELECT key FROM conversation c WHERE preview_from = ? OR EXISTS (SELECT 1"
                       " FROM message m WHERE m.conversation = c.number AND m.sender_id = ?)",
            {user.value, user.value}));
    places.append(ConversationId::direct(m_me, user));
    for (const ConversationId& id : places) {
        m_conversations.recount(id, changes);
        changes.conversations.insert(id);
        changes.threads.insert(id);
    }
}

// The best of what is told of a blocked person; what they were called when they were blocked goes
// before their names in groups.
#define SKEIN_BLOCKED(column)                                                                      \
    "COALESCE((SELECT n." column " FROM (" SKEIN_NAMED ") n WHERE n.user_id = b.user_id AND"       \
    " n." column " != '' AND n.rank < 2 ORDER BY n.rank LIMIT 1), NULLIF(b." column ", ''),"       \
    " (SELECT n." column " FROM (" SKEIN_NAMED ") n WHERE n.user_id = b.user_id AND"               \
    " n." column " != '' LIMIT 1), (SELECT h." column " FROM contact h WHERE"                      \
    " h.user_id = b.user_id), '')"

QList<Person> PeopleStore::blocked() const
{
    auto& query = m_database.run("SELECT b.user_id, " SKEIN_BLOCKED("name") ", " SKEIN_BLOCKED(
        "avatar_url") " FROM block b");
    QList<Person> found;
    while (query.next())
        found.append(readPerson(query));
    std::ranges::sort(found, isByName);
    return found;
}

QSet<UserId> PeopleStore::hiddenIn(const ConversationId& id) const
{
    return id.kind == ConversationId::Kind::Direct ? QSet<UserId>() : blockedIds();
}

QSet<UserId> PeopleStore::blockedIds() const
{
    QSet<UserId> found;
    auto& query = m_database.run("SELECT user_id FROM block");
    while (query.next())
        found.insert(UserId{query.value(0).toString()});
    return found;
}

} // namespace skein
