// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/OutboxStore.h"

#include <QJsonDocument>

namespace skein {

namespace {

#define SKEIN_OUTBOX_ROWS                                                                          \
    "SELECT o.guid, c.key, o.text, o.state, o.reason, o.queued_at, o.first_sent_at,"               \
    " o.last_sent_at, o.head_id, o.attachments FROM outbox o JOIN conversation c ON c.number = "   \
    "o.conversation"

QString encoded(const QJsonArray& attachments)
{
    if (attachments.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(attachments).toJson(QJsonDocument::Compact));
}

OutboxRow readOutboxRow(const QSqlQuery& row)
{
    return {.guid = SourceGuid{row.value(0).toString()},
        .conversation = ConversationId::fromKey(row.value(1).toString()),
        .text = row.value(2).toString(),
        .attachments = QJsonDocument::fromJson(row.value(9).toString().toUtf8()).array(),
        .state = static_cast<OutboxRow::State>(row.value(3).toInt()),
        .reason = row.value(4).toString(),
        .queuedAt = row.value(5).toLongLong(),
        .firstSentAt = row.value(6).toLongLong(),
        .lastSentAt = row.value(7).toLongLong(),
        .head = MessageId{row.value(8).toString()}};
}

QList<OutboxRow> readOutboxRows(Statement& query)
{
    QList<OutboxRow> rows;
    while (query.next())
        rows.append(readOutboxRow(query));
    return rows;
}

} // namespace

void OutboxStore::add(const OutboxRow& row, Changes& changes)
{
    m_database.run("INSERT INTO outbox (guid, conversation, text, state, reason, queued_at,"
                   " first_sent_at, last_sent_at, head_id, attachments)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.guid.value, m_conversations.numberFor(row.conversation), row.text,
            static_cast<int>(row.state), row.reason, row.queuedAt, row.firstSentAt, row.lastSentAt,
            row.head.value, encoded(row.attachments)});
    changes.threads.insert(row.conversation);
    changes.conversations.insert(row.conversation);
}

void OutboxStore::update(const OutboxRow& row, Changes& changes)
{
    m_database.run("UPDATE outbox SET state = ?, reason = ?, first_sent_at = ?,"
                   " last_sent_at = ?, head_id = ? WHERE guid = ?",
        {static_cast<int>(row.state), row.reason, row.firstSentAt, row.lastSentAt, row.head.value,
            row.guid.value});
    changes.threads.insert(row.conversation);
}

void OutboxStore::remove(const SourceGuid& guid, Changes& changes)
{
    const auto row = find(guid);
    if (!row)
        return;
    m_database.run("DELETE FROM outbox WHERE guid = ?", {guid.value});
    changes.threads.insert(row->conversation);
    changes.conversations.insert(row->conversation);
}

std::optional<OutboxRow> OutboxStore::find(const SourceGuid& guid) const
{
    auto& query = m_database.run(SKEIN_OUTBOX_ROWS " WHERE o.guid = ?", {guid.value});
    if (!query.next())
        return std::nullopt;
    return readOutboxRow(query);
}

QList<OutboxRow> OutboxStore::all() const
{
    auto& query = m_database.run(SKEIN_OUTBOX_ROWS " ORDER BY o.number");
    return readOutboxRows(query);
}

QList<OutboxRow> OutboxStore::of(const ConversationId& id) const
{
    auto& query
        = m_database.run(SKEIN_OUTBOX_ROWS " WHERE c.key = ? ORDER BY o.number", {id.key()});
    return readOutboxRows(query);
}

} // namespace skein
