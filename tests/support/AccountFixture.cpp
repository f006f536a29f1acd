// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/AccountFixture.h"

namespace skein {

using namespace Qt::StringLiterals;

AccountFixture::AccountFixture(SyncFixture& around, const QString& folder)
    : settings(folder + u"/skein.ini"_s)
    , storage(around.store(), around.feed(), around.clock)
    , connection(around.clock)
    , scheduler(around.clock, power, [] { return 0.5; })
    , serviceClock(around.clock)
    , sync(around.api(), around.store(), around.feed(), around.reader(), scheduler, serviceClock)
    , budget(around.network(), around.clock, [] { return 0.5; })
    , status(around.store(), sync, budget, around.clock, QFileInfo(around.file()).path())
    , history(around.reader(), around.store(), around.clock)
    , quotes(around.reader(), around.clock)
    , olderPictures(around.store(), history)
    , contentDetails(around.api(), around.store(), around.clock)
    , mediaFolder(folder + u"/media"_s)
    , media(around.network(), around.clock, mediaFolder, [] { return 0.5; })
    , emoji(around.network(), around.clock, folder + u"/emoji.json"_s, [] { return 0.5; })
    , downloads(around.network(), around.clock, folder + u"/downloads"_s)
    , outbox(around.api(), around.store(), around.reader(), around.uploads(), around.clock,
          [] { return 0.5; })
    , drafts(around.store(), around.clock)
    , receipts(around.api(), around.store(), settings, around.clock)
    , actions(around.api(), around.store(), around.clock)
    , pinned(around.api(), around.store(), around.feed())
    , groupDetails(around.api(), around.store(), around.feed(), around.clock)
    , groupActions(around.api(), around.store(), groupDetails, serviceClock)
    , contacts(around.api(), around.store(), around.clock)
    , blocks(around.api(), around.store(), around.feed(), around.clock)
    , people(around.store(), around.feed())
    , chats(around.store(), around.feed(), serviceClock)
    , topics(around.store(), around.feed(), serviceClock)
    , thread(around.store(), around.feed(), history, quotes, actions, around.clock)
    , news(around.store(), around.feed(), serviceClock, [this] { return sync.isReading(); })
    , notifications({.store = around.store(),
          .feed = around.feed(),
          .news = news,
          .clock = around.clock,
          .notifier = notifier,
          .outbox = outbox,
          .receipts = receipts,
          .actions = actions,
          .choices = [this] { return choices; },
          .isBlocked = [this](const UserId& user) { return blocks.isBlocked(user); }})
    , m_clock(around.clock)
    , m_staged(around.staged())
{
    QObject::connect(&around.api(), &GroupMeApi::answered, &connection, &Connection::report);
    QObject::connect(&outbox, &Outbox::progressed, &thread,
        [this](const SourceGuid& guid) { thread.noteUpload(guid, outbox.progress(guid)); });
    QObject::connect(&outbox, &Outbox::delivered, &sync, &SyncEngine::catchUp);
    QObject::connect(&sync, &SyncEngine::listed, &chats, &ChatListModel::noteListed);
    QObject::connect(&sync, &SyncEngine::listed, &news, &News::begin);
    QObject::connect(&blocks, &Blocks::changed, &notifications, &Notifications::noteBlocks);
    QObject::connect(&storage, &Storage::mended, &sync, &SyncEngine::lookNow);
    QObject::connect(&storage, &Storage::mended, &drafts, &Drafts::flush);
}

void AccountFixture::start()
{
    outbox.start();
    blocks.start();
    sync.start();
}

Session AccountFixture::session(TokenOrigin tokenOrigin)
{
    return {.me = {{FakeService::me}, u"Ana Lopez"_s, {}},
        .tokenOrigin = tokenOrigin,
        .clock = m_clock,
        .serviceClock = serviceClock,
        .settings = settings,
        .storage = storage,
        .connection = connection,
        .sync = sync,
        .status = status,
        .chats = chats,
        .topics = topics,
        .thread = thread,
        .outbox = outbox,
        .drafts = drafts,
        .staged = m_staged,
        .receipts = receipts,
        .actions = actions,
        .pinned = pinned,
        .groupDetails = groupDetails,
        .groupActions = groupActions,
        .contacts = contacts,
        .blocks = blocks,
        .people = people,
        .contentDetails = contentDetails,
        .olderPictures = olderPictures,
        .media = media,
        .emoji = emoji,
        .downloads = downloads,
        .notifications = notifications};
}

} // namespace skein
