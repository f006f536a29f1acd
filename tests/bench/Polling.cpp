// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an hour in which nothing happens costs the service, on a clock of its own.

#include "core/sync/SyncEngine.h"
#include "tests/bench/Measures.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SyncFixture.h"

namespace skein::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Account {
    SyncFixture f;
    FakeGroups world{f.service, f.network()};
    MainsPower power;
    PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
    ServiceClock clock{f.clock};
    SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, clock};

    explicit Account(const Size& size)
    {
        for (int n = 0; n < size.chats; ++n)
            f.service.receive(QString::number(20'000 + n), u"hello"_s);
        for (int n = 0; n < size.groups; ++n) {
            const QString id = QString::number(50'000 + n);
            world.add(id, u"Group %1"_s.arg(n));
            for (int topic = 0; topic < size.topics; ++topic)
                world.addTopic(id, QString::number(60'000 + 3 * n + topic), u"Topic"_s);
            world.say(id, u"hello"_s);
        }
    }
};

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
    Account account(place.size);
    account.engine.setAttention(SyncEngine::Attention::Focused);
    account.engine.start();
    account.f.pass(10s);
    account.engine.setAttention(SyncEngine::Attention::Hidden);
    account.f.pass(2min, 5s);
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
