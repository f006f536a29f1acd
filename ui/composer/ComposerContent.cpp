// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a composer holds: drafts, answers, edits, and what is sent of them. Its parts and looks are
// in Composer.cpp.

#include "core/base/WhenDone.h"
#include "core/sync/Outbox.h"
#include "ui/composer/ComposedText.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"

#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextCursor>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QJsonObject replyJson(const MessageId& message)
{
    return {{u"type"_s, u"reply"_s}, {u"reply_id"_s, message.value},
        {u"base_reply_id"_s, message.value}};
}

/// Placeholders that stand for nothing would take the emoji of those that follow.
EmojiText ownedEmoji(const MessageField& field)
{
    const auto cells = field.packCells();
    EmojiText result;
    for (const auto& cell : cells) {
        if (cell)
            result.cells.append(*cell);
    }
    const QString text = field.toPlainText();
    if (result.cells.isEmpty())
        return {text, {}};
    qsizetype number = 0;
    for (const QChar unit : text) {
        if (unit != MessageField::packPlaceholder || cells.value(number++))
            result.text.append(unit);
    }
    return result;
}

bool isOfType(const QJsonValue& attachment, const QString& type)
{
    return attachment.toObject().value(u"type"_s) == type;
}

} // namespace

void Composer::setDrafts(DraftBox drafts) { m_drafts = std::move(drafts); }

void Composer::setConversation(const ConversationId& id, const QString& title)
{
    m_title = title;
    showPlaceholder();
    if (id == m_conversation)
        return;
    {
        const QScopedValueRollback showing(m_showing, true);
        m_enclosures->leave([this, left = m_conversation](const OutgoingFile& file) {
            if (m_drafts.add)
                m_drafts.add(left, file);
        });
    }
    m_conversation = id;
    m_mentions->forgetPicked();
    m_isTouched = false;
    const int visit = ++m_visit;
    showDraft({});
    if (id.isEmpty() || !m_drafts.load)
        return;
    whenDone(this, m_drafts.load(id), [this, visit](const Result<ComposerDraft>& draft) {
        if (visit == m_visit && draft)
            takeDraft(*draft);
    });
}

/// What the person did before it came stays, too.
void Composer::takeDraft(const ComposerDraft& loaded)
{
    if (!m_isTouched)
        return showDraft(loaded);
    const MessageDraft since = draft();
    showDraft({.kept = joined(loaded.kept, since),
        .answered = m_replyTo.isEmpty() ? loaded.answered : m_answered,
        .edited = isEditing() ? m_edited : loaded.edited});
    save();
}

QString Composer::text() const { return m_field->toPlainText(); }

void Composer::setText(const QString& text)
{
    m_field->setContent(text, {});
    m_mentions->dismiss(); // nobody typed
}

void Composer::clear()
{
    const bool hadPurpose = isEditing() || !m_replyTo.isEmpty();
    if (isEditing())
        stopEditing();
    else
        clearMessage();
    if (hadPurpose)
        emit purposeEnded();
}

void Composer::clearMessage()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        setText({});
        m_enclosures->clear();
        m_replyTo = {};
        m_answered = {};
        m_sentence.clear();
    }
    m_noted.clear();
    showPurpose();
    save();
    emit textEdited({});
}

void Composer::giveBack(
    const OutgoingContent& content, const std::optional<AnsweredMessage>& answered)
{
    const bool wasEditing = isEditing();
    ComposerDraft both{joined(content, draft()), m_answered, m_edited};
    if (m_replyTo.isEmpty() && answered)
        both.answered = *answered;
    else
        both.kept.replyTo = m_replyTo;
    showDraft(both);
    if (!wasEditing)
        emit textEdited(text());
    save();
}

void Composer::setReply(
    const MessageId& message, const QString& name, const QString& words, const QImage& thumbnail)
{
    if (isEditing())
        stopEditing();
    m_replyTo = message;
    m_answered = {name, words, thumbnail};
    showPurpose();
    save();
    focusField();
}

void Composer::setEditing(
    const MessageId& message, const QString& text, const QJsonArray& attachments)
{
    if (isEditing())
        stopEditing();
    m_before = draft();
    const EmojiText words = readEmoji(text, attachments);
    m_edit = {message, words.text, emojiAttachments(words.cells)};
    m_edited = {words.text, attachments};
    showEdit();
    save();
    focusField();
}

void Composer::showWords(const QString& text, const QJsonArray& attachments)
{
    const EmojiText words = readEmoji(text, attachments);
    m_field->setContent(words.text, words.cells);
    m_mentions->dismiss();
}

void Composer::showEdit()
{
    const QScopedValueRollback showing(m_showing, true);
    showWords(m_edit.text, m_edit.emoji);
    showPurpose();
}

void Composer::stopEditing()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_edit = {};
        m_edited = {};
        m_sentence.clear();
        showWords(m_before.content.text, m_before.content.attachments);
        if (m_before.caret >= 0) {
            QTextCursor caret = m_field->textCursor();
            caret.setPosition(std::min(m_before.caret, int(text().size())));
            m_field->setTextCursor(caret);
        }
    }
    m_before = {};
    showPurpose();
    save();
}

void Composer::cancelPurpose()
{
    if (isEditing()) {
        stopEditing();
    } else {
        m_replyTo = {};
        m_answered = {};
        showPurpose();
        save();
    }
    focusField();
    emit purposeEnded();
}

MessageDraft Composer::draft() const
{
    MessageDraft draft = m_before;
    const EmojiText written = ownedEmoji(*m_field);
    const QJsonArray emoji = emojiAttachments(written.cells);
    if (isEditing()) {
        draft.edit = {m_edit.message, written.text, emoji};
    } else {
        draft.content = {written.text, emoji, {}};
        draft.caret = m_field->textCursor().position();
        for (const QJsonValue& place : m_enclosures->places())
            draft.content.attachments.append(place);
    }
    draft.content.files = m_enclosures->draftFiles();
    draft.replyTo = m_replyTo;
    return draft;
}

void Composer::showDraft(const ComposerDraft& draft)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_sendsWhenReady = false;
        m_before = draft.kept;
        m_before.edit = {};
        m_replyTo = draft.kept.replyTo;
        m_answered = draft.answered;
        m_enclosures->show(draft.kept.content);
        stopEditing();
        m_noted = text();
    }
    if (draft.kept.edit.message.isEmpty())
        return;
    m_before = draft.kept;
    m_before.edit = {};
    m_edit = draft.kept.edit;
    m_edited = draft.edited;
    showEdit();
    m_noted = text();
}

void Composer::save()
{
    if (m_showing || m_conversation.isEmpty())
        return;
    m_isTouched = true;
    if (m_drafts.save)
        m_drafts.save(m_conversation, draft());
}

void Composer::noteEdit()
{
    for (const auto& cell : m_field->packCells()) {
        if (cell)
            emit packUsed(cell->pack);
    }
    const bool isSame = text() == m_noted;
    m_noted = text();
    if (!isSame && !m_showing) {
        m_sendsWhenReady = false;
        m_sentence.clear();
    }
    showLength();
    if (isSame || m_showing)
        return;
    save();
    emit textEdited(text());
}

void Composer::noteEnclosures()
{
    showPurpose();
    if (m_showing)
        return;
    save();
    if (m_sendsWhenReady && !m_enclosures->isBusy())
        submit();
}

void Composer::attach(const QMimeData& mime)
{
    if (isBarred())
        return;
    if (isEditing())
        return say(tr("An edit changes only the words: nothing can be attached to it."));
    say({});
    m_enclosures->addFrom(mime);
    focusField();
}

bool Composer::holdsMore() const
{
    if (!isEditing())
        return !m_enclosures->isEmpty();
    return std::ranges::any_of(m_edited.attachments, [](const QJsonValue& attachment) {
        return !isAboutText(readAttachment(attachment.toObject()));
    });
}

ComposedMessage Composer::composed() const
{
    const EmojiText written = ownedEmoji(*m_field);
    ComposedMessage message;
    message.text = written.text.trimmed();
    if (isEditing()) {
        message.editing = m_edit.message;
        for (const QJsonValue& kept : m_edited.attachments) {
            if (!isOfType(kept, u"mentions"_s) && !isOfType(kept, u"emoji"_s))
                message.attachments.append(kept);
        }
    } else if (!m_replyTo.isEmpty()) {
        message.replyTo = m_replyTo;
        message.attachments.append(replyJson(m_replyTo));
    }
    const QJsonObject mentions
        = mentionsJson(findMentions(message.text, m_mentions->people(), m_mentions->picked()));
    if (!mentions.isEmpty())
        message.attachments.append(mentions);
    if (!written.cells.isEmpty())
        message.attachments.append(emojiJson(written.cells));
    if (isEditing())
        return message;
    for (const QJsonValue& place : m_enclosures->places())
        message.attachments.append(place);
    message.files = m_enclosures->files();
    return message;
}

void Composer::submit()
{
    if (isBarred())
        return;
    m_sendsWhenReady = !isEditing() && m_enclosures->isBusy();
    if (m_sendsWhenReady)
        return;
    if (!isEditing() && m_enclosures->all().size() > Enclosures::most)
        return say(tr("One message takes at most %1 attachments.").arg(Enclosures::most));
    const ComposedMessage message = composed();
    const bool isBlank = message.text.isEmpty() && !holdsMore();
    if (!isBlank && message.text.size() <= Outbox::maxLength)
        emit sendRequested(message);
}

} // namespace skein
