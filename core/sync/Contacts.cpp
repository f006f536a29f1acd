// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Contacts.h"

#include "core/api/PeopleCalls.h"
#include "core/base/WhenDone.h"

namespace skein {

Contacts::Contacts(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
}

void Contacts::askIfOlderThan(std::chrono::seconds age)
{
    const auto readAt = m_store.read([](Stores& stores) { return stores.people.contactsReadAt(); });
    whenDone(this, readAt, [this, age](const Result<qint64>& at) {
        if (at && m_clock.now() - std::chrono::seconds(*at) >= age)
            refresh();
    });
}

void Contacts::refresh()
{
    if (std::exchange(m_isReading, true))
        return;
    m_reading = {};
    readPage({});
}

Async<std::monostate> Contacts::accept(const ConversationId& chat)
{
    return andThen(this, approve(m_api, chat), [this, chat](const std::monostate& done) {
        return m_store.write([chat, done](Stores& stores, Changes& changes) {
            stores.conversations.noteApproved(chat, changes);
            return done;
        });
    });
}

void Contacts::readPage(const QString& since)
{
    whenDone(this, askForContacts(m_api, since), [this](const Result<ContactPage>& page) {
        if (page)
            return take(*page);
        m_isReading = false;
        emit told(page.error());
    });
}

/// The sources disagree about what the cursor means; under each of their readings a page that
/// tells of nobody new is the end (protocol.md G1).
void Contacts::take(const ContactPage& page)
{
    const qsizetype before = m_reading.contacts.size();
    for (const Contact& each : page.contacts) {
        if (m_reading.seen.contains(each.person.id))
            continue;
        m_reading.seen.insert(each.person.id);
        m_reading.contacts.append(each);
    }
    const bool isEnd = m_reading.contacts.size() == before || page.next.isEmpty()
        || ++m_reading.pages >= mostPages;
    if (isEnd)
        finish();
    else
        readPage(page.next);
}

void Contacts::finish()
{
    const auto write = m_store.write(
        [contacts = m_reading.contacts, now = m_clock.now()](Stores& stores, Changes& changes) {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now);
            stores.people.takeContacts(contacts, seconds.count(), changes);
            return true;
        });
    whenDone(this, write, [this](const Result<bool>& written) {
        m_isReading = false;
        emit told(written ? std::nullopt : std::optional(written.error()));
    });
}

} // namespace skein
