// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/GroupReaders.h"

#include <algorithm>
#include <cmath>

namespace skein::json {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxCount = 1'000'000;
constexpr qsizetype maxDescriptionLength = 4000;

std::optional<GroupKind> kindOf(const QJsonObject& row)
{
    // Requests say group_type, answers type (protocol.md K6).
    const QJsonValue word = row["type"_L1].isString() ? row["type"_L1] : row["group_type"_L1];
    if (!word.isString())
        return std::nullopt;
    if (word.toString() == "announcement"_L1)
        return GroupKind::Announcement;
    return word.toString() == "closed"_L1 ? GroupKind::Closed : GroupKind::Private;
}

std::optional<LikeIcon> likeIcon(const QJsonValue& value)
{
    const LikeIcon icon{value["pack_id"_L1].toInt(0), value["pack_index"_L1].toInt(-1)};
    return icon.packId > 0 && icon.packIndex >= 0 ? std::optional(icon) : std::nullopt;
}

/// A number, or digits; null is as good as absent (protocol.md 0.3).
std::optional<int> count(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || std::isnan(number))
        return std::nullopt;
    return static_cast<int>(std::clamp(number, 0.0, double{maxCount}));
}

GroupRole roleOf(const QJsonValue& roles)
{
    const QStringList all = words(roles);
    if (all.contains("owner"_L1))
        return GroupRole::Owner;
    return all.contains("admin"_L1) ? GroupRole::Admin : GroupRole::Member;
}

/// What the list tells of the newest message, as a message that lacks its sender's id.
std::optional<Message> newestOf(const QJsonValue& messages)
{
    const QJsonValue preview = messages["preview"_L1];
    Message newest;
    newest.id = {id(messages["last_message_id"_L1])};
    if (newest.id.isEmpty())
        return std::nullopt;
    newest.createdAt = seconds(messages["last_message_created_at"_L1]);
    if (newest.createdAt == 0)
        newest.createdAt = secondsOfId(newest.id.value);
    newest.senderName = text(preview["nickname"_L1], maxNameLength);
    newest.text = text(preview["text"_L1]);
    newest.attachments = attachments(preview["attachments"_L1]);
    newest.deletedAt = seconds(preview["deleted_at"_L1]);
    return newest;
}

/// What groups and topics tell alike.
void readCommon(const QJsonObject& row, ConversationSummary& read)
{
    const QString image = text(row["image_url"_L1], maxUrlLength);
    read.avatarUrl = image.isEmpty() ? text(row["avatar_url"_L1], maxUrlLength) : image;
    read.lastMessage = newestOf(row["messages"_L1]);
    read.createdAt = seconds(row["created_at"_L1]);
    // Not updated_at: renaming something is no message, and the list is ordered by messages.
    read.updatedAt = read.lastMessage ? read.lastMessage->createdAt : read.createdAt;
    if (const MessageId head{id(row["last_read_message_id"_L1])}; !head.isEmpty())
        read.lastRead = head;
    read.deletionMode = words(row["message_deletion_mode"_L1]);
    read.editPeriod = wholeNumber(row["message_edit_period"_L1]);
    read.group.kind = kindOf(row);
    if (row.contains("description"_L1))
        read.group.description = text(row["description"_L1], maxDescriptionLength);
    read.group.creator = {id(row["creator_user_id"_L1])};
    if (row.contains("like_icon"_L1))
        read.group.likeIcon = likeIcon(row["like_icon"_L1]);
}

QList<Member> members(const QJsonValue& value, const UserId& creator)
{
    QList<Member> found;
    QSet<UserId> seen;
    for (const QJsonValue& row : value.toArray()) {
        auto read = member(row);
        if (!read || seen.contains(read->user))
            continue;
        seen.insert(read->user);
        if (read->user == creator)
            read->role = GroupRole::Owner; // roles may be missing (protocol.md D2)
        found.append(*read);
    }
    return found;
}

template <class Read>
std::optional<QList<ConversationSummary>> rows(const QJsonValue& value, Read read)
{
    if (!value.isArray())
        return std::nullopt;
    QList<ConversationSummary> found;
    QSet<ConversationId> seen;
    for (const QJsonValue& row : value.toArray()) {
        const auto one = read(row);
        if (one && !seen.contains(one->id)) {
            seen.insert(one->id);
            found.append(*one);
        }
    }
    return found;
}

} // namespace

std::optional<ConversationSummary> group(const QJsonValue& value)
{
    const QJsonObject row = value.toObject();
    const QString own = firstId(row, {"id"_L1, "group_id"_L1});
    if (own.isEmpty())
        return std::nullopt;
    ConversationSummary read;
    read.id = {ConversationId::Kind::Group, own, {}};
    read.title = text(row["name"_L1], maxNameLength);
    readCommon(row, read);
    read.group.mutedUntil = seconds(row["muted_until"_L1]);
    read.group.topics = count(row["children_count"_L1]);
    read.group.members = members(row["members"_L1], read.group.creator);
    read.group.memberCount
        = std::max(count(row["members_count"_L1]).value_or(0), int(read.group.members.size()));
    return read;
}

std::optional<QList<ConversationSummary>> groups(const QJsonValue& value)
{
    return rows(value, [](const QJsonValue& row) { return group(row); });
}

std::optional<ConversationSummary> topic(const QJsonValue& value, const ConversationId& group)
{
    const QJsonObject row = value.toObject();
    const QString own = firstId(row, {"id"_L1, "group_id"_L1});
    const QString parent = id(row["parent_id"_L1]);
    if (own.isEmpty() || (!parent.isEmpty() && parent != group.id))
        return std::nullopt;
    ConversationSummary read;
    read.id = {ConversationId::Kind::Topic, own, group.id};
    read.title = text(row["topic"_L1], maxNameLength);
    readCommon(row, read);
    // The answers to making and changing a topic lack it: then muting is as it was.
    if (row.contains("muted_until"_L1) || row.contains("messages"_L1))
        read.group.mutedUntil = seconds(row["muted_until"_L1]);
    else
        read.group.changedAt = seconds(row["updated_at"_L1]);
    return read;
}

std::optional<QList<ConversationSummary>> topics(
    const QJsonValue& value, const ConversationId& group)
{
    return rows(value, [&](const QJsonValue& row) { return topic(row, group); });
}

std::optional<Member> member(const QJsonValue& value)
{
    const QJsonObject row = value.toObject();
    Member read;
    read.user = {id(row["user_id"_L1])};
    if (read.user.isEmpty())
        return std::nullopt;
    read.membershipId = id(row["id"_L1]);
    read.nickname = text(row["nickname"_L1], maxNameLength);
    if (read.nickname.isEmpty())
        read.nickname = text(row["name"_L1], maxNameLength);
    const QString image = text(row["image_url"_L1], maxUrlLength);
    read.avatarUrl = image.isEmpty() ? text(row["avatar_url"_L1], maxUrlLength) : image;
    read.role = roleOf(row["roles"_L1]);
    return read;
}

std::optional<MuteState> muteState(const QJsonValue& value)
{
    const QJsonValue inner = value["membership"_L1];
    const QJsonObject row = inner.isObject() ? inner.toObject() : value.toObject();
    // Unmuted memberships lack what mutes have; but it must be a membership.
    if (!row.contains("id"_L1) && !row.contains("muted_until"_L1)
        && !row.contains("muted_children"_L1))
        return std::nullopt;
    MuteState read;
    read.mutedUntil = seconds(row["muted_until"_L1]);
    const QJsonObject topics = row["muted_children"_L1].toObject();
    for (auto topic = topics.begin(); topic != topics.end(); ++topic)
        read.topics.insert(topic.key(), seconds(topic.value()));
    return read;
}

} // namespace skein::json
