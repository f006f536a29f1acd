// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the service tells, when asked, about things that a message only names: files, polls and
// calendar events (protocol.md F2, F4). Plain data.

#include "core/types/Ids.h"

#include <QList>
#include <QString>

namespace skein {

struct FileFacts {
    QString id;
    QString name; ///< as the sender called it: hostile until safeFileName() was at it
    qint64 size = 0; ///< bytes; 0: not said
    QString mimeType; ///< may be empty
    bool isGone = false; ///< the service has it no longer

    bool operator==(const FileFacts&) const = default;
};

struct Poll {
    struct Option {
        QString id;
        QString title;
        int votes = 0;
        bool isMine = false;
        bool operator==(const Option&) const = default;
    };

    QString id;
    QString subject;
    QList<Option> options;
    qint64 expiresAt = 0; ///< Unix seconds; 0: not said
    bool isActive = true;
    bool allowsSeveral = false;
    bool isAnonymous = false;

    bool operator==(const Poll&) const = default;
};

struct CalendarEvent {
    QString id;
    QString name;
    QString description;
    QString place;
    qint64 startsAt = 0; ///< Unix seconds
    qint64 endsAt = 0; ///< 0: not said
    bool isAllDay = false;
    QString timeZone; ///< IANA name, may be empty
    QList<UserId> going;
    QList<UserId> notGoing;

    bool operator==(const CalendarEvent&) const = default;
};

} // namespace skein
