// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries what is composed to where it belongs: messages to the outbox, edits to the service,
// drafts to the disk, files to where they lie until they are sent. Brings back what is refused,
// also to a conversation that is not in front. Main thread.

#include "core/types/Outgoing.h"
#include "ui/Session.h"
#include "ui/composer/ComposerDraft.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace skein {

struct DraftSubjects;
struct Message;
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
    void connectComposer();
    void connectDrafts();
    void connectFiles();
    void connectThread();
    void send(const ComposedMessage& message);
    [[nodiscard]] Async<ComposerDraft> load(const ConversationId& conversation);
    /// How it is shown. What it speaks of and nobody knows any more it does not speak of; the words
    /// stay.
    [[nodiscard]] ComposerDraft shown(MessageDraft draft, const DraftSubjects& subjects) const;
    [[nodiscard]] AnsweredMessage looksOf(const Message& answered) const;
    void takeBack(
        const ConversationId& conversation, const OutgoingContent& content, const QString& reason);
    void cancelSending(const SourceGuid& guid);
    /// `row` is where it lies in the outbox, which it leaves; empty: nowhere.
    /// `then`: once it stands in a draft that is to be saved.
    void giveBack(
        const ConversationId& conversation, const OutgoingContent& content,
        const std::function<void()>& then = [] { });
    void giveBackEdit(const ConversationId& conversation, const BegunEdit& edit);
    void resumeEdit(
        const ConversationId& conversation, const Message& message, const BegunEdit& edit);
    void resumeLeftEdit();
    void reply(const MessageId& message);
    void edit(const MessageId& message);
    void editLast();
    [[nodiscard]] ConversationId here() const;

    Session m_session;
    ThreadPane& m_pane;
    QSet<SourceGuid> m_cancelled; ///< they come back once, however often one asks
};

} // namespace skein
