// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An account with many conversations whose lists are looked at on a clock that the test moves: for
// counting what that asks of the service. Main thread.

#include "core/sync/SyncEngine.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SyncFixture.h"

namespace skein {

struct PollingAccount {
    SyncFixture f;
    FakeGroups world{f.service, f.network()};
    MainsPower power;
    PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
    ServiceClock clock{f.clock};
    SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, clock};

    PollingAccount(int chats, int groups, int topics)
    {
        for (int n = 0; n < chats; ++n)
            f.service.receive(QString::number(20'000 + n), QStringLiteral("hello"));
        for (int n = 0; n < groups; ++n) {
            const QString id = QString::number(50'000 + n);
            world.add(id, QStringLiteral("Group %1").arg(n));
            for (int topic = 0; topic < topics; ++topic)
                world.addTopic(
                    id, QString::number(60'000 + topics * n + topic), QStringLiteral("Topic"));
            world.say(id, QStringLiteral("hello"));
        }
    }

    /// Everything was listed once, and nobody looks any more.
    void settleHidden()
    {
        engine.setAttention(SyncEngine::Attention::Focused);
        engine.start();
        f.pass(std::chrono::seconds(10));
        engine.setAttention(SyncEngine::Attention::Hidden);
        engine.setOpen({});
        f.pass(std::chrono::minutes(2), std::chrono::seconds(5));
    }
};

} // namespace skein
