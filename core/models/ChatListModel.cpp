// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ChatListModel.h"

#include "core/base/WhenDone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

bool comesBefore(const Conversation& a, const Conversation& b)
{
    if (a.lastActivity != b.lastActivity)
        return a.lastActivity > b.lastActivity;
    return a.id.id < b.id.id;
}

QString titleOf(const Conversation& conversation)
{
    return conversation.title.isEmpty() ? ChatListModel::tr("Unknown") : conversation.title;
}

QString accessibleName(const Conversation& c)
{
    QStringList parts{titleOf(c)};
    if (c.unread > 0)
        parts.append(ChatListModel::tr("%n unread", nullptr, c.unread));
    if (!c.draft.isEmpty())
        parts.append(ChatListModel::tr("Draft: %1").arg(c.draft.simplified()));
    else if (!c.preview.isEmpty())
        parts.append(c.previewIsOwn ? ChatListModel::tr("You: %1").arg(c.preview) : c.preview);
    return parts.join(u", "_s);
}

} // namespace

ChatListModel::ChatListModel(AccountStore& store, ChangeFeed& feed, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&feed, &ChangeFeed::published, this,
        [this](const Changes& changes) { refresh(changes.conversations); });
    load();
}

QVariant ChatListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conversation& conversation = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(conversation);
    case Qt::AccessibleTextRole:
        return accessibleName(conversation);
    case ConversationRole:
        return QVariant::fromValue(conversation);
    case IdRole:
        return QVariant::fromValue(conversation.id);
    default:
        return {};
    }
}

int ChatListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChatListModel::rowOf(const ConversationId& id) const
{
    const auto found
        = std::ranges::find_if(m_rows, [&](const Conversation& c) { return c.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ChatListModel::totalUnread() const
{
    int total = 0;
    for (const Conversation& conversation : m_rows)
        total += conversation.unread;
    return total;
}

void ChatListModel::noteListed()
{
    // What the list wrote has been published before and is being read: this reading ends after it.
    const auto done = m_store.read([](Stores&) { return true; });
    whenDone(this, done, [this](const Result<bool>&) { noteLoaded(); });
}

void ChatListModel::load()
{
    const auto all = m_store.read([](Stores& stores) { return stores.conversations.all(); });
    whenDone(this, all, [this](const Result<QList<Conversation>>& rows) {
        if (!rows || rows->isEmpty())
            return;
        beginResetModel();
        m_rows = *rows;
        std::ranges::sort(m_rows, comesBefore);
        endResetModel();
        noteLoaded();
        noteUnread();
    });
}

void ChatListModel::refresh(const QSet<ConversationId>& ids)
{
    if (ids.isEmpty())
        return;
    const auto rows = m_store.read([ids](Stores& stores) {
        QList<Conversation> found;
        for (const ConversationId& id : ids) {
            if (const auto conversation = stores.conversations.one(id))
                found.append(*conversation);
        }
        return found;
    });
    whenDone(this, rows, [this](const Result<QList<Conversation>>& found) {
        for (const Conversation& conversation : found.value_or(QList<Conversation>{}))
            apply(conversation);
        noteUnread();
    });
}

void ChatListModel::apply(const Conversation& conversation)
{
    const int from = rowOf(conversation.id);
    if (from >= 0 && m_rows.at(from) == conversation)
        return;
    // Where it belongs among the others.
    int to = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (row != from && comesBefore(m_rows.at(row), conversation))
            to = row + 1;
    }
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(to, conversation);
        endInsertRows();
        return noteLoaded();
    }
    int now = from;
    if (to != from && to != from + 1) {
        beginMoveRows({}, from, from, {}, to);
        now = to > from ? to - 1 : to;
        m_rows.move(from, now);
        endMoveRows();
    }
    m_rows[now] = conversation;
    emit dataChanged(index(now), index(now));
}

void ChatListModel::noteUnread()
{
    const int total = totalUnread();
    if (total == std::exchange(m_lastTotal, total))
        return;
    emit totalUnreadChanged(total);
}

void ChatListModel::noteLoaded()
{
    if (!std::exchange(m_loaded, true))
        emit loaded();
}

} // namespace skein
