// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps the store equal to the service: looks at the chat list, catches up what changed, watches the
// open conversation (protocol.md J3, J4). When to look is PollScheduler's matter. Main thread.

#include "core/types/Conversation.h"

#include <QObject>

#include <chrono>

namespace skein {

class SyncEngine : public QObject {
    Q_OBJECT
public:
    enum class Attention {
        Focused, ///< the window is active
        Visible, ///< on screen, not active
        Hidden,
    };

    using QObject::QObject;

    /// Starts or restarts the polling. One round at once.
    void start();
    void stop();
    /// The conversation in front; it is polled often. Empty: none.
    void setOpen(const ConversationId& conversation);
    void setAttention(Attention attention);
    /// One immediate round: network back, resume from sleep, "try again".
    void lookNow();
    /// When the next look is due, in Clock::now() terms; for "next look in 3 s".
    [[nodiscard]] std::chrono::milliseconds nextLook() const;

signals:
    void nextLookChanged();
};

}
