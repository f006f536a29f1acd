// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/RetryPolicy.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

std::optional<milliseconds> httpDate(const QByteArray& header)
{
    // Date and time apart: together they would be a local time, which may not exist.
    const QString text = QString::fromLatin1(header.trimmed());
    const QDate date = QLocale::c().toDate(text.left(16), u"ddd, dd MMM yyyy"_s);
    const QTime time = QLocale::c().toTime(text.mid(16), u" hh:mm:ss 'GMT'"_s);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return milliseconds{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch()};
}

milliseconds retryDelay(int attempt, double random, std::optional<milliseconds> retryAfter)
{
    constexpr milliseconds least = 500ms;
    if (retryAfter)
        return std::clamp<milliseconds>(*retryAfter, 1s, 300s);
    const milliseconds bound
        = std::min<milliseconds>(60s, 1s * (1 << std::clamp(attempt - 1, 0, 6)));
    const double share = std::clamp(random, 0.0, 1.0);
    return least + milliseconds{static_cast<qint64>(share * double((bound - least).count()))};
}

std::optional<milliseconds> retryAfterOf(const HttpReply& reply, std::optional<milliseconds> now)
{
    bool isNumber = false;
    const qlonglong seconds = reply.retryAfter.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds{std::clamp<qlonglong>(seconds, 0, 1'000'000)};
    const auto until = httpDate(reply.retryAfter);
    const auto from = httpDate(reply.date);
    if (!until || !(from || now))
        return std::nullopt;
    return std::max(*until - (from ? *from : *now), 0ms);
}

} // namespace skein
