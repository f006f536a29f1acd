// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the search finds beside the chats: topics and commands whose names hold the words that were
// typed. Main thread.

#include "core/types/Ids.h"
#include "ui/chats/FoundList.h"

namespace skein {

class ChatListModel;
class Commands;
class PeopleListModel;
struct ConversationId;
struct Person;

/// `open` is called with the topic that was chosen.
[[nodiscard]] QList<Found> findTopics(const ChatListModel& chats, const QStringList& words,
    const std::function<void(const ConversationId&)>& open);
/// Those with whom `me` has no chat: it is found itself. `write` is called with who was chosen.
[[nodiscard]] QList<Found> findPeople(const PeopleListModel& people, const ChatListModel& chats,
    const UserId& me, const QStringList& words, const std::function<void(const Person&)>& write);
/// Those that are available.
[[nodiscard]] QList<Found> findCommands(Commands& commands, const QStringList& words);

} // namespace skein
