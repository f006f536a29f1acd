// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/GroupNews.h"

using namespace Qt::StringLiterals;

namespace skein {

namespace {

/// Numbers in the events of groups, texts in those of messages (protocol.md I6).
QString idIn(const QJsonValue& value)
{
    const qint64 number = value.toInteger();
    return number > 0 ? QString::number(number) : value.toString();
}

/// Where it is told, and which of the three words it is, differs (protocol.md I6, K6).
std::optional<GroupKind> kindIn(const QJsonObject& data)
{
    for (const auto& key : {"type"_L1, "subgroup_type"_L1, "group_type"_L1}) {
        const QString word = data[key].toString();
        if (word == "announcement"_L1)
            return GroupKind::Announcement;
        if (word == "closed"_L1)
            return GroupKind::Closed;
        if (word == "private"_L1)
            return GroupKind::Private;
    }
    return std::nullopt;
}

} // namespace

GroupNews newsIn(const MessageEvent& event)
{
    GroupNews news;
    const QString& type = event.type;
    const auto text = [&](QLatin1StringView key) -> std::optional<QString> {
        const QJsonValue value = event.data[key];
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    };
    if (type.startsWith("group.subgroup_"_L1)) {
        news.topicsChanged = true;
        if (type == "group.subgroup_type_change"_L1) {
            news.topicOfNewKind = idIn(event.data["subgroup_id"_L1]);
            news.newKind = kindIn(event.data);
        }
    } else if (type == "group.name_change"_L1) {
        news.title = text("name"_L1);
    } else if (type == "group.topic_change"_L1) {
        news.description = text("topic"_L1); // its name for what a group is about
    } else if (type == "group.avatar_change"_L1) {
        news.avatarUrl = text("avatar_url"_L1);
    } else if (type.startsWith("membership."_L1) || type == "group.owner_changed"_L1
        || type == "group.role_change_admin"_L1 || type == "group.type_change"_L1) {
        news.membersChanged = true;
    }
    return news;
}

} // namespace skein
