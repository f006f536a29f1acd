// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The outbox of a program that may crash at any time, for the tests of sending: the service and the
// clock live on, and every POST is written down.

#include "core/sync/Outbox.h"
#include "tests/support/SyncFixture.h"

namespace skein {

struct OutboxDesk {
    SyncFixture f;
    std::unique_ptr<Outbox> outbox;
    QStringList posted; ///< guids in the order of arrival, over all runs
    QList<std::chrono::milliseconds> postedAt; ///< Clock::monotonic()
    int unauthorized = 0; ///< how often the outbox said so

    /// Five messages of somebody and of one more person are stored; the outbox is started.
    OutboxDesk();
    void start();
    /// The program dies; `after` that time it is started again.
    void crash(std::chrono::milliseconds after);

    SourceGuid send(const QString& text) { return outbox->send(chatWith(somebody), text); }
    /// Sends while no answer comes through, for that time; f.network().release() ends it.
    SourceGuid sendUnanswered(const QString& text, std::chrono::milliseconds time,
        const ConversationId& to = chatWith(somebody));
    /// The next message to be posted meets this fault, by default a broken connection.
    void failNextPost(FakeService::Fault::When when,
        const FakeService::Answer& answer = FakeTransport::noAnswer(ErrorKind::Interrupted));
    [[nodiscard]] OutboxRow::State stateOf(qsizetype row = 0);
    /// How often the service holds the message with this text.
    [[nodiscard]] qsizetype copies(const QString& text);
    /// Fails the test unless it was sent and is shown once, and nothing waits.
    void verifyDelivered(const QString& text);
};

[[nodiscard]] inline FakeService::Answer nothing(ErrorKind kind)
{
    return FakeTransport::noAnswer(kind);
}
[[nodiscard]] FakeService::Answer limited(const QByteArray& retryAfter);

} // namespace skein
