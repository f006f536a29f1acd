// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries what is composed to where it belongs: messages to the outbox, in their order and with
// copies of their files; edits to the service; drafts to the disk. Brings back what is refused.
// Main thread.

#include "core/types/Outgoing.h"
#include "ui/Session.h"
#include "ui/composer/ComposerDraft.h"

#include <QHash>
#include <QObject>

namespace skein {

class ThreadPane;

class ComposerActions : public QObject {
    Q_OBJECT
public:
    /// `pane` outlives it.
    ComposerActions(const Session& session, ThreadPane& pane);

signals:
    /// A sentence about something that was not done.
    void refused(const QString& sentence);

private:
    /// A message on its way to the outbox: its files are copied one after another.
    struct Handover {
        ConversationId conversation;
        ComposedMessage message;
        QList<OutgoingFile> files; ///< those that are copied
    };

    void connectDrafts();
    void connectThread();
    void send(const ComposedMessage& message);
    void handOver();
    [[nodiscard]] Handover takeFirst();
    void copied(const Result<OutgoingFile>& file);
    void takeBack(const SourceGuid& guid, const OutgoingContent& content, const QString& reason);
    void giveBack(const ConversationId& conversation, const ComposedMessage& message);
    void reply(const MessageId& message);
    void edit(const MessageId& message);
    void editLast();
    [[nodiscard]] ConversationId here() const;

    Session m_session;
    ThreadPane& m_pane;
    QList<Handover> m_handovers; ///< the first one's files are being copied
    QHash<ConversationId, ComposerDraft> m_unsent; ///< what the kept drafts do not hold
    QHash<SourceGuid, ConversationId> m_sent; ///< where a refused text belongs
};

} // namespace skein
