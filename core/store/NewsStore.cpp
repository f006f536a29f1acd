// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/NewsStore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

qint64 NewsStore::beginning(qint64 now)
{
    const QString key = u"news_from"_s;
    const qint64 known = m_conversations.meta(key).toLongLong();
    if (known == 0)
        m_conversations.setMeta(key, QString::number(now));
    return known == 0 ? now : known;
}

QString NewsStore::noticed(const ConversationId& id) const
{
    auto& query
        = m_database.run("SELECT noticed_position FROM conversation WHERE key = ?", {id.key()});
    return query.next() ? query.value(0).toString() : QString();
}

#define SKEIN_NEWEST_OF_OTHERS                                                                     \
    "(SELECT m.position FROM message m WHERE m.conversation = number AND NOT m.own"                \
    " ORDER BY m.position DESC LIMIT 1)"

void NewsStore::notice(const ConversationId& id)
{
    m_database.run("UPDATE conversation SET noticed_position = " SKEIN_NEWEST_OF_OTHERS
                   " WHERE key = ? AND noticed_position < " SKEIN_NEWEST_OF_OTHERS,
        {id.key()});
}

QList<ConversationId> NewsStore::unnoticed() const
{
    return conversationsOf(m_database.run("SELECT key FROM conversation WHERE unread > 0"
                                          " AND noticed_position < " SKEIN_NEWEST_OF_OTHERS));
}

void NewsStore::putOff(const ConversationId& id, int messages, int reactions)
{
    m_database.run("UPDATE conversation SET put_off = put_off + ?,"
                   " put_off_reactions = put_off_reactions + ? WHERE key = ?",
        {messages, reactions, id.key()});
}

QList<NewsStore::PutOff> NewsStore::takePutOff()
{
    QHash<QString, PutOff> counts;
    auto& query = m_database.run("SELECT key, MIN(put_off, unread), put_off_reactions"
                                 " FROM conversation WHERE (put_off > 0 AND unread > 0)"
                                 " OR put_off_reactions > 0");
    while (query.next())
        counts.insert(
            query.value(0).toString(), {{}, query.value(1).toInt(), query.value(2).toInt()});
    QList<PutOff> found;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        const auto place = m_conversations.one(ConversationId::fromKey(each.key()));
        if (place && !place->isGone())
            found.append({*place, each->messages, each->reactions});
    }
    std::ranges::sort(found, [](const PutOff& a, const PutOff& b) {
        return a.place.lastActivity > b.place.lastActivity;
    });
    m_database.run("UPDATE conversation SET put_off = 0, put_off_reactions = 0"
                   " WHERE put_off > 0 OR put_off_reactions > 0");
    return found;
}

} // namespace skein
