// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The thread as the window uses it: the list of messages, the button that leads to the newest one,
// the tracker of what was really seen, and the memory of the reader's place. Main thread.

#include "ui/thread/MessageList.h"

#include <QWidget>

namespace skein {

class Attention;
class JumpButton;
class ThreadJumps;

class ThreadView : public QWidget {
    Q_OBJECT
public:
    /// `isAttentive` replaces the watch over window and input (for tests); empty: the real one.
    ThreadView(ThreadModel& model, Clock& clock, std::function<bool()> isAttentive = {},
        QWidget* parent = nullptr);

    void setShowsNames(bool shows) { m_list->setShowsNames(shows); }
    void setMe(const UserId& me) { m_list->setMe(me); }
    void setContentSource(ContentSource* source) { m_list->setContentSource(source); }
    [[nodiscard]] MessageList& list() const { return *m_list; }
    [[nodiscard]] JumpButton& jumpButton() const { return *m_jump; }
    /// The way to a message and back.
    [[nodiscard]] ThreadJumps& jumps() const { return *m_jumps; }
    /// To be called before the model opens another conversation: tells it the reader's place, which
    /// else is told 300 ms after scrolling stops and when the view is hidden.
    void rememberPlace();

signals:
    void contentActivated(const skein::ContentAction& action, const skein::MessageId& message);
    void linkActivated(const QUrl& url);
    /// A mentioned name, or a sender's name or avatar, was chosen.
    void personActivated(const skein::UserId& person);
    void retryRequested(const skein::SourceGuid& guid);
    void discardRequested(const skein::SourceGuid& guid);
    void cancelSendingRequested(const skein::SourceGuid& guid);
    void replyRequested(const skein::MessageId& message);
    void editRequested(const skein::MessageId& message);
    void pinRequested(const skein::MessageId& message, bool pin);
    void deleteRequested(const skein::MessageId& message);
    void composerRequested(); ///< Escape
    void seen(const skein::MessageId& message);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void forwardSignals();
    void listSettled();
    void keepPlace();
    void notePlace();
    void placeJumpButton();
    void activateContent(const ContentAction& action, const MessageId& message);
    void waitForMidnight();

    ThreadModel& m_model;
    Clock& m_clock;
    MessageList* m_list;
    JumpButton* m_jump;
    ThreadJumps* m_jumps;
    SeenTracker* m_tracker;
    std::unique_ptr<Timer> m_placeTimer;
    std::unique_ptr<Timer> m_midnight;
    ThreadPlace m_remembered;
};

} // namespace skein
