// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/RowFacts.h"

#include "core/base/TimeOfDay.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdlib>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 runSeconds = 5 * 60;

QString factWord(const char* word) { return QCoreApplication::translate("RowFacts", word); }

QDate dayOf(const ThreadRow& row, const Calendar& calendar)
{
    return row.message.createdAt > 0 ? calendar.at(row.message.createdAt).date() : QDate();
}

bool startsDay(const ThreadRow* previous, const ThreadRow& row, const Calendar& calendar)
{
    const QDate day = dayOf(row, calendar);
    return day.isValid() && (!previous || dayOf(*previous, calendar) != day);
}

/// Not a bubble: what the system says, and what stands for a hidden message.
bool isLine(const ThreadRow& row) { return row.message.isSystem() || row.isHidden; }

/// `row` goes on where `previous` stopped: nothing stands between, one sender, five minutes. What
/// the system says stands together however long it took.
bool continuesRun(const ThreadRow& previous, const ThreadRow& row, const Calendar& calendar)
{
    if (row.above != ThreadRow::Above::Nothing || startsDay(&previous, row, calendar))
        return false;
    if (isLine(row) || isLine(previous))
        return isLine(row) && isLine(previous);
    return previous.isOwn == row.isOwn
        && (row.isOwn || previous.message.senderId == row.message.senderId)
        && std::abs(row.message.createdAt - previous.message.createdAt) <= runSeconds;
}

/// Where days are written small within a sentence, too.
QString standingAlone(const QString& name) { return name.left(1).toUpper() + name.mid(1); }

} // namespace

QDateTime Calendar::at(qint64 unixSeconds) const
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, timeZone);
}

QString Calendar::dayWords(const QDate& date) const
{
    const qint64 ago = date.daysTo(today);
    if (ago == 0)
        return factWord(QT_TRANSLATE_NOOP("RowFacts", "Today"));
    if (ago == 1)
        return factWord(QT_TRANSLATE_NOOP("RowFacts", "Yesterday"));
    if (ago > 1 && ago < 7)
        return standingAlone(locale.standaloneDayName(date.dayOfWeek(), QLocale::LongFormat));
    return locale.toString(date, QLocale::LongFormat);
}

QString Calendar::shortTime(qint64 unixSeconds) const
{
    return unixSeconds > 0 ? timeOfDay(at(unixSeconds).time(), locale) : QString();
}

QString Calendar::exactTime(qint64 unixSeconds) const
{
    return unixSeconds > 0 ? locale.toString(at(unixSeconds), QLocale::LongFormat) : QString();
}

QString momentWords(qint64 unixSeconds, const Calendar& calendar)
{
    if (unixSeconds == 0)
        return {};
    const QDate day = calendar.at(unixSeconds).date();
    const bool isNear = day >= calendar.today && day < calendar.today.addDays(7);
    const QString words = isNear && day != calendar.today ? calendar.locale.dayName(day.dayOfWeek())
                                                          : calendar.dayWords(day);
    return words + u' ' + calendar.shortTime(unixSeconds);
}

RowFacts factsOf(const ThreadRow* previous, const ThreadRow& row, const ThreadRow* next,
    bool isFirstUnread, const Calendar& calendar)
{
    RowFacts facts;
    facts.above = row.above;
    facts.isFirst = !previous;
    facts.isFirstUnread = isFirstUnread;
    if (startsDay(previous, row, calendar))
        facts.day = calendar.dayWords(dayOf(row, calendar));
    facts.startsRun = isFirstUnread || !previous || !continuesRun(*previous, row, calendar);
    facts.endsRun = !next || !continuesRun(row, *next, calendar);
    return facts;
}

} // namespace skein
