// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A chat list with ChatListModel's roles, moved and changed by a test as the program's own moves.

#include "core/models/ChatListModel.h"

#include <QAbstractListModel>

namespace skein {

/// A chat with an invented person; `number` makes its ids.
[[nodiscard]] inline Conversation fakeChat(int number, const QString& title)
{
    const UserId other{QString::number(20000 + number)};
    Conversation chat;
    chat.id = {ConversationId::Kind::Direct, QStringLiteral("1001+") + other.value, other.value};
    chat.title = title;
    chat.lastActivity = 1'760'000'000 - number * 3600;
    return chat;
}

class FakeChats final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Conversation& chat = m_rows.at(index.row());
        if (role == ChatListModel::ConversationRole)
            return QVariant::fromValue(chat);
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return chat.title;
        return {};
    }

    void insert(int row, const Conversation& chat)
    {
        beginInsertRows({}, row, row);
        m_rows.insert(row, chat);
        endInsertRows();
    }
    void append(const Conversation& chat) { insert(rowCount(), chat); }
    void remove(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    void moveToTop(int row)
    {
        beginMoveRows({}, row, row, {}, 0);
        m_rows.move(row, 0);
        endMoveRows();
    }
    void replace(int row, const Conversation& chat)
    {
        m_rows[row] = chat;
        emit dataChanged(index(row), index(row));
    }
    [[nodiscard]] const Conversation& at(int row) const { return m_rows.at(row); }

private:
    QList<Conversation> m_rows;
};

} // namespace skein
