// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The polls and calendar events of the demo world, by conversation, and how the wire has them
// (protocol.md F4). Knows no members and no HTTP. Any thread: every function locks.

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <optional>

namespace skein {

struct DemoPoll {
    struct Option {
        QString title;
        QStringList voters = {};
    };
    QString id = {}; ///< 16 digits, microseconds; made up when empty
    QString conversation = {};
    QString subject = {};
    QString owner = {};
    qint64 createdAt = 0; ///< Unix seconds
    qint64 expiresAt = 0;
    QList<Option> options = {};
    bool allowsSeveral = false;
    bool isAnonymous = false;
};

struct DemoEvent {
    QString id = {}; ///< 32 hex digits; made up when empty
    QString conversation = {};
    QString name = {};
    QString description = {};
    QString creator = {};
    QString place = {}; ///< empty: no location
    QString address = {};
    QString latitude = {};
    QString longitude = {};
    qint64 createdAt = 0;
    qint64 startsAt = 0; ///< Unix seconds
    qint64 endsAt = 0;
    bool isAllDay = false;
    QString timeZone = QStringLiteral("Europe/London");
    QStringList going = {};
    QStringList notGoing = {};
};

class DemoCards {
public:
    QString addPoll(DemoPoll poll);
    QString addEvent(DemoEvent event);

    /// As `user` sees it at `now` (Unix seconds); nothing when it is not of this conversation.
    [[nodiscard]] std::optional<QJsonObject> poll(
        const QString& conversation, const QString& id, const QString& user, qint64 now) const;
    [[nodiscard]] QJsonArray polls(
        const QString& conversation, const QString& user, qint64 now) const;
    [[nodiscard]] std::optional<QJsonObject> event(
        const QString& conversation, const QString& id) const;
    /// Those that end after `from`, the next one first.
    [[nodiscard]] QJsonArray events(const QString& conversation, qint64 from, int limit) const;

private:
    mutable QMutex m_mutex;
    QList<DemoPoll> m_polls;
    QList<DemoEvent> m_events;
};

} // namespace skein
