// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person may do with a group or a topic, as a menu; what they may not do is not in it, so
// that it may be empty. Does nothing itself; says what was chosen. Main thread.

#include "core/types/Conversation.h"

#include <QDateTime>
#include <QMenu>

#include <chrono>

namespace skein {

class ConversationMenu : public QMenu {
    Q_OBJECT
public:
    /// `serviceNow` in Unix seconds by the service's clock, for mutes; `now`: this computer's, for
    /// "tomorrow".
    ConversationMenu(const Conversation& conversation, qint64 serviceNow, const QDateTime& now,
        QWidget* parent = nullptr);

signals:
    /// No duration: until it is turned on again.
    void muteRequested(std::optional<std::chrono::minutes> duration);
    void unmuteRequested();
    void aboutRequested(); ///< the other side of a direct chat, as the next two
    void blockRequested();
    void unblockRequested();
    void newTopicRequested();
    void editRequested();
    void deleteRequested();
    void membersRequested();
    void leaveRequested();
    /// Of a group that the person is not in any more.
    void removalRequested();

private:
    void addMuting(const Conversation& conversation, qint64 serviceNow, const QDateTime& now);
    void addPersonVerbs(const Conversation& conversation);
    void addTopicVerbs();
};

} // namespace skein
