// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ComposerActions.h"

#include "core/base/WhenDone.h"
#include "core/models/ChatListModel.h"
#include "core/models/MessageThreadModel.h"
#include "core/platform/Settings.h"
#include "core/sync/Drafts.h"
#include "core/sync/MessageActions.h"
#include "core/sync/Outbox.h"
#include "core/sync/ServiceClock.h"
#include "core/sync/StagedFiles.h"
#include "ui/ThreadPane.h"
#include "ui/composer/Composer.h"
#include "ui/thread/ThreadView.h"

namespace skein {

namespace {

OutgoingFile outgoing(const ComposedFile& file)
{
    return {.kind
        = file.kind == ComposedFile::Image ? OutgoingFile::Kind::Image : OutgoingFile::Kind::File,
        .staged = {},
        .name = file.name,
        .mimeType = file.mimeType,
        .size = file.size,
        .pixels = file.pixels};
}

/// The part of a draft that is kept on disk.
MessageDraft keptPart(const ComposerDraft& draft)
{
    MessageDraft kept;
    kept.content.text = draft.text;
    kept.content.attachments = draft.attachments;
    kept.caret = draft.caret;
    kept.replyTo = draft.reply.message;
    return kept;
}

} // namespace

ComposerActions::ComposerActions(const Session& session, ThreadPane& pane)
    : m_session(session)
    , m_pane(pane)
{
    connectDrafts();
    connectThread();
    Composer& composer = m_pane.composer();
    connect(&composer, &Composer::sendRequested, this, &ComposerActions::send);
    connect(&composer, &Composer::editLastRequested, this, &ComposerActions::editLast);
    EmojiPicker& emoji = composer.emojiPicker();
    emoji.setRecent(session.settings.recentEmoji());
    connect(&emoji, &EmojiPicker::recentChanged, this,
        [this](const QStringList& recent) { m_session.settings.setRecentEmoji(recent); });
    connect(&session.outbox, &Outbox::refused, this, &ComposerActions::takeBack);
    connect(&session.actions, &MessageActions::editRefused, this,
        [this](const ConversationId& id, const MessageId& message, const QString& text,
            const QString& reason) {
            emit refused(reason);
            if (id == here() && !m_pane.composer().isEditing())
                m_pane.composer().setEditing(message, text);
        });
}

void ComposerActions::connectDrafts()
{
    m_pane.composer().setDrafts({
        .load =
            [this](const ConversationId& id) {
                return andThen(
                    this, m_session.drafts.load(id), [this, id](const MessageDraft& kept) {
                        ComposerDraft draft = m_unsent.value(id);
                        if (draft.text != kept.content.text)
                            draft.caret = kept.caret;
                        draft.text = kept.content.text;
                        draft.attachments = kept.content.attachments;
                        return later(this, Result<ComposerDraft>(draft));
                    });
            },
        .save =
            [this](const ConversationId& id, const ComposerDraft& draft) {
                m_unsent.insert(id, draft);
                m_session.drafts.save(id, keptPart(draft));
            },
    });
}

void ComposerActions::connectThread()
{
    const ThreadView& view = m_pane.view();
    connect(&view, &ThreadView::replyRequested, this, &ComposerActions::reply);
    connect(&view, &ThreadView::editRequested, this, &ComposerActions::edit);
}

ConversationId ComposerActions::here() const { return m_pane.composer().conversation(); }

void ComposerActions::send(const ComposedMessage& message)
{
    if (!message.editing.isEmpty()) {
        m_session.actions.edit(here(), message.editing, message.text, message.attachments);
        return m_pane.composer().clear();
    }
    m_handovers.append({here(), message, {}});
    m_pane.composer().clear();
    if (!message.files.isEmpty()) // its words stay on disk until the outbox has them
        m_session.drafts.save(here(), draftOf(message.text));
    if (m_handovers.size() == 1)
        handOver();
}

/// The first in line: copies its next file, or gives it to the outbox when all are copied.
void ComposerActions::handOver()
{
    if (m_handovers.isEmpty())
        return;
    const Handover& first = m_handovers.first();
    const auto next = first.files.size();
    if (next < first.message.files.size()) {
        const ComposedFile& file = first.message.files.at(next);
        const auto copy = file.bytes.isEmpty() ? m_session.staged.copy(outgoing(file), file.path)
                                               : m_session.staged.keep(outgoing(file), file.bytes);
        return whenDone(this, copy, [this](const Result<OutgoingFile>& done) { copied(done); });
    }
    const Handover whole = takeFirst();
    const SourceGuid guid = m_session.outbox.send(
        whole.conversation, {whole.message.text, whole.message.attachments, whole.files});
    if (guid.isEmpty())
        giveBack(whole.conversation, whole.message);
    else
        m_sent.insert(guid, whole.conversation);
    if (whole.conversation == here())
        m_pane.view().list().goToEnd();
    handOver();
}

/// From now on the draft is what stands in the composer again.
ComposerActions::Handover ComposerActions::takeFirst()
{
    Handover first = m_handovers.takeFirst();
    if (!first.message.files.isEmpty())
        m_session.drafts.save(first.conversation, keptPart(m_unsent.value(first.conversation)));
    return first;
}

void ComposerActions::copied(const Result<OutgoingFile>& file)
{
    if (file) {
        m_handovers.first().files.append(*file);
        return handOver();
    }
    const Handover failed = takeFirst();
    for (const OutgoingFile& done : failed.files)
        m_session.staged.discard(done.staged);
    giveBack(failed.conversation, failed.message);
    emit refused(tr("%1 The message is back where you wrote it.").arg(file.error().detail));
    handOver();
}

void ComposerActions::takeBack(
    const SourceGuid& guid, const OutgoingContent& content, const QString& reason)
{
    emit refused(tr("%1 It is back where you wrote it.").arg(reason));
    ComposedMessage message;
    message.text = content.text;
    message.attachments = content.attachments;
    for (const OutgoingFile& file : content.files) {
        message.files.append({.kind
            = file.kind == OutgoingFile::Kind::Image ? ComposedFile::Image : ComposedFile::File,
            .path = m_session.staged.urlOf(file.staged).toLocalFile(),
            .bytes = {},
            .name = file.name,
            .mimeType = file.mimeType,
            .pixels = file.pixels,
            .size = file.size});
    }
    giveBack(m_sent.take(guid), message);
}

void ComposerActions::giveBack(const ConversationId& conversation, const ComposedMessage& message)
{
    if (conversation == here())
        return m_pane.composer().giveBack(message);
    whenDone(this, m_session.drafts.load(conversation),
        [this, conversation, message](const Result<MessageDraft>& kept) {
            ComposerDraft draft = m_unsent.value(conversation);
            const QString since = kept ? kept->content.text : QString();
            draft.text = since.isEmpty() ? message.text : message.text + u'\n' + since;
            draft.files = message.files + draft.files;
            m_unsent.insert(conversation, draft);
            m_session.drafts.save(conversation, keptPart(draft));
        });
}

void ComposerActions::reply(const MessageId& message)
{
    const int row = m_session.thread.rowOfMessage(message);
    if (row < 0)
        return;
    const Message& answered = m_session.thread.row(row).message;
    const bool isOwn = m_session.thread.row(row).isOwn;
    m_pane.composer().setReply(
        message, isOwn ? tr("You") : answered.senderName, previewOf(answered));
    m_pane.focusComposer();
}

void ComposerActions::edit(const MessageId& message)
{
    const int row = m_session.thread.rowOfMessage(message);
    if (row < 0)
        return;
    const Message& own = m_session.thread.row(row).message;
    QJsonArray attachments;
    for (const Attachment& each : own.attachments)
        attachments.append(each.json);
    m_pane.composer().setEditing(message, own.text, attachments);
    m_pane.focusComposer();
}

/// The newest own message that may still be edited.
void ComposerActions::editLast()
{
    const MessageThreadModel& thread = m_session.thread;
    const Conversation* known = m_session.chats.known(here());
    for (int row = thread.count() - 1; known && row >= 0; --row) {
        const Message& message = thread.row(row).message;
        if (mayEdit(*known, message, m_session.me.id, m_session.serviceClock.now()))
            return edit(message.id);
    }
}

} // namespace skein
