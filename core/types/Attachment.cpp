// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Attachment.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr qsizetype longestUrl = 2000; ///< UTF-16 units
constexpr qsizetype longestName = 500;
constexpr double longestSound = 24 * 60 * 60; ///< seconds

/// Ids and coordinates come as strings or as numbers.
QString textOf(const QJsonValue& value)
{
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == value.toDouble()
            ? QString::number(whole)
            : QString::number(value.toDouble(), 'f', 7);
    }
    return value.toString();
}

QUrl secureUrl(const QJsonValue& value)
{
    const QString address = value.toString();
    if (address.size() > longestUrl)
        return {};
    QUrl url(address);
    if (url.scheme() == "http"_L1)
        url.setScheme(u"https"_s);
    return url;
}

int secondsOf(const QJsonValue& value)
{
    return qRound(std::clamp(value.toDouble(), 0.0, longestSound));
}

MentionsAttachment::Locus locusOf(const QJsonValue& value)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2)
        return {};
    // toInteger() answers the default for anything but a whole number.
    return {pair[0].toInteger(-1), pair[1].toInteger(0)};
}

MentionsAttachment mentionsOf(const QJsonObject& json)
{
    MentionsAttachment mentions;
    for (const QJsonValue& user : json["user_ids"_L1].toArray())
        mentions.users.append({textOf(user)});
    for (const QJsonValue& locus : json["loci"_L1].toArray())
        mentions.loci.append(locusOf(locus));
    return mentions;
}

EmojiAttachment emojiOf(const QJsonObject& json)
{
    EmojiAttachment emoji{.placeholder = json["placeholder"_L1].toString(), .cells = {}};
    if (!emoji.placeholder.isValidUtf16()) // half of a character would stand inside of others
        emoji.placeholder.clear();
    for (const QJsonValue& entry : json["charmap"_L1].toArray()) {
        const QJsonArray pair = entry.toArray();
        const EmojiAttachment::Cell cell{pair.at(0).toInt(), pair.at(1).toInt(-1)};
        // An unreadable entry keeps its turn, as a cell of no pack.
        const bool isUsable = cell.pack > 0 && cell.index >= 0;
        emoji.cells.append(isUsable ? cell : EmojiAttachment::Cell{});
    }
    return emoji;
}

} // namespace

bool isAboutText(const Attachment& attachment)
{
    static constexpr std::array types{"reply"_L1, "mentions"_L1, "emoji"_L1, "split"_L1};
    return std::ranges::find(types, attachment.type) != types.end()
        || std::holds_alternative<ReplyAttachment>(attachment.content);
}

Attachment readAttachment(const QJsonObject& json)
{
    Attachment attachment{.type = json["type"_L1].toString(), .json = json, .content = {}};
    if (attachment.type == "image"_L1 || attachment.type == "linked_image"_L1)
        attachment.content = ImageAttachment{secureUrl(json["url"_L1])};
    else if (attachment.type == "video"_L1)
        attachment.content
            = VideoAttachment{secureUrl(json["url"_L1]), secureUrl(json["preview_url"_L1])};
    else if (attachment.type == "location"_L1)
        attachment.content = LocationAttachment{json["name"_L1].toString().left(longestName),
            textOf(json["lat"_L1]), textOf(json["lng"_L1])};
    else if (attachment.type == "file"_L1)
        attachment.content = FileAttachment{textOf(json["file_id"_L1]), json["name"_L1].toString(),
            std::max<qint64>(json["size"_L1].toInteger(), 0)};
    else if (attachment.type == "reply"_L1) {
        const QString direct = textOf(json["reply_id"_L1]);
        attachment.content
            = ReplyAttachment{{direct.isEmpty() ? textOf(json["base_reply_id"_L1]) : direct}};
    } else if (attachment.type == "mentions"_L1)
        attachment.content = mentionsOf(json);
    else if (attachment.type == "emoji"_L1)
        attachment.content = emojiOf(json);
    else if (attachment.type == "audio"_L1)
        attachment.content
            = AudioAttachment{secureUrl(json["url"_L1]), secondsOf(json["duration"_L1])};
    else if (attachment.type == "poll"_L1)
        attachment.content = PollAttachment{textOf(json["poll_id"_L1])};
    else if (attachment.type == "event"_L1)
        attachment.content = EventAttachment{textOf(json["event_id"_L1])};
    return attachment;
}

} // namespace skein
