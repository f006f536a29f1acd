// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What shows notifications on this system: one per conversation, a newer one in the place of the
// older, and one about several. Says what the person does with them. Main thread; never waits.

#include "core/types/ConversationId.h"

#include <QObject>

namespace skein {

struct Notice {
    ConversationId conversation; ///< empty: about several
    QString title; ///< plain text, like all that is shown
    QString body;
    QString picture = {}; ///< of whom or what it is about: its address as it was told; may be empty
    bool canReply = false;
    bool canLike = false;
    bool canMarkRead = false;

    bool operator==(const Notice&) const = default;
};

class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// In the place of what is shown of the same conversation.
    virtual void show(const skein::Notice& notice) = 0;
    virtual void withdraw(const skein::ConversationId& conversation) = 0;
    virtual void withdrawAll() = 0;

signals:
    /// Of the conversation of a notice, as it was given.
    void activated(const skein::ConversationId& conversation);
    void markReadRequested(const skein::ConversationId& conversation);
    void likeRequested(const skein::ConversationId& conversation);
    /// Written in the notification itself.
    void replied(const skein::ConversationId& conversation, const QString& text);
    /// The person has put it away.
    void dismissed(const skein::ConversationId& conversation);
    /// The system offers no field there: the person wants one.
    void replyRequested(const skein::ConversationId& conversation);
};

} // namespace skein
