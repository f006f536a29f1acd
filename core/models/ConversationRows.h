// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Conversations as the rows of a list in an order of its own: a row that changed goes where it
// belongs by a move, never by a reset. What the rows say is the list's matter. Main thread.

#include "core/types/Conversation.h"

#include <QAbstractListModel>

namespace skein {

class ConversationRows : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ConversationRole = Qt::UserRole + 1, ///< skein::Conversation
        IdRole, ///< skein::ConversationId
        TopicTitlesRole, ///< QStringList; of a group: its topics' titles, in no order
        firstOwnRole, ///< of the list itself
    };
    using Order = bool (*)(const Conversation& a, const Conversation& b);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] const Conversation& row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const ConversationId& id) const; ///< -1 when it has no row

protected:
    explicit ConversationRows(Order comesBefore, QObject* parent = nullptr);

    [[nodiscard]] const QList<Conversation>& rows() const { return m_rows; }
    void reset(QList<Conversation> rows);
    /// The row as it is now, where it now belongs. False when nothing is new about it.
    bool place(const Conversation& conversation);
    void remove(int row);
    /// The same conversation at the same place, said otherwise.
    void replace(int row, const Conversation& conversation);

private:
    const Order m_comesBefore;
    QList<Conversation> m_rows;
};

} // namespace skein
