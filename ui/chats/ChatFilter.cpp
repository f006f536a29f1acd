// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatFilter.h"

#include "core/models/ChatListModel.h"
#include "ui/theme/FoldedText.h"

#include <algorithm>

namespace skein {

void ChatFilter::setSourceModel(QAbstractItemModel* model)
{
    if (sourceModel())
        sourceModel()->disconnect(this);
    if (model) {
        // Before the base class connects its own slots: it asks for rows that changed.
        connect(model, &QAbstractItemModel::dataChanged, this, &ChatFilter::noteFront);
        connect(model, &QAbstractItemModel::rowsInserted, this, &ChatFilter::noteFront);
        connect(model, &QAbstractItemModel::modelReset, this, &ChatFilter::noteFront);
    }
    QSortFilterProxyModel::setSourceModel(model);
    noteFront();
}

void ChatFilter::setNeedle(const QString& typed)
{
    QStringList words = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

void ChatFilter::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_keepsFront = false;
    noteFront();
    invalidateRowsFilter();
}

void ChatFilter::setFront(const ConversationId& id)
{
    if (id == m_front)
        return;
    m_front = id;
    m_keepsFront = false;
    noteFront();
    // Not now: this is said while the click that chose it is still being worked on by its place.
    if (m_kind == Kind::Unread)
        QMetaObject::invokeMethod(this, [this] { invalidateRowsFilter(); }, Qt::QueuedConnection);
}

void ChatFilter::noteFront()
{
    const int rows
        = m_keepsFront || m_front.isEmpty() || !sourceModel() ? 0 : sourceModel()->rowCount();
    for (int row = 0; row < rows; ++row) {
        const Conversation conversation = sourceRow(row);
        if (conversation.id == m_front)
            m_keepsFront = conversation.unread > 0 || conversation.mutedUnread > 0;
    }
}

Conversation ChatFilter::sourceRow(int row) const
{
    return sourceModel()->index(row, 0).data(ChatListModel::ConversationRole).value<Conversation>();
}

bool ChatFilter::isOfKind(const Conversation& conversation) const
{
    const bool isDirect = conversation.id.kind == ConversationId::Kind::Direct;
    switch (m_kind) {
    case Kind::All:
        return true;
    case Kind::Unread:
        return conversation.unread > 0 || conversation.mutedUnread > 0
            || (m_keepsFront && conversation.id == m_front);
    case Kind::Direct:
        return isDirect;
    case Kind::Groups:
        return !isDirect;
    }
    return true;
}

bool ChatFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const Conversation conversation = sourceRow(row);
    if (!isOfKind(conversation))
        return false;
    if (m_words.isEmpty())
        return true;
    const QStringList topics
        = sourceModel()->index(row, 0).data(ChatListModel::TopicTitlesRole).toStringList();
    const QString hay = folded(conversation.title + u'\n' + conversation.previewTopic + u'\n'
        + conversation.preview + u'\n' + topics.join(u'\n'));
    return std::ranges::all_of(m_words, [&](const QString& word) { return hay.contains(word); });
}

} // namespace skein
