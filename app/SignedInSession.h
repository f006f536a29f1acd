// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One account's object graph, made when somebody is signed in and destroyed whole at sign-out.
// Owns the account's store, sync, outbox and models; borrows what belongs to the program.
// Main thread.

#include "core/models/ChatListModel.h"
#include "core/models/MessageThreadModel.h"
#include "core/models/PeopleListModel.h"
#include "core/models/TopicListModel.h"
#include "core/net/RateBudget.h"
#include "core/sync/Blocks.h"
#include "core/sync/Connection.h"
#include "core/sync/Contacts.h"
#include "core/sync/ContentDetails.h"
#include "core/sync/Downloads.h"
#include "core/sync/Drafts.h"
#include "core/sync/EmojiPacks.h"
#include "core/sync/GroupActions.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/HistoryLoader.h"
#include "core/sync/MediaCache.h"
#include "core/sync/MessageActions.h"
#include "core/sync/Notifications.h"
#include "core/sync/OlderPictures.h"
#include "core/sync/Outbox.h"
#include "core/sync/PinnedMessages.h"
#include "core/sync/QuoteLoader.h"
#include "core/sync/ReadReceipts.h"
#include "core/sync/Storage.h"
#include "core/sync/SyncEngine.h"
#include "core/sync/SyncStatus.h"
#include "ui/Session.h"

namespace skein {

class SignedInSession : public QObject {
    Q_OBJECT
public:
    /// What the program lends.
    struct Surroundings {
        Clock& clock;
        Settings& settings;
        GroupMeApi& api;
        RateBudget& budget;
        UploadApi& uploadApi;
        const PowerSource& power;
        HttpTransport& mediaNetwork; ///< beside the budget: other hosts, with queues of their own
        std::function<double()> random;
        Notifier& notifier;
    };

    /// `folder`: where this account's data lies.
    SignedInSession(const Surroundings& around, const Person& me, TokenOrigin tokenOrigin,
        const QString& folder, QObject* parent = nullptr);
    ~SignedInSession() override;

    [[nodiscard]] Session view();
    [[nodiscard]] const Person& me() const { return m_me; }
    void start();

signals:
    /// /users/me answered 401: the token is no longer good. Nothing is sent any more.
    void tokenRefused();

private:
    void connectParts();
    /// The store can be read and written (again).
    void goOn();
    void stop();
    void confirmToken();

    const Surroundings m_around;
    const Person m_me;
    const TokenOrigin m_tokenOrigin;
    bool m_confirming = false;
    ServiceClock m_clock;
    ChangeFeed m_feed;
    AccountStore m_store;
    Storage m_storage;
    Connection m_connection;
    PageReader m_reader;
    PollScheduler m_scheduler;
    SyncEngine m_sync;
    SyncStatus m_status;
    HistoryLoader m_history;
    QuoteLoader m_quotes;
    OlderPictures m_olderPictures;
    ContentDetails m_contentDetails;
    MediaFolder m_mediaFolder;
    MediaCache m_media;
    EmojiPacks m_emoji;
    Downloads m_downloads;
    StagedFiles m_staged;
    Uploads m_uploads;
    Outbox m_outbox;
    Drafts m_drafts;
    ReadReceipts m_receipts;
    MessageActions m_actions;
    PinnedMessages m_pinned;
    GroupDetails m_groupDetails;
    GroupActions m_groupActions;
    Contacts m_contacts;
    Blocks m_blocks;
    ChatListModel m_chats; // before all others that read at once: the window waits for it
    TopicListModel m_topics;
    MessageThreadModel m_thread;
    PeopleListModel m_people;
    News m_news;
    Notifications m_notifications;
};

} // namespace skein
