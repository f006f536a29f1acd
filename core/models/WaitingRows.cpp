// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/WaitingRows.h"

#include <algorithm>

namespace skein {

QList<OutboxRow> WaitingRows::read(
    const Stores& stores, const ConversationId& id, const Reading& reading)
{
    if (!reading.known)
        return stores.outbox.of(id);
    QList<OutboxRow> rows = *reading.known;
    bool hasNew = false;
    for (const SourceGuid& guid : reading.changed) {
        const auto row = stores.outbox.find(guid);
        const auto at = std::ranges::find(rows, guid, &OutboxRow::guid);
        if (at != rows.end() && row)
            *at = *row;
        else if (at != rows.end())
            rows.erase(at);
        else if (row && std::exchange(hasNew, true))
            return stores.outbox.of(id); // which of several came first, only the disk knows
        else if (row)
            rows.append(*row);
    }
    return rows;
}

} // namespace skein
