// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoReactions.h"

#include "app/demo/DemoPowerups.h"

#include <algorithm>

namespace skein::demo {

using namespace Qt::StringLiterals;

namespace {

bool isSameReaction(QJsonObject reaction, const QJsonObject& kind)
{
    reaction.remove("user_ids"_L1);
    return reaction == kind;
}

/// Old messages tell of hearts by `favorited_by` alone.
void completeReactions(DemoMessage& message)
{
    if (message.reactions.isEmpty() && !message.favoritedBy.isEmpty()) {
        QStringList users = message.favoritedBy;
        users.removeDuplicates();
        QJsonObject hearts = reactionKind({}).value_or(QJsonObject());
        hearts[u"user_ids"_s] = QJsonArray::fromStringList(users);
        message.reactions = {hearts};
    }
}

} // namespace

const QStringList& reactionCodes()
{
    static const QStringList codes{u"❤️"_s, u"👍"_s, u"🤣"_s, u"🎉"_s, u"🔥"_s, u"😮"_s, u"👀"_s,
        u"😭"_s, u"🥺"_s, u"🙏"_s, u"💀"_s, u"🫶"_s, u"🤬"_s, u"💅"_s, u"🫠"_s};
    return codes;
}

std::expected<QJsonObject, QString> reactionKind(const QJsonValue& likeIcon)
{
    if (likeIcon.isUndefined() || likeIcon.isNull())
        return QJsonObject{{u"type"_s, u"unicode"_s}, {u"code"_s, reactionCodes().first()}};
    const QString type = likeIcon["type"_L1].toString();
    if (type == "unicode"_L1) {
        const QString code = likeIcon["code"_L1].toString();
        if (!reactionCodes().contains(code))
            return std::unexpected(u"code is not an allowed reaction"_s);
        return QJsonObject{{u"type"_s, type}, {u"code"_s, code}};
    }
    const int pack = likeIcon["pack_id"_L1].toInt(-1);
    const int index = likeIcon["pack_index"_L1].toInt(-1);
    if (type != "emoji"_L1 || !powerupHolds(pack, index))
        return std::unexpected(u"like_icon is not a reaction"_s);
    return QJsonObject{{u"type"_s, type}, {u"pack_id"_s, pack}, {u"pack_index"_s, index}};
}

bool react(DemoMessage& message, const QString& user, const QJsonObject& kind)
{
    completeReactions(message);
    if (message.favoritedBy.contains(user))
        return false;
    message.favoritedBy.append(user);
    const auto same = std::find_if(message.reactions.begin(), message.reactions.end(),
        [&](const QJsonValue& each) { return isSameReaction(each.toObject(), kind); });
    QJsonObject row = same != message.reactions.end() ? same->toObject() : kind;
    QJsonArray users = row["user_ids"_L1].toArray();
    users.append(user);
    row[u"user_ids"_s] = users;
    if (same != message.reactions.end())
        *same = row;
    else
        message.reactions.append(row);
    return true;
}

void unreact(DemoMessage& message, const QString& user)
{
    completeReactions(message);
    message.favoritedBy.removeAll(user);
    QJsonArray left;
    for (const QJsonValue& each : std::as_const(message.reactions)) {
        QJsonObject row = each.toObject();
        QJsonArray users;
        for (const QJsonValue& one : row["user_ids"_L1].toArray()) {
            if (one.toString() != user)
                users.append(one);
        }
        row[u"user_ids"_s] = users;
        if (!users.isEmpty())
            left.append(row);
    }
    message.reactions = left;
}

} // namespace skein::demo
