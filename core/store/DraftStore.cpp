// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/DraftStore.h"

#include "core/store/MessageCodec.h"

namespace skein {

MessageDraft DraftStore::load(const ConversationId& id) const
{
    auto& row = m_database.run("SELECT text, attachments, caret, reply_to, editing, edit_text,"
                               " edit_emoji FROM draft WHERE conversation = ?",
        {id.key()});
    if (!row.next())
        return {};
    MessageDraft draft;
    draft.content.text = row.value(0).toString();
    draft.content.attachments = decodeAttachments(row.value(1).toString());
    draft.content.files = m_files.ofDraft(id);
    draft.caret = row.value(2).toInt();
    draft.replyTo = MessageId{row.value(3).toString()};
    draft.edit = {.message = MessageId{row.value(4).toString()},
        .text = row.value(5).toString(),
        .emoji = decodeAttachments(row.value(6).toString())};
    return draft;
}

void DraftStore::save(const ConversationId& id, const MessageDraft& draft, Changes& changes)
{
    if (draft.isEmpty()) {
        m_database.run("DELETE FROM draft WHERE conversation = ?", {id.key()});
    } else {
        m_conversations.keepAddressee(id);
        m_database.run("INSERT OR REPLACE INTO draft"
                       " (conversation, text, attachments, caret, reply_to, editing, edit_text,"
                       " edit_emoji) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            {id.key(), draft.content.text, encodeAttachments(draft.content.attachments),
                draft.caret, draft.replyTo.value, draft.edit.message.value, draft.edit.text,
                encodeAttachments(draft.edit.emoji)});
    }
    m_files.setOfDraft(id, draft.content.files, changes);
    changes.conversations.insert(id);
}

void DraftStore::keepSentEdit(const ConversationId& id, const BegunEdit& edit, Changes& changes)
{
    m_conversations.keepAddressee(id);
    m_database.run("INSERT OR REPLACE INTO sent_edit (conversation, message, text, emoji)"
                   " VALUES (?, ?, ?, ?)",
        {id.key(), edit.message.value, edit.text, encodeAttachments(edit.emoji)});
    changes.conversations.insert(id);
}

void DraftStore::dropSentEdit(const ConversationId& id, const MessageId& message, Changes& changes)
{
    m_database.run(
        "DELETE FROM sent_edit WHERE conversation = ? AND message = ?", {id.key(), message.value});
    changes.conversations.insert(id);
}

QList<BegunEdit> DraftStore::sentEdits(const ConversationId& id) const
{
    auto& row = m_database.run(
        "SELECT message, text, emoji FROM sent_edit WHERE conversation = ?", {id.key()});
    QList<BegunEdit> edits;
    while (row.next())
        edits.append({.message = MessageId{row.value(0).toString()},
            .text = row.value(1).toString(),
            .emoji = decodeAttachments(row.value(2).toString())});
    return edits;
}

} // namespace skein
