// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does to a message that exists on the service. For now: deleting an own one.
// Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

namespace skein {

class MessageActions : public QObject {
    Q_OBJECT
public:
    MessageActions(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// Deletes an own message: it is marked at once and becomes a tombstone when the service
    /// agrees; a refusal restores it and `refused` says why.
    void remove(const ConversationId& conversation, const MessageId& message);
    [[nodiscard]] bool isRemoving(const MessageId& message) const
    {
        return m_removing.contains(message);
    }

signals:
    /// A message's mark "being deleted" came or went.
    void removingChanged(const skein::ConversationId& conversation);
    void refused(const skein::ConversationId& conversation, const skein::MessageId& message,
        const QString& reason);

private:
    void removed(const ConversationId& conversation, const MessageId& message);

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    QSet<MessageId> m_removing;
};

} // namespace skein
