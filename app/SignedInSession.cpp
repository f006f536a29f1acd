// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/SignedInSession.h"

#include "core/base/WhenDone.h"
#include "core/platform/NotificationSettings.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace skein {

SignedInSession::SignedInSession(const Surroundings& around, const Person& me,
    TokenOrigin tokenOrigin, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_around(around)
    , m_me(me)
    , m_tokenOrigin(tokenOrigin)
    , m_clock(around.clock)
    , m_store(folder + u"/skein.sqlite"_s, me.id, m_feed)
    , m_storage(m_store, m_feed, around.clock)
    , m_connection(around.clock)
    , m_reader(around.api, m_store)
    , m_scheduler(around.clock, around.power, around.random)
    , m_sync(around.api, m_store, m_feed, m_reader, m_scheduler, m_clock)
    , m_status(m_store, m_sync, around.budget, around.clock, folder)
    , m_history(m_reader, m_store, around.clock)
    , m_quotes(m_reader, around.clock)
    , m_olderPictures(m_store, m_history)
    , m_contentDetails(around.api, m_store, around.clock)
    , m_mediaFolder(folder + u"/media"_s)
    , m_media(around.mediaNetwork, around.clock, m_mediaFolder, around.random)
    , m_emoji(around.mediaNetwork, around.clock, folder + u"/emoji.json"_s, around.random)
    , m_downloads(around.mediaNetwork, around.clock,
          QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
    , m_staged(m_store, m_feed)
    , m_uploads(around.uploadApi, m_store, m_staged, around.clock)
    , m_outbox(around.api, m_store, m_reader, m_uploads, around.clock, around.random)
    , m_drafts(m_store, around.clock)
    , m_receipts(around.api, m_store, around.settings, around.clock)
    , m_actions(around.api, m_store, around.clock)
    , m_pinned(around.api, m_store, m_feed)
    , m_groupDetails(around.api, m_store, m_feed, around.clock)
    , m_groupActions(around.api, m_store, m_groupDetails, m_clock)
    , m_contacts(around.api, m_store, around.clock)
    , m_blocks(around.api, m_store, m_feed, around.clock)
    , m_chats(m_store, m_feed, m_clock)
    , m_topics(m_store, m_feed, m_clock)
    , m_thread(m_store, m_feed, m_history, m_quotes, m_actions, around.clock)
    , m_people(m_store, m_feed)
    , m_news(m_store, m_feed, m_clock, [this] { return m_sync.isReading(); })
    , m_notifications({.store = m_store,
          .feed = m_feed,
          .news = m_news,
          .clock = around.clock,
          .notifier = around.notifier,
          .outbox = m_outbox,
          .receipts = m_receipts,
          .actions = m_actions,
          .choices = [&settings = around.settings] { return notificationChoices(settings); },
          .isBlocked = [this](const UserId& user) { return m_blocks.isBlocked(user); }})
{
    connectParts();
}

SignedInSession::~SignedInSession()
{
    stop();
    m_receipts.flush();
    m_drafts.flush();
}

Session SignedInSession::view()
{
    return {.me = m_me,
        .tokenOrigin = m_tokenOrigin,
        .clock = m_around.clock,
        .serviceClock = m_clock,
        .settings = m_around.settings,
        .storage = m_storage,
        .connection = m_connection,
        .sync = m_sync,
        .status = m_status,
        .chats = m_chats,
        .topics = m_topics,
        .thread = m_thread,
        .outbox = m_outbox,
        .drafts = m_drafts,
        .staged = m_staged,
        .receipts = m_receipts,
        .actions = m_actions,
        .pinned = m_pinned,
        .groupDetails = m_groupDetails,
        .groupActions = m_groupActions,
        .contacts = m_contacts,
        .blocks = m_blocks,
        .people = m_people,
        .contentDetails = m_contentDetails,
        .olderPictures = m_olderPictures,
        .media = m_media,
        .emoji = m_emoji,
        .downloads = m_downloads,
        .notifications = m_notifications};
}

void SignedInSession::connectParts()
{
    connect(&m_around.api, &GroupMeApi::answered, &m_connection, &Connection::report);
    connect(&m_around.api, &GroupMeApi::answered, &m_status, &SyncStatus::note);
    connect(&m_around.api, &GroupMeApi::dated, &m_clock, &ServiceClock::learn);
    connect(&m_around.budget, &RateBudget::paused, &m_connection, &Connection::reportPause);
    connect(&m_connection, &Connection::changed, this, [this](const ConnectionState& state) {
        if (state.kind != ConnectionState::Kind::Online)
            return;
        m_outbox.wakeUp();
        m_history.forgive();
        m_quotes.forgive();
        m_contentDetails.forgive();
        m_pinned.retry();
    });
    connect(&m_around.settings, &Settings::changed, this, [this](const QString& name) {
        if (rulesNotifications(name))
            m_notifications.noteChoices();
    });
    connect(&m_blocks, &Blocks::changed, &m_notifications, &Notifications::noteBlocks);
    connect(&m_storage, &Storage::mended, this, &SignedInSession::goOn);
    connect(&m_sync, &SyncEngine::listed, &m_chats, &ChatListModel::noteListed);
    connect(&m_sync, &SyncEngine::listed, &m_news, &News::begin);
    connect(&m_sync, &SyncEngine::listed, &m_contacts, &Contacts::start); // the chats come first
    connect(&m_sync, &SyncEngine::lookedAt, &m_thread, &MessageThreadModel::noteLooked);
    connect(&m_sync, &SyncEngine::unauthorized, this, &SignedInSession::confirmToken);
    connect(&m_outbox, &Outbox::unauthorized, this, &SignedInSession::confirmToken);
    connect(&m_outbox, &Outbox::barred, &m_groupDetails, &GroupDetails::refresh);
    connect(&m_outbox, &Outbox::delivered, &m_sync, &SyncEngine::catchUp);
    connect(&m_outbox, &Outbox::progressed, &m_thread,
        [this](const SourceGuid& guid) { m_thread.noteUpload(guid, m_outbox.progress(guid)); });
    connect(&m_outbox, &Outbox::pausedChanged, &m_connection, &Connection::reportSendingPaused);
}

void SignedInSession::goOn()
{
    m_drafts.flush();
    m_chats.reload();
    m_topics.reload();
    m_people.reload();
    m_thread.reload();
    m_outbox.wakeUp();
    m_sync.lookNow();
}

void SignedInSession::start()
{
    m_staged.sweep();
    m_outbox.start();
    m_blocks.start(); // known before anything can arrive
    m_sync.start();
}

void SignedInSession::stop()
{
    m_sync.stop();
    m_outbox.stop();
}

void SignedInSession::confirmToken()
{
    // One resource may refuse what the account may do; only /users/me speaks of the token (A2).
    if (std::exchange(m_confirming, true))
        return;
    whenDone(this, m_around.api.me(), [this](const Result<Person>& person) {
        m_confirming = false;
        if (person || person.error().kind != ErrorKind::Unauthorized)
            return;
        stop();
        m_connection.reportTokenRefused();
        emit tokenRefused();
    });
}

} // namespace skein
