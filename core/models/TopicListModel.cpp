// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/TopicListModel.h"

#include "core/base/WhenDone.h"
#include "core/models/ListWords.h"
#include "core/models/MuteWords.h"

#include <algorithm>

namespace skein {

using namespace std::chrono_literals;
using Kind = ConversationId::Kind;

namespace {

/// The main chat, then what is there, then what is gone.
int rankOf(const Conversation& conversation)
{
    if (conversation.id.kind == Kind::Group)
        return 0;
    return conversation.membership == Membership::Gone ? 2 : 1;
}

bool comesBefore(const Conversation& a, const Conversation& b)
{
    if (rankOf(a) != rankOf(b))
        return rankOf(a) < rankOf(b);
    return isListedBefore(a, b);
}

QString nameOf(const Conversation& conversation)
{
    return conversation.id.kind == Kind::Group ? TopicListModel::tr("Main chat")
                                               : titleOf(conversation);
}

} // namespace

TopicListModel::TopicListModel(
    AccountStore& store, ChangeFeed& feed, ServiceClock& clock, QObject* parent)
    : ConversationRows(comesBefore, parent)
    , m_store(store)
    , m_clock(clock)
    , m_timer(clock.clock().timer([this] { tick(); }))
{
    connect(&feed, &ChangeFeed::published, this,
        [this](const Changes& changes) { refresh(changes.conversations); });
    connect(&clock, &ServiceClock::corrected, this, &TopicListModel::tick);
}

void TopicListModel::setGroup(const ConversationId& group)
{
    if (group == m_group)
        return;
    m_group = group;
    ++m_generation;
    reset({});
    rearm();
    if (!group.isEmpty())
        load();
}

void TopicListModel::load()
{
    const auto family = m_store.read(
        [group = m_group](Stores& stores) { return stores.conversations.family(group); });
    whenDone(
        this, family, [this, generation = m_generation](const Result<QList<Conversation>>& found) {
            if (generation != m_generation || !found)
                return;
            QList<Conversation> shown;
            for (const Conversation& conversation : *found)
                shown.append(dressed(conversation));
            reset(shown);
            rearm();
            emit loaded(m_group);
        });
}

void TopicListModel::reload()
{
    if (!m_group.isEmpty())
        load();
}

QVariant TopicListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conversation& conversation = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(conversation);
    case Qt::AccessibleTextRole:
        return accessibleName(nameOf(conversation), conversation, remarksOn(conversation));
    case ConversationRole:
        return QVariant::fromValue(conversation);
    case IdRole:
        return QVariant::fromValue(conversation.id);
    case MuteWordsRole:
        return muteWords(conversation.mutedUntil, m_clock.now());
    case LockedRole:
        return isLocked(conversation);
    default:
        return {};
    }
}

QStringList TopicListModel::remarksOn(const Conversation& conversation) const
{
    QStringList remarks;
    if (const QString muted = muteWords(conversation.mutedUntil, m_clock.now()); !muted.isEmpty())
        remarks.append(muted);
    if (isLocked(conversation))
        remarks.append(tr("only admins write"));
    if (conversation.membership == Membership::Gone)
        remarks.append(tr("deleted"));
    return remarks;
}

void TopicListModel::refresh(const QSet<ConversationId>& ids)
{
    QList<ConversationId> ours;
    for (const ConversationId& id : ids) {
        if (!m_group.isEmpty() && id.parent() == m_group)
            ours.append(id);
    }
    if (ours.isEmpty())
        return;
    const auto family = m_store.read(
        [group = m_group](Stores& stores) { return stores.conversations.family(group); });
    whenDone(this, family,
        [this, ours, generation = m_generation](const Result<QList<Conversation>>& found) {
            if (generation != m_generation || !found)
                return;
            for (const Conversation& conversation : *found) {
                if (ours.contains(conversation.id))
                    apply(dressed(conversation));
            }
            putAway(ours, *found);
            rearm();
        });
}

void TopicListModel::putAway(const QList<ConversationId>& ids, const QList<Conversation>& there)
{
    for (const ConversationId& id : ids) {
        const auto found = std::ranges::find(there, id, &Conversation::id);
        if (const int at = rowOf(id); at >= 0 && found == there.end())
            remove(at);
    }
}

bool TopicListModel::isLocked(const Conversation& conversation) const
{
    // Lists may not tell a topic's kind: then it is as closed as its group (protocol.md E1).
    const int main = conversation.groupKind ? -1 : rowOf(m_group);
    return (main < 0 ? conversation : row(main)).groupKind == GroupKind::Announcement;
}

void TopicListModel::apply(const Conversation& conversation)
{
    const int before = rowOf(conversation.id);
    const bool wasThere = before >= 0 && row(before).membership != Membership::Gone;
    const bool wasLocked = before >= 0 && isLocked(row(before));
    place(conversation);
    if (conversation.id == m_group && isLocked(conversation) != wasLocked)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {LockedRole});
    if (wasThere && conversation.membership == Membership::Gone
        && conversation.id.kind == Kind::Topic)
        emit topicGone(conversation.id);
}

Conversation TopicListModel::dressed(Conversation conversation) const
{
    conversation.isMuted = isMutedAt(conversation.mutedUntil, m_clock.now());
    if (conversation.isMuted)
        conversation.mutedUnread = std::exchange(conversation.unread, 0);
    return conversation;
}

void TopicListModel::tick()
{
    for (int at = 0; at < rowCount(); ++at) {
        Conversation shown = row(at);
        if (shown.mutedUntil == 0)
            continue;
        shown.unread += std::exchange(shown.mutedUnread, 0);
        replace(at, dressed(shown)); // also when only the words are others
    }
    rearm();
}

void TopicListModel::rearm()
{
    qint64 next = 0;
    for (const Conversation& conversation : rows()) {
        const qint64 change = muteWordsChangeIn(conversation.mutedUntil, m_clock.now());
        if (change > 0)
            next = next == 0 ? change : std::min(next, change);
    }
    // Looked at every minute: a computer that sleeps counts no time.
    if (next > 0)
        m_timer->start(std::min<std::chrono::seconds>(std::chrono::seconds(next), 1min));
    else
        m_timer->stop();
}

} // namespace skein
