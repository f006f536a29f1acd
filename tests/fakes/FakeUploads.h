// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's hosts for pictures and files as tests need them, beside a FakeService, whose faults and
// absence they share. Keeps every body that it took. Main thread.

#include "core/types/ConversationId.h"
#include "tests/fakes/FakeService.h"

namespace skein {

class FakeUploads {
public:
    /// Serves wherever `service` does from now on; files for these conversations.
    FakeUploads(FakeService& service, QList<ConversationId> conversations);
    ~FakeUploads();
    Q_DISABLE_COPY_MOVE(FakeUploads)

    // What was taken, in order of arrival.
    QMap<QString, QByteArray> images; ///< by address
    QMap<QString, QByteArray> files; ///< by id
    int uploads = 0; ///< bodies that were taken, repetitions too

    // Habits.
    QByteArray doneWord = "complete";
    int pendingAnswers = 1; ///< so often each job is not done yet
    bool neverDone = false;

    /// What the attachments of a message carry: the bytes behind each address or id.
    [[nodiscard]] QList<QByteArray> bytesOf(const QJsonArray& attachments) const;

    static inline const QString imagePlace = QStringLiteral("/pictures");
    [[nodiscard]] static QString filesPlace(const ConversationId& id);
    [[nodiscard]] static QString statusPlace(const ConversationId& id);

private:
    void serve(FakeTransport& network);
    FakeService::Answer takeImage(const HttpRequest& request);
    FakeService::Answer takeFile(const HttpRequest& request);
    FakeService::Answer tellStatus(const HttpRequest& request);

    FakeService& m_service;
    QList<ConversationId> m_conversations;
    QHash<QString, int> m_asked; ///< by job
};

} // namespace skein
