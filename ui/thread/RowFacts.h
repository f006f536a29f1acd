// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a row's neighbours and the calendar make of it: day line, unread line, place in a run of one
// sender. Facts of the layout, never rows of their own. Pure.

#include "core/models/ThreadModel.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

namespace skein {

struct RowFacts {
    ThreadRow::Above above = ThreadRow::Above::Nothing;
    QString day; ///< empty: the same day as the row above, or the day is not known
    bool isFirstUnread = false;
    bool startsRun = true; ///< first bubble of one sender within five minutes, or first system row
    bool endsRun = true; ///< last one: it has the tail and the avatar
    bool isFirst = false;
    bool isExpanded = false; ///< a long text the reader asked to see in full

    bool operator==(const RowFacts&) const = default;
};

struct Calendar {
    QLocale locale;
    QTimeZone timeZone = QTimeZone::utc();
    QDate today;

    /// "Today", "Yesterday", the weekday inside a week, the locale's date beyond.
    [[nodiscard]] QString dayWords(const QDate& date) const;
    [[nodiscard]] QDateTime at(qint64 unixSeconds) const;
    [[nodiscard]] QString shortTime(qint64 unixSeconds) const; ///< empty for 0
    [[nodiscard]] QString exactTime(qint64 unixSeconds) const; ///< empty for 0
};

/// A day and a time of it, as one says it: "Friday 18:30"; empty for 0.
[[nodiscard]] QString momentWords(qint64 unixSeconds, const Calendar& calendar);

/// `previous` and `next` are null at the ends.
[[nodiscard]] RowFacts factsOf(const ThreadRow* previous, const ThreadRow& row,
    const ThreadRow* next, bool isFirstUnread, const Calendar& calendar);

} // namespace skein
