// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/MessageRow.h"

#include "core/store/MessageCodec.h"

namespace skein {

namespace {

Message messageAt(const Statement& row)
{
    Message m;
    m.id = MessageId{row.value(0).toString()};
    m.guid = SourceGuid{row.value(1).toString()};
    m.senderId = UserId{row.value(2).toString()};
    m.createdAt = row.value(3).toLongLong();
    m.updatedAt = row.value(4).toLongLong();
    m.deletedAt = row.value(5).toLongLong();
    m.senderName = row.value(6).toString();
    m.text = row.value(7).toString();
    decodeExtra(row.value(8).toString(), m);
    return m;
}

} // namespace

QList<Message> readMessages(Statement& query)
{
    QList<Message> rows;
    while (query.next())
        rows.append(messageAt(query));
    return rows;
}

std::optional<Message> readMessage(Statement& query)
{
    return query.next() ? std::optional(messageAt(query)) : std::nullopt;
}

QList<Span> readSpans(Statement& query)
{
    QList<Span> spans;
    while (query.next())
        spans.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toBool(),
            query.value(3).toBool()});
    return spans;
}

} // namespace skein
