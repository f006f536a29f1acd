// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ConversationRows.h"

#include <algorithm>

namespace skein {

ConversationRows::ConversationRows(Order comesBefore, QObject* parent)
    : QAbstractListModel(parent)
    , m_comesBefore(comesBefore)
{
}

int ConversationRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConversationRows::rowOf(const ConversationId& id) const
{
    const auto found
        = std::ranges::find_if(m_rows, [&](const Conversation& c) { return c.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ConversationRows::reset(QList<Conversation> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::ranges::sort(m_rows, m_comesBefore);
    endResetModel();
}

bool ConversationRows::place(const Conversation& conversation)
{
    const int from = rowOf(conversation.id);
    if (from >= 0 && m_rows.at(from) == conversation)
        return false;
    // Where it belongs among the others.
    int to = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (row != from && m_comesBefore(m_rows.at(row), conversation))
            to = row + 1;
    }
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(to, conversation);
        endInsertRows();
        return true;
    }
    int now = from;
    if (to != from && to != from + 1) {
        beginMoveRows({}, from, from, {}, to);
        now = to > from ? to - 1 : to;
        m_rows.move(from, now);
        endMoveRows();
    }
    replace(now, conversation);
    return true;
}

void ConversationRows::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void ConversationRows::replace(int row, const Conversation& conversation)
{
    m_rows[row] = conversation;
    emit dataChanged(index(row), index(row));
}

} // namespace skein
