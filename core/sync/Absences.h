// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups and topics that lists no longer show, or whose messages answer 404: asks for each by
// itself, once, and marks what the service does not know any more as gone. A list may lag or skip;
// being asked by name it does not (protocol.md D2, E2, L56, L58). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class Absences : public QObject {
    Q_OBJECT
public:
    Absences(GroupMeApi& api, AccountStore& store, QObject* parent = nullptr);

    void check(const QList<ConversationId>& conversations);

private:
    void checkOne(const ConversationId& id);
    void conclude(const ConversationId& id, const Result<ConversationSummary>& answer);

    GroupMeApi& m_api;
    AccountStore& m_store;
    QSet<ConversationId> m_asking;
};

} // namespace skein
