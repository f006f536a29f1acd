// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Outbox.h"

#include "core/base/Logging.h"
#include "core/base/WhenDone.h"
#include "core/net/RetryPolicy.h"

#include <QPointer>
#include <QUuid>

#include <utility>

namespace skein {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {
/// Longer than /users/me may take, which tells whether it is the token.
constexpr milliseconds unauthorizedPause = 30s;
} // namespace

/// One conversation's queue: at most one request of it is under way.
struct Outbox::Lane {
    bool busy = false;
    bool again = false; ///< asked to advance while busy
    int attempts = 0; ///< since the last success, for the pauses
    int refusals = 0; ///< 401 after 401
    SourceGuid checked; ///< the row that `checks` counts readings for
    int checks = 0;
    QPointer<DeliveryCheck> check; ///< under way
    std::unique_ptr<Timer> timer;
};

Outbox::Outbox(GroupMeApi& api, AccountStore& store, PageReader& reader, Uploads& uploads,
    Clock& clock, std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_reader(reader)
    , m_uploads(uploads)
    , m_clock(clock)
    , m_random(std::move(random))
{
    connect(&uploads, &Uploads::progressed, this, &Outbox::progressed);
    connect(&uploads, &Uploads::finished, this, &Outbox::uploaded);
}

Outbox::~Outbox() = default;

void Outbox::start()
{
    m_running = true;
    const auto waiting = m_store.read([](Stores& stores) { return stores.outbox.conversations(); });
    whenDone(this, waiting, [this](const Result<QList<ConversationId>>& found) {
        for (const ConversationId& id : found.value_or(QList<ConversationId>{}))
            advance(id);
    });
}

void Outbox::stop()
{
    m_running = false;
    recallAll();
    m_uploads.cancelAll();
    for (const auto& [key, lane] : m_lanes) {
        if (!lane->check)
            continue;
        delete lane->check;
        lane->busy = false;
    }
}

SourceGuid Outbox::send(
    const ConversationId& conversation, const QString& text, const QJsonArray& attachments)
{
    return send(conversation, OutgoingContent{text, attachments, {}});
}

SourceGuid Outbox::queue(
    const ConversationId& conversation, const OutgoingContent& content, DraftStays draftStays)
{
    if (!saysSomething(content) || content.text.size() > maxLength)
        return {};
    OutboxRow row{.guid = {QUuid::createUuid().toString(QUuid::WithoutBraces)},
        .conversation = conversation,
        .text = content.text,
        .attachments = content.attachments,
        .files = {},
        .queuedAt = m_clock.now().count()};
    for (const OutgoingFile& file : content.files)
        row.files.append({file, {}, {}});
    const auto write = m_store.write([row, draftStays](Stores& stores, Changes& changes) {
        stores.outbox.add(row, changes);
        if (draftStays == DraftStays::No)
            stores.drafts.save(row.conversation, {}, changes);
        return true;
    });
    whenDone(this, write, [this, conversation, content](const Result<bool>& written) {
        if (written)
            advance(conversation);
        else
            emit refused(
                conversation, content, tr("The message could not be saved on this computer."));
    });
    return row.guid;
}

void Outbox::retry(const SourceGuid& guid)
{
    const auto write = m_store.write([guid](Stores& stores, Changes& changes) {
        auto row = stores.outbox.find(guid);
        if (row && (row->state == State::Failed || row->state == State::Unconfirmed)) {
            // A try of unknown outcome may have arrived after all: looked for before it is sent.
            row->state = row->firstSentAt == 0 ? State::Queued : State::Checking;
            row->reason.clear();
            stores.outbox.update(*row, changes);
        }
        return row;
    });
    whenDone(this, write, [this](const Result<std::optional<OutboxRow>>& row) {
        if (!row || !*row)
            return;
        setPaused(false);
        advance((*row)->conversation);
    });
}

Async<std::optional<OutboxRow>> Outbox::withdraw(const SourceGuid& guid)
{
    m_withdrawn.insert(guid); // before anything could send it
    recall(guid);
    m_uploads.cancel(guid);
    const auto found = m_store.read([guid](Stores& stores) {
        auto row = stores.outbox.find(guid);
        return row && row->state == State::Queued ? row : std::nullopt;
    });
    whenDone(this, found, [this, guid](const Result<std::optional<OutboxRow>>& row) {
        if (row && *row)
            return;
        m_withdrawn.remove(guid);
        wakeUp();
    });
    return found;
}

void Outbox::discard(const SourceGuid& guid)
{
    const auto write = m_store.write([guid](Stores& stores, Changes& changes) {
        const auto row = stores.outbox.find(guid);
        if (row && row->state != State::Sending)
            stores.outbox.remove(guid, changes);
        return row;
    });
    whenDone(this, write, [this](const Result<std::optional<OutboxRow>>& row) {
        if (!row || !*row)
            return;
        if ((*row)->state != State::Sending)
            m_uploads.cancel((*row)->guid);
        advance((*row)->conversation);
    });
}

void Outbox::resume()
{
    setPaused(false);
    wakeUp();
}

void Outbox::wakeUp()
{
    for (const auto& [key, lane] : m_lanes) {
        if (!lane->timer->isActive())
            continue;
        lane->timer->stop();
        advance(ConversationId::fromKey(key));
    }
    if (m_running)
        start();
}

Outbox::Lane& Outbox::lane(const ConversationId& id)
{
    auto& lane = m_lanes[id.key()];
    if (!lane) {
        lane = std::make_unique<Lane>();
        lane->timer = m_clock.timer([this, id] { advance(id); });
    }
    return *lane;
}

void Outbox::advance(const ConversationId& id)
{
    Lane& queue = lane(id);
    if (!maySend() || queue.timer->isActive())
        return;
    if (queue.busy) {
        queue.again = true;
        return;
    }
    queue.busy = true;
    queue.again = false;
    const auto next = m_store.read(
        [id, passed = m_withdrawn](Stores& stores) { return stores.outbox.next(id, passed); });
    whenDone(this, next, [this, id](const Result<std::optional<OutboxRow>>& found) {
        if (!found)
            return rest(id, backoff(id));
        // Withdrawn while it was read: the one behind it has the turn. Stopped: none has.
        if (!maySend() || (*found && m_withdrawn.contains((*found)->guid)))
            return rest(id, 0ms);
        decide(id, *found);
    });
}

void Outbox::decide(const ConversationId& id, const std::optional<OutboxRow>& next)
{
    if (!next)
        return fallIdle(id);
    OutboxRow row = *next;
    switch (row.state) {
    case State::Failed:
    case State::Unconfirmed:
        break; // waits for the person: never given a turn
    case State::Queued:
        return row.isUp() ? dispatch(row) : m_uploads.run(row);
    case State::Sending: // not by us now: the outcome of an earlier try is unknown
        if (age(row) < resendWindow)
            return dispatch(row);
        row.state = State::Checking; // and can be discarded from now on
        return put(row, 0ms);
    case State::Checking:
    case State::Conflicted:
        return check(row);
    }
    fallIdle(id);
}

void Outbox::fallIdle(const ConversationId& id)
{
    lane(id).busy = false;
    lane(id).attempts = 0;
    if (lane(id).again)
        advance(id);
}

void Outbox::uploaded(const OutboxRow& row, const std::optional<Error>& error)
{
    emit progressed(row.guid); // there is none any more
    Lane& queue = lane(row.conversation);
    if (!error)
        queue.attempts = 0;
    if (!error || error->kind == ErrorKind::Cancelled)
        return rest(row.conversation, 0ms);
    if (error->kind == ErrorKind::Unauthorized && ++queue.refusals < 3) {
        emit unauthorized();
        return rest(row.conversation, unauthorizedPause);
    }
    if (mayUploadLater(*error) || error->kind == ErrorKind::Storage)
        return rest(row.conversation, backoff(row.conversation, error->retryAfter));
    fail(row, State::Failed,
        error->detail.isEmpty() ? tr("GroupMe does not allow it.") : error->detail);
}

void Outbox::dispatch(OutboxRow row)
{
    const bool firstTry = row.firstSentAt == 0;
    row.state = State::Sending;
    row.lastSentAt = m_clock.now().count();
    m_lastSent[row.guid] = m_clock.monotonic();
    if (firstTry) {
        row.firstSentAt = row.lastSentAt;
        m_firstSent[row.guid] = m_clock.monotonic();
    }
    // The row says "sending" on disk before the first byte leaves.
    const auto write = m_store.write([row](Stores& stores, Changes& changes) mutable {
        if (!stores.outbox.find(row.guid))
            return std::optional<OutboxRow>{};
        if (row.head.isEmpty())
            row.head = stores.messages.head(row.conversation);
        stores.outbox.update(row, changes);
        return std::optional(row);
    });
    whenDone(this, write, [=, this](const Result<std::optional<OutboxRow>>& written) {
        if (!written)
            rest(row.conversation, backoff(row.conversation));
        else if (!*written)
            rest(row.conversation, 0ms); // settled or discarded meanwhile
        else if (!maySend() || m_withdrawn.contains(row.guid))
            holdBack(**written, firstTry);
        else
            post(**written, firstTry);
    });
}

void Outbox::posted(OutboxRow row, bool firstTry, const Result<Message>& answer)
{
    if (answer || answer.error().kind != ErrorKind::Unauthorized)
        lane(row.conversation).refusals = 0;
    if (answer)
        confirm(row, *answer);
    else
        refusedBy(std::move(row), firstTry, answer.error());
}

void Outbox::confirm(const OutboxRow& row, Message message)
{
    // The answer lacks what a reading has (protocol.md B6, K5).
    message.guid = row.guid;
    message.senderId = m_store.me();
    const auto write = m_store.write([=](Stores& stores, Changes& changes) {
        stores.messages.take(
            row.conversation, {.messages = {message}, .complete = {}, .partial = true}, changes);
        stores.groups.noteWritten(row.conversation, changes);
        return true;
    });
    whenDone(this, write, [=, this](const Result<bool>& written) {
        Lane& queue = lane(row.conversation);
        queue.attempts = 0;
        forget(row.guid);
        rest(row.conversation, written ? 0ms : backoff(row.conversation));
        emit delivered(row.conversation);
    });
}

void Outbox::refusedBy(OutboxRow row, bool firstTry, const Error& error)
{
    if (error.kind == ErrorKind::Conflict) {
        row.state = State::Conflicted;
        lane(row.conversation).checks = 0;
        return put(row, 0ms);
    }
    if (outcomeUnknown(error.kind))
        return put(row, backoff(row.conversation)); // stays "sending": decide() knows by its age
    if (firstTry)
        takeBackTry(row);
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        // If the token itself were refused, stop() would have come by the third time.
        if (++lane(row.conversation).refusals >= 3)
            return forbidden(row, error);
        emit unauthorized();
        return put(row, unauthorizedPause);
    case ErrorKind::RateLimited:
    case ErrorKind::Unreachable:
    case ErrorKind::Expired:
        return put(row, backoff(row.conversation, error.retryAfter));
    case ErrorKind::Forbidden:
        return forbidden(row, error);
    default:
        return fail(row, State::Failed,
            error.detail.isEmpty() ? tr("GroupMe did not accept it.") : error.detail);
    }
}

void Outbox::check(const OutboxRow& row)
{
    Lane& queue = lane(row.conversation);
    if (std::exchange(queue.checked, row.guid) != row.guid)
        queue.checks = 0;
    auto* work = new DeliveryCheck(m_reader, m_store, row, this);
    queue.check = work;
    connect(work, &DeliveryCheck::finished, this,
        [=, this](const std::optional<Error>& error, bool found) { checked(row, error, found); });
    work->run();
}

void Outbox::checked(OutboxRow row, const std::optional<Error>& error, bool found)
{
    Lane& queue = lane(row.conversation);
    queue.check.clear(); // it deletes itself
    if (error)
        return rest(row.conversation, backoff(row.conversation, error->retryAfter));
    queue.attempts = 0;
    if (found) {
        forget(row.guid);
        emit delivered(row.conversation);
        return rest(row.conversation, 0ms);
    }
    ++queue.checks;
    if (row.state == State::Conflicted) {
        if (queue.checks < conflictChecks)
            return rest(row.conversation, queue.checks * 3s);
        queue.checks = 0;
        return fail(row, State::Unconfirmed,
            tr("GroupMe says that it has this message, but does not show it."));
    }
    row.state = State::Checking;
    const auto sinceLast = sinceLastSent(row);
    // Not there: looked once more after the service has forgotten the guid, then sent anew.
    if (queue.checks < 2 || sinceLast < guidMemory)
        return put(row, std::max(milliseconds{guidMemory} - sinceLast, milliseconds{2s}));
    queue.checks = 0;
    takeBackTry(row);
    put(row, 0ms);
}

void Outbox::put(const OutboxRow& row, milliseconds pause)
{
    const auto write = m_store.write([row](Stores& stores, Changes& changes) {
        stores.outbox.update(row, changes);
        return true;
    });
    whenDone(this, write, [this, id = row.conversation, pause](const Result<bool>& written) {
        // On disk the row is as it was: decided anew at once, it would come here for ever.
        rest(id, written ? pause : std::max(pause, backoff(id)));
    });
}

void Outbox::fail(OutboxRow row, State state, const QString& reason)
{
    row.state = state;
    row.reason = reason;
    put(row, 0ms);
}

void Outbox::rest(const ConversationId& id, milliseconds pause)
{
    Lane& queue = lane(id);
    queue.busy = false;
    if (pause > 0ms)
        queue.timer->start(pause);
    else
        advance(id);
}

void Outbox::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (paused)
        recallAll();
    emit pausedChanged(paused);
    if (!paused && m_running)
        start();
}

milliseconds Outbox::age(const OutboxRow& row) const
{
    const milliseconds wall{m_clock.now().count() - row.firstSentAt};
    // A wall clock that was set back must not make an old try look young.
    if (wall < 0ms)
        return guidMemory;
    const auto sent = m_firstSent.constFind(row.guid);
    return sent == m_firstSent.cend() ? wall : std::max(wall, m_clock.monotonic() - *sent);
}

milliseconds Outbox::sinceLastSent(const OutboxRow& row)
{
    // Of an earlier run's try is only certain that it was before now.
    if (!m_lastSent.contains(row.guid))
        m_lastSent[row.guid] = m_clock.monotonic();
    const milliseconds wall{m_clock.now().count() - row.lastSentAt};
    return std::max(wall, m_clock.monotonic() - m_lastSent.value(row.guid));
}

void Outbox::forget(const SourceGuid& guid)
{
    m_firstSent.remove(guid);
    m_lastSent.remove(guid);
}

/// The try did nothing, and there was none before it that is not known to have done nothing.
void Outbox::takeBackTry(OutboxRow& row)
{
    row.state = State::Queued;
    row.firstSentAt = 0;
    forget(row.guid);
}

milliseconds Outbox::backoff(
    const ConversationId& id, const std::optional<milliseconds>& retryAfter)
{
    const int attempt = ++lane(id).attempts;
    const auto own = std::min(retryDelay(attempt, m_random()), milliseconds{20s});
    // "Retry-After: 0" again and again must not become a storm.
    return retryAfter ? std::max(own, retryDelay(attempt, 0, retryAfter)) : own;
}

} // namespace skein
