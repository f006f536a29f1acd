// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of MessageActions stand on: a direct chat with an own message and one of somebody
// else stored, answers that the test arranges, and what was refused. Main thread.

#include "core/sync/MessageActions.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

namespace skein {

/// An own message and one of somebody else, stored.
struct MessageDesk {
    const ConversationId chat = chatWith(somebody);
    SyncFixture f;
    MessageActions actions{f.api(), f.store(), f.clock};
    MessageId theirs;
    MessageId mine;
    QStringList refusals;
    QStringList lostEdits; ///< texts given back
    QStringList editReasons;
    QSignalSpy pending{&actions, &MessageActions::pendingChanged};

    MessageDesk()
    {
        theirs = {f.service.receive(somebody, QStringLiteral("theirs"))};
        mine = {f.service.writeElsewhere(somebody, QStringLiteral("mine"))};
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        QObject::connect(&actions, &MessageActions::refused, &actions,
            [this](const ConversationId&, const MessageId&, const QString& why) {
                refusals.append(why);
            });
        QObject::connect(&actions, &MessageActions::editRefused, &actions,
            [this](
                const ConversationId&, const MessageId&, const QString& text, const QString& why) {
                lostEdits.append(text);
                editReasons.append(why);
            });
    }
    [[nodiscard]] QString like(const QString& verb = QStringLiteral("like")) const
    {
        return QStringLiteral("/v3/messages/1001%2B") + somebody + u'/' + theirs.value + u'/'
            + verb;
    }
    [[nodiscard]] QString pin(const QString& verb) const
    {
        return QStringLiteral("/v3/conversations/1001%2B") + somebody + QStringLiteral("/messages/")
            + theirs.value + u'/' + verb;
    }
    [[nodiscard]] QString editPlace() const
    {
        return QStringLiteral("/v4/direct_messages/") + somebody + QStringLiteral("/messages/")
            + mine.value;
    }
    void expect(const QString& place, const FakeService::Answer& answer,
        HttpRequest::Method method = HttpRequest::Method::Post)
    {
        f.network().expect(method, place, answer);
    }
    [[nodiscard]] Message stored(const MessageId& id)
    {
        return f.look([&](Stores& stores) { return *stores.messages.find(chat, id); });
    }
    [[nodiscard]] Message shown(const MessageId& id) { return actions.withPending(stored(id)); }
    void edit(const QString& text, const QJsonArray& attachments = {})
    {
        actions.edit(chat, mine, text, attachments);
    }
    /// Answered, and nothing is under way any more: what is shown is what is stored.
    void finish()
    {
        f.settle();
        QVERIFY(f.network().allAsked());
        QCOMPARE(shown(theirs), stored(theirs));
        QCOMPARE(shown(mine), stored(mine));
    }
    /// Gave `kind` before, as the service knows.
    void hasGiven(const ReactionKind& kind)
    {
        expect(like(), FakeTransport::json(QJsonValue()));
        actions.react(chat, theirs, kind);
        finish();
    }
};

} // namespace skein
