// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/MuteWords.h"

#include "core/types/Group.h"

#include <QCoreApplication>

#include <algorithm>

namespace skein {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// The unit in which so many seconds are said.
qint64 unitOf(qint64 left)
{
    if (left > 2 * day)
        return day;
    return left > hour ? hour : minute;
}

QString muteWord(const char* words) { return QCoreApplication::translate("MuteWords", words); }

} // namespace

QString muteWords(qint64 until, qint64 now)
{
    if (!isMutedAt(until, now))
        return {};
    if (isForever(until))
        return muteWord(QT_TRANSLATE_NOOP("MuteWords", "muted"));
    const qint64 unit = unitOf(until - now);
    const qint64 count = (until - now + unit - 1) / unit; // the last minute is one minute
    const char* words = unit == day ? QT_TRANSLATE_NOOP("MuteWords", "muted %1 d")
        : unit == hour              ? QT_TRANSLATE_NOOP("MuteWords", "muted %1 h")
                                    : QT_TRANSLATE_NOOP("MuteWords", "muted %1 min");
    return muteWord(words).arg(count);
}

qint64 muteWordsChangeIn(qint64 until, qint64 now)
{
    if (!isMutedAt(until, now) || isForever(until))
        return 0;
    const qint64 left = until - now;
    const qint64 unit = unitOf(left);
    const qint64 whole = (left - 1) / unit * unit; // what is left when the count falls
    // The unit itself may change before that.
    const qint64 border = unit == day ? 2 * day : unit == hour ? hour : 0;
    return left - std::max(whole, border);
}

std::chrono::minutes untilTomorrowMorning(const QDateTime& now)
{
    QDateTime morning = now;
    morning.setTime(QTime(8, 0)); // first: this hour of tomorrow may not exist
    morning.setDate(now.date().addDays(1));
    const qint64 left = now.secsTo(morning);
    return std::chrono::minutes(std::max<qint64>((left + 59) / 60, 1));
}

} // namespace skein
