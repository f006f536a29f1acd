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
#include "ui/composer/ComposedText.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/thread/ThreadView.h"

namespace skein {

namespace {

QJsonArray attachmentsOf(const Message& message)
{
    QJsonArray attachments;
    for (const Attachment& each : message.attachments)
        attachments.append(each.json);
    return attachments;
}

/// As it stands in a draft.
BegunEdit begunEdit(const MessageId& message, const QString& text, const QJsonArray& attachments)
{
    const EmojiText words = readEmoji(text, attachments);
    return {message, words.text, emojiAttachments(words.cells)};
}

} // namespace

ComposerActions::ComposerActions(const Session& session, ThreadPane& pane)
    : m_session(session)
    , m_pane(pane)
{
    connectDrafts();
    connectFiles();
    connectThread();
    connectComposer();
    connect(&session.outbox, &Outbox::refused, this, &ComposerActions::takeBack);
    connect(&session.actions, &MessageActions::editRefused, this,
        [this](const ConversationId& id, const MessageId& message, const QString& text,
            const QString& reason) {
            emit refused(reason);
            giveBackEdit(id, {.message = message, .text = text, .emoji = {}});
        });
    connect(&session.actions, &MessageActions::editConfirmed, &session.drafts, &Drafts::settleEdit);
}

void ComposerActions::connectComposer()
{
    Composer& composer = m_pane.composer();
    connect(&composer, &Composer::sendRequested, this, &ComposerActions::send);
    connect(&composer, &Composer::purposeEnded, this, &ComposerActions::resumeLeftEdit);
    connect(&composer, &Composer::editLastRequested, this, &ComposerActions::editLast);
    EmojiPicker& emoji = composer.emojiPicker();
    emoji.setRecent(m_session.settings.value(setting::recentEmoji));
    connect(&emoji, &EmojiPicker::recentChanged, this, [this](const QStringList& recent) {
        m_session.settings.set(setting::recentEmoji, recent);
    });
}

void ComposerActions::connectDrafts()
{
    m_pane.composer().setDrafts({
        .load = [this](const ConversationId& id) { return load(id); },
        .save = [this](const ConversationId& id,
                    const MessageDraft& draft) { m_session.drafts.save(id, draft); },
        .add = [this](const ConversationId& id,
                   const OutgoingFile& file) { giveBack(id, {{}, {}, {file}}); },
    });
}

void ComposerActions::connectFiles()
{
    StagedFiles& staged = m_session.staged;
    m_pane.composer().enclosures().setKeeper({
        .keep =
            [&staged](const TakenFile& taken) {
                return taken.bytes.isEmpty() ? staged.copy(taken.file, taken.path)
                                             : staged.keep(taken.file, taken.bytes);
            },
        .pathOf
        = [&staged](const OutgoingFile& file) { return staged.urlOf(file.staged).toLocalFile(); },
        .discard = [&staged](const OutgoingFile& file) { staged.discard(file.staged); },
    });
}

void ComposerActions::connectThread()
{
    const ThreadView& view = m_pane.view();
    connect(&view, &ThreadView::replyRequested, this, &ComposerActions::reply);
    connect(&view, &ThreadView::editRequested, this, &ComposerActions::edit);
    connect(&view, &ThreadView::cancelSendingRequested, this, &ComposerActions::cancelSending);
}

ConversationId ComposerActions::here() const { return m_pane.composer().conversation(); }

void ComposerActions::send(const ComposedMessage& message)
{
    if (!message.editing.isEmpty()) {
        m_session.drafts.keepEdit(
            here(), begunEdit(message.editing, message.text, message.attachments));
        m_session.actions.edit(here(), message.editing, message.text, message.attachments);
        m_pane.composer().clear();
        return m_session.drafts.flush();
    }
    if (m_session.outbox.sendDraft(here(), message).isEmpty())
        return;
    m_pane.composer().clear();
    m_session.drafts.handedOver(here());
    m_pane.view().list().goToEnd();
}

Async<ComposerDraft> ComposerActions::load(const ConversationId& conversation)
{
    return andThen(
        this, m_session.drafts.load(conversation), [this, conversation](const MessageDraft& kept) {
            return andThen(this, m_session.drafts.subjects(conversation, kept),
                [this, kept](const DraftSubjects& subjects) {
                    return later(this, Result<ComposerDraft>(shown(kept, subjects)));
                });
        });
}

ComposerDraft ComposerActions::shown(MessageDraft draft, const DraftSubjects& subjects) const
{
    ComposerDraft shown;
    if (subjects.answered)
        shown.answered = looksOf(*subjects.answered);
    else
        draft.replyTo = {};
    if (subjects.edited) {
        const QJsonArray attachments = attachmentsOf(*subjects.edited);
        const BegunEdit unchanged
            = begunEdit(draft.edit.message, subjects.edited->text, attachments);
        if (draft.edit == unchanged) // it arrived before a crash
            draft.edit = {};
        else
            shown.edited = {unchanged.text, attachments};
    } else if (!draft.edit.message.isEmpty()) {
        draft = joined(OutgoingContent{draft.edit.text, draft.edit.emoji, {}}, draft);
        draft.edit = {};
    }
    shown.kept = draft;
    return shown;
}

AnsweredMessage ComposerActions::looksOf(const Message& answered) const
{
    const bool isOwn = answered.senderId == m_session.me.id;
    //: In "Reply to %1".
    return {isOwn ? tr("You") : answered.senderName, previewWords(answered), {}};
}

void ComposerActions::takeBack(
    const ConversationId& conversation, const OutgoingContent& content, const QString& reason)
{
    emit refused(tr("%1 It is back where you wrote it.").arg(reason));
    giveBack(conversation, content);
}

void ComposerActions::cancelSending(const SourceGuid& guid)
{
    if (m_cancelled.contains(guid))
        return;
    m_cancelled.insert(guid);
    whenDone(this, m_session.outbox.withdraw(guid),
        [this, guid](const Result<std::optional<OutboxRow>>& found) {
            if (!found || !*found)
                m_cancelled.remove(guid);
            if (!found)
                return emit refused(tr("The message could not be read on this computer."));
            if (!*found)
                return emit refused(tr("The message is already on its way."));
            const OutboxRow& row = **found;
            giveBack(row.conversation, row.content(), [this, guid] {
                m_session.drafts.tookBack(guid);
                m_session.drafts.flush();
            });
            if (row.conversation == here())
                m_pane.focusComposer();
        });
}

void ComposerActions::giveBack(const ConversationId& conversation, const OutgoingContent& content,
    const std::function<void()>& then)
{
    const auto subjects = m_session.drafts.subjects(conversation, joined(content, MessageDraft{}));
    whenDone(this, subjects, [=, this](const Result<DraftSubjects>& found) {
        std::optional<AnsweredMessage> answered;
        if (found && found->answered)
            answered = looksOf(*found->answered);
        const auto giveBackHere = [=, this] {
            m_pane.composer().giveBack(content, answered);
            then();
        };
        if (conversation == here())
            return giveBackHere();
        whenDone(
            this, m_session.drafts.load(conversation), [=, this](const Result<MessageDraft>& kept) {
                if (conversation == here()) // by now
                    return giveBackHere();
                m_session.drafts.save(conversation, joined(content, kept.value_or(MessageDraft{})));
                then();
            });
    });
}

void ComposerActions::giveBackEdit(const ConversationId& conversation, const BegunEdit& edit)
{
    MessageDraft edited;
    edited.edit = edit;
    whenDone(this, m_session.drafts.subjects(conversation, edited),
        [=, this](const Result<DraftSubjects>& found) {
            if (found && found->edited)
                return resumeEdit(conversation, *found->edited, edit);
            giveBack(conversation, {edit.text, edit.emoji, {}},
                [=, this] { m_session.drafts.tookBackEdit(conversation, edit.message); });
        });
}

/// Whatever had its turn before it has ended.
void ComposerActions::resumeLeftEdit()
{
    whenDone(this, m_session.drafts.leftEdit(here()),
        [this, conversation = here()](const Result<BegunEdit>& left) {
            const bool hasRoom = conversation == here() && !m_pane.composer().isEditing();
            if (left && !left->message.isEmpty() && hasRoom)
                giveBackEdit(conversation, *left);
        });
}

/// Neither the words of an edit that somebody began since are to be lost for it, nor its own.
void ComposerActions::resumeEdit(
    const ConversationId& conversation, const Message& message, const BegunEdit& edit)
{
    QJsonArray attachments = edit.emoji; // before those that the message had
    for (const QJsonValue& each : attachmentsOf(message))
        attachments.append(each);
    const auto resumeHere = [=, this, id = message.id] {
        if (m_pane.composer().isEditing())
            return m_session.drafts.putOffEdit(conversation, id);
        m_pane.composer().setEditing(id, edit.text, attachments);
        m_session.drafts.tookBackEdit(conversation, id);
    };
    if (conversation == here())
        return resumeHere();
    whenDone(this, m_session.drafts.load(conversation),
        [=, this, id = message.id](const Result<MessageDraft>& kept) {
            if (conversation == here())
                return resumeHere();
            MessageDraft draft = kept.value_or(MessageDraft{});
            if (!draft.edit.message.isEmpty())
                return m_session.drafts.putOffEdit(conversation, id);
            draft.edit = begunEdit(id, edit.text, attachments);
            m_session.drafts.save(conversation, draft);
            m_session.drafts.tookBackEdit(conversation, id);
        });
}

void ComposerActions::reply(const MessageId& message)
{
    const int row = m_session.thread.rowOfMessage(message);
    if (row < 0)
        return;
    const AnsweredMessage answered = looksOf(m_session.thread.row(row).message);
    m_pane.composer().setReply(message, answered.name, answered.words);
    m_pane.focusComposer();
}

void ComposerActions::edit(const MessageId& message)
{
    const int row = m_session.thread.rowOfMessage(message);
    if (row < 0)
        return;
    const Message& own = m_session.thread.row(row).message;
    m_pane.composer().setEditing(message, own.text, attachmentsOf(own));
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
