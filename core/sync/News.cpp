// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/News.h"

#include "core/base/WhenDone.h"
#include "core/types/Mentions.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// What one look asks of the store's thread.
struct Question {
    QSet<ConversationId> touched;
    QList<NewReaction> reactions;
    qint64 beginning = 0;
    qint64 now = 0; ///< of the service's clock
    UserId me;
};

bool answersMe(
    const Stores& stores, const ConversationId& id, const Message& message, const UserId& me)
{
    return std::ranges::any_of(message.attachments, [&](const Attachment& each) {
        const auto* reply = std::get_if<ReplyAttachment>(&each.content);
        if (!reply)
            return false;
        if (const auto target = stores.messages.find(id, reply->target))
            return target->senderId == me;
        return each.json.value("user_id"_L1).toVariant().toString() == me.value;
    });
}

NewsKind newsKindOf(
    const Stores& stores, const ConversationId& id, const Message& message, const UserId& me)
{
    if (isMentioned(message, me))
        return NewsKind::Mention;
    return answersMe(stores, id, message, me) ? NewsKind::Reply : NewsKind::Plain;
}

NewsFacts factsOf(const Conversation& place, const Question& question)
{
    return {
        .placeIsMuted = isMutedAt(place.mutedUntil, question.now), .placeIsGone = place.isGone()};
}

QString nameIn(const Stores& stores, const Conversation& place, const UserId& user)
{
    if (place.id.kind == ConversationId::Kind::Direct)
        return place.title;
    const QList<Member> members = stores.groups.members(place.id.parent());
    const auto found = std::ranges::find(members, user, &Member::user);
    return found == members.end() ? QString() : found->nickname;
}

std::optional<Arrivals> arrivalsIn(
    Stores& stores, const ConversationId& id, const Question& question)
{
    const auto place = stores.conversations.one(id);
    if (!place)
        return std::nullopt;
    const auto group = stores.conversations.one(id.parent());
    Arrivals found{.place = *place,
        .groupTitle = group && group->id != id ? group->title : u""_s,
        .items = {}};
    const QString read = stores.conversations.heads(id).read;
    for (const Message& each : stores.messages.arrivedAfter(id, stores.news.noticed(id))) {
        NewsFacts facts = factsOf(*place, question);
        facts.kind = newsKindOf(stores, id, each, question.me);
        facts.isOwn = each.senderId == question.me;
        facts.isSystem = each.isSystem();
        facts.isDeleted = each.isDeleted();
        facts.isHistory = each.createdAt < question.beginning;
        facts.isRead = positionOf(each) <= read;
        found.items.append({facts, each.senderId, each.senderName, each});
    }
    stores.news.notice(id);
    for (const NewReaction& each : question.reactions) {
        const auto mine
            = each.conversation == id ? stores.messages.find(id, each.message) : std::nullopt;
        if (!mine)
            continue;
        NewsFacts facts = factsOf(*place, question);
        facts.kind = NewsKind::Reaction;
        found.items.append({facts, each.user, nameIn(stores, *place, each.user), *mine});
    }
    return found;
}

} // namespace

News::News(AccountStore& store, ChangeFeed& feed, const ServiceClock& clock,
    std::function<bool()> isReading, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_isReading(std::move(isReading))
    , m_timer(clock.clock().timer([this] { look(); }))
{
    connect(&feed, &ChangeFeed::published, this, &News::take);
}

void News::begin()
{
    struct Start {
        qint64 beginning = 0;
        QList<ConversationId> unnoticed;
    };
    const auto begun = m_store.write([now = m_clock.now()](Stores& stores, Changes&) {
        return Start{stores.news.beginning(now), stores.news.unnoticed()};
    });
    whenDone(this, begun, [this](const Result<Start>& start) {
        if (!start)
            return;
        m_beginning = start->beginning;
        for (const ConversationId& id : start->unnoticed)
            m_touched.insert(id);
        schedule();
    });
}

void News::take(const Changes& changes)
{
    m_touched.unite(changes.threads);
    m_reactions += changes.reactions;
    schedule();
}

void News::schedule()
{
    if (m_beginning == 0 || m_timer->isActive() || (m_touched.isEmpty() && m_reactions.isEmpty()))
        return;
    m_since = m_clock.clock().monotonic();
    m_timer->start(gathering);
}

void News::look()
{
    const bool isReading = m_isReading();
    if (isReading && m_clock.clock().monotonic() - m_since < patience)
        return m_timer->start(gathering);
    Question question{.touched = std::exchange(m_touched, {}),
        .reactions = std::exchange(m_reactions, {}),
        .beginning = m_beginning,
        .now = m_clock.now(),
        .me = m_store.me()};
    for (const NewReaction& each : std::as_const(question.reactions))
        question.touched.insert(each.conversation);
    const auto looked = m_store.write([question](Stores& stores, Changes&) {
        QList<Arrivals> all;
        for (const ConversationId& id : question.touched) {
            const auto arrivals = arrivalsIn(stores, id, question);
            if (arrivals && !arrivals->items.isEmpty())
                all.append(*arrivals);
        }
        std::ranges::sort(all, std::ranges::greater{},
            [](const Arrivals& each) { return each.place.lastActivity; });
        return all;
    });
    whenDone(this, looked, [this, isReading](const Result<QList<Arrivals>>& all) {
        if (all)
            emit found(*all, isReading);
    });
}

} // namespace skein
