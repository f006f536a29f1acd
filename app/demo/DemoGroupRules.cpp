// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's rules about groups and topics for those who ask over the wire (protocol.md D, E).

#include "app/demo/DemoWorld.h"

#include <QMutexLocker>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 140;
constexpr qsizetype longestDescription = 255;
constexpr qsizetype longestNickname = 50;

std::unexpected<DemoRefusal> refused(int status, const QString& reason = {})
{
    return std::unexpected(DemoRefusal{status, reason});
}

/// What is wrong with what an admin asks for; nothing: empty.
QString flawOf(const DemoTopic& wanted)
{
    if (wanted.title.trimmed().isEmpty())
        return u"Topic can't be blank"_s;
    if (wanted.title.size() > longestTitle)
        return u"Topic is too long (maximum is 140 characters)"_s;
    if (wanted.description.size() > longestDescription)
        return u"Description is too long (maximum is 255 characters)"_s;
    if (wanted.kind != "private"_L1 && wanted.kind != "announcement"_L1)
        return u"group_type is not a kind of topic"_s;
    if (!wanted.avatarUrl.isEmpty() && !wanted.avatarUrl.startsWith("https://i.groupme.com/"_L1))
        return u"avatar_url must be an image of the image service"_s;
    return {};
}

template <class Row>
QList<Row> paged(const QList<Row>& all, int page, int perPage)
{
    return all.mid((qsizetype(page) - 1) * perPage, perPage);
}

} // namespace

DemoPlaceRow DemoWorld::placeRow(const Chat& chat, const QString& user) const
{
    DemoPlaceRow row;
    row.group = *chat.group;
    if (const DemoTopic* topic = findTopic(chat.group->id, chat.id))
        row.topic = *topic;
    row.count = static_cast<qint64>(chat.messages.size()) + chat.removed;
    row.readUpTo = chat.receipts.value(user).messageId;
    if (!chat.messages.empty())
        row.last = {chat.messages.back()};
    const auto unread = chat.messages.begin() + chat.firstAfter(row.readUpTo);
    row.unread = std::count_if(unread, chat.messages.end(),
        [&](const DemoMessage& message) { return message.senderId != user; });
    return row;
}

QList<DemoPlaceRow> DemoWorld::groups(const QString& user, int page, int perPage) const
{
    const QMutexLocker lock(&m_mutex);
    QList<const Chat*> mine;
    for (const auto& group : m_groups) {
        const Chat* chat = find(group->id);
        if (chat && chat->has(user))
            mine.append(chat);
    }
    const auto activity = [](const Chat* chat) {
        return chat->messages.empty() ? chat->createdAt : chat->messages.back().createdAt;
    };
    std::ranges::stable_sort(mine, std::ranges::greater{}, activity);
    QList<DemoPlaceRow> rows;
    for (const Chat* chat : paged(mine, page, perPage))
        rows.append(placeRow(*chat, user));
    return rows;
}

DemoWorld::Answer<DemoPlaceRow> DemoWorld::showGroup(const QString& user, const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(id);
    // A topic's id is not shown here: 404 was measured (protocol.md D2).
    if (!findGroup(id) || !chat || !chat->has(user))
        return refused(404, u"Group not found"_s);
    return placeRow(*chat, user);
}

DemoWorld::Answer<QList<DemoPlaceRow>> DemoWorld::topics(
    const QString& user, const QString& group, int page, int perPage) const
{
    const QMutexLocker lock(&m_mutex);
    const DemoGroup* parent = findGroup(group);
    if (!parent || !parent->member(user))
        return refused(404, u"Group not found"_s);
    QList<DemoPlaceRow> rows;
    for (const DemoTopic& topic : paged(parent->topics, page, perPage)) {
        if (const Chat* chat = find(topic.id))
            rows.append(placeRow(*chat, user));
    }
    return rows;
}

DemoWorld::Answer<DemoPlaceRow> DemoWorld::showTopic(
    const QString& user, const QString& group, const QString& topic) const
{
    const QMutexLocker lock(&m_mutex);
    const DemoGroup* parent = findGroup(group);
    const Chat* chat = find(topic);
    if (!parent || !parent->member(user) || !findTopic(group, topic) || !chat)
        return refused(404, u"Topic not found"_s);
    return placeRow(*chat, user);
}

DemoWorld::Answer<DemoWorld::Page> DemoWorld::pageIn(const QString& user,
    const QString& conversation, Cursor cursor, const QString& id, int limit) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    if (!chat || !chat->group || !chat->has(user))
        return refused(404);
    return pageOf(*chat, cursor, id, limit);
}

DemoWorld::Answer<DemoMessage> DemoWorld::sendIn(
    const QString& user, const QString& conversation, const DemoDraft& draft)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    if (!chat || !chat->group || !chat->has(user))
        return refused(404);
    if (draft.text.size() > longestText)
        return refused(400, u"Text is too long (maximum is 1000 characters)"_s);
    if (draft.text.trimmed().isEmpty() && draft.attachments.isEmpty())
        return refused(400, u"Text can't be blank"_s);
    const DemoTopic* topic = findTopic(chat->group->id, conversation);
    const QString& kind = topic ? topic->kind : chat->group->kind;
    if (kind == "announcement"_L1 && !chat->group->isManagedBy(user))
        return refused(403, u"Only admins can post here"_s);
    if (bannedNow(user))
        return refused(403, u"User has been auto-banned for sending too many messages."_s);
    if (remembers(user, draft.guid))
        return refused(409, u"source_guid was used a moment ago"_s);
    DemoMessage message{.guid = draft.guid, .senderId = user};
    message.text = draft.text.isEmpty() ? QString() : draft.text;
    message.attachments = draft.attachments;
    const QString id = append(*chat, std::move(message));
    return *chat->find(id);
}

DemoWorld::Answer<DemoGroup*> DemoWorld::managed(const QString& user, const QString& group) const
{
    DemoGroup* found = findGroup(group);
    if (!found || !found->member(user))
        return refused(404, u"Group not found"_s);
    if (!found->isManagedBy(user))
        return refused(403, u"You must be an admin of the group to do that"_s);
    return found;
}

DemoWorld::Answer<DemoTopic> DemoWorld::createTopic(
    const QString& user, const QString& group, DemoTopic wanted)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto parent = managed(user, group); !parent)
            return std::unexpected(parent.error());
    }
    if (const QString flaw = flawOf(wanted); !flaw.isEmpty())
        return refused(400, flaw);
    wanted.creator = user;
    const QString id = addTopic(group, std::move(wanted));
    const QMutexLocker lock(&m_mutex);
    const DemoTopic* made = findTopic(group, id);
    return made ? Answer<DemoTopic>(*made) : refused(404);
}

DemoWorld::Answer<DemoTopic> DemoWorld::updateTopic(const QString& user, const DemoTopic& wanted)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto parent = managed(user, wanted.group); !parent)
        return std::unexpected(parent.error());
    DemoTopic* topic = findTopic(wanted.group, wanted.id);
    if (!topic)
        return refused(404, u"Topic not found"_s);
    if (const QString flaw = flawOf(wanted); !flaw.isEmpty())
        return refused(400, flaw);
    const auto tell = [&](bool changed, const QString& type, const QString& text) {
        if (changed)
            announce(*findGroup(wanted.group), text, type,
                {{u"subgroup_id"_s, wanted.id.toLongLong()}, {u"subgroup_topic"_s, wanted.title}});
    };
    const DemoTopic before = *topic;
    topic->title = wanted.title;
    topic->kind = wanted.kind;
    topic->description = wanted.description;
    topic->avatarUrl = wanted.avatarUrl;
    topic->likeIcon = wanted.likeIcon;
    topic->updatedAt = m_now() / 1000;
    DemoTopic after = *topic;
    tell(before.title != after.title, u"group.subgroup_name_change"_s,
        u"The topic was renamed to %1"_s.arg(after.title));
    tell(before.kind != after.kind, u"group.subgroup_type_change"_s,
        u"Who may write in %1 was changed"_s.arg(after.title));
    tell(before.description != after.description, u"group.subgroup_description_change"_s,
        u"The description of %1 was changed"_s.arg(after.title));
    tell(before.avatarUrl != after.avatarUrl, u"group.subgroup_avatar_change"_s,
        u"The picture of %1 was changed"_s.arg(after.title));
    tell(before.likeIcon != after.likeIcon, u"group.subgroup_like_icon_change"_s,
        u"The like icon of %1 was changed"_s.arg(after.title));
    return after;
}

DemoWorld::Answer<void> DemoWorld::deleteTopic(
    const QString& user, const QString& group, const QString& topic)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto parent = managed(user, group); !parent)
            return std::unexpected(parent.error());
    }
    if (!dropTopic(group, topic))
        return refused(404, u"Topic not found"_s);
    return {};
}

DemoWorld::Answer<DemoGroup> DemoWorld::mute(
    const QString& user, const QString& conversation, qint64 until)
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    if (!chat || !chat->group || !chat->has(user))
        return refused(404);
    DemoGroup* group = findGroup(chat->group->id);
    DemoTopic* topic = findTopic(group->id, conversation);
    if (!topic)
        group->member(user)->mutedUntil = until;
    else if (until == 0)
        topic->mutedUntil.remove(user);
    else
        topic->mutedUntil.insert(user, until);
    return *group;
}

DemoWorld::Answer<DemoMember> DemoWorld::rename(
    const QString& user, const QString& group, const QString& nickname)
{
    const QMutexLocker lock(&m_mutex);
    DemoGroup* found = findGroup(group);
    DemoMember* member = found ? found->member(user) : nullptr;
    if (!member)
        return refused(404, u"Group not found"_s);
    if (nickname.trimmed().isEmpty() || nickname.size() > longestNickname)
        return refused(400, u"Nickname must have 1 to 50 characters"_s);
    const QString before = std::exchange(member->nickname, nickname);
    announce(*found, u"%1 changed name to %2"_s.arg(before, nickname),
        u"membership.nickname_changed"_s,
        {{u"user"_s, QJsonObject{{u"id"_s, user.toLongLong()}, {u"nickname"_s, before}}},
            {u"name"_s, nickname}});
    return *member;
}

DemoWorld::Answer<void> DemoWorld::removeMember(
    const QString& user, const QString& group, const QString& membershipId)
{
    QString leaver;
    {
        const QMutexLocker lock(&m_mutex);
        const DemoGroup* found = findGroup(group);
        if (!found || !found->member(user))
            return refused(404, u"Group not found"_s);
        const auto member
            = std::ranges::find(found->members, membershipId, &DemoMember::membershipId);
        if (member == found->members.end())
            return refused(404, u"Membership not found"_s);
        if (member->user == found->creator)
            return refused(400, u"The owner cannot leave the group"_s);
        if (member->user != user && !found->isManagedBy(user))
            return refused(403, u"You must be an admin of the group to do that"_s);
        leaver = member->user;
    }
    return dropMember(group, leaver) ? Answer<void>() : refused(404);
}

} // namespace skein
