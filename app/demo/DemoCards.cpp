// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoCards.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMutexLocker>
#include <QTimeZone>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QJsonArray optionsJson(const DemoPoll& poll)
{
    QJsonArray rows;
    int id = 0;
    for (const DemoPoll::Option& option : poll.options) {
        QJsonObject row{{u"id"_s, QString::number(++id)}, {u"title"_s, option.title}};
        if (!option.voters.isEmpty()) { // without votes the keys are not there
            row[u"votes"_s] = option.voters.size();
            if (!poll.isAnonymous)
                row[u"voter_ids"_s] = QJsonArray::fromStringList(option.voters);
        }
        rows.append(row);
    }
    return rows;
}

QJsonObject pollJson(const DemoPoll& poll, const QString& user, qint64 now)
{
    const QJsonObject data{{u"id"_s, poll.id}, {u"subject"_s, poll.subject},
        {u"owner_id"_s, poll.owner}, {u"conversation_id"_s, poll.conversation},
        {u"created_at"_s, poll.createdAt}, {u"expiration"_s, poll.expiresAt},
        {u"status"_s, poll.expiresAt > now ? u"active"_s : u"past"_s},
        {u"options"_s, optionsJson(poll)}, {u"last_modified"_s, poll.createdAt + 60},
        {u"type"_s, poll.allowsSeveral ? u"multi"_s : u"single"_s},
        {u"visibility"_s, poll.isAnonymous ? u"anonymous"_s : u"public"_s}};
    QJsonObject json{{u"data"_s, data}};
    QJsonArray mine;
    for (qsizetype i = 0; i < poll.options.size(); ++i) {
        if (poll.options.at(i).voters.contains(user))
            mine.append(QString::number(i + 1));
    }
    if (!mine.isEmpty()) {
        json[u"user_votes"_s] = mine;
        if (!poll.allowsSeveral)
            json[u"user_vote"_s] = mine.first();
    }
    return json;
}

QString isoTime(qint64 seconds, const QByteArray& zone)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(zone));
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

QJsonObject eventJson(const DemoEvent& event)
{
    const QByteArray zone = event.timeZone.toLatin1();
    QJsonObject json{{u"event_id"_s, event.id}, {u"name"_s, event.name},
        {u"conversation_id"_s, event.conversation}, {u"creator_id"_s, event.creator},
        {u"start_at"_s, isoTime(event.startsAt, zone)}, {u"end_at"_s, isoTime(event.endsAt, zone)},
        {u"is_all_day"_s, event.isAllDay}, {u"timezone"_s, event.timeZone},
        {u"reminders"_s, QJsonArray{3600}}, {u"going"_s, QJsonArray::fromStringList(event.going)},
        {u"not_going"_s, QJsonArray::fromStringList(event.notGoing)},
        {u"created_at"_s, isoTime(event.createdAt, "UTC")},
        {u"updated_at"_s, isoTime(event.createdAt, "UTC")}};
    if (!event.description.isEmpty())
        json[u"description"_s] = event.description;
    if (!event.place.isEmpty())
        json[u"location"_s] = QJsonObject{{u"name"_s, event.place}, {u"address"_s, event.address},
            {u"lat"_s, event.latitude}, {u"lng"_s, event.longitude}};
    return json;
}

} // namespace

QString DemoCards::addPoll(DemoPoll poll)
{
    const QMutexLocker lock(&m_mutex);
    if (poll.id.isEmpty())
        poll.id = QString::number(poll.createdAt * 1'000'000 + 340'000 + m_polls.size());
    m_polls.append(poll);
    return poll.id;
}

QString DemoCards::addEvent(DemoEvent event)
{
    const QMutexLocker lock(&m_mutex);
    if (event.id.isEmpty()) {
        const QString source
            = u"%1 %2 %3"_s.arg(event.conversation, event.name).arg(m_events.size());
        event.id = QString::fromLatin1(
            QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Md5).toHex());
    }
    m_events.append(event);
    return event.id;
}

std::optional<QJsonObject> DemoCards::poll(
    const QString& conversation, const QString& id, const QString& user, qint64 now) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = std::ranges::find(m_polls, id, &DemoPoll::id);
    if (found == m_polls.end() || found->conversation != conversation)
        return std::nullopt;
    return pollJson(*found, user, now);
}

QJsonArray DemoCards::polls(const QString& conversation, const QString& user, qint64 now) const
{
    const QMutexLocker lock(&m_mutex);
    QJsonArray rows;
    for (const DemoPoll& each : m_polls) {
        if (each.conversation == conversation)
            rows.prepend(pollJson(each, user, now)); // the newest first
    }
    return rows;
}

std::optional<QJsonObject> DemoCards::event(const QString& conversation, const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = std::ranges::find(m_events, id, &DemoEvent::id);
    if (found == m_events.end() || found->conversation != conversation)
        return std::nullopt;
    return eventJson(*found);
}

QJsonArray DemoCards::events(const QString& conversation, qint64 from, int limit) const
{
    const QMutexLocker lock(&m_mutex);
    QList<DemoEvent> due;
    std::ranges::copy_if(m_events, std::back_inserter(due), [&](const DemoEvent& each) {
        return each.conversation == conversation && each.endsAt > from;
    });
    std::ranges::stable_sort(due, {}, &DemoEvent::startsAt);
    QJsonArray rows;
    for (const DemoEvent& each : due.first(std::min<qsizetype>(limit, due.size())))
        rows.append(eventJson(each));
    return rows;
}

} // namespace skein
