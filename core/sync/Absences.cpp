// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Absences.h"

#include "core/base/WhenDone.h"

namespace skein {

using Kind = ConversationId::Kind;

Absences::Absences(GroupMeApi& api, AccountStore& store, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
}

void Absences::check(const QList<ConversationId>& conversations)
{
    for (const ConversationId& id : conversations) {
        if (id.kind != Kind::Direct)
            ask(id, Standing::Known);
    }
}

void Absences::checkReturn(const ConversationId& group) { ask(group, Standing::Left); }

void Absences::ask(const ConversationId& id, Standing before)
{
    if (m_asking.contains(id))
        return; // a whole list asks again
    m_asking.insert(id);
    const auto answer = id.kind == Kind::Group ? m_api.group(id) : m_api.topic(id);
    whenDone(this, answer, [this, id, before](const Result<ConversationSummary>& shown) {
        m_asking.remove(id);
        conclude(id, before, shown);
    });
}

void Absences::conclude(
    const ConversationId& id, Standing before, const Result<ConversationSummary>& answer)
{
    if (!answer && answer.error().kind != ErrorKind::NotFound)
        return; // not known; the next whole list asks again
    const auto write = m_store.write([id, before, answer](Stores& stores, Changes& changes) {
        if (answer)
            stores.groups.take(*answer, false, changes);
        else
            stores.groups.setMembership(id, Membership::Gone, changes);
        if (answer && before == Standing::Left)
            stores.groups.setMembership(id, Membership::Active, changes);
        return true;
    });
    Q_UNUSED(write)
}

} // namespace skein
