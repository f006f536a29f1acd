// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does to a message that exists on the service. This issue: deleting an own one.
// Main thread.

#include "core/types/Conversation.h"

#include <QObject>

namespace skein {

class MessageActions : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Deletes an own message: the row says so at once and becomes a tombstone when the service
    /// agrees; a refusal restores it and `refused` says why.
    void remove(const ConversationId& conversation, const MessageId& message);

signals:
    void refused(const skein::ConversationId& conversation, const skein::MessageId& message,
        const QString& reason);
};

}
