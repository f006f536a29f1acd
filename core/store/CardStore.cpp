// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/CardStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QJsonArray idsOf(const QList<UserId>& people)
{
    QJsonArray ids;
    for (const UserId& person : people)
        ids.append(person.value);
    return ids;
}

QList<UserId> peopleIn(const QJsonValue& ids)
{
    QList<UserId> people;
    for (const QJsonValue& id : ids.toArray())
        people.append({id.toString()});
    return people;
}

} // namespace

std::optional<QJsonObject> CardStore::content(CardKind kind, const QString& id) const
{
    auto& query = m_database.run(
        "SELECT content FROM card WHERE kind = ? AND id = ?", {static_cast<int>(kind), id});
    if (!query.next())
        return std::nullopt;
    return QJsonDocument::fromJson(query.value(0).toByteArray()).object();
}

void CardStore::write(CardKind kind, const QString& id, const QJsonObject& content)
{
    m_database.run("INSERT OR REPLACE INTO card VALUES (?, ?, ?)",
        {static_cast<int>(kind), id,
            QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact))});
}

std::optional<FileFacts> CardStore::file(const QString& id) const
{
    const auto json = content(CardKind::File, id);
    if (!json)
        return std::nullopt;
    const QJsonObject& read = *json;
    return FileFacts{.id = id,
        .name = read["name"_L1].toString(),
        .size = read["size"_L1].toInteger(),
        .mimeType = read["type"_L1].toString(),
        .isGone = read["gone"_L1].toBool()};
}

void CardStore::put(const FileFacts& file)
{
    write(CardKind::File, file.id,
        {{u"name"_s, file.name}, {u"size"_s, file.size}, {u"type"_s, file.mimeType},
            {u"gone"_s, file.isGone}});
}

std::optional<Poll> CardStore::poll(const QString& id) const
{
    const auto json = content(CardKind::Poll, id);
    if (!json)
        return std::nullopt;
    const QJsonObject& read = *json;
    Poll poll{.id = id,
        .subject = read["subject"_L1].toString(),
        .options = {},
        .expiresAt = read["expires"_L1].toInteger(),
        .isActive = read["active"_L1].toBool(),
        .allowsSeveral = read["several"_L1].toBool(),
        .isAnonymous = read["anonymous"_L1].toBool()};
    for (const QJsonValue& option : read["options"_L1].toArray())
        poll.options.append({.id = option["id"_L1].toString(),
            .title = option["title"_L1].toString(),
            .votes = option["votes"_L1].toInt(),
            .isMine = option["mine"_L1].toBool()});
    return poll;
}

void CardStore::put(const Poll& poll)
{
    QJsonArray options;
    for (const Poll::Option& option : poll.options)
        options.append(QJsonObject{{u"id"_s, option.id}, {u"title"_s, option.title},
            {u"votes"_s, option.votes}, {u"mine"_s, option.isMine}});
    write(CardKind::Poll, poll.id,
        {{u"subject"_s, poll.subject}, {u"options"_s, options}, {u"expires"_s, poll.expiresAt},
            {u"active"_s, poll.isActive}, {u"several"_s, poll.allowsSeveral},
            {u"anonymous"_s, poll.isAnonymous}});
}

std::optional<CalendarEvent> CardStore::event(const QString& id) const
{
    const auto json = content(CardKind::Event, id);
    if (!json)
        return std::nullopt;
    const QJsonObject& read = *json;
    return CalendarEvent{.id = id,
        .name = read["name"_L1].toString(),
        .description = read["description"_L1].toString(),
        .place = read["place"_L1].toString(),
        .startsAt = read["starts"_L1].toInteger(),
        .endsAt = read["ends"_L1].toInteger(),
        .isAllDay = read["all_day"_L1].toBool(),
        .timeZone = read["zone"_L1].toString(),
        .going = peopleIn(read["going"_L1]),
        .notGoing = peopleIn(read["not_going"_L1])};
}

void CardStore::put(const CalendarEvent& event)
{
    write(CardKind::Event, event.id,
        {{u"name"_s, event.name}, {u"description"_s, event.description}, {u"place"_s, event.place},
            {u"starts"_s, event.startsAt}, {u"ends"_s, event.endsAt},
            {u"all_day"_s, event.isAllDay}, {u"zone"_s, event.timeZone},
            {u"going"_s, idsOf(event.going)}, {u"not_going"_s, idsOf(event.notGoing)}});
}

} // namespace skein
