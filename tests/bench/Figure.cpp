// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/Figure.h"

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

QString number(double value) { return QString::number(value, 'g', 3); }

void put(QJsonObject& json, const QString& key, const std::optional<double>& value)
{
    if (value)
        json.insert(key, *value);
}

std::optional<double> get(const QJsonObject& json, const QString& key)
{
    return json.contains(key) ? std::optional(json.value(key).toDouble()) : std::nullopt;
}

} // namespace

bool Figure::meetsGoal() const
{
    return (!mostTimes || value <= *mostTimes * limit) && (!most || value <= *most);
}

QJsonObject Figure::toJson() const
{
    QJsonObject json{{u"what"_s, what}, {u"against"_s, against}, {u"unit"_s, unit},
        {u"value"_s, value}, {u"limit"_s, limit}, {u"met"_s, meetsGoal()}};
    put(json, u"mostTimes"_s, mostTimes);
    put(json, u"most"_s, most);
    return json;
}

Figure Figure::fromJson(const QJsonObject& json)
{
    return {.what = json[u"what"_s].toString(),
        .against = json[u"against"_s].toString(),
        .unit = json[u"unit"_s].toString(),
        .value = json[u"value"_s].toDouble(),
        .limit = json[u"limit"_s].toDouble(),
        .mostTimes = get(json, u"mostTimes"_s),
        .most = get(json, u"most"_s)};
}

QString Figure::line() const
{
    QStringList goals;
    if (mostTimes)
        goals.append(number(*mostTimes) + u" times"_s);
    if (most)
        goals.append(number(*most) + u' ' + unit);
    const QString ratio = limit > 0 ? number(value / limit) : u"-"_s;
    const QString held = limit > 0 ? number(limit) + u' ' + unit : u"-"_s;
    return u"| %1 | %2 | %3 (%4) | %5 | %6 | %7 |"_s.arg(what, number(value) + u' ' + unit, held,
        against, ratio, goals.join(u" and "_s), meetsGoal() ? u"yes"_s : u"**no**"_s);
}

QString Figure::head()
{
    return u"| what | measured | limit | times | goal: at most | met |\n|---|---|---|---|---|---|"_s;
}

} // namespace skein::bench
