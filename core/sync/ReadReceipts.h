// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which message the person has really seen, per conversation, and what the service was told of it:
// both only ever forward, told at most once a second, newest only (design.md 4, protocol.md B8).
// The view decides what was seen; this decides what is sent. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/platform/Settings.h"
#include "core/store/AccountStore.h"

namespace skein {

class ReadReceipts : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds pause{1};

    ReadReceipts(GroupMeApi& api, AccountStore& store, Settings& settings, Clock& clock,
        QObject* parent = nullptr);

    /// `message` (of anybody) and all before it were seen: unread falls at once, a receipt for the
    /// newest received message up to it follows.
    void shown(const ConversationId& conversation, const MessageId& message);
    /// Sends what is still waiting, e.g. when the person switches away.
    void flush();

private:
    /// What there is to tell of a conversation; an empty id: nothing.
    struct Due {
        MessageId message;
        QString position;
    };
    void sendDue(const ConversationId& id);
    void send(const ConversationId& id, const Due& due);
    void sendPosition(const ConversationId& id, const Due& due);

    GroupMeApi& m_api;
    AccountStore& m_store;
    Settings& m_settings;
    QHash<ConversationId, QString> m_shown; ///< newest position shown in this run
    QSet<ConversationId> m_waiting;
    QHash<ConversationId, QString> m_sent; ///< newest position told in this run
    bool m_positionsWork = true; ///< groups and topics: until the service refuses them once
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
