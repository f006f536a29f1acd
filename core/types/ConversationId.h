// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which conversation: a direct chat, a group or a topic (protocol.md B0, D6). Plain data.

#include "core/types/Ids.h"

#include <QMetaType>

namespace skein {

struct ConversationId {
    enum class Kind { Direct, Group, Topic };

    Kind kind = Kind::Direct;
    QString id; ///< "1001+20450" (smaller number first), or the group's or topic's own id
    QString related; ///< Direct: the other user's id; Topic: the parent group's id; Group: empty

    /// The direct chat of `me` and `other`; the pair is in numeric order. Self-chat is allowed.
    [[nodiscard]] static ConversationId direct(const UserId& me, const UserId& other);
    /// The direct chat that the service calls `pair`; `other` is the person in it.
    [[nodiscard]] static ConversationId directPair(const QString& pair, const UserId& other);
    /// From key(); an empty id when the text is none of ours.
    [[nodiscard]] static ConversationId fromKey(const QString& key);

    /// The group of that id.
    [[nodiscard]] static ConversationId group(const QString& id) { return {Kind::Group, id, {}}; }
    /// The topic of that id in `group`.
    [[nodiscard]] static ConversationId topic(const QString& id, const ConversationId& group)
    {
        return {Kind::Topic, id, group.id};
    }
    /// Of a topic: its group; of a group: itself; of a direct chat: empty.
    [[nodiscard]] ConversationId parent() const;

    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
    /// One unique text per conversation, for the database and for settings: "d/1001+20450/20450".
    [[nodiscard]] QString key() const;

    friend bool operator==(const ConversationId& a, const ConversationId& b)
    {
        return a.kind == b.kind && a.id == b.id;
    }
    friend size_t qHash(const ConversationId& c, size_t seed = 0) { return qHash(c.id, seed); }
};

} // namespace skein

Q_DECLARE_METATYPE(skein::ConversationId)
