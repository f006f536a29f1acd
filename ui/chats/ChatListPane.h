// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The left column: the search field, which chats, the chats, and a line that says how things are.
// Shows a model with ChatListModel's roles, which outlives it or is taken away with
// setModel(nullptr). Asks for nothing itself; says what the person chose. Main thread.

#include "core/base/Clock.h"
#include "core/types/ConversationId.h"
#include "ui/chats/FoundList.h"

#include <QWidget>

class QAbstractItemModel;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace skein {

class ChatFilter;
class ChatList;
class FilterChips;
class FoundList;
class IconButton;

class ChatListPane : public QWidget {
    Q_OBJECT
public:
    /// `clock` says what "today" is.
    explicit ChatListPane(Clock& clock, QWidget* parent = nullptr);
    ~ChatListPane() override;

    void setModel(QAbstractItemModel* model);
    /// What a search finds beside the chats.
    void setFinder(Finder finder);
    /// While true an empty list says that it loads, not that there is nothing.
    void setLoading(bool loading);
    /// While true an empty list says that the chats cannot be read.
    void setUnreadable(bool unreadable);
    /// A short sentence for the foot: the connection, or "Up to date".
    void setStatus(const QString& words);

    [[nodiscard]] ConversationId chosen() const;
    /// Marks the conversation as the one in front, without `picked`.
    void mark(const ConversationId& id);

    /// Only the avatars, their counts, and buttons in place of the rest; nothing is filtered then.
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

    /// While collapsed: the list.
    void focusSearch();
    /// The keys that lead to the search, in its empty field.
    void setSearchKeys(const QKeySequence& keys);
    void pickNext() { pickNeighbour(1); }
    void pickPrevious() { pickNeighbour(-1); }

signals:
    void picked(const skein::ConversationId& id);
    /// Escape in the search field, Enter or a click on a chat: on to writing.
    void left();
    void newMessageRequested();
    void settingsRequested();
    /// All commands, at `place` of the screen.
    void commandsRequested(const QPoint& place);
    /// What can be done with that chat, at `place` of the screen.
    void menuRequested(const skein::ConversationId& id, const QPoint& place);
    /// The search was asked for while collapsed: expand, and it has the keyboard.
    void expandRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildSearch();
    void placeSearchHint();
    void buildFoot();
    void buildMiddle();
    void buildColumn();
    bool searchKey(int key);
    bool listKey(int key);
    void search(const QString& typed);
    void focusFound();
    void pickNeighbour(int step);
    void showEmptyState();
    [[nodiscard]] QString emptyWords() const;
    void applyTheme();
    void awaitMidnight();

    Clock& m_clock;
    std::unique_ptr<Timer> m_midnight;
    ChatFilter* m_filter;
    QLineEdit* m_search;
    QLabel* m_searchHint;
    QBoxLayout* m_inSearch = nullptr;
    IconButton* m_searchButton; ///< in its place while collapsed
    IconButton* m_write;
    FilterChips* m_chips;
    ChatList* m_list;
    FoundList* m_found;
    QLabel* m_empty;
    QStackedLayout* m_middle;
    QWidget* m_foot;
    QLabel* m_status;
    IconButton* m_menu;
    IconButton* m_settings;
    Finder m_finder;
    bool m_collapsed = false;
    bool m_loading = false;
    bool m_unreadable = false;
};

} // namespace skein
