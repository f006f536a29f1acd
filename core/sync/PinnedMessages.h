// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pinned messages of the open conversation: what the service lists, brought up to date with
// what the store knows since. Asked for when it opens and whenever a pin came or went; those that
// no thread has loaded are kept in memory only, so that no hole opens around them. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class PinnedMessages : public QObject {
    Q_OBJECT
public:
    PinnedMessages(
        GroupMeApi& api, AccountStore& store, ChangeFeed& feed, QObject* parent = nullptr);

    /// The conversation in front; empty: none.
    void setOpen(const ConversationId& conversation);
    /// The service can be asked again: what was asked in vain is asked once more.
    void retry();
    /// Of the open conversation, latest pin first; what the store knows until the service answers.
    [[nodiscard]] const QList<Message>& messages() const { return m_messages; }

signals:
    void changed(const skein::ConversationId& conversation);

private:
    void ask();
    void answered(const Result<QList<Message>>& answer);
    void lookAgain();
    void show(const QList<Message>& messages);

    GroupMeApi& m_api;
    AccountStore& m_store;
    ConversationId m_open;
    QList<Message> m_listed; ///< by the service
    QList<Message> m_messages;
    int m_generation = 0; ///< answers to an older one are dropped
    bool m_asking = false;
    bool m_again = false; ///< a pin came or went while asking
    bool m_failed = false;
};

} // namespace skein
