// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the chat list into the store. The first time, and now and then, every page until an empty
// one; otherwise only as far as something is new, because the list is sorted by activity
// (protocol.md B2, J4). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class ChatListReader : public QObject {
    Q_OBJECT
public:
    /// Conversations whose newest page is fetched right after the very first list.
    static constexpr int primed = 20;
    static constexpr int maxPages = 200;

    ChatListReader(GroupMeApi& api, AccountStore& store, QObject* parent = nullptr);

    /// One reading; ignored while one is under way. `whole`: all pages.
    void read(bool whole);

signals:
    void finished(const std::optional<skein::Error>& error);

private:
    struct Taken {
        int fresh = 0; ///< rows that no page of this reading held before
        bool changed = false; ///< the last row told something new
    };
    void readPage(int page);
    void takePage(int page, const QList<ConversationSummary>& rows);
    void goOn(int page, const Taken& taken);
    void complete();
    void end(const std::optional<Error>& error);

    GroupMeApi& m_api;
    AccountStore& m_store;
    bool m_reading = false;
    bool m_whole = false;
    bool m_firstSync = false;
    bool m_owed = false; ///< a reading broke off: the next one is whole
    int m_page = 1;
    bool m_rereading = false; ///< the order may have moved while paging: page 1 once more
    QSet<QString> m_seen;
};

} // namespace skein
