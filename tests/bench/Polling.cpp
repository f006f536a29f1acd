// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an hour in which nothing happens costs the service, on a clock of its own.

#include "tests/bench/Measures.h"
#include "tests/support/PollingAccount.h"

namespace skein::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

qsizetype listsIn(const QList<HttpRequest>& requests, const QString& first)
{
    return std::ranges::count_if(requests, [&](const HttpRequest& request) {
        return request.url.path() == first && !request.url.query().contains(u"page=2"_s)
            && request.url.query().contains(u"page=1"_s);
    });
}

} // namespace

Figures measurePolling(const Place& place)
{
    PollingAccount account(place.size.chats, place.size.groups, place.size.topics);
    account.settleHidden();
    const auto before = account.f.network().requests().size();
    account.f.pass(60min, 5s);
    const auto inTheHour = account.f.network().requests().mid(before);
    const auto looks
        = std::max(listsIn(inTheHour, u"/v3/chats"_s), listsIn(inTheHour, u"/v3/groups"_s));
    return {{.what = u"requests in an idle hour, hidden, %1 conversations"_s.arg(
                 place.size.chats + place.size.groups * (1 + place.size.topics)),
        .against = u"two lists for each look"_s,
        .unit = u"requests"_s,
        .value = double(inTheHour.size()),
        .limit = 2.0 * double(looks),
        .mostTimes = 1.2}};
}

} // namespace skein::bench
