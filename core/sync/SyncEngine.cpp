// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/SyncEngine.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

namespace {
/// Every so many looks the whole list is read: rows beyond the first page may have changed.
constexpr int wholeListEvery = 60;
/// Every so many looks at the open chat also ask how far the other side has read.
constexpr int receiptTurns = 3;

bool isUnreachable(const Error& error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::Interrupted
        || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::NotGroupMe;
}
} // namespace

SyncEngine::SyncEngine(GroupMeApi& api, AccountStore& store, ChangeFeed& feed, PageReader& reader,
    PollScheduler& scheduler, const ServiceClock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_reader(reader)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_chats(api, store, ChatListReader::List::Chats)
    , m_groups(api, store, ChatListReader::List::Groups)
    , m_topics(api, store, clock)
    , m_absences(api, store)
    , m_ownPlaces(reader, store, clock)
{
    connectParts(feed);
}

void SyncEngine::connectParts(ChangeFeed& feed)
{
    connect(&m_scheduler, &PollScheduler::listDue, this, &SyncEngine::lookAtLists);
    connect(&m_scheduler, &PollScheduler::openDue, this, &SyncEngine::lookAtOpen);
    connect(&m_scheduler, &PollScheduler::rereadDue, this, &SyncEngine::reread);
    connect(&m_scheduler, &PollScheduler::nextLookChanged, this, &SyncEngine::nextLookChanged);
    connect(&m_chats, &ChatListReader::finished, this, [this](const std::optional<Error>& error) {
        if (error && isUnreachable(*error))
            return listFinished(error);
        m_chatsError = error;
        m_groups.read(m_wholeLists);
    });
    connect(&m_groups, &ChatListReader::finished, this, [this](const std::optional<Error>& error) {
        // An account, or a service, without groups is no trouble.
        const bool noGroups = error && error->kind == ErrorKind::NotFound;
        listFinished(m_chatsError || noGroups ? m_chatsError : error);
    });
    connect(&m_groups, &ChatListReader::missed, &m_absences, &Absences::check);
    connect(&m_groups, &ChatListReader::reappeared, &m_absences, &Absences::checkReturn);
    connect(&m_topics, &TopicListReader::missed, &m_absences, &Absences::check);
    connect(&m_topics, &TopicListReader::finished, this,
        [this](const ConversationId&, const std::optional<Error>& error) {
            if (error && isUnreachable(*error))
                m_topicQueue.clear(); // due as before; the next look asks
            m_positionsOwed |= !error && m_topics.wasFirstReading();
            readNextTopics();
        });
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        if (m_scheduler.isRunning() && !changes.topicLists.isEmpty())
            askForTopics();
    });
}

void SyncEngine::start()
{
    m_scheduler.start();
    queueStale();
}

void SyncEngine::stop()
{
    m_scheduler.stop();
    m_queue.clear();
    m_topicQueue.clear();
}

void SyncEngine::setOpen(const ConversationId& conversation)
{
    if (m_open == conversation)
        return;
    m_open = conversation;
    m_openLooks = 0;
    m_scheduler.setConversationOpen(false); // the look at the one before no longer counts
    m_scheduler.setConversationOpen(!conversation.isEmpty());
    m_scheduler.lookAtOpenNow();
    if (m_scheduler.isRunning() && !conversation.parent().isEmpty())
        askForTopics();
}

void SyncEngine::setAttention(Attention attention)
{
    m_attention = attention;
    m_scheduler.setAttention(attention);
}

void SyncEngine::lookNow() { m_scheduler.lookNow(); }

void SyncEngine::catchUp(const ConversationId& conversation)
{
    run(conversation, CatchUp::Mode::Steady);
}

void SyncEngine::lookAtLists()
{
    m_wholeLists = m_listsRead++ % wholeListEvery == 0;
    m_chatsError.reset();
    m_chats.read(m_wholeLists);
}

void SyncEngine::readPositions()
{
    if (std::exchange(m_positionsAsked, true))
        return;
    using Positions = QHash<QString, MessageId>;
    whenDone(this, m_api.readPositions(), [this](const Result<Positions>& positions) {
        if (!positions) {
            // Optional: without it own heads come from receipts and from reading here.
            m_positionsAsked = positions.error().kind != ErrorKind::RateLimited
                && !isUnreachable(positions.error());
            return;
        }
        m_positions = *positions;
        applyPositions();
    });
}

void SyncEngine::applyPositions()
{
    if (m_positions.isEmpty())
        return;
    const auto write = m_store.write([all = m_positions](Stores& stores, Changes& changes) {
        for (const Conversation& c : stores.conversations.all()) {
            const MessageId read = all.value(c.id.id);
            if (read.isEmpty())
                continue;
            stores.conversations.raiseRead(
                c.id, stores.messages.positionFor(c.id, read), true, changes);
        }
        return true;
    });
    whenDone(this, write, [this](const Result<bool>&) { queueStale(); });
}

void SyncEngine::listFinished(const std::optional<Error>& error)
{
    m_scheduler.listLooked(outcomeOf(error));
    // A page that the service cannot give must not keep the conversations from catching up.
    const bool onlyTheList = error
        && (error->kind == ErrorKind::Server || error->kind == ErrorKind::Malformed
            || error->kind == ErrorKind::TooLarge);
    if (onlyTheList)
        queueStale();
    if (error)
        return;
    if (!std::exchange(m_listedOnce, true))
        emit listed();
    readPositions();
    queueStale();
    const bool isTurn = m_attention != Attention::Hidden || m_listsRead % hiddenTurns == 0;
    askForTopics(isTurn ? Turn::Next : Turn::None);
    if (isTurn)
        m_ownPlaces.readNext(m_open);
}

void SyncEngine::askForTopics(Turn turn)
{
    const auto due = m_store.read([=, open = m_open.parent(), now = m_clock.now()](Stores& stores) {
        QList<ConversationId> groups = stores.groups.topicsDue();
        const auto shown = open.isEmpty() ? std::nullopt : stores.conversations.one(open);
        if (shown && shown->hasTopics() && !shown->isGone()) {
            groups.removeOne(open);
            groups.prepend(open);
        }
        if (const auto next = stores.groups.nextInTurn(now);
            turn == Turn::Next && !next.isEmpty() && !groups.contains(next))
            groups.append(next);
        return groups;
    });
    whenDone(this, due, [this](const Result<QList<ConversationId>>& groups) {
        m_topicQueue = groups.value_or(QList<ConversationId>{});
        if (!m_topics.isReading())
            readNextTopics();
    });
}

void SyncEngine::readNextTopics()
{
    if (!std::exchange(m_topicsAsked, {}).isEmpty())
        queueStale(); // what the topics promised
    // Positions were told before these topics were known.
    if (m_topicQueue.isEmpty() && std::exchange(m_positionsOwed, false))
        applyPositions();
    if (!m_scheduler.isRunning() || m_topicQueue.isEmpty())
        return;
    m_topicsAsked = m_topicQueue.takeFirst();
    m_topics.read(m_topicsAsked);
}

void SyncEngine::queueStale()
{
    const auto stale = m_store.read([](Stores& stores) { return stores.conversations.stale(); });
    whenDone(this, stale, [this](const Result<QList<ConversationId>>& ids) {
        if (!ids)
            return;
        m_queue = *ids;
        if (m_queue.removeOne(m_open))
            m_queue.prepend(m_open);
        runQueue();
    });
}

void SyncEngine::runQueue()
{
    while (m_scheduler.isRunning() && m_running.size() < catchUpsAtOnce && !m_queue.isEmpty()) {
        const ConversationId id = m_queue.takeFirst();
        if (!m_running.contains(id))
            runStale(id);
    }
}

/// It may have been caught up since it was queued.
void SyncEngine::runStale(const ConversationId& id)
{
    m_running.insert(id);
    const auto stale
        = m_store.read([id](Stores& stores) { return stores.conversations.isStale(id); });
    whenDone(this, stale, [this, id](const Result<bool>& isStale) {
        if (isStale.value_or(false))
            return begin(id, CatchUp::Mode::Full);
        m_running.remove(id);
        goOn(id);
    });
}

void SyncEngine::lookAtOpen()
{
    const bool isDirect = m_open.kind == ConversationId::Kind::Direct;
    const bool isTurn = m_openLooks++ % receiptTurns == 0;
    run(m_open, isDirect && isTurn ? CatchUp::Mode::Receipts : CatchUp::Mode::Steady);
}

void SyncEngine::reread()
{
    if (!m_running.contains(m_open))
        whenDone(this, m_reader.newest(m_open, PageReader::Priority::Open),
            [](const Result<PageRead>&) { /* the next one comes soon anyway */ });
}

void SyncEngine::run(const ConversationId& id, CatchUp::Mode mode)
{
    if (m_running.contains(id)) {
        m_again.insert(id);
        return;
    }
    m_running.insert(id);
    begin(id, mode);
}

void SyncEngine::begin(const ConversationId& id, CatchUp::Mode mode)
{
    const auto priority
        = id == m_open ? PageReader::Priority::Open : PageReader::Priority::Background;
    auto* work = new CatchUp(m_reader, m_store, id, priority, this);
    connect(work, &CatchUp::finished, this,
        [this, id](
            const std::optional<Error>& error, bool complete) { caughtUp(id, error, complete); });
    work->run(mode);
}

void SyncEngine::caughtUp(
    const ConversationId& id, const std::optional<Error>& error, bool complete)
{
    m_running.remove(id);
    const bool nothingThere = error && error->kind == ErrorKind::NotFound; // an unused pair (G4)
    if (!error || nothingThere)
        emit lookedAt(id);
    if (nothingThere)
        m_absences.check({id});
    keepScore(id, complete || nothingThere);
    if (error)
        m_again.remove(id); // stale conversations are queued again after the next list
    if (id == m_open)
        m_scheduler.openLooked(outcomeOf(error));
    // A group that was left, a topic that was deleted: there is nothing to watch (L58).
    if (id == m_open && nothingThere && id.kind != ConversationId::Kind::Direct)
        m_scheduler.setConversationOpen(false);
    if (!error)
        goOn(id);
}

void SyncEngine::goOn(const ConversationId& id)
{
    if (m_again.remove(id))
        run(id, CatchUp::Mode::Steady);
    runQueue();
}

void SyncEngine::keepScore(const ConversationId& id, bool complete)
{
    const auto write = m_store.write([=](Stores& stores, Changes&) {
        if (complete)
            stores.conversations.markCaughtUp(id);
        else if (std::ranges::count(stores.messages.ranges(id), false, &Span::isIsland) > 1)
            stores.conversations.markStale(id); // its gap closes though nobody looks at it
        return true;
    });
    Q_UNUSED(write)
}

PollScheduler::Outcome SyncEngine::outcomeOf(const std::optional<Error>& error)
{
    if (!error)
        return PollScheduler::Outcome::Done;
    if (error->kind == ErrorKind::Unauthorized)
        emit unauthorized();
    return isUnreachable(*error) ? PollScheduler::Outcome::Unreachable
                                 : PollScheduler::Outcome::Failed;
}

} // namespace skein
