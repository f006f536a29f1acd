// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The topics of one group: the main chat first, then by last activity, deleted ones (whose history
// stays readable) last. Kept in order by row moves; reset only when the group changes. Asks nothing
// of the network. Main thread.

#include "core/store/AccountStore.h"
#include "core/sync/ServiceClock.h"

#include <QAbstractListModel>

namespace skein {

class TopicListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ConversationRole = Qt::UserRole + 1, ///< skein::Conversation, isMuted filled in
        IdRole, ///< skein::ConversationId
        MuteWordsRole, ///< QString: "muted 7 h", "muted"; "" when not muted
    };

    TopicListModel(
        AccountStore& store, ChangeFeed& feed, ServiceClock& clock, QObject* parent = nullptr);

    /// Shows the topics of this group; an empty id: none.
    void setGroup(const ConversationId& group);
    [[nodiscard]] const ConversationId& group() const { return m_group; }

    /// DisplayRole: the topic's title, "Main chat" for the group itself. AccessibleTextRole: title,
    /// unread count, mute, "only admins write", preview.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] const Conversation& row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const ConversationId& id) const; ///< -1 when not of this group

signals:
    /// The rows of the group stand after setGroup().
    void loaded(const skein::ConversationId& group);
    /// A topic of the group was deleted while it was here.
    void topicGone(const skein::ConversationId& topic);

private:
    void load();
    void refresh(const QSet<ConversationId>& ids);
    void apply(const Conversation& conversation);
    void tick();
    void rearm();
    [[nodiscard]] QStringList remarksOn(const Conversation& conversation) const;
    [[nodiscard]] Conversation dressed(Conversation conversation) const;

    AccountStore& m_store;
    ServiceClock& m_clock;
    std::unique_ptr<Timer> m_timer; ///< the next change of a mute or its words
    ConversationId m_group;
    QList<Conversation> m_rows;
    int m_generation = 0; ///< answers to an older group are dropped
};

} // namespace skein
