// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Leads the reader to a message and back: keeps the places that were left, says on the way that it
// goes there, and can be stopped (Esc). Alt+Left goes back to the exact place. Main thread.

#include "core/base/Clock.h"
#include "ui/thread/JumpHistory.h"

#include <QObject>

class QShortcut;
class QWidget;

namespace skein {

class JumpChip;
class MessageList;

class ThreadJumps : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds quick{200}; ///< what takes less is not spoken of
    static constexpr std::chrono::seconds readingTime{5}; ///< of why one did not arrive

    ThreadJumps(ThreadModel& model, MessageList& list, Clock& clock, QWidget* view);

    void goTo(const MessageId& message);
    /// The reader is about to be led elsewhere, e.g. to the newest message.
    void leavePlace();
    void goBack();
    [[nodiscard]] bool canGoBack() const { return !m_history.isEmpty(); }
    [[nodiscard]] JumpChip& chip() const { return *m_chip; }
    /// The view's size changed.
    void placeChip();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] JumpOrigin here() const;
    void keep(const JumpOrigin& origin);
    void started();
    void ended(const JumpEnd& end);
    void modelReset();
    void say(const QString& sentence, bool canCancel);
    void setJumping(bool jumping);

    ThreadModel& m_model;
    MessageList& m_list;
    QWidget* m_view;
    JumpChip* m_chip;
    QShortcut* m_back;
    std::unique_ptr<Timer> m_chipTimer;
    JumpHistory m_history;
    JumpOrigin m_origin; ///< of the jump under way
    ConversationId m_conversation;
    bool m_isJumping = false;
};

} // namespace skein
