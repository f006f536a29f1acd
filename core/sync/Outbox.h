// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Own messages on their way: on disk before the network is touched, one outstanding send per
// conversation, in order, each arriving exactly once (protocol.md J7). Main thread.

#include "core/types/Conversation.h"

#include <QObject>

namespace skein {

class Outbox : public QObject {
    Q_OBJECT
public:
    static constexpr int maxLength = 1000; ///< UTF-16 units (protocol.md B6)

    using QObject::QObject;

    /// Queues a message. Blank text, or text over maxLength, is refused: an empty guid.
    SourceGuid send(const ConversationId& conversation, const QString& text);
    /// A failed or unconfirmed row is tried again; also ends the pause after a 403.
    void retry(const SourceGuid& guid);
    void discard(const SourceGuid& guid);

signals:
    /// The row could not be written to disk: the text is the caller's again.
    void refused(const skein::SourceGuid& guid, const QString& text, const QString& reason);
};

}
