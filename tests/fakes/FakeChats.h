// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list with the roles of ChatListModel and TopicListModel, moved and changed by a test as the
// program's own move.

#include "core/models/ChatListModel.h"
#include "core/models/TopicListModel.h"

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

/// A group; `number` makes its id.
[[nodiscard]] inline Conversation fakeGroup(int number, const QString& title)
{
    Conversation group;
    group.id = ConversationId::group(QString::number(5000 + number));
    group.title = title;
    group.groupKind = GroupKind::Private;
    group.myRole = GroupRole::Member;
    group.lastActivity = 1'760'000'000 - number * 3600;
    return group;
}

/// A topic of `group`.
[[nodiscard]] inline Conversation fakeTopic(
    const Conversation& group, int number, const QString& title)
{
    Conversation topic = fakeGroup(number, title);
    topic.id = ConversationId::topic(QString::number(7000 + number), group.id);
    topic.myRole = group.myRole;
    return topic;
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
        if (role == Qt::AccessibleTextRole && chat.unread > 0)
            return QStringLiteral("%1, %2 unread").arg(chat.title).arg(chat.unread);
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return chat.title;
        if (role == ChatListModel::TopicTitlesRole)
            return topicTitles.value(chat.title);
        if (role == TopicListModel::LockedRole)
            return chat.groupKind == GroupKind::Announcement;
        if (role == TopicListModel::MuteWordsRole)
            return chat.isMuted ? QStringLiteral("muted 7 h") : QString();
        return {};
    }

    QHash<QString, QStringList> topicTitles; ///< by the group's title

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
