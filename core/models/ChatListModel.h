// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The chat list, latest first: a row per conversation, kept in order by row moves, never reset
// after the first load. Fed by the store through ChangeFeed; asks nothing of the network. Main
// thread.

#include "core/store/AccountStore.h"

#include <QAbstractListModel>

namespace skein {

class ChatListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ConversationRole = Qt::UserRole + 1, ///< skein::Conversation
        IdRole, ///< skein::ConversationId
    };

    ChatListModel(AccountStore& store, ChangeFeed& feed, QObject* parent = nullptr);

    /// DisplayRole: the title ("Unknown" when the service has none). AccessibleTextRole: title,
    /// unread count when there is one, preview.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

    [[nodiscard]] const Conversation& row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const ConversationId& id) const; ///< -1 when unknown
    [[nodiscard]] int totalUnread() const;

    /// True once it is known what to show: rows from disk, or the service's first list.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The service's list is in the store; an empty model is truly empty now.
    void noteListed();

signals:
    void loaded();
    void totalUnreadChanged(int total);

private:
    void load();
    void refresh(const QSet<ConversationId>& ids);
    void apply(const Conversation& conversation);
    void noteUnread();
    void noteLoaded();

    AccountStore& m_store;
    QList<Conversation> m_rows;
    bool m_loaded = false;
    int m_lastTotal = 0;
};

} // namespace skein
