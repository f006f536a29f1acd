// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the events of system rows mean for a group (protocol.md I6). Pure.

#include "core/types/Group.h"
#include "core/types/Message.h"

namespace skein {

struct GroupNews {
    std::optional<QString> title;
    std::optional<QString> avatarUrl;
    std::optional<QString> description;
    bool topicsChanged = false; ///< the list of topics is to be asked for again
    QString topicOfNewKind; ///< the id of the topic in which others may write now
    std::optional<GroupKind> newKind; ///< of that topic, when the event tells it
    bool membersChanged = false; ///< members, roles, nicknames or kinds

    [[nodiscard]] bool isEmpty() const { return *this == GroupNews{}; }
    bool operator==(const GroupNews&) const = default;
};

[[nodiscard]] GroupNews newsIn(const MessageEvent& event);

} // namespace skein
