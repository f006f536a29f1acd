// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Blocks.h"

#include "core/api/PeopleCalls.h"
#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

Blocks::Blocks(
    GroupMeApi& api, AccountStore& store, ChangeFeed& feed, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        if (changes.people)
            load();
    });
}

void Blocks::start()
{
    load();
    const auto readAt = m_store.read([](Stores& stores) { return stores.people.blocksReadAt(); });
    whenDone(this, readAt, [this](const Result<qint64>& at) {
        if (at && m_clock.now() - std::chrono::seconds(*at) >= freshFor)
            refresh();
    });
}

void Blocks::load()
{
    const auto stored = m_store.read([](Stores& stores) { return stores.people.blocked(); });
    whenDone(this, stored, [this](const Result<QList<Person>>& people) {
        if (!people || *people == m_people)
            return;
        m_people = *people;
        emit changed();
    });
}

bool Blocks::isBlocked(const UserId& user) const
{
    return std::ranges::find(m_people, user, &Person::id) != m_people.end();
}

// --- The list -----------------------------------------------------------------------------------

void Blocks::refresh()
{
    // What is being changed is asked for afterwards: an answer from before would undo it here.
    if (m_isAsking || !m_deeds.isEmpty())
        return;
    m_isAsking = true;
    whenDone(this, askForBlocks(m_api, m_store.me()),
        [this, deed = m_deed](const Result<QList<UserId>>& told) {
            m_isAsking = false;
            if (deed != m_deed)
                return refresh();
            take(told);
        });
}

void Blocks::take(const Result<QList<UserId>>& told)
{
    const bool isUnknownCall = !told
        && (told.error().kind == ErrorKind::NotFound || told.error().kind == ErrorKind::Forbidden);
    m_trouble = told || isUnknownCall ? std::nullopt : std::optional(told.error());
    const auto write = m_store.write(
        [told, isUnknownCall, now = m_clock.now()](Stores& stores, Changes& changes) {
            const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
            if (told)
                stores.people.takeBlocks(*told, seconds, changes);
            else if (isUnknownCall) // the contacts tell it, too (protocol.md C)
                stores.people.takeBlocksOfContacts(changes);
            return true;
        });
    whenDone(this, write, [this](const Result<bool>&) { emit changed(); });
}

// --- Deeds --------------------------------------------------------------------------------------

Blocks::Done Blocks::block(const Person& person) { return carryOut(person, true); }

Blocks::Done Blocks::unblock(const Person& person) { return carryOut(person, false); }

Async<bool> Blocks::keep(const Person& person, bool isBlocked)
{
    return m_store.write([person, isBlocked](Stores& stores, Changes& changes) {
        stores.people.setBlocked(person, isBlocked, changes);
        return true;
    });
}

Blocks::Done Blocks::carryOut(const Person& person, bool isBlocked)
{
    const int deed = ++m_deed;
    m_deeds[person.id] = deed;
    const auto done = andThen(this, keep(person, isBlocked), [this, person, isBlocked](bool) {
        return isBlocked ? skein::block(m_api, m_store.me(), person.id)
                         : skein::unblock(m_api, m_store.me(), person.id);
    });
    whenDone(this, done, [this, person, isBlocked, deed](const Result<std::monostate>& answer) {
        if (m_deeds.value(person.id) != deed)
            return; // the person changed their mind meanwhile
        m_deeds.remove(person.id);
        if (answer)
            return refresh();
        whenDone(this, keep(person, !isBlocked), [this](const Result<bool>&) { refresh(); });
    });
    return done;
}

Async<bool> Blocks::between(const UserId& other)
{
    return askForBlockBetween(m_api, m_store.me(), other);
}

} // namespace skein
