// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/QuietHours.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400;
constexpr int week = 7;
constexpr std::array dayWords{"Mon"_L1, "Tue"_L1, "Wed"_L1, "Thu"_L1, "Fri"_L1, "Sat"_L1, "Sun"_L1};

enum class Occurrence { First, Last };

int dayCalled(const QString& word)
{
    const auto found = std::ranges::find_if(dayWords, [&](QLatin1StringView each) {
        return word.trimmed().compare(each, Qt::CaseInsensitive) == 0;
    });
    return found == dayWords.end() ? -1 : static_cast<int>(found - dayWords.begin());
}

/// "Mon-Fri", "Sat,Sun": the bits of the days; 0 when it says none.
int daysFrom(const QString& text)
{
    int days = 0;
    for (const QString& part : text.split(u',')) {
        const int first = dayCalled(part.section(u'-', 0, 0));
        const int last = part.contains(u'-') ? dayCalled(part.section(u'-', 1)) : first;
        if (first < 0 || last < 0)
            return 0;
        for (int each = first;; each = (each + 1) % week) {
            days |= 1 << each;
            if (each == last)
                break;
        }
    }
    return days;
}

QString daysText(int days)
{
    QStringList parts;
    for (int first = 0; first < week; ++first) {
        if (!(days & 1 << first))
            continue;
        int last = first;
        while (last + 1 < week && (days & 1 << (last + 1)))
            ++last;
        const QString word = dayWords.at(static_cast<size_t>(first));
        const QString lastWord = dayWords.at(static_cast<size_t>(last));
        if (last > first)
            parts.append(word + (last == first + 1 ? u',' : u'-') + lastWord);
        else
            parts.append(word);
        first = last;
    }
    return parts.join(u',');
}

std::optional<QuietSpan> spanFrom(const QString& text)
{
    const QString times = text.section(u' ', -1);
    const QuietSpan span{.days = daysFrom(text.section(u' ', 0, -2)),
        .from = QTime::fromString(times.section(u'-', 0, 0), u"HH:mm"_s),
        .to = QTime::fromString(times.section(u'-', 1), u"HH:mm"_s)};
    if (span.days == 0 || !span.from.isValid() || !span.to.isValid())
        return std::nullopt;
    return span;
}

/// When the clocks of `zone` show this.
qint64 secondOf(QDate date, QTime time, const QTimeZone& zone, Occurrence which)
{
    const qint64 wall = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
    const auto offset = [&zone](qint64 at) -> qint64 {
        return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC));
    };
    // With the offset of the day before and of the day after: the clocks change at most once.
    const qint64 earlier = wall - offset(wall - day);
    const qint64 later = wall - offset(wall + day);
    const bool isEarlier = earlier + offset(earlier) == wall;
    const bool isLater = later + offset(later) == wall;
    if (isEarlier && isLater)
        return which == Occurrence::First ? std::min(earlier, later) : std::max(earlier, later);
    if (isEarlier || isLater)
        return isEarlier ? earlier : later;
    const auto before = QDateTime::fromSecsSinceEpoch(std::min(earlier, later) - 1, Qt::UTC);
    const auto change = zone.nextTransition(before);
    return change.atUtc.isValid() ? change.atUtc.toSecsSinceEpoch() : std::max(earlier, later);
}

/// The latest end of the spans that cover `at`; `at` when none does.
qint64 endOf(const QList<QuietSpan>& spans, qint64 at, const QTimeZone& zone)
{
    const QDate today = QDateTime::fromSecsSinceEpoch(at, zone).date();
    qint64 end = at;
    for (const QuietSpan& span : spans) {
        for (const QDate date : {today.addDays(-1), today}) {
            if (!(span.days & 1 << (date.dayOfWeek() - 1)))
                continue;
            const QDate endDate = span.to > span.from ? date : date.addDays(1);
            const qint64 from = secondOf(date, span.from, zone, Occurrence::First);
            const qint64 to = secondOf(endDate, span.to, zone, Occurrence::Last);
            if (from <= at && at < to)
                end = std::max(end, to);
        }
    }
    return end;
}

} // namespace

std::optional<QuietHours> QuietHours::fromText(const QString& text)
{
    QuietHours hours;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const auto span = spanFrom(part.simplified());
        if (!span)
            return std::nullopt;
        hours.spans.append(*span);
    }
    return hours;
}

QString QuietHours::toText() const
{
    QStringList parts;
    for (const QuietSpan& span : spans)
        parts.append(daysText(span.days) + u' ' + span.from.toString(u"HH:mm"_s) + u'-'
            + span.to.toString(u"HH:mm"_s));
    return parts.join(u"; "_s);
}

qint64 QuietHours::quietUntil(qint64 now, const QTimeZone& zone) const
{
    qint64 end = now;
    // Always quiet has no end: a little more than a week ahead is far enough.
    while (end - now < (week + 1) * day) {
        const qint64 further = endOf(spans, end, zone);
        if (further == end)
            break;
        end = further;
    }
    return end == now ? 0 : end;
}

} // namespace skein
