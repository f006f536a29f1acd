// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/MessageReaders.h"

#include <algorithm>

namespace skein::json {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxOptions = 200;
constexpr qsizetype maxNotes = 10'000; ///< of an event's description, UTF-16 units

/// `key` of the value when it is an object, else the value itself.
QJsonObject inner(const QJsonValue& value, QLatin1StringView key)
{
    const QJsonValue found = value[key];
    return (found.isObject() ? found : value).toObject();
}

int votesOf(const QJsonObject& option)
{
    // Without votes both keys are absent (F4).
    const auto voters = static_cast<int>(option["voter_ids"_L1].toArray().size());
    return std::max(wholeNumber(option["votes"_L1]).value_or(0), voters);
}

QStringList ownVotes(const QJsonValue& poll)
{
    QStringList votes{id(poll["user_vote"_L1])};
    for (const QJsonValue& vote : poll["user_votes"_L1].toArray())
        votes.append(id(vote));
    votes.removeAll(QString());
    return votes;
}

QString placeNameOf(const QJsonValue& location)
{
    if (location.isString())
        return text(location, maxNameLength);
    const QString name = text(location["name"_L1], maxNameLength);
    return name.isEmpty() ? text(location["address"_L1], maxNameLength) : name;
}

} // namespace

std::optional<QList<Reaction>> allReactions(const QJsonValue& value)
{
    const QJsonValue rows = value["reactions"_L1];
    if (!rows.isArray())
        return std::nullopt;
    const QJsonArray all = rows.toArray();
    const bool isWhole = std::ranges::all_of(
        all, [](const QJsonValue& row) { return row["user_ids"_L1].isArray(); });
    return isWhole ? std::optional(reactions(rows)) : std::nullopt;
}

std::optional<QList<Message>> pinnedMessages(const QJsonValue& value)
{
    QJsonValue rows = value;
    for (const auto key : {"direct_messages"_L1, "messages"_L1}) {
        if (value[key].isArray())
            rows = value[key];
    }
    if (!rows.isArray())
        return std::nullopt;
    QList<Message> found;
    QSet<MessageId> seen;
    for (const QJsonValue& row : rows.toArray()) {
        const auto read = message(row);
        if (!read || seen.contains(read->id))
            continue;
        seen.insert(read->id);
        found.append(*read);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Message::pinnedAt);
    return found;
}

std::optional<Poll> poll(const QJsonValue& value)
{
    const QJsonObject outer = inner(value, "poll"_L1);
    const QJsonObject data = inner(outer, "data"_L1);
    Poll read;
    read.id = id(data["id"_L1]);
    if (read.id.isEmpty() || !data["options"_L1].isArray())
        return std::nullopt;
    read.subject = text(data["subject"_L1]);
    read.expiresAt = seconds(data["expiration"_L1]);
    read.isActive = data["status"_L1].toString() != "past"_L1;
    read.allowsSeveral = data["type"_L1].toString() == "multi"_L1;
    read.isAnonymous = data["visibility"_L1].toString() == "anonymous"_L1;
    const QStringList mine = ownVotes(outer);
    for (const QJsonValue& row : data["options"_L1].toArray()) {
        const QJsonObject option = row.toObject();
        const QString own = id(option["id"_L1]);
        if (!own.isEmpty() && read.options.size() < maxOptions)
            read.options.append({own, text(option["title"_L1], maxNameLength), votesOf(option),
                mine.contains(own)});
    }
    return read;
}

std::optional<CalendarEvent> calendarEvent(const QJsonValue& value)
{
    const QJsonObject row = inner(value, "event"_L1);
    CalendarEvent read;
    read.id = firstId(row, {"event_id"_L1, "id"_L1});
    read.startsAt = seconds(row["start_at"_L1]);
    if (read.id.isEmpty() || read.startsAt == 0)
        return std::nullopt;
    read.name = text(row["name"_L1], maxNameLength);
    read.description = text(row["description"_L1], maxNotes);
    read.place = placeNameOf(row["location"_L1]);
    read.endsAt = seconds(row["end_at"_L1]);
    read.isAllDay = row["is_all_day"_L1].toBool();
    read.timeZone = text(row["timezone"_L1], maxWordLength);
    read.going = users(row["going"_L1]);
    read.notGoing = users(row["not_going"_L1]);
    return read;
}

} // namespace skein::json
