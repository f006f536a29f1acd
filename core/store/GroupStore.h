// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is kept of groups and topics beside their messages: facts, members, mutes, which lists of
// topics are to be asked for. Store's thread.

#include "core/store/ConversationStore.h"
#include "core/store/GroupNews.h"

namespace skein {

class GroupStore {
public:
    GroupStore(Database& database, ConversationStore& conversations, UserId me)
        : m_database(database)
        , m_conversations(conversations)
        , m_me(std::move(me))
    {
    }

    /// Takes over what a list or a show call tells of a group or topic, as
    /// ConversationStore::takeSummary() does, and its facts. A group that has topics and news is
    /// due to be asked for them. What was left stays left. False when nothing new was told.
    bool take(const ConversationSummary& summary, bool firstSync, Changes& changes);
    /// The part that making or changing a topic answers: title, picture and facts.
    void takePart(const ConversationSummary& part, Changes& changes);
    /// What a system row that just arrived, of Unix second `at`, says of its group (protocol.md
    /// I6).
    void takeNews(const ConversationId& group, const GroupNews& news, qint64 at, Changes& changes);

    /// By role, then nickname.
    [[nodiscard]] QList<Member> members(const ConversationId& group) const;
    [[nodiscard]] std::optional<Member> self(const ConversationId& group) const;
    /// The own nickname, where the members are known.
    void takeSelf(const ConversationId& group, const Member& self, Changes& changes);

    /// `until` in Unix seconds of the service's clock; 0: not muted.
    void setMuted(const ConversationId& id, qint64 until, Changes& changes);
    /// The answer to muting in `group`: its main channel and its topics, those not named included.
    void takeMutes(const ConversationId& group, const MuteState& state, Changes& changes);
    void setKind(const ConversationId& id, std::optional<GroupKind> kind, Changes& changes);
    /// An own message was accepted: if only admins write in that topic, they do no more.
    void noteWritten(const ConversationId& id, Changes& changes);
    /// What was left does not become Gone: the person knows.
    void setMembership(const ConversationId& id, Membership membership, Changes& changes);

    [[nodiscard]] bool wasLeft(const ConversationId& id) const;

    /// Groups that are not gone.
    [[nodiscard]] QList<ConversationId> groups() const;
    /// The group's topics that are not gone.
    [[nodiscard]] QList<ConversationId> topics(const ConversationId& group) const;

    void markTopicsDue(const ConversationId& group);
    /// Groups whose list of topics is to be asked for, latest activity first.
    [[nodiscard]] QList<ConversationId> topicsDue() const;
    /// The group with topics whose turn it is to be looked at although nothing says that they
    /// changed; `now` in Unix seconds. Lively groups come sooner. Empty: there is none.
    [[nodiscard]] ConversationId nextInTurn(qint64 now) const;
    [[nodiscard]] bool topicsWereRead(const ConversationId& group) const;
    void noteTopicsRead(const ConversationId& group, qint64 now);

private:
    void takeFacts(const ConversationId& id, const GroupFacts& facts, Changes& changes);
    void noteOwner(const ConversationId& id, Changes& changes);
    void noteNoTopics(const ConversationId& group);
    bool takeMembers(const ConversationId& group, const QList<Member>& members);
    void insertMember(qint64 number, const Member& member);

    Database& m_database;
    ConversationStore& m_conversations;
    const UserId m_me;
};

} // namespace skein
