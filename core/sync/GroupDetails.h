// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is in a group, with names and roles: asked of the service when somebody looks and what is
// known is old, or an event says that it changed (protocol.md D2, I6). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

#include <QSet>

namespace skein {

class GroupDetails : public QObject {
    Q_OBJECT
public:
    /// After so long a look asks again.
    static constexpr std::chrono::minutes freshFor{10};

    GroupDetails(GroupMeApi& api, AccountStore& store, ChangeFeed& feed, Clock& clock,
        QObject* parent = nullptr);

    /// Somebody looks at `conversation`, a group or a topic of it (else nothing happens): what is
    /// old is asked for again.
    void look(const ConversationId& conversation);
    /// Asks in any case: the service disagreed with what we believed.
    void refresh(const ConversationId& conversation);

    /// The known members of the group (of the topic's group), by name; empty before the first
    /// answer.
    [[nodiscard]] Async<QList<Member>> members(const ConversationId& conversation);
    /// Makes sure that the direct chat with `person` is known, so that it can be opened (G4).
    [[nodiscard]] Async<ConversationId> directChat(const Person& person);

signals:
    /// The members of `group` were told anew, or could not be: `error` then says why.
    void told(const skein::ConversationId& group, const std::optional<skein::Error>& error);

private:
    void ask(const ConversationId& group);
    void takeAnswer(const ConversationId& group, const Result<ConversationSummary>& answer);

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    QHash<ConversationId, std::chrono::milliseconds> m_askedAt; ///< Clock::monotonic()
    QSet<ConversationId> m_asking;
    QSet<ConversationId> m_again; ///< asked for while asking
};

} // namespace skein
