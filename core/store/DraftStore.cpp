// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/DraftStore.h"

namespace skein {

QString DraftStore::load(const ConversationId& id) const
{
    auto& query = m_database.run(
        "SELECT text FROM draft WHERE conversation = ?", {m_conversations.number(id)});
    return query.next() ? query.value(0).toString() : QString();
}

void DraftStore::save(const ConversationId& id, const QString& text, Changes& changes)
{
    const qint64 number = m_conversations.numberFor(id);
    if (text.isEmpty())
        m_database.run("DELETE FROM draft WHERE conversation = ?", {number});
    else
        m_database.run("INSERT OR REPLACE INTO draft VALUES (?, ?)", {number, text});
    changes.conversations.insert(id);
}

} // namespace skein
