// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/GroupStore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString textOf(const std::optional<LikeIcon>& icon)
{
    return icon ? u"%1/%2"_s.arg(icon->packId).arg(icon->packIndex) : QString();
}

std::optional<int> kindOrNull(const std::optional<GroupKind>& kind)
{
    return kind ? std::optional(static_cast<int>(*kind)) : std::nullopt;
}

/// When the service last answered an own change of a topic, and its kind with that.
QString kindToldKey(const ConversationId& topic) { return u"kind_told/"_s + topic.key(); }

Member readMember(const Statement& row)
{
    return {.user = UserId{row.value(0).toString()},
        .membershipId = row.value(1).toString(),
        .nickname = row.value(2).toString(),
        .avatarUrl = row.value(3).toString(),
        .role = static_cast<GroupRole>(row.value(4).toInt())};
}

QList<Member> byUser(QList<Member> members)
{
    std::ranges::sort(members, {}, &Member::user);
    return members;
}

#define SKEIN_MEMBERS                                                                              \
    "SELECT m.user_id, m.membership_id, m.nickname, m.avatar_url, m.role FROM member m"            \
    " JOIN conversation c ON c.number = m.conversation WHERE c.key = ?"

} // namespace

bool GroupStore::take(const ConversationSummary& summary, bool firstSync, Changes& changes)
{
    const auto before = m_conversations.one(summary.id);
    const bool news = m_conversations.takeSummary(summary, firstSync, changes);
    takeFacts(summary.id, summary.group, changes);
    const auto after = m_conversations.one(summary.id);
    // No telling brings back what was left: it may be older than the leaving, whatever message it
    // knows, perhaps the one that says who left. Whoever asked after that may (Absences).
    if (!wasLeft(summary.id))
        setMembership(summary.id, Membership::Active, changes);
    if (summary.group.topics == 0)
        noteNoTopics(summary.id);
    const bool changed = news || before != m_conversations.one(summary.id);
    if (changed && after && after->hasTopics())
        markTopicsDue(summary.id);
    return changed;
}

void GroupStore::takePart(const ConversationSummary& part, Changes& changes)
{
    const qint64 number = m_conversations.numberFor(part.id);
    m_database.run("UPDATE conversation SET title = COALESCE(NULLIF(?, ''), title),"
                   " avatar_url = ?, last_activity = MAX(last_activity, ?) WHERE number = ?",
        {part.title, part.avatarUrl, part.createdAt, number});
    takeFacts(part.id, part.group, changes);
    if (part.group.kind)
        m_conversations.setMeta(kindToldKey(part.id), QString::number(part.group.changedAt));
    setMembership(part.id, Membership::Active, changes);
    changes.conversations.insert(part.id);
}

void GroupStore::takeFacts(const ConversationId& id, const GroupFacts& facts, Changes& changes)
{
    const auto before = m_conversations.one(id);
    if (!before)
        return;
    const QString description = facts.description.value_or(before->description);
    const UserId creator = facts.creator.isEmpty() ? before->creator : facts.creator;
    const auto kind = facts.kind ? facts.kind : before->groupKind;
    // A count of none takes no topic away: each is asked for by its name first (Absences).
    const int known = facts.topics == 0 ? static_cast<int>(this->topics(id).size()) : 0;
    const int topics = std::max(known, facts.topics.value_or(before->topics));
    const int members = facts.memberCount > 0 ? facts.memberCount : before->members;
    const QString icon = textOf(facts.likeIcon.value_or(before->likeIcon));
    const bool same = description == before->description && creator == before->creator
        && kind == before->groupKind && topics == before->topics && members == before->members
        && icon == textOf(before->likeIcon);
    if (!same) {
        const bool isTopic = id.kind == ConversationId::Kind::Topic;
        m_database.run("UPDATE conversation SET description = ?, creator = ?, kind = ?,"
                       " topics = ?, members = ?, like_icon = ? WHERE key = ?",
            {description, creator.value, kindOrNull(kind), topics, isTopic ? 0 : members, icon,
                id.key()});
        changes.conversations.insert(id);
    }
    if (facts.mutedUntil)
        setMuted(id, *facts.mutedUntil, changes);
    if (!facts.members.isEmpty() && takeMembers(id, facts.members)) {
        changes.people = true;
        changes.conversations.insert(id);
        for (const ConversationId& topic : this->topics(id))
            changes.conversations.insert(topic); // the role is theirs too
    }
    noteOwner(id, changes);
}

void GroupStore::noteOwner(const ConversationId& id, Changes& changes)
{
    if (id.kind != ConversationId::Kind::Group)
        return;
    // Lists tell who made a group long before its members are known (protocol.md D2).
    auto& query = m_database.run(
        "UPDATE conversation SET my_role = ? WHERE key = ? AND my_role = ? AND creator = ?",
        {static_cast<int>(GroupRole::Owner), id.key(), static_cast<int>(GroupRole::Unknown),
            m_me.value});
    if (query.numRowsAffected() == 0)
        return;
    changes.conversations.insert(id);
    for (const ConversationId& topic : topics(id))
        changes.conversations.insert(topic);
}

void GroupStore::takeNews(
    const ConversationId& group, const GroupNews& news, qint64 at, Changes& changes)
{
    if (news.title)
        m_database.run(
            "UPDATE conversation SET title = ? WHERE key = ?", {*news.title, group.key()});
    if (news.avatarUrl)
        m_database.run(
            "UPDATE conversation SET avatar_url = ? WHERE key = ?", {*news.avatarUrl, group.key()});
    if (news.description)
        m_database.run("UPDATE conversation SET description = ? WHERE key = ?",
            {*news.description, group.key()});
    if (news.title || news.avatarUrl || news.description)
        changes.conversations.insert(group);
    if (news.topicsChanged) {
        // The event may be of the group's first topic, before any list has counted it.
        m_database.run("UPDATE conversation SET topics = MAX(topics, 1), topics_due = 1"
                       " WHERE key = ?",
            {group.key()});
        changes.topicLists.insert(group);
        changes.conversations.insert(group);
    }
    if (!news.topicOfNewKind.isEmpty()) {
        const auto topic = ConversationId::topic(news.topicOfNewKind, group);
        // Lists may not tell it (protocol.md E1); an own change was answered with it before.
        if (news.newKind || at > m_conversations.meta(kindToldKey(topic)).toLongLong())
            setKind(topic, news.newKind, changes);
    }
    if (news.membersChanged)
        changes.memberLists.insert(group);
}

void GroupStore::noteNoTopics(const ConversationId& group)
{
    if (!topics(group).isEmpty())
        return markTopicsDue(group);
    // Known to be none: what a first topic brings is new.
    m_database.run("UPDATE conversation SET topics_due = 0, topics_asked_at = 1"
                   " WHERE key = ? AND topics_asked_at = 0",
        {group.key()});
}

// --- Members ------------------------------------------------------------------------------------

bool GroupStore::takeMembers(const ConversationId& group, const QList<Member>& members)
{
    if (byUser(this->members(group)) == byUser(members))
        return false;
    const qint64 number = m_conversations.numberFor(group);
    m_database.run("DELETE FROM member WHERE conversation = ?", {number});
    GroupRole mine = GroupRole::Unknown;
    for (const Member& member : members) {
        insertMember(number, member);
        if (member.user == m_me)
            mine = member.role;
    }
    m_database.run(
        "UPDATE conversation SET my_role = ? WHERE number = ?", {static_cast<int>(mine), number});
    return true;
}

void GroupStore::insertMember(qint64 number, const Member& member)
{
    m_database.run("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?, ?)",
        {number, member.user.value, member.membershipId, member.nickname, member.avatarUrl,
            static_cast<int>(member.role)});
}

QList<Member> GroupStore::members(const ConversationId& group) const
{
    QList<Member> found;
    auto& query = m_database.run(SKEIN_MEMBERS, {group.key()});
    while (query.next())
        found.append(readMember(query));
    std::ranges::sort(found, [](const Member& a, const Member& b) {
        if (a.role != b.role)
            return a.role > b.role;
        const int order = a.nickname.localeAwareCompare(b.nickname);
        return order != 0 ? order < 0 : a.user < b.user;
    });
    return found;
}

std::optional<Member> GroupStore::self(const ConversationId& group) const
{
    auto& query = m_database.run(SKEIN_MEMBERS " AND m.user_id = ?", {group.key(), m_me.value});
    if (!query.next())
        return std::nullopt;
    return readMember(query);
}

void GroupStore::takeSelf(const ConversationId& group, const Member& self, Changes& changes)
{
    // The answer to a new nickname may lack the roles (protocol.md D2, D5). Where no members are
    // known, one alone would look like all of them.
    auto& query = m_database.run("UPDATE member SET nickname = ? WHERE user_id = ? AND conversation"
                                 " = (SELECT number FROM conversation WHERE key = ?)",
        {self.nickname, m_me.value, group.key()});
    if (query.numRowsAffected() > 0)
        changes.memberLists.insert(group);
}

// --- Mutes, kinds, membership -------------------------------------------------------------------

void GroupStore::setMuted(const ConversationId& id, qint64 until, Changes& changes)
{
    auto& query = m_database.run(
        "UPDATE conversation SET muted_until = ? WHERE key = ? AND muted_until != ?",
        {until, id.key(), until});
    if (query.numRowsAffected() > 0)
        changes.conversations.insert(id);
}

void GroupStore::takeMutes(const ConversationId& group, const MuteState& state, Changes& changes)
{
    setMuted(group, state.mutedUntil, changes);
    for (const ConversationId& topic : topics(group))
        setMuted(topic, state.topics.value(topic.id, 0), changes);
}

void GroupStore::setKind(const ConversationId& id, std::optional<GroupKind> kind, Changes& changes)
{
    auto& query = m_database.run("UPDATE conversation SET kind = ? WHERE key = ? AND kind IS NOT ?",
        {kindOrNull(kind), id.key(), kindOrNull(kind)});
    if (query.numRowsAffected() > 0)
        changes.conversations.insert(id);
}

void GroupStore::noteWritten(const ConversationId& id, Changes& changes)
{
    const auto place = m_conversations.one(id);
    if (place && id.kind == ConversationId::Kind::Topic && writeBar(*place) == WriteBar::OnlyAdmins)
        setKind(id, std::nullopt, changes);
}

bool GroupStore::wasLeft(const ConversationId& id) const
{
    auto& query = m_database.run("SELECT 1 FROM conversation WHERE key = ? AND membership = ?",
        {id.key(), static_cast<int>(Membership::Left)});
    return query.next();
}

void GroupStore::setMembership(const ConversationId& id, Membership membership, Changes& changes)
{
    const int word = static_cast<int>(membership);
    // That the service does not know it is no news of what was left.
    const int kept
        = static_cast<int>(membership == Membership::Gone ? Membership::Left : membership);
    auto& query = m_database.run("UPDATE conversation SET membership = ? WHERE key = ?"
                                 " AND membership NOT IN (?, ?)",
        {word, id.key(), word, kept});
    if (query.numRowsAffected() == 0)
        return;
    changes.conversations.insert(id);
    changes.threads.insert(id);
    if (id.kind == ConversationId::Kind::Group)
        for (const ConversationId& topic : topics(id))
            changes.conversations.insert(topic);
}

// --- Lists --------------------------------------------------------------------------------------

QList<ConversationId> GroupStore::groups() const
{
    return conversationsOf(m_database.run("SELECT key FROM conversation WHERE key GLOB 'g/*'"
                                          " AND membership = 0"));
}

QList<ConversationId> GroupStore::topics(const ConversationId& group) const
{
    return conversationsOf(m_database.run("SELECT key FROM conversation WHERE parent = ?"
                                          " AND membership = 0",
        {group.key()}));
}

void GroupStore::markTopicsDue(const ConversationId& group)
{
    m_database.run(
        "UPDATE conversation SET topics_due = 1 WHERE key = ? AND topics_due = 0", {group.key()});
}

QList<ConversationId> GroupStore::topicsDue() const
{
    return conversationsOf(
        m_database.run("SELECT key FROM conversation WHERE topics_due AND topics > 0"
                       " AND membership = 0 ORDER BY last_activity DESC"));
}

ConversationId GroupStore::nextInTurn(qint64 now) const
{
    // A day without messages, here or in a topic, counts as an hour: who is silent for a month
    // waits a day longer.
    const auto next = conversationsOf(
        m_database.run("SELECT key FROM conversation c WHERE topics > 0 AND membership = 0"
                       " ORDER BY topics_asked_at + MAX(? - MAX(last_activity, COALESCE((SELECT"
                       " MAX(t.last_activity) FROM conversation t WHERE t.parent = c.key), 0)), 0)"
                       " / 24, number LIMIT 1",
            {now}));
    return next.isEmpty() ? ConversationId{} : next.first();
}

bool GroupStore::topicsWereRead(const ConversationId& group) const
{
    auto& query = m_database.run(
        "SELECT 1 FROM conversation WHERE key = ? AND topics_asked_at > 0", {group.key()});
    return query.next();
}

void GroupStore::noteTopicsRead(const ConversationId& group, qint64 now)
{
    m_database.run("UPDATE conversation SET topics_due = 0, topics_asked_at = ? WHERE key = ?",
        {now, group.key()});
}

} // namespace skein
