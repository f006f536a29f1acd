// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of Notifications stand on: a whole account that polls a fake service and shows to
// a fake notifier, while nobody looks. Main thread.

#include "tests/fakes/FakeGroups.h"
#include "tests/support/AccountFixture.h"

#include <QJsonArray>

namespace skein {

/// An account that polls a service with some chats, a group and its topic; nobody looks.
struct NotificationDesk {
    static inline const ConversationId rowing = groupCalled(QStringLiteral("55501"));
    static inline const ConversationId travel
        = topicCalled(QStringLiteral("55777"), QStringLiteral("55501"));

    SyncFixture f;
    FakeGroups groups{f.service, f.network()};
    QTemporaryDir folder;
    std::unique_ptr<AccountFixture> account;

    NotificationDesk()
    {
        for (const QString& person : people())
            f.service.receive(person, QStringLiteral("long ago"));
        groups.add(rowing.id, QStringLiteral("Rowing")).members = {FakeGroups::somebodyElse};
        groups.addTopic(rowing.id, travel.id, QStringLiteral("Travel"));
        groups.say(rowing.id, QStringLiteral("long ago"));
        groups.say(travel.id, QStringLiteral("long ago"));
        start();
    }
    static QStringList people()
    {
        QStringList ids;
        for (int n = 0; n < 12; ++n)
            ids.append(QString::number(somebody.toInt() + n));
        return ids;
    }
    void start()
    {
        account = std::make_unique<AccountFixture>(f, folder.path());
        account->sync.setAttention(SyncEngine::Attention::Visible);
        account->start();
        f.pass(std::chrono::seconds{5});
    }
    /// The program ends and starts again.
    void restart(const std::function<void()>& meanwhile = {})
    {
        account.reset();
        f.restart(meanwhile);
        groups.serve(f.network());
        start();
    }
    /// Long enough for every place to be looked at.
    void look() { f.pass(std::chrono::minutes{1}, std::chrono::seconds{1}); }
    /// Hours in which nobody looks at the program, which then asks seldom.
    void passUnseen(std::chrono::seconds time)
    {
        account->sync.setAttention(SyncEngine::Attention::Hidden);
        f.pass(time, std::chrono::seconds{30});
        account->sync.setAttention(SyncEngine::Attention::Visible);
    }
    [[nodiscard]] FakeNotifier& notifier() { return account->notifier; }
    [[nodiscard]] Notice of(const ConversationId& id) { return notifier().of(id); }
    [[nodiscard]] QStringList bodies()
    {
        QStringList all;
        for (const Notice& each : notifier().shown)
            all.append(each.body);
        return all;
    }
    void mention(const QString& place, const QString& text)
    {
        const QString id = groups.say(place, text);
        f.service.attach(place, id,
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("mentions")},
                {QStringLiteral("user_ids"), QJsonArray{FakeService::me}},
                {QStringLiteral("loci"), QJsonArray()}}});
    }
    void setChoices(const NotificationChoices& choices)
    {
        account->choices = choices;
        account->notifications.noteChoices();
        f.settle();
    }
    void quietFor(std::chrono::seconds time)
    {
        NotificationChoices choices = account->choices;
        choices.quietUntil = (f.clock.now() + time) / std::chrono::seconds{1};
        setChoices(choices);
    }
};

} // namespace skein
