// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/MessageThreadModel.h"

#include "core/base/WhenDone.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

/// Greater than every position: the end of a thread.
const auto theEnd = u"~"_s;
/// How long an own message just sent may stand without a gap above it.
constexpr auto grace = 5s;

} // namespace

MessageThreadModel::MessageThreadModel(AccountStore& store, ChangeFeed& feed,
    HistoryLoader& history, QuoteLoader& quotes, const MessageActions& actions, Clock& clock,
    QObject* parent)
    : ThreadModel(parent)
    , m_store(store)
    , m_history(history)
    , m_quotes(quotes)
    , m_actions(actions)
    , m_clock(clock)
    , m_visiblePage(history.reader(), clock)
    , m_graceEnd(clock.timer([this] {
        m_graceOver = true;
        refresh();
    }))
{
    const auto refreshIfShown = [this](const ConversationId& id) {
        if (id == m_conversation)
            refresh();
    };
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        if (!changes.threads.contains(m_conversation))
            return;
        m_window.note(changes, m_conversation);
        refresh();
    });
    connect(&history, &HistoryLoader::stateChanged, this, refreshIfShown);
    connect(&actions, &MessageActions::pendingChanged, this, refreshIfShown);
    connect(&quotes, &QuoteLoader::changed, this, refreshIfShown);
}

void MessageThreadModel::open(const ConversationId& id)
{
    cancelJump();
    m_shown.clear();
    m_conversation = id;
    m_looked = false;
    load({});
}

void MessageThreadModel::openAtEnd()
{
    cancelJump();
    if (!m_conversation.isEmpty())
        load({.at = Aim::At::End});
}

void MessageThreadModel::openPlace(const ThreadPlace& place, const MessageId& message)
{
    cancelJump();
    if (!m_conversation.isEmpty())
        load({.at = Aim::At::Place, .message = message, .place = place});
}

void MessageThreadModel::load(const Aim& aim)
{
    const int generation = ++m_generation;
    m_visiblePage.show({});
    beginResetModel();
    m_rows.clear();
    m_window.close();
    m_loaded = m_dirty = m_readsDown = false;
    m_reading = !m_conversation.isEmpty();
    m_graceEnd->stop();
    m_firstSeenKey.clear();
    m_lastSeenKey.clear();
    if (aim.at == Aim::At::WhereLeft)
        m_firstUnreadKey.clear();
    endResetModel();
    if (m_conversation.isEmpty())
        return;
    const auto opening = m_store.read(
        [id = m_conversation, aim](Stores& stores) { return readOpening(stores, id, aim); });
    whenDone(this, opening, [this, generation, aim](const Result<Opening>& found) {
        if (generation != m_generation)
            return;
        m_reading = false;
        show(found.value_or(Opening{}));
        if (aim.at == Aim::At::Message)
            land(aim.message);
        if (m_dirty)
            refresh();
    });
}

MessageThreadModel::Opening MessageThreadModel::readOpening(
    Stores& stores, const ConversationId& id, const Aim& aim)
{
    Opening found;
    QString around = theEnd;
    if (aim.at == Aim::At::WhereLeft) {
        const auto unread
            = stores.messages.firstUnreadAfter(id, stores.conversations.heads(id).read);
        const KeptPlace kept = stores.conversations.place(id);
        if (unread) {
            around = found.firstUnread = positionOf(*unread);
        } else if (!kept.key.isEmpty()) {
            around = kept.position;
            found.place = kept;
        }
    } else if (!aim.message.isEmpty()) {
        around = stores.messages.positionFor(id, aim.message);
    }
    if (aim.at == Aim::At::Message)
        found.target = aim.message;
    if (aim.at == Aim::At::Place)
        found.place = {aim.place.rowKey, around, aim.place.offset};
    found.snapshot = readSnapshot(stores, id, {.edges = {around, around, firstRows, firstRows}});
    return found;
}

void MessageThreadModel::show(const Opening& opening)
{
    const ThreadSnapshot& snapshot = opening.snapshot;
    beginResetModel();
    m_graceOver = hasLooseTail(snapshot);
    m_window.take(snapshot);
    m_rows = makeRows(snapshot, context());
    m_loaded = !m_rows.isEmpty() || m_looked;
    m_unread = snapshot.unread;
    m_hasFailed = snapshot.hasFailed;
    if (!opening.firstUnread.isEmpty()) {
        const auto first = std::ranges::find_if(m_rows,
            [&](const ThreadRow& row) { return positionOf(row.message) == opening.firstUnread; });
        m_firstUnreadKey = first == m_rows.end() ? QString() : first->key;
    }
    endResetModel();
    emit unreadChanged(m_unread);
    const int target = rowOfMessage(opening.target);
    emit opened(target >= 0 ? ThreadPlace{m_rows.at(target).key, 0} : nearest(opening.place));
}

ThreadPlace MessageThreadModel::nearest(const KeptPlace& kept) const
{
    if (kept.key.isEmpty() || rowOfKey(kept.key) >= 0)
        return {kept.key, kept.offset};
    // That message is gone, or goes by another key now: what stood below it takes its place.
    const auto below = std::ranges::find_if(m_rows, [&](const ThreadRow& row) {
        return row.message.id.isEmpty() || positionOf(row.message) >= kept.position;
    });
    return below == m_rows.end() ? ThreadPlace{} : ThreadPlace{below->key, kept.offset};
}

void MessageThreadModel::openAt(const MessageId& target)
{
    cancelJump();
    if (m_conversation.isEmpty() || target.isEmpty())
        return;
    m_jumpTarget = target;
    if (rowOfMessage(target) >= 0)
        return endJump(JumpEnd::Outcome::Found);
    emit jumpStarted(target);
    whenDone(this, m_history.bring(m_conversation, target),
        [this, target, jump = m_jump](const Result<bool>& brought) {
            if (jump != m_jump)
                return;
            if (brought)
                load({.at = Aim::At::Message, .message = target});
            else if (brought.error().kind == ErrorKind::NotFound)
                endJump(JumpEnd::Outcome::Gone);
            else
                endJump(JumpEnd::Outcome::Failed, jumpFailure(brought.error()));
        });
}

void MessageThreadModel::land(const MessageId& target)
{
    if (target != m_jumpTarget)
        return; // cancelled while the window moved: it stays where it is now
    endJump(rowOfMessage(target) >= 0 ? JumpEnd::Outcome::Found : JumpEnd::Outcome::Gone);
}

void MessageThreadModel::cancelJump() { endJump(JumpEnd::Outcome::Cancelled); }

void MessageThreadModel::endJump(JumpEnd::Outcome outcome, const QString& reason)
{
    if (m_jumpTarget.isEmpty())
        return;
    ++m_jump;
    emit jumpEnded({std::exchange(m_jumpTarget, {}), outcome, reason});
}

void MessageThreadModel::noteLooked(const ConversationId& id)
{
    if (id != m_conversation || std::exchange(m_looked, true) || m_loaded || m_reading)
        return;
    if (m_rows.isEmpty())
        load({});
}

int MessageThreadModel::firstUnreadRow() const
{
    return m_firstUnreadKey.isEmpty() ? -1 : rowOfKey(m_firstUnreadKey);
}

void MessageThreadModel::rememberPlace(const ThreadPlace& place)
{
    const int at = place.rowKey.isEmpty() ? -1 : rowOfKey(place.rowKey);
    const bool isHere = place.rowKey.isEmpty() || at >= 0;
    if (m_conversation.isEmpty() || !isHere)
        return; // a row of another conversation, or of a window that is gone
    KeptPlace kept;
    if (at >= 0 && !m_rows.at(at).message.id.isEmpty())
        kept = {place.rowKey, positionOf(m_rows.at(at).message), place.offset};
    const auto write = m_store.write([id = m_conversation, kept](Stores& stores, Changes&) {
        stores.conversations.keepPlace(id, kept);
        return true;
    });
    Q_UNUSED(write)
}

void MessageThreadModel::setVisibleRows(int first, int last)
{
    if (!m_loaded || first < 0 || last < first || last >= count())
        return;
    const int firstBefore = rowOfKey(m_firstSeenKey);
    if (firstBefore >= 0 && firstBefore != first)
        m_readsDown = first > firstBefore;
    m_firstSeenKey = m_rows.at(first).key;
    m_lastSeenKey = m_rows.at(last).key;
    if (first < nearEdge && m_window.hasOlder())
        refresh(moreRows, 0);
    else if (last >= count() - nearEdge && m_window.hasNewer())
        refresh(0, moreRows);
    wantHistory(first, last);
    keepFresh(first, last);
    wantQuotes(first, last);
    trim(first, last);
}

void MessageThreadModel::setAttentive(bool attentive)
{
    m_attentive = attentive;
    m_visiblePage.setAttentive(attentive);
}

void MessageThreadModel::keepFresh(int first, int last)
{
    const auto idOf = [this](int at) { return row(std::min(at, count() - 1)).message.id; };
    const bool isEnd = last + 1 >= count() && !m_window.hasNewer();
    m_visiblePage.show(
        {m_conversation, idOf(first), idOf(last), isEnd ? MessageId{} : idOf(last + 1)});
}

void MessageThreadModel::wantHistory(int first, int last)
{
    if (m_reading)
        return; // a page that has come may not be shown yet: ask after it, not for it again
    const int from = std::max(first - nearEdge / 2, 0);
    const int to = std::min(last + nearEdge / 2, count() - 1);
    for (int at = to; at >= from; --at) {
        const ThreadRow& shown = m_rows.at(at);
        const bool isTop = at == 0 && !m_window.hasOlder();
        if (shown.above == ThreadRow::Above::Gap
            || (isTop && shown.above == ThreadRow::Above::Loading))
            return fillGap(at);
    }
}

/// From the side from which the reader comes: else, behind a jump, nothing would follow until all
/// newer messages were read.
void MessageThreadModel::fillGap(int row)
{
    const MessageId edge = m_readsDown && row > 0
        ? missingAfter(m_window.ranges(), m_rows.at(row - 1))
        : MessageId{};
    const bool isWay = !edge.isEmpty()
        && m_history.stateAfter(m_conversation, edge) != HistoryLoader::State::Exhausted;
    if (isWay)
        m_history.wantAfter(m_conversation, edge);
    else
        m_history.want(m_conversation, missingBefore(m_window.ranges(), m_rows.at(row)));
}

void MessageThreadModel::wantQuotes(int first, int last)
{
    QList<MessageId> missing;
    for (int at = first; at <= last; ++at) {
        const auto& quote = m_rows.at(at).quote;
        if (quote && quote->state == Quote::State::Missing && !missing.contains(quote->target))
            missing.append(quote->target);
    }
    m_quotes.want(m_conversation, missing);
}

void MessageThreadModel::trim(int first, int last)
{
    if (count() <= maxRows || m_reading)
        return;
    const int margin = maxRows / 2 - nearEdge;
    const int keepFrom = std::max(first - margin, 0);
    const int keepTo = std::min(last + margin, count() - 1);
    if (keepTo < count() - 1 && !m_rows.at(keepTo).message.id.isEmpty()) {
        beginRemoveRows({}, keepTo + 1, count() - 1);
        m_rows.resize(keepTo + 1);
        m_window.endAt(m_rows.last().message);
        endRemoveRows();
    }
    if (keepFrom > 0) {
        beginRemoveRows({}, 0, keepFrom - 1);
        m_rows.remove(0, keepFrom);
        m_window.beginAt(m_rows.first().message);
        endRemoveRows();
    }
}

void MessageThreadModel::refresh(int before, int after)
{
    if (m_conversation.isEmpty())
        return;
    if (m_reading) {
        m_dirty = true;
        return;
    }
    // A thread that had nothing to show opens when the first messages come.
    if (m_window.isEmpty() && m_rows.isEmpty())
        return load({});
    m_reading = true;
    m_dirty = false;
    const auto snapshot
        = m_store.read([id = m_conversation, reading = m_window.begin(before, after)](
                           Stores& stores) { return readSnapshot(stores, id, reading); });
    whenDone(
        this, snapshot, [this, generation = m_generation](const Result<ThreadSnapshot>& found) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (found)
                take(*found);
            else
                m_window.forget();
            if (m_dirty)
                refresh();
        });
}

void MessageThreadModel::take(const ThreadSnapshot& snapshot)
{
    m_window.take(snapshot);
    if (!hasLooseTail(snapshot)) {
        m_graceEnd->stop();
        m_graceOver = false;
    } else if (!m_graceOver && !m_graceEnd->isActive()) {
        m_graceEnd->start(grace);
    }
    applyRows(makeRows(snapshot, context()));
    noteUnread(snapshot);
    // What is near the eye may have changed its surroundings without changing a visible row.
    setVisibleRows(rowOfKey(m_firstSeenKey), rowOfKey(m_lastSeenKey));
}

void MessageThreadModel::noteUnread(const ThreadSnapshot& snapshot)
{
    if (snapshot.unread > 0 && m_unread == 0 && !m_attentive) {
        const auto first = std::ranges::find_if(m_rows,
            [&](const ThreadRow& row) { return positionOf(row.message) == snapshot.firstUnread; });
        if (first != m_rows.end()) {
            m_firstUnreadKey = first->key;
            const QModelIndex at = index(static_cast<int>(first - m_rows.begin()));
            emit dataChanged(at, at);
        }
    }
    const bool isSame = m_unread == snapshot.unread && m_hasFailed == snapshot.hasFailed;
    m_unread = snapshot.unread;
    m_hasFailed = snapshot.hasFailed;
    if (!isSame)
        emit unreadChanged(m_unread);
}

/// The row is told of without being read again: this comes with every few bytes.
void MessageThreadModel::noteUpload(
    const SourceGuid& guid, const std::optional<UploadProgress>& progress)
{
    if (progress)
        m_uploaded.insert(guid, percentOf(*progress));
    else
        m_uploaded.remove(guid);
    const auto row = std::ranges::find_if(m_rows, [&](const ThreadRow& each) {
        return each.message.id.isEmpty() && each.message.guid == guid;
    });
    const auto now = progress ? std::optional(m_uploaded.value(guid)) : std::nullopt;
    if (row == m_rows.end() || std::exchange(row->uploaded, now) == now)
        return;
    const QModelIndex at = index(static_cast<int>(row - m_rows.begin()));
    emit dataChanged(at, at, {UploadRole});
}

ThreadContext MessageThreadModel::context() const
{
    return {.me = m_store.me(),
        .isRemoving = [this](const MessageId& id) { return m_actions.isRemoving(id); },
        .isEditing = [this](const MessageId& id) { return m_actions.isEditing(id); },
        .withPending = [this](const Message& stored) { return m_actions.withPending(stored); },
        .history = [this](const MessageId& edge) { return m_history.state(m_conversation, edge); },
        .tailIsFresh = !m_graceOver,
        .uploaded = [this](const SourceGuid& guid) -> std::optional<int> {
            return m_uploaded.contains(guid) ? std::optional(m_uploaded.value(guid)) : std::nullopt;
        },
        .outgoingFolder = m_store.outgoingFolder(),
        .isGone = [this](const MessageId& id) { return m_quotes.isGone(id); },
        .isShown = [this](const MessageId& id) { return m_shown.contains(id); }};
}

} // namespace skein
