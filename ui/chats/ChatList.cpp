// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatList.h"

#include "core/models/ChatListModel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace skein {

namespace {

ConversationId idAt(const QModelIndex& index)
{
    return index.data(ChatListModel::ConversationRole).value<Conversation>().id;
}

} // namespace

ChatList::ChatList(QWidget* parent) : QListView(parent)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    verticalScrollBar()->setSingleStep(20);
    connect(this, &QListView::clicked, this, &ChatList::confirm);
}

void ChatList::setModel(QAbstractItemModel* newModel)
{
    if (model())
        model()->disconnect(this);
    {
        const QScopedValueRollback marking(m_marking, true);
        // Before QListView connects its own slots, so that the place is held before rows move.
        if (newModel) {
            connect(
                newModel, &QAbstractItemModel::rowsAboutToBeInserted, this, &ChatList::holdPlace);
            connect(
                newModel, &QAbstractItemModel::layoutAboutToBeChanged, this, &ChatList::holdPlace);
            connect(newModel, &QAbstractItemModel::rowsAboutToBeMoved, this, &ChatList::holdPlace);
        }
        QListView::setModel(newModel);
    }
    if (!newModel)
        return;
    const auto settle = [this] {
        restorePlace();
        restoreMark();
    };
    connect(newModel, &QAbstractItemModel::rowsInserted, this, settle);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, settle);
    connect(newModel, &QAbstractItemModel::rowsMoved, this, settle);
    connect(newModel, &QAbstractItemModel::modelReset, this, settle);
    restoreMark();
}

int ChatList::rowOf(const ConversationId& id) const
{
    if (!model() || id.isEmpty())
        return -1;
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (idAt(model()->index(row, 0)) == id)
            return row;
    }
    return -1;
}

void ChatList::mark(const ConversationId& id)
{
    m_chosen = id;
    restoreMark();
}

void ChatList::pick(int row)
{
    const QModelIndex index = model() ? model()->index(row, 0) : QModelIndex();
    if (!index.isValid())
        return;
    if (index != currentIndex())
        return setCurrentIndex(index);
    mark(idAt(index));
    emit picked(m_chosen);
}

void ChatList::confirm(const QModelIndex& index)
{
    // The row that has the focus need not have been chosen.
    if (idAt(index) != m_chosen)
        pick(index.row());
    emit confirmed();
}

void ChatList::restoreMark()
{
    const QScopedValueRollback marking(m_marking, true);
    const int row = rowOf(m_chosen);
    if (row < 0)
        selectionModel()->clear();
    else if (currentIndex().row() != row || !selectionModel()->isSelected(currentIndex()))
        selectionModel()->setCurrentIndex(
            model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
}

/// QListView tells screen readers that the row has the focus even while the list has not.
void ChatList::followCurrent(const QModelIndex& current, const QModelIndex& previous)
{
    if (hasFocus())
        QListView::currentChanged(current, previous);
    else // NOLINTNEXTLINE(bugprone-parent-virtual-call): without what QListView tells
        QAbstractItemView::currentChanged(current, previous);
}

void ChatList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    if (m_marking) {
        // QListView would scroll the marked row into view; only a person's pick does that.
        const int place = verticalScrollBar()->value();
        followCurrent(current, previous);
        verticalScrollBar()->setValue(place);
        return;
    }
    followCurrent(current, previous);
    if (!current.isValid())
        return;
    m_chosen = idAt(current);
    emit picked(m_chosen);
}

void ChatList::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    const QScopedValueRollback marking(m_marking, true);
    // Otherwise the view makes a neighbour current, as if it had been picked.
    if (currentIndex().row() >= start && currentIndex().row() <= end)
        selectionModel()->clear();
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void ChatList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            confirm(currentIndex());
        return;
    case Qt::Key_Escape:
        return event->ignore(); // or the list would look for a chat of that name
    default:
        break;
    }
    // X11 makes no context menu event of these keys.
    const bool isMenuKey = event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    if (isMenuKey) {
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        return contextMenuEvent(&menu);
    }
    QListView::keyPressEvent(event);
}

void ChatList::focusInEvent(QFocusEvent* event)
{
    // QListView makes the first row current when none is: a person who passes by chose nothing.
    const QScopedValueRollback marking(m_marking, true);
    QListView::focusInEvent(event);
}

void ChatList::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::RightButton) // asking what can be done is not choosing
        QListView::mousePressEvent(event);
}

void ChatList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? visualRect(index).center() : event->pos();
    emit menuRequested(idAt(index), viewport()->mapToGlobal(place));
}

void ChatList::holdPlace()
{
    m_place.reset();
    if (verticalScrollBar()->value() == verticalScrollBar()->minimum())
        return; // at the top one sees the newest come in
    const QModelIndex top = indexAt({width() / 2, 0});
    if (top.isValid())
        m_place = Place{top, visualRect(top).top()};
}

void ChatList::restorePlace()
{
    const auto place = std::exchange(m_place, std::nullopt);
    if (!place || !place->top.isValid())
        return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(
        verticalScrollBar()->value() + visualRect(place->top).top() - place->offset);
}

} // namespace skein
