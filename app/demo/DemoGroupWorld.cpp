// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's keeping of groups and topics: how tests and people change them, and what everybody
// hears of it. The rules for those who ask over the wire are in DemoGroupRules.cpp.

#include "app/demo/DemoWorld.h"

#include <QMutexLocker>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

QString DemoWorld::placeId() { return QString::number(++m_places); }

QString DemoWorld::nameIn(const Chat& chat, const QString& user) const
{
    const DemoMember* member = chat.group ? chat.group->member(user) : nullptr;
    return member ? member->nickname : m_people.value(user).name;
}

DemoGroup* DemoWorld::findGroup(const QString& id) const
{
    const auto found
        = std::ranges::find_if(m_groups, [&](const auto& group) { return group->id == id; });
    return found == m_groups.end() ? nullptr : found->get();
}

DemoTopic* DemoWorld::findTopic(const QString& group, const QString& id) const
{
    DemoGroup* parent = findGroup(group);
    if (!parent)
        return nullptr;
    const auto found = std::ranges::find(parent->topics, id, &DemoTopic::id);
    return found == parent->topics.end() ? nullptr : &*found;
}

DemoWorld::Chat& DemoWorld::openPlace(const QString& id, const DemoGroup& group, qint64 createdAt)
{
    auto chat = std::make_unique<Chat>();
    chat->id = id;
    chat->group = &group;
    chat->createdAt = createdAt;
    m_chatById.insert(id, chat.get());
    return *m_chats.emplace_back(std::move(chat));
}

QString DemoWorld::addGroup(DemoGroup group)
{
    const QMutexLocker lock(&m_mutex);
    if (group.id.isEmpty())
        group.id = placeId();
    if (group.createdAt == 0)
        group.createdAt = m_now() / 1000;
    for (DemoMember& member : group.members) {
        if (member.membershipId.isEmpty())
            member.membershipId = u"9%1"_s.arg(++m_serial, 8, 10, QChar(u'0'));
        if (member.nickname.isEmpty())
            member.nickname = m_people.value(member.user).name;
        member.avatarUrl = m_people.value(member.user).avatarUrl;
    }
    const auto& kept = m_groups.emplace_back(std::make_unique<DemoGroup>(std::move(group)));
    openPlace(kept->id, *kept, kept->createdAt);
    return kept->id;
}

QString DemoWorld::addTopic(const QString& group, DemoTopic topic, bool announced)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* parent = findGroup(group);
    if (!parent)
        return {};
    if (topic.id.isEmpty())
        topic.id = placeId();
    topic.group = group;
    if (topic.creator.isEmpty())
        topic.creator = parent->creator;
    if (topic.createdAt == 0)
        topic.createdAt = m_now() / 1000;
    topic.updatedAt = topic.createdAt;
    openPlace(topic.id, *parent, topic.createdAt);
    parent->topics.append(topic);
    if (announced) {
        const QString who = parent->member(topic.creator) ? parent->member(topic.creator)->nickname
                                                          : m_people.value(topic.creator).name;
        announce(*parent, u"%1 created the topic %2"_s.arg(who, topic.title),
            u"group.subgroup_created"_s,
            {{u"subgroup_id"_s, topic.id.toLongLong()}, {u"subgroup_topic"_s, topic.title}});
    }
    return topic.id;
}

void DemoWorld::announce(
    const DemoGroup& group, const QString& text, const QString& type, const QJsonObject& data)
{
    if (Chat* main = find(group.id))
        addSystemRow(*main, text, {{u"type"_s, type}, {u"data"_s, data}});
}

bool DemoWorld::dropTopic(const QString& group, const QString& topic)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* parent = findGroup(group);
    const DemoTopic* found = findTopic(group, topic);
    if (!parent || !found)
        return false;
    const QString title = found->title;
    parent->topics.removeIf([&](const DemoTopic& each) { return each.id == topic; });
    m_chatById.remove(topic);
    std::erase_if(m_chats, [&](const auto& chat) { return chat->id == topic; });
    announce(*parent, u"The topic %1 was deleted"_s.arg(title), u"group.subgroup_removed"_s,
        {{u"subgroup_id"_s, topic.toLongLong()}, {u"subgroup_topic"_s, title}});
    return true;
}

bool DemoWorld::renameTopic(const QString& group, const QString& topic, const QString& title)
{
    const QMutexLocker lock(&m_mutex);
    DemoTopic* found = findTopic(group, topic);
    if (!found)
        return false;
    found->title = title;
    found->updatedAt = m_now() / 1000;
    announce(*findGroup(group), u"The topic was renamed to %1"_s.arg(title),
        u"group.subgroup_name_change"_s,
        {{u"subgroup_id"_s, topic.toLongLong()}, {u"subgroup_topic"_s, title}});
    return true;
}

bool DemoWorld::renameGroup(const QString& group, const QString& name)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* found = findGroup(group);
    if (!found)
        return false;
    found->name = name;
    announce(*found, u"The group was renamed to %1"_s.arg(name), u"group.name_change"_s,
        {{u"name"_s, name},
            {u"user"_s,
                QJsonObject{{u"id"_s, found->creator.toLongLong()},
                    {u"nickname"_s, m_people.value(found->creator).name}}}});
    return true;
}

bool DemoWorld::addMember(const QString& group, const QString& user)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* found = findGroup(group);
    if (!found || found->member(user) || !m_people.contains(user))
        return false;
    const QString name = m_people.value(user).name;
    found->members.append({.user = user,
        .membershipId = u"9%1"_s.arg(++m_serial, 8, 10, QChar(u'0')),
        .nickname = name,
        .avatarUrl = m_people.value(user).avatarUrl});
    announce(*found, u"%1 has joined the group"_s.arg(name), u"membership.announce.joined"_s,
        {{u"user"_s, QJsonObject{{u"id"_s, user.toLongLong()}, {u"nickname"_s, name}}}});
    return true;
}

bool DemoWorld::dropMember(const QString& group, const QString& user)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* found = findGroup(group);
    const DemoMember* member = found ? found->member(user) : nullptr;
    if (!member)
        return false;
    const QString name = member->nickname;
    found->members.removeIf([&](const DemoMember& each) { return each.user == user; });
    announce(*found, u"%1 has left the group"_s.arg(name), u"membership.notifications.exited"_s,
        {{u"removed_user"_s, QJsonObject{{u"id"_s, user.toLongLong()}, {u"nickname"_s, name}}}});
    return true;
}

bool DemoWorld::setAdmin(const QString& group, const QString& user, bool isAdmin)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* found = findGroup(group);
    DemoMember* member = found ? found->member(user) : nullptr;
    if (!member)
        return false;
    member->isAdmin = isAdmin;
    const QString words = isAdmin ? u"%1 is an admin now"_s : u"%1 is no admin any more"_s;
    announce(*found, words.arg(member->nickname), u"group.role_change_admin"_s,
        {{u"role"_s, isAdmin ? u"admin"_s : u"user"_s},
            {u"member"_s, QJsonObject{{u"id"_s, user.toLongLong()}}}});
    return true;
}

QString DemoWorld::sayIn(const QString& conversation, const QString& from, const QString& text,
    const QJsonArray& attachments)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    if (!chat || !chat->group)
        return {};
    DemoMessage message{.senderId = from};
    message.text = text;
    message.attachments = attachments;
    return append(*chat, std::move(message));
}

QStringList DemoWorld::groupIds() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList ids;
    for (const auto& group : m_groups)
        ids.append(group->id);
    return ids;
}

std::optional<DemoGroup> DemoWorld::group(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    const DemoGroup* found = findGroup(id);
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace skein
