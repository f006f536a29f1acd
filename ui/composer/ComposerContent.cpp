// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a composer holds: drafts, answers, edits, and what is sent of them. Its parts and looks are
// in Composer.cpp.

#include "core/base/WhenDone.h"
#include "core/sync/Outbox.h"
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

using PackCells = QList<MessageField::PackCell>;

QJsonObject replyJson(const MessageId& message)
{
    return {{u"type"_s, u"reply"_s}, {u"reply_id"_s, message.value},
        {u"base_reply_id"_s, message.value}};
}

QJsonObject emojiJson(const PackCells& cells)
{
    QJsonArray charmap;
    for (const auto& cell : cells)
        charmap.append(QJsonArray{cell.pack, cell.index});
    return {{u"type"_s, u"emoji"_s}, {u"placeholder"_s, QString(MessageField::packPlaceholder)},
        {u"charmap"_s, charmap}};
}

struct EmojiText {
    QString text;
    PackCells cells;
};

/// The text as the field holds it: other clients may use other placeholders.
EmojiText readEmoji(QString text, const QJsonArray& attachments)
{
    for (const QJsonValue& each : attachments) {
        const Attachment attachment = readAttachment(each.toObject());
        const auto* emoji = std::get_if<EmojiAttachment>(&attachment.content);
        if (!emoji || emoji->placeholder.isEmpty())
            continue;
        text.replace(emoji->placeholder, QString(MessageField::packPlaceholder));
        return {text, emoji->cells};
    }
    return {text, {}};
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

QString joined(const QString& before, const QString& since)
{
    return since.isEmpty() || before.isEmpty() ? before + since : before + u'\n' + since;
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
    m_conversation = id;
    m_mentions->forgetPicked();
    const int visit = ++m_visit;
    showDraft({});
    if (id.isEmpty() || !m_drafts.load)
        return;
    whenDone(this, m_drafts.load(id), [this, visit](const Result<ComposerDraft>& draft) {
        if (visit == m_visit && draft)
            showDraft(*draft);
    });
}

QString Composer::text() const { return m_field->toPlainText(); }

void Composer::setText(const QString& text)
{
    m_field->setContent(text, {});
    m_mentions->dismiss(); // nobody typed
}

void Composer::clear()
{
    if (isEditing())
        return stopEditing();
    {
        const QScopedValueRollback showing(m_showing, true);
        setText({});
        m_enclosures->clear();
        m_reply = {};
        m_sentence.clear();
    }
    m_noted.clear();
    showPurpose();
    save();
    emit textEdited({});
}

void Composer::giveBack(const QString& text) { giveBack(ComposedMessage{.text = text}); }

void Composer::giveBack(const ComposedMessage& message)
{
    const bool wasEditing = isEditing();
    const ComposerDraft since = draft();
    const EmojiText before = readEmoji(message.text, message.attachments);
    ComposerDraft both = since;
    both.text = joined(before.text, since.text);
    both.caret = -1;
    both.attachments = {};
    const PackCells cells = before.cells + readEmoji(since.text, since.attachments).cells;
    if (!cells.isEmpty())
        both.attachments.append(emojiJson(cells));
    for (const QJsonArray& each : {message.attachments, since.attachments}) {
        for (const QJsonValue& attachment : each) {
            if (isOfType(attachment, u"location"_s))
                both.attachments.append(attachment);
        }
    }
    both.files = message.files + since.files;
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
    m_reply = {message, name, words, thumbnail};
    ++m_visit;
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
    m_edit = {message, words.text, words.text, attachments};
    ++m_visit;
    showEdit();
    save();
    focusField();
}

void Composer::showEdit()
{
    const QScopedValueRollback showing(m_showing, true);
    m_field->setContent(m_edit.text, readEmoji(m_edit.text, m_edit.attachments).cells);
    m_mentions->dismiss();
    showPurpose();
}

void Composer::stopEditing()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_edit = {};
        m_sentence.clear();
        m_field->setContent(m_before.text, readEmoji(m_before.text, m_before.attachments).cells);
        if (m_before.caret >= 0) {
            QTextCursor caret = m_field->textCursor();
            caret.setPosition(std::min(m_before.caret, int(m_before.text.size())));
            m_field->setTextCursor(caret);
        }
        m_mentions->dismiss();
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
        m_reply = {};
        showPurpose();
        save();
    }
    focusField();
}

ComposerDraft Composer::draft() const
{
    ComposerDraft draft = m_before;
    if (isEditing()) {
        draft.edit = m_edit;
        draft.edit.text = text();
    } else {
        const EmojiText written = ownedEmoji(*m_field);
        draft = {.text = written.text, .caret = m_field->textCursor().position()};
        if (!written.cells.isEmpty())
            draft.attachments.append(emojiJson(written.cells));
        for (const QJsonValue& place : m_enclosures->places())
            draft.attachments.append(place);
    }
    draft.files = m_enclosures->files();
    draft.reply = m_reply;
    return draft;
}

void Composer::showDraft(const ComposerDraft& draft)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_sendsWhenReady = false;
        m_sentence.clear();
        m_edit = {};
        m_before = draft;
        m_reply = draft.reply;
        m_enclosures->clear();
        m_enclosures->addFiles(draft.files);
        for (const QJsonValue& attachment : draft.attachments) {
            if (isOfType(attachment, u"location"_s))
                m_enclosures->addPlace(attachment.toObject());
        }
        stopEditing();
        m_noted = text();
    }
    if (draft.edit.message.isEmpty())
        return;
    m_before = draft;
    m_before.edit = {};
    m_edit = draft.edit;
    showEdit();
    m_noted = text();
}

void Composer::save()
{
    if (!m_showing && m_drafts.save && !m_conversation.isEmpty())
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
    ++m_visit;
    save();
    emit textEdited(text());
}

void Composer::noteEnclosures()
{
    showPurpose();
    if (m_showing || m_enclosures->isBusy())
        return;
    ++m_visit;
    save();
    if (m_sendsWhenReady)
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
    return std::ranges::any_of(m_edit.attachments, [](const QJsonValue& attachment) {
        return !isAboutText(readAttachment(attachment.toObject()));
    });
}

ComposedMessage Composer::composed() const
{
    const EmojiText written = ownedEmoji(*m_field);
    ComposedMessage message{.text = written.text.trimmed()};
    if (isEditing()) {
        message.editing = m_edit.message;
        for (const QJsonValue& kept : m_edit.attachments) {
            if (!isOfType(kept, u"mentions"_s) && !isOfType(kept, u"emoji"_s))
                message.attachments.append(kept);
        }
    } else if (!m_reply.message.isEmpty()) {
        message.replyTo = m_reply.message;
        message.attachments.append(replyJson(m_reply.message));
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
    const ComposedMessage message = composed();
    const bool isBlank = message.text.isEmpty() && !holdsMore();
    if (!isBlank && message.text.size() <= Outbox::maxLength)
        emit sendRequested(message);
}

} // namespace skein
