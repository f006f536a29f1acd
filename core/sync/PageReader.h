// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one page of a thread from the service into the store, and says only as much about
// completeness as the answer proves: a cursor that the service ignored joins nothing
// (protocol.md J2, J3). One request per call, no retries. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

/// What a reading brought. `trusted` is false when the service did not honour the cursor: the
/// messages are stored, but nothing was joined by it.
struct PageRead {
    int count = 0; ///< 0: nothing (more) there
    MessageId oldest;
    MessageId newest;
    bool trusted = true;
};

class PageReader : public QObject {
    Q_OBJECT
public:
    using Priority = HttpRequest::Priority;

    PageReader(GroupMeApi& api, AccountStore& store, QObject* parent = nullptr);

    /// The newest page. Read again, it also shows what was deleted for good.
    [[nodiscard]] Async<PageRead> newest(const ConversationId& id, Priority priority);
    /// The page just before `cursor`; nothing there means that the thread begins at `cursor`.
    [[nodiscard]] Async<PageRead> before(
        const ConversationId& id, const MessageId& cursor, Priority priority);
    /// The page just after `cursor`, joined to it.
    [[nodiscard]] Async<PageRead> after(
        const ConversationId& id, const MessageId& cursor, Priority priority);
    /// The newest messages after `cursor`, perhaps not all. Few of them are only counted, so that
    /// after() can join them at once; a page of `many` or more is stored beside a visible gap.
    [[nodiscard]] Async<PageRead> since(
        const ConversationId& id, const MessageId& cursor, Priority priority);
    /// That message alone; it proves nothing about others. NotFound: the service has it no longer.
    [[nodiscard]] Async<PageRead> one(
        const ConversationId& id, const MessageId& message, Priority priority);

    /// The page just before `cursor`, or the newest one, once more: what changed there, and what
    /// was deleted for good. A failure is no trouble, it comes again.
    void refresh(const ConversationId& id, const MessageId& cursor);
    /// The oldest message of the newest page when it was last read in this run; empty: never.
    [[nodiscard]] MessageId newestPageFrom(const ConversationId& id) const
    {
        return m_newestPages.value(id);
    }

private:
    enum class Again { No, Yes };
    [[nodiscard]] Async<PageRead> read(const ConversationId& id, const PageCursor& cursor,
        Priority priority, Again again = Again::No);

    GroupMeApi& m_api;
    AccountStore& m_store;
    QHash<ConversationId, MessageId> m_newestPages;
};

} // namespace skein
