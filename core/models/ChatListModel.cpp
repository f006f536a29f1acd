// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ChatListModel.h"

#include "core/base/WhenDone.h"
#include "core/models/ListWords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

using Kind = ConversationId::Kind;

ChatListModel::ChatListModel(
    AccountStore& store, ChangeFeed& feed, ServiceClock& clock, QObject* parent)
    : ConversationRows(isListedBefore, parent)
    , m_store(store)
    , m_clock(clock)
    , m_muteEnd(clock.clock().timer([this] { noteMutes(); }))
{
    connect(&feed, &ChangeFeed::published, this,
        [this](const Changes& changes) { refresh(changes.conversations); });
    connect(&clock, &ServiceClock::corrected, this, &ChatListModel::noteMutes);
    load();
}

QVariant ChatListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conversation& conversation = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(conversation);
    case Qt::AccessibleTextRole:
        return accessibleName(titleOf(conversation), conversation,
            conversation.isMuted ? QStringList{tr("muted")} : QStringList());
    case ConversationRole:
        return QVariant::fromValue(conversation);
    case IdRole:
        return QVariant::fromValue(conversation.id);
    case TopicTitlesRole:
        return topicTitles(conversation.id);
    default:
        return {};
    }
}

const Conversation* ChatListModel::known(const ConversationId& id) const
{
    const auto found = m_known.constFind(id);
    return found == m_known.cend() ? nullptr : &*found;
}

QList<Conversation> ChatListModel::family(const ConversationId& group) const
{
    QList<Conversation> all{m_known.value(group)};
    for (const ConversationId& topic : m_topics.values(group.id)) {
        if (const Conversation* one = known(topic); one && !one->isGone())
            all.append(*one);
    }
    return all;
}

QStringList ChatListModel::topicTitles(const ConversationId& group) const
{
    QStringList titles;
    if (group.kind != Kind::Group)
        return titles;
    for (const Conversation& one : family(group)) {
        if (one.id.kind == Kind::Topic)
            titles.append(titleOf(one));
    }
    return titles;
}

QList<Conversation> ChatListModel::topics() const
{
    QList<Conversation> all;
    for (const ConversationId& id : m_topics) {
        if (const Conversation* topic = known(id); topic && !topic->isGone())
            all.append(*topic);
    }
    std::ranges::sort(all, &isListedBefore);
    return all;
}

ConversationId ChatListModel::unreadIn(const ConversationId& group) const
{
    const Conversation* newest = nullptr;
    const QList<Conversation> all = family(group);
    for (const Conversation& one : all) {
        const bool counts = one.unread > 0 && !isMutedAt(one.mutedUntil, m_clock.now());
        if (counts && (!newest || isListedBefore(one, *newest)))
            newest = &one;
    }
    return newest ? newest->id : ConversationId{};
}

UnreadTotals ChatListModel::unreadTotals() const
{
    UnreadTotals totals;
    for (const Conversation& conversation : rows()) {
        totals.plain += conversation.unread;
        totals.muted += conversation.mutedUnread;
    }
    return totals;
}

void ChatListModel::noteListed()
{
    // What the list wrote has been published before and is being read: this reading ends after it.
    const auto done = m_store.read([](Stores&) { return true; });
    whenDone(this, done, [this](const Result<bool>&) { noteLoaded(); });
}

void ChatListModel::reload()
{
    if (rows().isEmpty())
        load();
}

void ChatListModel::load()
{
    const auto all = m_store.read([](Stores& stores) { return stores.conversations.all(); });
    whenDone(this, all, [this](const Result<QList<Conversation>>& rows) {
        if (!rows || rows->isEmpty())
            return;
        for (const Conversation& conversation : *rows)
            learn(conversation);
        QList<Conversation> listed; // news may have made rows before this answer
        for (const Conversation& conversation : *rows) {
            if (isListed(conversation))
                listed.append(rowFor(conversation));
        }
        reset(listed);
        noteLoaded();
        noteUnread();
        noteMutes();
    });
}

void ChatListModel::refresh(const QSet<ConversationId>& ids)
{
    if (ids.isEmpty())
        return;
    const auto rows = m_store.read([ids](Stores& stores) {
        QList<Conversation> found;
        for (const ConversationId& id : ids) {
            if (const auto conversation = stores.conversations.one(id))
                found.append(*conversation);
        }
        return found;
    });
    whenDone(this, rows, [this](const Result<QList<Conversation>>& found) {
        QSet<ConversationId> touched;
        for (const Conversation& conversation : found.value_or(QList<Conversation>{})) {
            learn(conversation);
            const bool isTopic = conversation.id.kind == Kind::Topic;
            touched.insert(isTopic ? conversation.id.parent() : conversation.id);
        }
        for (const ConversationId& id : touched)
            show(id);
        noteUnread();
        noteMutes();
        for (const Conversation& conversation : found.value_or(QList<Conversation>{}))
            emit knownChanged(conversation.id);
    });
}

void ChatListModel::learn(const Conversation& conversation)
{
    const ConversationId& id = conversation.id;
    if (id.kind == Kind::Topic && !m_known.contains(id))
        m_topics.insert(id.related, id);
    m_known.insert(id, conversation);
}

bool ChatListModel::isListed(const Conversation& conversation)
{
    return conversation.id.kind != Kind::Topic && conversation.membership != Membership::Left;
}

Conversation ChatListModel::rowFor(const Conversation& conversation) const
{
    Conversation row = conversation;
    const qint64 now = m_clock.now();
    row.isMuted = isMutedAt(row.mutedUntil, now);
    row.unread = 0;
    const QList<Conversation> all
        = row.id.kind == Kind::Group ? family(row.id) : QList<Conversation>{conversation};
    for (const Conversation& one : all) {
        (isMutedAt(one.mutedUntil, now) ? row.mutedUnread : row.unread) += one.unread;
        row.hasFailed |= one.hasFailed;
        if (one.lastActivity <= row.lastActivity || one.newestId.isEmpty())
            continue;
        row.lastActivity = one.lastActivity;
        row.newestId = one.newestId;
        row.preview = one.preview;
        row.previewSender = one.previewSender;
        row.previewIsOwn = one.previewIsOwn;
        row.previewIsSeen = one.previewIsSeen;
        row.previewTopic = titleOf(one);
    }
    return row;
}

void ChatListModel::show(const ConversationId& id)
{
    const Conversation* conversation = known(id);
    if (conversation && isListed(*conversation)) {
        if (place(rowFor(*conversation)))
            noteLoaded();
    } else if (const int row = rowOf(id); row >= 0)
        remove(row);
}

void ChatListModel::noteMutes()
{
    const qint64 now = m_clock.now();
    qint64 next = 0;
    QSet<ConversationId> muted;
    for (const Conversation& conversation : std::as_const(m_known)) {
        if (conversation.mutedUntil == 0)
            continue;
        const bool isTopic = conversation.id.kind == Kind::Topic;
        muted.insert(isTopic ? conversation.id.parent() : conversation.id);
        if (isMutedAt(conversation.mutedUntil, now) && !isForever(conversation.mutedUntil))
            next = next == 0 ? conversation.mutedUntil : std::min(next, conversation.mutedUntil);
    }
    for (const ConversationId& id : muted)
        show(id);
    noteUnread();
    // Looked at every minute: a computer that sleeps counts no time.
    if (next > 0)
        m_muteEnd->start(std::min<std::chrono::seconds>(std::chrono::seconds(next - now), 1min));
    else
        m_muteEnd->stop();
}

void ChatListModel::noteUnread()
{
    const UnreadTotals totals = unreadTotals();
    if (totals != std::exchange(m_lastTotals, totals))
        emit unreadChanged(totals);
}

void ChatListModel::noteLoaded()
{
    if (!std::exchange(m_loaded, true))
        emit loaded();
}

} // namespace skein
