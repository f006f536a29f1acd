// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window works with while somebody is signed in: references to the account's objects,
// which outlive it. Made by app, never owned here.

#include "core/types/Conversation.h"
#include "core/types/TokenOrigin.h"

namespace skein {

class Blocks;
class ChatListModel;
class Clock;
class Connection;
class Contacts;
class ContentDetails;
class Downloads;
class Drafts;
class EmojiPacks;
class GroupActions;
class GroupDetails;
class MediaCache;
class MessageActions;
class MessageThreadModel;
class Notifications;
class OlderPictures;
class Outbox;
class PeopleListModel;
class PinnedMessages;
class ReadReceipts;
class ServiceClock;
class Settings;
class StagedFiles;
class Storage;
class SyncEngine;
class SyncStatus;
class TopicListModel;

struct Session {
    Person me;
    TokenOrigin tokenOrigin = TokenOrigin::Pasted;
    Clock& clock;
    ServiceClock& serviceClock;
    Settings& settings;
    Storage& storage;
    Connection& connection;
    SyncEngine& sync;
    SyncStatus& status;
    ChatListModel& chats;
    TopicListModel& topics;
    MessageThreadModel& thread;
    Outbox& outbox;
    Drafts& drafts;
    StagedFiles& staged;
    ReadReceipts& receipts;
    MessageActions& actions;
    PinnedMessages& pinned;
    GroupDetails& groupDetails;
    GroupActions& groupActions;
    Contacts& contacts;
    Blocks& blocks;
    PeopleListModel& people;
    ContentDetails& contentDetails;
    OlderPictures& olderPictures;
    MediaCache& media;
    EmojiPacks& emoji;
    Downloads& downloads;
    Notifications& notifications;
};

} // namespace skein
