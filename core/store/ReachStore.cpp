// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ReachStore.h"

#include "core/types/Message.h"

namespace skein {

QList<ConversationReach> ReachStore::all() const
{
    // Stretches never overlap: the one that begins last ends last.
    auto& query = m_database.run(
        "SELECT c.key, c.title, COALESCE(g.title, ''), c.newest_position,"
        " COALESCE(r.oldest, ''), COALESCE(r.newest, ''), COALESCE(r.reaches_start, 0),"
        " (SELECT COUNT(*) FROM range x WHERE x.conversation = c.number)"
        " FROM conversation c LEFT JOIN conversation g ON c.parent != '' AND g.key = c.parent"
        " LEFT JOIN range r ON r.conversation = c.number"
        " AND r.oldest = (SELECT MAX(oldest) FROM range x WHERE x.conversation = c.number)"
        " ORDER BY c.last_activity DESC, c.key",
        {});
    QList<ConversationReach> reaches;
    while (query.next()) {
        const QString newestKnown = query.value(3).toString();
        const QString oldest = query.value(4).toString();
        const QString newest = query.value(5).toString();
        reaches.append({.id = ConversationId::fromKey(query.value(0).toString()),
            .title = query.value(1).toString(),
            .group = query.value(2).toString(),
            .completeSince = secondsAt(oldest),
            .reachesStart = query.value(6).toBool(),
            .gaps = std::max(0, query.value(7).toInt() - 1),
            .isBehind = newest < newestKnown});
    }
    return reaches;
}

} // namespace skein
