// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The right column: what the conversation is, its messages, and where one writes; or a page that
// says how to find a chat while none is open. Puts the parts together, decides nothing. Main
// thread.

#include "core/base/Clock.h"
#include "core/models/ThreadModel.h"
#include "ui/ConversationHeading.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace skein {

class Commands;
class Composer;
class ElidedLabel;
class IconButton;
class NoticeBar;
class PinnedBar;
class ThreadView;

class ThreadPane : public QWidget {
    Q_OBJECT
public:
    ThreadPane(ThreadModel& model, Clock& clock, QWidget* parent = nullptr);

    /// Empty: no chat is open. The same again only words it anew.
    void setConversation(const ConversationId& id, const ConversationHeading& heading);
    /// The connection in words, when there is something to say: it stands in the subtitle's place.
    void setTrouble(const QString& words);
    /// Where the way back leads, in words; empty: there is none.
    void setBack(const QString& name);
    void focusComposer();
    /// The commands' keys where they are named.
    void sayKeys(const Commands& commands);

    [[nodiscard]] ThreadView& view() const { return *m_view; }
    [[nodiscard]] PinnedBar& pinned() const { return *m_pinned; }
    [[nodiscard]] Composer& composer() const { return *m_composer; }

    /// Desktops that want less motion say so through the style.
    [[nodiscard]] bool mayMove() const;

signals:
    void motionChanged(); ///< perhaps: mayMove()
    void backRequested();
    void detailsRequested();
    void acceptRequested(); ///< of a message request
    void barDeedRequested(); ///< ConversationHeading::barDeed

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void goToPinned(const MessageId& message);
    void buildHeader();
    void showMarks();
    void showSubtitle();
    void sayWhoMayWrite();
    void applyTheme();

    QLabel* m_empty;
    QWidget* m_thread;
    QWidget* m_header;
    IconButton* m_back;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    IconButton* m_details;
    NoticeBar* m_request;
    PinnedBar* m_pinned;
    ThreadView* m_view;
    Composer* m_composer;
    QStackedLayout* m_pages;
    ConversationHeading m_heading;
    QString m_trouble;
    bool m_paging = false;
};

} // namespace skein
