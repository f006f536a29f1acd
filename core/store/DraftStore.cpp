// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/DraftStore.h"

#include "core/store/MessageCodec.h"

namespace skein {

MessageDraft DraftStore::load(const ConversationId& id) const
{
    const qint64 number = m_conversations.number(id);
    auto& row = m_database.run("SELECT text, attachments, caret, reply_to, editing FROM draft"
                               " WHERE conversation = ?",
        {number});
    if (!row.next())
        return {};
    MessageDraft draft;
    draft.content.text = row.value(0).toString();
    draft.content.attachments = decodeAttachments(row.value(1).toString());
    draft.content.files = m_files.ofDraft(number);
    draft.caret = row.value(2).toInt();
    draft.replyTo = MessageId{row.value(3).toString()};
    draft.editing = MessageId{row.value(4).toString()};
    return draft;
}

void DraftStore::save(const ConversationId& id, const MessageDraft& draft, Changes& changes)
{
    const qint64 number = m_conversations.numberFor(id);
    if (draft.isEmpty())
        m_database.run("DELETE FROM draft WHERE conversation = ?", {number});
    else
        m_database.run("INSERT OR REPLACE INTO draft"
                       " (conversation, text, attachments, caret, reply_to, editing)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
            {number, draft.content.text, encodeAttachments(draft.content.attachments), draft.caret,
                draft.replyTo.value, draft.editing.value});
    m_files.setOfDraft(number, draft.content.files, changes);
    changes.conversations.insert(id);
}

} // namespace skein
