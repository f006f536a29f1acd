// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/GroupActions.h"

#include "core/base/WhenDone.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/ServiceClock.h"

namespace skein {

namespace {

/// How far apart the service's clock and ours of it may be (ServiceClock), and its rows.
constexpr qint64 clockTolerance = 15; // seconds

/// What a topic is when the service took the change and said no more.
ConversationSummary asAsked(const ConversationId& topic, const TopicDraft& draft, qint64 now)
{
    ConversationSummary asked;
    asked.id = topic;
    asked.title = draft.title;
    asked.avatarUrl = draft.avatarUrl;
    asked.group.description = draft.description;
    asked.group.kind = draft.kind;
    asked.group.changedAt = now + clockTolerance;
    asked.group.likeIcon = draft.likeIcon;
    return asked;
}

} // namespace

GroupActions::GroupActions(GroupMeApi& api, AccountStore& store, GroupDetails& details,
    const ServiceClock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_details(details)
    , m_clock(clock)
{
}

template <class T, class F>
Async<std::invoke_result_t<F&, Stores&, Changes&, const T&>> GroupActions::carryOut(
    const ConversationId& conversation, const Async<T>& call, F write)
{
    whenDone(this, call, [this, conversation](const Result<T>& answer) {
        if (!answer)
            correct(conversation, answer.error());
    });
    return andThen(this, call, [this, write = std::move(write)](const T& answer) mutable {
        return m_store.write([write, answer](Stores& stores, Changes& changes) mutable {
            return write(stores, changes, answer);
        });
    });
}

void GroupActions::correct(const ConversationId& conversation, const Error& error)
{
    const bool disagrees = error.kind == ErrorKind::Forbidden
        || error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Conflict;
    if (!disagrees && !outcomeUnknown(error.kind))
        return;
    m_details.refresh(conversation);
    const auto write
        = m_store.write([group = conversation.parent()](Stores& stores, Changes& changes) {
              stores.groups.markTopicsDue(group);
              changes.topicLists.insert(group);
              return true;
          });
    Q_UNUSED(write)
}

Async<ConversationId> GroupActions::createTopic(
    const ConversationId& group, const TopicDraft& draft)
{
    return carryOut(group, m_api.createTopic(group, draft),
        [group](Stores& stores, Changes& changes, const ConversationSummary& made) {
            stores.groups.takePart(made, changes);
            stores.groups.takeNews(group, {.topicsChanged = true}, 0, changes);
            return made.id;
        });
}

GroupActions::Done GroupActions::updateTopic(const ConversationId& topic, const TopicDraft& draft)
{
    // The time after the answer, which has told the service's: before, it may be this computer's.
    const auto changed = andThen(this, m_api.updateTopic(topic, draft),
        [this, topic, draft](const GroupMeApi::ChangedTopic& told) {
            return later<ConversationSummary>(
                this, told.value_or(asAsked(topic, draft, m_clock.now())));
        });
    return carryOut(
        topic, changed, [](Stores& stores, Changes& changes, const ConversationSummary& now) {
            stores.groups.takePart(now, changes);
            return std::monostate{};
        });
}

GroupActions::Done GroupActions::deleteTopic(const ConversationId& topic)
{
    return carryOut(topic, m_api.deleteTopic(topic),
        [topic](Stores& stores, Changes& changes, const std::monostate&) {
            stores.groups.setMembership(topic, Membership::Gone, changes);
            return std::monostate{};
        });
}

GroupActions::Done GroupActions::mute(
    const ConversationId& conversation, std::optional<std::chrono::minutes> duration)
{
    const qint64 until
        = duration ? m_clock.now() + std::chrono::seconds(*duration).count() : mutedForever;
    return takeMute(conversation, m_api.mute(conversation, duration), until);
}

GroupActions::Done GroupActions::unmute(const ConversationId& conversation)
{
    return takeMute(conversation, m_api.unmute(conversation), 0);
}

GroupActions::Done GroupActions::takeMute(
    const ConversationId& conversation, const Async<GroupMeApi::Muted>& call, qint64 until)
{
    return carryOut(conversation, call,
        [conversation, until](Stores& stores, Changes& changes, const GroupMeApi::Muted& told) {
            // Each call concerns one channel; a topic's answer tells of all (protocol.md E5).
            if (told && conversation.kind == ConversationId::Kind::Topic)
                stores.groups.takeMutes(conversation.parent(), *told, changes);
            else
                stores.groups.setMuted(conversation, told ? told->mutedUntil : until, changes);
            return std::monostate{};
        });
}

GroupActions::Done GroupActions::setNickname(const ConversationId& group, const QString& nickname)
{
    return carryOut(group, m_api.setNickname(group, nickname),
        [group](Stores& stores, Changes& changes, const Member& self) {
            stores.groups.takeSelf(group, self, changes);
            return std::monostate{};
        });
}

GroupActions::Done GroupActions::leave(const ConversationId& group)
{
    const auto self = m_store.read([group](Stores& stores) { return stores.groups.self(group); });
    const auto removal = andThen(this, self, [this, group](const std::optional<Member>& me) {
        // Leaving goes by the membership's id, not the person's (protocol.md D5).
        if (me && !me->membershipId.isEmpty())
            return m_api.removeMember(group, me->membershipId);
        return andThen(this, m_api.group(group),
            [this, group](const ConversationSummary& shown) { return removeSelf(group, shown); });
    });
    return carryOut(
        group, removal, [group](Stores& stores, Changes& changes, const std::monostate&) {
            stores.groups.setMembership(group, Membership::Left, changes);
            return std::monostate{};
        });
}

void GroupActions::hide(const ConversationId& conversation)
{
    const auto write = m_store.write([conversation](Stores& stores, Changes& changes) {
        stores.groups.setMembership(conversation, Membership::Left, changes);
        return true;
    });
    Q_UNUSED(write)
}

GroupActions::Done GroupActions::removeSelf(
    const ConversationId& group, const ConversationSummary& shown)
{
    for (const Member& member : shown.group.members) {
        if (member.user == m_store.me())
            return m_api.removeMember(group, member.membershipId);
    }
    return later<std::monostate>(this, std::unexpected(Error{ErrorKind::NotFound, 0, {}, {}}));
}

} // namespace skein
