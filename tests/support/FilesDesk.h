// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An outbox whose messages have pictures and files, over a service that takes them in.

#include "tests/fakes/FakeUploads.h"
#include "tests/support/OutboxDesk.h"

namespace skein {

struct FilesDesk : OutboxDesk {
    FakeUploads uploads{f.service, {chatWith(somebody), chatWith(QStringLiteral("20002"))}};

    FilesDesk();

    /// A copy of these bytes, ready to be sent.
    [[nodiscard]] OutgoingFile picture(const QByteArray& bytes);
    [[nodiscard]] OutgoingFile paper(const QByteArray& bytes);
    SourceGuid sendFiles(const QString& text, const QList<OutgoingFile>& files,
        const ConversationId& to = chatWith(somebody));
    /// The same, and nothing that goes up arrives until the network is released.
    SourceGuid sendHeld(const QString& text, const QList<OutgoingFile>& files);
    /// What GroupMe has behind the attachments of its message with this text; fails without one.
    [[nodiscard]] QList<QByteArray> arrived(
        const QString& text, const QString& person = somebody) const;
    [[nodiscard]] QStringList copiesOnDisk();
    [[nodiscard]] qsizetype imageRequests();
    void failNextImage(FakeService::Fault::When when, const FakeService::Answer& answer);
    [[nodiscard]] QString reasonOf(qsizetype row = 0);
};

} // namespace skein
