// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does to groups and topics: topics made, changed and deleted; muting; the own
// nickname; leaving (protocol.md D5, E3 to E5). Each verb asks the service once and writes what it
// answers, or what was asked when it accepts that without words; an error's detail holds the
// service's own. After a refusal, and when it is not
// known what came of it, the group is asked for anew. Nothing here is retried (J8). Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"

namespace skein {

class GroupDetails;
class ServiceClock;

class GroupActions : public QObject {
    Q_OBJECT
public:
    using Done = Async<std::monostate>;

    GroupActions(GroupMeApi& api, AccountStore& store, GroupDetails& details,
        const ServiceClock& clock, QObject* parent = nullptr);

    /// `draft` has no flaw. The topic's id, once it is in the store.
    [[nodiscard]] Async<ConversationId> createTopic(
        const ConversationId& group, const TopicDraft& draft);
    [[nodiscard]] Done updateTopic(const ConversationId& topic, const TopicDraft& draft);
    [[nodiscard]] Done deleteTopic(const ConversationId& topic);

    /// A group's main channel, or a topic alone; no duration: until it is turned on again.
    [[nodiscard]] Done mute(
        const ConversationId& conversation, std::optional<std::chrono::minutes> duration);
    [[nodiscard]] Done unmute(const ConversationId& conversation);

    /// 1 to 50 characters.
    [[nodiscard]] Done setNickname(const ConversationId& group, const QString& nickname);
    /// The group leaves the list; what was read stays on this computer.
    [[nodiscard]] Done leave(const ConversationId& group);
    /// A group that the person is not in any more, or a deleted topic, leaves the list; nothing is
    /// asked.
    void hide(const ConversationId& conversation);

private:
    template <class T, class F>
    Async<std::invoke_result_t<F&, Stores&, Changes&, const T&>> carryOut(
        const ConversationId& conversation, const Async<T>& call, F write);
    /// `until`: what was asked for, in Unix seconds of the service's clock.
    [[nodiscard]] Done takeMute(
        const ConversationId& conversation, const Async<GroupMeApi::Muted>& call, qint64 until);
    [[nodiscard]] Done removeSelf(const ConversationId& group, const ConversationSummary& shown);
    void correct(const ConversationId& conversation, const Error& error);

    GroupMeApi& m_api;
    AccountStore& m_store;
    GroupDetails& m_details;
    const ServiceClock& m_clock;
};

} // namespace skein
