// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The list of chats itself, or of a group's topics. Keeps the chosen conversation through moves,
// filtering and new rows, and keeps its place when rows come in above it; tells apart what the
// person chose from what merely moved. Main thread.

#include "core/types/ConversationId.h"

#include <QListView>

#include <optional>

namespace skein {

class ChatList : public QListView {
    Q_OBJECT
public:
    explicit ChatList(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

    [[nodiscard]] const ConversationId& chosen() const { return m_chosen; }
    /// Marks a conversation without saying `picked`; it need not have a row (yet).
    void mark(const ConversationId& id);
    /// As if the person had picked that row.
    void pick(int row);
    /// The row of the chosen conversation; -1 when filtered away or unknown.
    [[nodiscard]] int chosenRow() const { return rowOf(m_chosen); }

signals:
    void picked(const skein::ConversationId& id);
    /// A click or Enter: the person means to write there now.
    void confirmed();
    /// The secondary button or the menu key on a row: what can be done with it, at `place` of the
    /// screen.
    void menuRequested(const skein::ConversationId& id, const QPoint& place);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Place {
        QPersistentModelIndex top;
        int offset = 0;
    };

    [[nodiscard]] int rowOf(const ConversationId& id) const;
    void confirm(const QModelIndex& index);
    void restoreMark();
    void followCurrent(const QModelIndex& current, const QModelIndex& previous);
    void holdPlace();
    void restorePlace();

    ConversationId m_chosen;
    std::optional<Place> m_place;
    bool m_marking = false; ///< the current row changes, but nobody picked it
};

} // namespace skein
