// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ThreadWindow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

/// Greater than every position: the end of a thread.
const auto endOfThread = u"~"_s;

QHash<MessageId, Message> readQuoted(Stores& stores, const ConversationId& id,
    const ThreadSnapshot& snapshot, const ThreadReading& reading)
{
    const QSet<MessageId> changed
        = reading.messages ? reading.messages->changed : QSet<MessageId>();
    QHash<MessageId, Message> found;
    const auto look = [&](const MessageId& target) {
        if (target.isEmpty() || found.contains(target))
            return;
        const auto known = reading.quoted.constFind(target);
        if (known != reading.quoted.cend() && !changed.contains(target))
            found.insert(target, *known);
        else if (const auto message = stores.messages.find(id, target))
            found.insert(target, *message);
    };
    for (const Message& message : snapshot.slice.messages)
        look(quotedBy(message));
    for (const OutboxRow& waiting : snapshot.waiting)
        look(quotedBy(waiting));
    return found;
}

} // namespace

ThreadSnapshot readSnapshot(Stores& stores, const ConversationId& id, const ThreadReading& reading)
{
    ThreadSnapshot snapshot;
    snapshot.slice = reading.messages ? stores.messages.slice(id, reading.edges, *reading.messages)
                                      : stores.messages.slice(id, reading.edges);
    if (!snapshot.slice.hasNewer)
        snapshot.waiting = WaitingRows::read(stores, id, reading.waiting);
    snapshot.heads = stores.conversations.heads(id);
    snapshot.blocked = stores.people.hiddenIn(id);
    if (const auto conversation = stores.conversations.one(id)) {
        snapshot.unread = conversation->unread;
        snapshot.hasFailed = conversation->hasFailed;
    }
    if (const auto first = stores.messages.firstUnreadAfter(id, snapshot.heads.read))
        snapshot.firstUnread = positionOf(*first);
    snapshot.quoted = readQuoted(stores, id, snapshot, reading);
    return snapshot;
}

void ThreadWindow::forget()
{
    m_messages.reset();
    m_waiting.forget();
}

void ThreadWindow::note(const Changes& changes, const ConversationId& id)
{
    m_changed += changes.messages.value(id);
    m_waiting.note(changes.waiting.value(id));
}

ThreadReading ThreadWindow::begin(int before, int after)
{
    ThreadReading reading{.edges = {m_from, m_hasNewer ? m_to : endOfThread, before, after},
        .quoted = m_quoted,
        .waiting = m_waiting.begin()};
    const auto changed = std::exchange(m_changed, {});
    if (m_messages)
        reading.messages = ReadMessages{*m_messages, changed};
    return reading;
}

void ThreadWindow::take(const ThreadSnapshot& snapshot)
{
    const auto& messages = snapshot.slice.messages;
    m_from = messages.isEmpty() ? QString() : positionOf(messages.first());
    m_to = messages.isEmpty() ? QString() : positionOf(messages.last());
    m_hasOlder = snapshot.slice.hasOlder;
    m_hasNewer = snapshot.slice.hasNewer;
    m_ranges = snapshot.slice.ranges;
    m_messages = messages;
    m_quoted = snapshot.quoted;
    if (m_hasNewer)
        m_waiting.forget(); // they stand at the end, which is not here
    else
        m_waiting.take(snapshot.waiting);
}

void ThreadWindow::beginAt(const Message& first)
{
    m_from = positionOf(first);
    m_hasOlder = true;
    if (m_messages)
        m_messages->removeIf([&](const Message& each) { return comesBefore(each, first); });
}

void ThreadWindow::endAt(const Message& last)
{
    m_to = positionOf(last);
    m_hasNewer = true;
    if (m_messages)
        m_messages->removeIf([&](const Message& each) { return comesBefore(last, each); });
}

} // namespace skein
