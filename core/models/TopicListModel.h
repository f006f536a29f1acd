// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The topics of one group: the main chat first, then by last activity, deleted ones (whose history
// stays readable) last, until they are put away. Kept in order by row moves; reset only when the
// group changes or is read anew. Asks nothing of the network. Main thread.

#include "core/models/ConversationRows.h"
#include "core/store/AccountStore.h"
#include "core/sync/ServiceClock.h"

namespace skein {

class TopicListModel : public ConversationRows {
    Q_OBJECT
public:
    enum Role {
        MuteWordsRole = firstOwnRole, ///< QString: "muted 7 h", "muted"; "" when not muted
        LockedRole, ///< bool: only admins write
    };

    TopicListModel(
        AccountStore& store, ChangeFeed& feed, ServiceClock& clock, QObject* parent = nullptr);

    /// Shows the topics of this group; an empty id: none.
    void setGroup(const ConversationId& group);
    [[nodiscard]] const ConversationId& group() const { return m_group; }

    /// DisplayRole: the topic's title, "Main chat" for the group itself. AccessibleTextRole: title,
    /// unread count, mute, "only admins write", preview.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// The store can be read (again): reads all rows anew.
    void reload();

signals:
    /// The rows of the group stand after setGroup().
    void loaded(const skein::ConversationId& group);
    /// A topic of the group was deleted while it was here.
    void topicGone(const skein::ConversationId& topic);

private:
    void load();
    void refresh(const QSet<ConversationId>& ids);
    void putAway(const QList<ConversationId>& ids, const QList<Conversation>& there);
    void apply(const Conversation& conversation);
    [[nodiscard]] bool isLocked(const Conversation& conversation) const;
    void tick();
    void rearm();
    [[nodiscard]] QStringList remarksOn(const Conversation& conversation) const;
    [[nodiscard]] Conversation dressed(Conversation conversation) const;

    AccountStore& m_store;
    ServiceClock& m_clock;
    std::unique_ptr<Timer> m_timer; ///< the next change of a mute or its words
    ConversationId m_group;
    int m_generation = 0; ///< answers to an older group are dropped
};

} // namespace skein
