// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An account's objects as the program makes them (app/SignedInSession), over a fake service and a
// clock that the test moves: what a window is shown. Main thread.

#include "core/models/ChatListModel.h"
#include "core/models/MessageThreadModel.h"
#include "core/models/PeopleListModel.h"
#include "core/models/TopicListModel.h"
#include "core/net/RateBudget.h"
#include "core/platform/Settings.h"
#include "core/sync/Blocks.h"
#include "core/sync/Connection.h"
#include "core/sync/Contacts.h"
#include "core/sync/ContentDetails.h"
#include "core/sync/Downloads.h"
#include "core/sync/Drafts.h"
#include "core/sync/EmojiPacks.h"
#include "core/sync/GroupActions.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/MediaCache.h"
#include "core/sync/MessageActions.h"
#include "core/sync/Notifications.h"
#include "core/sync/OlderPictures.h"
#include "core/sync/Outbox.h"
#include "core/sync/PinnedMessages.h"
#include "core/sync/ReadReceipts.h"
#include "core/sync/Storage.h"
#include "core/sync/SyncEngine.h"
#include "core/sync/SyncStatus.h"
#include "tests/fakes/FakeNotifier.h"
#include "tests/support/SyncFixture.h"
#include "ui/Session.h"

namespace skein {

struct AccountFixture {
    /// `folder`: where the settings lie. Nothing is asked of the service before start().
    AccountFixture(SyncFixture& around, const QString& folder);

    void start();

    [[nodiscard]] Session session(TokenOrigin tokenOrigin = TokenOrigin::Pasted);

    Settings settings;
    Storage storage;
    Connection connection;
    MainsPower power;
    PollScheduler scheduler;
    ServiceClock serviceClock;
    SyncEngine sync;
    RateBudget budget; ///< counts only: the api does not go through it
    SyncStatus status;
    HistoryLoader history;
    QuoteLoader quotes;
    OlderPictures olderPictures;
    ContentDetails contentDetails;
    MediaFolder mediaFolder;
    MediaCache media;
    EmojiPacks emoji;
    Downloads downloads;
    Outbox outbox;
    Drafts drafts;
    ReadReceipts receipts;
    MessageActions actions;
    PinnedMessages pinned;
    GroupDetails groupDetails;
    GroupActions groupActions;
    Contacts contacts;
    Blocks blocks;
    PeopleListModel people;
    ChatListModel chats;
    TopicListModel topics;
    MessageThreadModel thread;
    FakeNotifier notifier;
    NotificationChoices choices;
    News news;
    Notifications notifications;

private:
    Clock& m_clock;
    StagedFiles& m_staged;
};

} // namespace skein
