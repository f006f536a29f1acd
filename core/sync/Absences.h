// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups and topics that lists no longer show, or whose messages answer 404, and groups that lists
// show although they were left: asks for each by itself, once, and marks what the service does not
// know any more as gone, and what it does know as there. A list may lag or skip; being asked by
// name it does not (protocol.md D2, E2, L56, L58). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class Absences : public QObject {
    Q_OBJECT
public:
    Absences(GroupMeApi& api, AccountStore& store, QObject* parent = nullptr);

    void check(const QList<ConversationId>& conversations);
    /// A group that was left before now: only members are answered (protocol.md D2).
    void checkReturn(const ConversationId& group);

private:
    enum class Standing { Known, Left }; ///< before it was asked

    void ask(const ConversationId& id, Standing before);
    void conclude(
        const ConversationId& id, Standing before, const Result<ConversationSummary>& answer);

    GroupMeApi& m_api;
    AccountStore& m_store;
    QSet<ConversationId> m_asking;
};

} // namespace skein
