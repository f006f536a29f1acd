// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/GroupDetails.h"

#include "core/base/WhenDone.h"

namespace skein {

GroupDetails::GroupDetails(
    GroupMeApi& api, AccountStore& store, ChangeFeed& feed, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        for (const ConversationId& group : changes.memberLists) {
            // Of a group that nobody has looked at nothing is known that could be wrong.
            if (m_askedAt.contains(group))
                ask(group);
        }
    });
}

void GroupDetails::look(const ConversationId& conversation)
{
    const ConversationId group = conversation.parent();
    if (group.isEmpty())
        return;
    const auto asked = m_askedAt.constFind(group);
    if (asked == m_askedAt.cend() || m_clock.monotonic() - *asked >= freshFor)
        ask(group);
}

void GroupDetails::refresh(const ConversationId& conversation)
{
    if (!conversation.parent().isEmpty())
        ask(conversation.parent());
}

void GroupDetails::ask(const ConversationId& group)
{
    if (m_asking.contains(group)) {
        m_again.insert(group);
        return;
    }
    m_asking.insert(group);
    m_askedAt[group] = m_clock.monotonic();
    whenDone(this, m_api.group(group),
        [this, group](const Result<ConversationSummary>& answer) { takeAnswer(group, answer); });
}

void GroupDetails::takeAnswer(
    const ConversationId& group, const Result<ConversationSummary>& answer)
{
    const auto write = m_store.write([group, answer](Stores& stores, Changes& changes) {
        if (answer)
            stores.groups.take(*answer, false, changes);
        else if (answer.error().kind == ErrorKind::NotFound)
            stores.groups.setMembership(group, Membership::Gone, changes);
        return true;
    });
    whenDone(this, write, [this, group, answer](const Result<bool>&) {
        m_asking.remove(group);
        if (!answer)
            m_askedAt.remove(group); // the next look asks again
        emit told(group, answer ? std::nullopt : std::optional(answer.error()));
        if (m_again.remove(group))
            ask(group);
    });
}

Async<QList<Member>> GroupDetails::members(const ConversationId& conversation)
{
    return m_store.read(
        [group = conversation.parent()](Stores& stores) { return stores.groups.members(group); });
}

Async<ConversationId> GroupDetails::directChat(const Person& person)
{
    return m_store.write([person](Stores& stores, Changes& changes) {
        const auto id = ConversationId::direct(stores.messages.me(), person.id);
        stores.conversations.introduce(id, person.name, person.avatarUrl, changes);
        return id;
    });
}

} // namespace skein
