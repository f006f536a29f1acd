// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one of the two lists, direct chats or groups, into the store. The first time, and now and
// then, every page until an empty one; otherwise only as far as something is new: the list is
// sorted by activity (protocol.md B2, J4), which for groups is believed only of pages that show it
// (D1). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class ChatListReader : public QObject {
    Q_OBJECT
public:
    /// Conversations whose newest page is fetched right after the very first list.
    static constexpr int primed = 20;
    static constexpr int maxPages = 200;

    enum class List { Chats, Groups };

    ChatListReader(
        GroupMeApi& api, AccountStore& store, List list = List::Chats, QObject* parent = nullptr);

    /// One reading; ignored while one is under way. `whole`: all pages.
    void read(bool whole);

signals:
    /// A whole reading did not show these groups, which were known: they may be gone.
    void missed(const QList<skein::ConversationId>& groups);
    /// The list shows this group, which was left, with something new, or still after many readings:
    /// perhaps the person is in it again.
    void reappeared(const skein::ConversationId& group);
    void finished(const std::optional<skein::Error>& error);

private:
    struct Taken {
        int fresh = 0; ///< rows that no page of this reading held before
        bool changed = false; ///< the last row told something new
        bool full = false; ///< as many rows as were asked for
        int unseen = 0; ///< known groups that this reading has not shown yet
        QList<ConversationId> reappeared = {};
    };
    void readPage(int page);
    void takePage(int page, const QList<ConversationSummary>& rows);
    void goOn(int page, const Taken& taken);
    void complete();
    void finish();
    void end(const std::optional<Error>& error);

    GroupMeApi& m_api;
    AccountStore& m_store;
    const List m_list;
    bool m_reading = false;
    bool m_whole = false;
    bool m_firstSync = false;
    bool m_owed = false; ///< a reading broke off: the next one is whole
    int m_page = 1;
    bool m_rereading = false; ///< the order may have moved while paging: page 1 once more
    bool m_sorted = true; ///< every page so far was
    qint64 m_lastActivity = 0; ///< of the last row, to see whether they are
    QSet<ConversationId> m_seen;
};

} // namespace skein
