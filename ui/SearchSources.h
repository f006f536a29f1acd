// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the search finds beside the chats: topics and commands whose names hold the words that were
// typed. Main thread.

#include "ui/chats/FoundList.h"

namespace skein {

class ChatListModel;
class Commands;
struct ConversationId;

/// `open` is called with the topic that was chosen.
[[nodiscard]] QList<Found> findTopics(const ChatListModel& chats, const QStringList& words,
    const std::function<void(const ConversationId&)>& open);
/// Those that are available.
[[nodiscard]] QList<Found> findCommands(Commands& commands, const QStringList& words);

} // namespace skein
