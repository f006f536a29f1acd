// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The middle column: the topics of the group in front. Shows a model with TopicListModel's roles,
// which outlives it or is taken away with setModel(nullptr). Asks for nothing itself; says what the
// person chose. Main thread.

#include "core/base/Clock.h"
#include "core/types/ConversationId.h"

#include <QWidget>

class QAbstractItemModel;
class QPushButton;

namespace skein {

class ChatList;
class ElidedLabel;
class IconButton;

class TopicPane : public QWidget {
    Q_OBJECT
public:
    static constexpr int usualWidth = 220;

    /// `clock` says what "today" is.
    explicit TopicPane(Clock& clock, QWidget* parent = nullptr);
    ~TopicPane() override;

    void setModel(QAbstractItemModel* model);
    /// Whose topics these are, and whether the person may add to them.
    void setGroup(const QString& name, bool isManaged);
    /// Marks the topic as the one in front, without `picked`.
    void mark(const ConversationId& id);
    void setBackVisible(bool visible);

    void focusList();
    void pickNext() { pickNeighbour(1); }
    void pickPrevious() { pickNeighbour(-1); }

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void picked(const skein::ConversationId& id);
    /// Enter or a click on a topic: on to writing.
    void left();
    void backRequested();
    void newTopicRequested();
    /// What can be done with that topic, at `place` of the screen.
    void menuRequested(const skein::ConversationId& id, const QPoint& place);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildHeader();
    void buildFoot();
    void pickNeighbour(int step);
    void applyTheme();
    void awaitMidnight();

    Clock& m_clock;
    std::unique_ptr<Timer> m_midnight;
    IconButton* m_back;
    ElidedLabel* m_heading;
    ElidedLabel* m_group;
    ChatList* m_list;
    QWidget* m_foot;
    QPushButton* m_newTopic;
};

} // namespace skein
