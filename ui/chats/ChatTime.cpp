// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatTime.h"

#include "core/base/TimeOfDay.h"

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// The locale's day and month without the year; its short date where that is not a matter of order.
QString dayAndMonth(const QDate& date, const QLocale& locale)
{
    const QString order = locale.dateFormat(QLocale::ShortFormat);
    if (order.startsWith(u'd'))
        return locale.toString(date, u"d MMM"_s);
    if (order.startsWith(u'M'))
        return locale.toString(date, u"MMM d"_s);
    return locale.toString(date, QLocale::ShortFormat);
}

} // namespace

QString chatTime(const QDateTime& when, const QDateTime& now, const QLocale& locale)
{
    const QDate date = when.date();
    const qint64 daysAgo = date.daysTo(now.date());
    if (daysAgo == 0)
        return timeOfDay(when.time(), locale);
    if (daysAgo > 0 && daysAgo < 7)
        return locale.standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    if (date.year() == now.date().year())
        return dayAndMonth(date, locale);
    return locale.toString(date, QLocale::ShortFormat);
}

QString exactTime(const QDateTime& when, const QLocale& locale)
{
    return locale.toString(when.date(), QLocale::LongFormat) + u' '
        + timeOfDay(when.time(), locale);
}

} // namespace skein
