// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outbox's second part: who it is that refuses with 401 or 403.

#include "core/api/PeopleCalls.h"
#include "core/base/WhenDone.h"
#include "core/sync/Outbox.h"

namespace skein {

/// The same status says that the account sends too much and that the other side has blocked it.
/// Until that is known nothing else is sent.
void Outbox::forbidden(const OutboxRow& row, const Error& error)
{
    ++m_doubts;
    recallAll();
    const bool isDirect = row.conversation.kind == ConversationId::Kind::Direct;
    if (!isDirect || error.kind != ErrorKind::Forbidden)
        return refusedByPlaceOrAccount(row, error);
    const auto between = askForBlockBetween(m_api, m_store.me(), {row.conversation.related});
    whenDone(this, between, [=, this](const Result<bool>& isBlocked) {
        if (!isBlocked.value_or(false))
            return refusedByPlaceOrAccount(row, error);
        fail(row, State::Failed, tr("GroupMe does not let you write to this person."));
        endDoubt();
    });
}

void Outbox::endDoubt()
{
    --m_doubts;
    if (m_running)
        start();
}

void Outbox::refusedByPlaceOrAccount(const OutboxRow& row, const Error& error)
{
    // Where only admins write it is the place that refuses, anywhere else it may be the account
    // (protocol.md A2, E6). Lists of topics do not tell their kind: a refusal does (E1).
    const auto refusal = m_store.write([id = row.conversation](Stores& stores, Changes& changes) {
        const auto place = stores.conversations.one(id);
        const bool mayBeAnnouncement = place
            && (place->groupKind == GroupKind::Announcement
                || (id.kind == ConversationId::Kind::Topic && !place->groupKind));
        if (mayBeAnnouncement)
            stores.groups.setKind(id, GroupKind::Announcement, changes);
        return mayBeAnnouncement;
    });
    whenDone(this, refusal, [=, this](const Result<bool>& isPlace) {
        const bool isAccount = !isPlace.value_or(false);
        if (isAccount && error.kind == ErrorKind::Unauthorized) {
            fail(row, State::Failed, tr("GroupMe does not allow it."));
        } else if (isAccount) {
            setPaused(true);
            fail(row, State::Failed,
                tr("GroupMe refused it. Too many messages may have been sent."));
        } else {
            emit barred(row.conversation);
            fail(row, State::Failed,
                error.detail.isEmpty() ? tr("Only admins can write here.") : error.detail);
        }
        endDoubt();
    });
}

} // namespace skein
