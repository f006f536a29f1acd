// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/PinnedMessages.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

namespace {

/// What the list says of the messages that are stored; those missing in it are not pinned.
void settlePins(
    Stores& stores, Changes& changes, const ConversationId& id, const QList<Message>& listed)
{
    QHash<MessageId, qint64> pins;
    for (const Message& message : listed)
        pins.insert(message.id, message.pinnedAt ? message.pinnedAt : message.createdAt);
    for (const Message& known : stores.messages.pinned(id)) {
        if (!pins.contains(known.id))
            stores.messages.change(
                id, known.id, [](Message& message) { message.pinnedAt = 0; }, changes);
    }
    for (auto pin = pins.begin(); pin != pins.end(); ++pin)
        stores.messages.change(
            id, pin.key(), [&](Message& message) { message.pinnedAt = pin.value(); }, changes);
    changes.pins.remove(id); // that was the answer to it
}

/// The stored pins, and those listed that no thread has loaded.
QList<Message> pinsOf(Stores& stores, const ConversationId& id, const QList<Message>& listed)
{
    QList<Message> pins = stores.messages.pinned(id);
    for (const Message& message : listed) {
        if (!message.isDeleted() && !stores.messages.find(id, message.id))
            pins.append(message);
    }
    const QSet<UserId> hidden = stores.people.hiddenIn(id);
    pins.removeIf([&](const Message& pin) { return hidden.contains(pin.senderId); });
    std::ranges::stable_sort(pins, [](const Message& a, const Message& b) {
        return a.pinnedAt != b.pinnedAt ? a.pinnedAt > b.pinnedAt : positionOf(a) > positionOf(b);
    });
    return pins;
}

} // namespace

PinnedMessages::PinnedMessages(
    GroupMeApi& api, AccountStore& store, ChangeFeed& feed, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        if (changes.pins.contains(m_open))
            ask();
        if (changes.threads.contains(m_open) || changes.pins.contains(m_open))
            lookAgain();
    });
}

void PinnedMessages::setOpen(const ConversationId& conversation)
{
    if (conversation == m_open)
        return;
    m_open = conversation;
    ++m_generation;
    m_asking = m_again = m_failed = false;
    m_listed.clear();
    show({});
    if (m_open.isEmpty())
        return;
    lookAgain();
    ask();
}

void PinnedMessages::retry()
{
    if (m_failed)
        ask();
}

void PinnedMessages::ask()
{
    if (m_open.isEmpty())
        return;
    m_again = m_asking;
    if (std::exchange(m_asking, true))
        return;
    whenDone(this, m_api.pinnedMessages(m_open),
        [this, generation = m_generation](const Result<QList<Message>>& answer) {
            if (generation == m_generation)
                answered(answer);
        });
}

void PinnedMessages::answered(const Result<QList<Message>>& answer)
{
    m_asking = false;
    m_failed = !answer;
    if (std::exchange(m_again, false))
        return ask();
    if (!answer)
        return;
    m_listed = *answer;
    const auto write
        = m_store.write([id = m_open, listed = m_listed](Stores& stores, Changes& changes) {
              settlePins(stores, changes, id, listed);
              return true;
          });
    whenDone(this, write, [this](const Result<bool>&) { lookAgain(); });
}

void PinnedMessages::lookAgain()
{
    const auto read = m_store.read(
        [id = m_open, listed = m_listed](Stores& stores) { return pinsOf(stores, id, listed); });
    whenDone(this, read, [this, generation = m_generation](const Result<QList<Message>>& pins) {
        if (generation == m_generation && pins)
            show(*pins);
    });
}

void PinnedMessages::show(const QList<Message>& messages)
{
    if (m_messages == messages)
        return;
    m_messages = messages;
    emit changed(m_open);
}

} // namespace skein
