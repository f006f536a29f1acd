// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which message the person has really seen, per conversation, and what the service was told of it:
// {shown, sent}, both only ever forward, told at most once a second, newest only (design.md 4,
// protocol.md B8). The view decides what was seen; this decides what is sent. Main thread.

#include "core/types/Conversation.h"

#include <QObject>

namespace skein {

class ReadReceipts : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// `message` (of anybody) and all before it were seen: unread falls at once, a receipt for the
    /// newest received message up to it follows.
    void shown(const ConversationId& conversation, const MessageId& message);
    /// Sends what is still waiting, e.g. when the person switches away.
    void flush();
};

}
