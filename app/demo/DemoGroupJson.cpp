// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoGroupJson.h"

#include "app/demo/DemoJson.h"

#include <algorithm>

namespace skein::demo {

using namespace Qt::StringLiterals;

namespace {

QJsonObject messagesJson(const DemoPlaceRow& row)
{
    const QJsonValue none(QJsonValue::Null);
    if (row.last.isEmpty())
        return {{u"count"_s, row.count}, {u"last_message_id"_s, none},
            {u"last_message_created_at"_s, none}, {u"last_message_updated_at"_s, none},
            {u"preview"_s,
                QJsonObject{{u"nickname"_s, none}, {u"text"_s, none}, {u"image_url"_s, none},
                    {u"attachments"_s, QJsonArray()}}}};
    const DemoMessage& last = row.last.first();
    return {{u"count"_s, row.count}, {u"last_message_id"_s, last.id},
        {u"last_message_created_at"_s, last.createdAt},
        {u"last_message_updated_at"_s, std::max(last.createdAt, last.updatedAt)},
        {u"preview"_s,
            QJsonObject{{u"nickname"_s, textOrNull(last.name)}, {u"text"_s, textOrNull(last.text)},
                {u"image_url"_s, none}, {u"attachments"_s, last.attachments}}}};
}

void addUnread(QJsonObject& json, const DemoPlaceRow& row, bool withUnread)
{
    const QJsonValue none(QJsonValue::Null);
    json[u"unread_count"_s] = withUnread ? QJsonValue(row.unread) : none;
    json[u"last_read_message_id"_s]
        = withUnread && !row.readUpTo.isEmpty() ? QJsonValue(row.readUpTo) : none;
    json[u"last_read_at"_s] = none;
}

QJsonObject membersJson(const DemoGroup& group, bool withMembers)
{
    QJsonArray rows;
    for (const DemoMember& member : group.members)
        rows.append(memberJson(member, group));
    const QJsonValue none(QJsonValue::Null);
    return {{u"members"_s, withMembers ? QJsonValue(rows) : none},
        {u"members_count"_s, withMembers ? group.members.size() : 0}};
}

} // namespace

QJsonObject groupJson(
    const DemoPlaceRow& row, const QString& user, bool withMembers, bool withUnread)
{
    const DemoGroup& group = row.group;
    const DemoMember* me = group.member(user);
    QJsonObject json{{u"id"_s, group.id}, {u"group_id"_s, group.id}, {u"name"_s, group.name},
        {u"phone_number"_s, QJsonValue::Null}, {u"type"_s, group.kind},
        {u"description"_s, group.description}, {u"image_url"_s, textOrNull(group.avatarUrl)},
        {u"creator_user_id"_s, group.creator}, {u"created_at"_s, group.createdAt},
        {u"updated_at"_s, row.last.isEmpty() ? group.createdAt : row.last.first().createdAt},
        {u"muted_until"_s, timeOrNull(me ? me->mutedUntil : 0)}, {u"office_mode"_s, false},
        {u"share_url"_s, QJsonValue::Null}, {u"max_members"_s, 500},
        {u"theme_name"_s, QJsonValue::Null}, {u"like_icon"_s, QJsonValue::Null},
        {u"requires_approval"_s, false}, {u"message_deletion_period"_s, 2147483647},
        {u"message_deletion_mode"_s, QJsonArray{u"admin"_s, u"sender"_s}},
        {u"message_edit_period"_s, group.editPeriod}, {u"children_count"_s, group.topics.size()},
        {u"messages"_s, messagesJson(row)}};
    const QJsonObject members = membersJson(group, withMembers);
    for (auto part = members.begin(); part != members.end(); ++part)
        json[part.key()] = part.value();
    addUnread(json, row, withUnread);
    return json;
}

QJsonObject topicPartJson(const DemoTopic& topic)
{
    const QJsonValue icon
        = topic.likeIcon.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(topic.likeIcon);
    return {{u"id"_s, topic.id.toLongLong()}, {u"topic"_s, topic.title}, {u"type"_s, topic.kind},
        {u"description"_s, topic.description}, {u"avatar_url"_s, textOrNull(topic.avatarUrl)},
        {u"created_at"_s, topic.createdAt}, {u"updated_at"_s, topic.updatedAt},
        {u"parent_id"_s, topic.group.toLongLong()}, {u"like_icon"_s, icon}};
}

QJsonObject topicJson(const DemoPlaceRow& row, const QString& user, bool withUnread)
{
    const DemoTopic topic = row.topic.value_or(DemoTopic());
    QJsonObject json = topicPartJson(topic);
    if (!row.group.tellsKinds)
        json.remove(u"type"_s);
    json[u"creator_user_id"_s] = topic.creator.toLongLong();
    json[u"muted_until"_s] = timeOrNull(topic.mutedUntil.value(user));
    json[u"messages"_s] = messagesJson(row);
    addUnread(json, row, withUnread);
    return json;
}

QJsonObject memberJson(const DemoMember& member, const DemoGroup& group)
{
    QJsonArray roles{u"user"_s};
    if (group.isManagedBy(member.user))
        roles.append(u"admin"_s);
    if (group.creator == member.user)
        roles.append(u"owner"_s);
    return {{u"id"_s, member.membershipId}, {u"user_id"_s, member.user},
        {u"nickname"_s, member.nickname}, {u"name"_s, member.nickname},
        {u"image_url"_s, textOrNull(member.avatarUrl)}, {u"muted"_s, member.mutedUntil != 0},
        {u"autokicked"_s, false}, {u"roles"_s, roles}};
}

QJsonObject membershipJson(const DemoGroup& group, const QString& user)
{
    const DemoMember me = group.member(user) ? *group.member(user) : DemoMember();
    QJsonObject children;
    for (const DemoTopic& topic : group.topics) {
        if (topic.mutedUntil.contains(user))
            children[topic.id] = topic.mutedUntil.value(user);
    }
    return {{u"id"_s, me.membershipId}, {u"user_id"_s, user}, {u"country_code"_s, u"1"_s},
        {u"phone_number"_s, u"5550100000"_s}, {u"email"_s, user + u"@example.org"_s},
        {u"avatar_url"_s, textOrNull(me.avatarUrl)}, {u"nickname"_s, me.nickname},
        {u"creator"_s, group.creator == user}, {u"muted"_s, me.mutedUntil != 0},
        {u"snoozed"_s, false}, {u"has_sound_enabled"_s, true}, {u"pending"_s, false},
        {u"muted_until"_s, timeOrNull(me.mutedUntil)}, {u"muted_children"_s, children}};
}

QJsonObject groupMessageJson(const DemoMessage& message, const QString& place, bool acceptFiles)
{
    QJsonObject row = messageJson(message, place);
    for (const auto& key : {u"conversation_id"_s, u"recipient_id"_s})
        row.remove(key);
    row[u"group_id"_s] = place;
    row[u"system"_s] = message.isSystem();
    row[u"platform"_s] = u"gm"_s;
    const bool hasFile = std::any_of(message.attachments.begin(), message.attachments.end(),
        [](const QJsonValue& each) { return each["type"_L1] == "file"_L1; });
    if (hasFile && !acceptFiles)
        row[u"text"_s] = u"Please upgrade to download this file."_s;
    return row;
}

} // namespace skein::demo
