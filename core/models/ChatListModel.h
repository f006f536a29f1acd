// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The chat list, latest first: a row per direct chat and group, kept in order by row moves, never
// reset after the first load. A group's row speaks for its topics too: their unread messages, muted
// ones apart, and the newest message of all. Fed by the store through ChangeFeed; asks nothing of
// the network. Main thread.

#include "core/models/ConversationRows.h"
#include "core/store/AccountStore.h"
#include "core/sync/ServiceClock.h"
#include "core/types/UnreadTotals.h"

#include <QMultiHash>

namespace skein {

class ChatListModel : public ConversationRows {
    Q_OBJECT
public:
    ChatListModel(
        AccountStore& store, ChangeFeed& feed, ServiceClock& clock, QObject* parent = nullptr);

    /// DisplayRole: the title ("Unknown" when the service has none). AccessibleTextRole: title,
    /// unread count when there is one, preview.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// What is known of a conversation, topics too, by itself; nullptr when nothing is.
    [[nodiscard]] const Conversation* known(const ConversationId& id) const;
    /// Topics that are not gone, the latest activity first.
    [[nodiscard]] QList<Conversation> topics() const;
    /// The group's topic, or the group itself, with the newest of the unread messages that are not
    /// muted; empty when there are none.
    [[nodiscard]] ConversationId unreadIn(const ConversationId& group) const;
    [[nodiscard]] UnreadTotals unreadTotals() const;
    /// Without what is muted.
    [[nodiscard]] int totalUnread() const { return unreadTotals().plain; }

    /// True once it is known what to show: rows from disk, or the service's first list.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The service's list is in the store; an empty model is truly empty now.
    void noteListed();
    /// The store can be read (again): reads what could not be read before.
    void reload();

signals:
    void loaded();
    void unreadChanged(const skein::UnreadTotals& totals);
    /// A conversation, perhaps a topic, is known otherwise than before.
    void knownChanged(const skein::ConversationId& id);

private:
    void load();
    void refresh(const QSet<ConversationId>& ids);
    void learn(const Conversation& conversation);
    [[nodiscard]] static bool isListed(const Conversation& conversation);
    [[nodiscard]] Conversation rowFor(const Conversation& conversation) const;
    [[nodiscard]] QList<Conversation> family(const ConversationId& group) const;
    [[nodiscard]] QStringList topicTitles(const ConversationId& group) const;
    void show(const ConversationId& id);
    void noteMutes();
    void noteUnread();
    void noteLoaded();

    AccountStore& m_store;
    ServiceClock& m_clock;
    std::unique_ptr<Timer> m_muteEnd;
    QHash<ConversationId, Conversation> m_known; ///< topics too
    QMultiHash<QString, ConversationId> m_topics; ///< by their group's id
    bool m_loaded = false;
    UnreadTotals m_lastTotals;
};

} // namespace skein
