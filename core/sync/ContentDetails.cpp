// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ContentDetails.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

ContentDetails::ContentDetails(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
    , m_retry(clock.timer([this] { retryDue(); }))
{
}

template <class T>
std::optional<T> ContentDetails::known(Kind kind, const QString& id) const
{
    const auto found = m_cards.constFind({kind, id});
    return found == m_cards.cend() ? std::nullopt : std::optional(std::get<T>(*found));
}

std::optional<FileFacts> ContentDetails::file(const QString& id) const
{
    return known<FileFacts>(Kind::File, id);
}

std::optional<Poll> ContentDetails::poll(const QString& id) const
{
    return known<Poll>(Kind::Poll, id);
}

std::optional<CalendarEvent> ContentDetails::calendarEvent(const QString& id) const
{
    return known<CalendarEvent>(Kind::Event, id);
}

void ContentDetails::want(Kind kind, const ConversationId& conversation, const QString& id)
{
    if (id.isEmpty() || conversation.isEmpty())
        return;
    const Key key{kind, id};
    Entry& entry = m_entries[key];
    entry.conversation = conversation;
    if (entry.isRead)
        askIfDue(key);
    else if (!std::exchange(entry.isBusy, true))
        readStored(key);
}

void ContentDetails::readStored(const Key& key)
{
    const auto read = m_store.read([key](Stores& stores) -> std::optional<Card> {
        const auto& [kind, id] = key;
        const auto asCard = [](auto found) {
            return found ? std::optional<Card>(*std::move(found)) : std::nullopt;
        };
        switch (kind) {
        case Kind::File:
            return asCard(stores.cards.file(id));
        case Kind::Poll:
            return asCard(stores.cards.poll(id));
        case Kind::Event:
            return asCard(stores.cards.event(id));
        }
        return std::nullopt;
    });
    whenDone(this, read, [this, key](const Result<std::optional<Card>>& found) {
        Entry& entry = m_entries[key];
        entry.isBusy = false;
        entry.isRead = true;
        if (found && *found)
            show(key, **found);
        askIfDue(key);
    });
}

void ContentDetails::askIfDue(const Key& key)
{
    const Entry& entry = m_entries[key];
    const bool isFresh = entry.askedAt && m_clock.monotonic() - *entry.askedAt < freshFor;
    const bool isGivenUp = entry.isRefused || entry.failures > int(pauses.size());
    const bool isSettled = key.first == Kind::File && m_cards.contains(key);
    if (!entry.isBusy && !entry.retryAt && !isFresh && !isGivenUp && !isSettled)
        ask(key);
}

void ContentDetails::ask(const Key& key)
{
    Entry& entry = m_entries[key];
    entry.isBusy = true;
    entry.retryAt.reset();
    if (m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, &ContentDetails::askWaiting, Qt::QueuedConnection);
    m_waiting.append(key);
}

void ContentDetails::askWaiting()
{
    QHash<ConversationId, QStringList> files;
    for (const Key& key : std::exchange(m_waiting, {})) {
        const ConversationId conversation = m_entries[key].conversation;
        const auto& [kind, id] = key;
        switch (kind) {
        case Kind::File:
            files[conversation].append(id);
            break;
        case Kind::Poll:
            whenDone(this, m_api.poll(conversation, id),
                [this, key](const Result<Poll>& answer) { takeCard(key, answer); });
            break;
        case Kind::Event:
            whenDone(this, m_api.calendarEvent(conversation, id),
                [this, key](const Result<CalendarEvent>& answer) { takeCard(key, answer); });
            break;
        }
    }
    for (auto each = files.cbegin(); each != files.cend(); ++each) {
        for (qsizetype first = 0; first < each->size(); first += filesPerRequest)
            askFiles(each.key(), each->mid(first, filesPerRequest));
    }
}

void ContentDetails::askFiles(const ConversationId& conversation, const QStringList& ids)
{
    whenDone(this, askForFiles(m_api, conversation, ids), [this, ids](const auto& answer) {
        for (const QString& id : ids) {
            const Key key{Kind::File, id};
            if (!answer) {
                failed(key, answer.error().kind);
                continue;
            }
            const auto found = std::ranges::find(*answer, id, &FileFacts::id);
            if (found == answer->end())
                failed(key, ErrorKind::Malformed); // not a word about it
            else
                takeCard<FileFacts>(key, *found);
        }
    });
}

template <class T>
void ContentDetails::takeCard(const Key& key, const Result<T>& answer)
{
    if (!answer)
        return failed(key, answer.error().kind);
    T card = *answer;
    card.id = key.second; // by whichever name it was asked for
    answered(key);
    keep(key, card);
    show(key, card);
}

void ContentDetails::keep(const Key& key, const Card& card)
{
    if (m_cards.contains(key) && m_cards.value(key) == card)
        return;
    const auto write = m_store.write([card](Stores& stores, Changes&) {
        std::visit([&stores](const auto& each) { stores.cards.put(each); }, card);
        return true;
    });
    Q_UNUSED(write)
}

void ContentDetails::show(const Key& key, const Card& card)
{
    if (m_cards.contains(key) && m_cards.value(key) == card)
        return;
    m_cards.insert(key, card);
    emit changed(key.second);
}

void ContentDetails::answered(const Key& key)
{
    Entry& entry = m_entries[key];
    entry.isBusy = false;
    entry.failures = 0;
    entry.askedAt = m_clock.monotonic();
}

void ContentDetails::failed(const Key& key, ErrorKind kind)
{
    Entry& entry = m_entries[key];
    entry.isBusy = false;
    entry.isRefused = kind == ErrorKind::NotFound || kind == ErrorKind::Forbidden;
    if (entry.isRefused || entry.failures >= int(pauses.size())) {
        ++entry.failures;
        return;
    }
    entry.retryAt = m_clock.monotonic() + pauses.at(size_t(entry.failures++));
    waitForRetry();
}

void ContentDetails::waitForRetry()
{
    Moment next;
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.retryAt && (!next || *entry.retryAt < *next))
            next = entry.retryAt;
    }
    if (next)
        m_retry->start(std::max(*next - m_clock.monotonic(), std::chrono::milliseconds{0}));
    else
        m_retry->stop();
}

void ContentDetails::retryDue()
{
    QList<Key> due;
    for (auto each = m_entries.cbegin(); each != m_entries.cend(); ++each) {
        const Moment& retryAt = each->retryAt;
        if (retryAt && *retryAt <= m_clock.monotonic())
            due.append(each.key());
    }
    for (const Key& key : std::as_const(due))
        ask(key);
    waitForRetry();
}

void ContentDetails::forgive()
{
    QList<Key> failed;
    for (auto each = m_entries.begin(); each != m_entries.end(); ++each) {
        if (each->failures > 0 && !each->isRefused && !each->isBusy)
            failed.append(each.key());
        each->failures = 0;
        each->retryAt.reset();
    }
    m_retry->stop();
    for (const Key& key : std::as_const(failed))
        askIfDue(key);
}

} // namespace skein
