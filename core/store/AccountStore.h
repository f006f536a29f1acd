// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One account's store as the rest of core sees it: reads and writes run on the store's thread over
// its stores, a write is one transaction, and what it changed is published after its commit.
// Main thread.

#include "core/store/CardStore.h"
#include "core/store/ChangeFeed.h"
#include "core/store/ConversationStore.h"
#include "core/store/DraftStore.h"
#include "core/store/GroupStore.h"
#include "core/store/MessageStore.h"
#include "core/store/NewsStore.h"
#include "core/store/OutboxStore.h"
#include "core/store/PeopleStore.h"
#include "core/store/ReachStore.h"
#include "core/store/StoreThread.h"

#include <QFileInfo>

namespace skein {

/// The tables, each with its owner. Made for each piece of work, on the store's thread.
struct Stores {
    ConversationStore conversations;
    GroupStore groups;
    MessageStore messages;
    OutboxStore outbox;
    DraftStore drafts;
    CardStore cards;
    OutgoingFileStore files;
    NewsStore news;
    PeopleStore people;
    ReachStore reach;

    Stores(Database& database, const UserId& me)
        : conversations(database)
        , groups(database, conversations, me)
        , messages(database, conversations, groups, me)
        , outbox(database, conversations)
        , drafts(database, conversations)
        , cards(database)
        , files(database)
        , news(database, conversations)
        , people(database, conversations, me)
        , reach(database)
    {
    }
};

class AccountStore {
public:
    AccountStore(const QString& file, UserId me, ChangeFeed& feed)
        : m_me(std::move(me))
        , m_outgoingFolder(QFileInfo(file).path() + QStringLiteral("/outgoing"))
        , m_feed(feed)
        , m_thread(file, [this](StorageTrouble trouble) {
            post([feed = &m_feed, trouble] { emit feed->troubled(trouble); });
        })
    {
    }

    /// `work(Stores&)` on the store's thread; its value, which must not be void.
    template <class F>
    auto read(F work)
    {
        return m_thread.run([me = m_me, work = std::move(work)](Database& database) mutable {
            Stores stores(database, me);
            return work(stores);
        });
    }

    /// `work(Stores&, Changes&)` in one transaction; its value, which must not be void.
    template <class F>
    auto write(F work)
    {
        return m_thread.run([this, work = std::move(work)](Database& database) mutable {
            Stores stores(database, m_me);
            Changes changes;
            auto value = database.transaction([&] { return work(stores, changes); });
            if (!changes.isEmpty())
                post([feed = &m_feed, changes] { emit feed->published(changes); });
            return value;
        });
    }

    /// Where a damaged database was set aside at the start, for the person to know; "" for none.
    [[nodiscard]] Async<QString> quarantined() { return m_thread.quarantined(); }

    /// Opens the file anew and writes something to it; true when all is well (again).
    [[nodiscard]] Async<bool> tryAgain() { return m_thread.tryAgain(); }

    [[nodiscard]] const UserId& me() const { return m_me; }
    /// Beside the file: where the staged copies of what is to be sent are.
    [[nodiscard]] const QString& outgoingFolder() const { return m_outgoingFolder; }

private:
    /// On the main thread, in order.
    template <class F>
    void post(F tell)
    {
        QMetaObject::invokeMethod(&m_feed, std::move(tell), Qt::QueuedConnection);
    }

    const UserId m_me;
    const QString m_outgoingFolder;
    ChangeFeed& m_feed;
    StoreThread m_thread;
};

} // namespace skein
