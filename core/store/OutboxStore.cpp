// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/OutboxStore.h"

#include "core/store/MessageCodec.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int mostFiles = 1000; ///< of a message: more is a spoiled number

#define SKEIN_OUTBOX_ROWS                                                                          \
    "SELECT guid, conversation, text, state, reason, queued_at, first_sent_at, last_sent_at,"      \
    " head_id, attachments, files FROM outbox"

// The words of the index outbox_turn, by which SQLite knows that it may use it.
#define SKEIN_HAS_A_TURN "state IN (0, 1, 2, 3)"
static_assert(static_cast<int>(OutboxRow::State::Failed) == 4);

OutboxRow readOutboxRow(const Statement& row, const OutgoingFileStore& files)
{
    OutboxRow read{.guid = SourceGuid{row.value(0).toString()},
        .conversation = ConversationId::fromKey(row.value(1).toString()),
        .text = row.value(2).toString(),
        .attachments = decodeAttachments(row.value(9).toString()),
        .state = static_cast<OutboxRow::State>(row.value(3).toInt()),
        .reason = row.value(4).toString(),
        .queuedAt = row.value(5).toLongLong(),
        .firstSentAt = row.value(6).toLongLong(),
        .lastSentAt = row.value(7).toLongLong(),
        .head = MessageId{row.value(8).toString()}};
    const int count = std::min(row.value(10).toInt(), mostFiles);
    if (count > 0)
        read.files = files.of(read.guid);
    // A damaged database may have lost some: a file that is nowhere cannot be uploaded.
    read.files.resize(std::max<qsizetype>(read.files.size(), count));
    return read;
}

QList<OutboxRow> readOutboxRows(Statement& query, const OutgoingFileStore& files)
{
    QList<OutboxRow> rows;
    while (query.next())
        rows.append(readOutboxRow(query, files));
    return rows;
}

QJsonObject attachmentOf(const OutboxFile& each)
{
    return each.file.kind == OutgoingFile::Kind::Image
        ? QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, each.result}}
        : QJsonObject{{u"type"_s, u"file"_s}, {u"file_id"_s, each.result}};
}

} // namespace

OutgoingContent OutboxRow::content() const
{
    OutgoingContent content{text, attachments, {}};
    for (const OutboxFile& each : files)
        content.files.append(each.file);
    return content;
}

bool OutboxRow::isUp() const { return std::ranges::all_of(files, &OutboxFile::isUp); }

QJsonArray OutboxRow::wireAttachments() const
{
    QJsonArray all;
    for (const OutboxFile& each : files) {
        if (each.isUp())
            all.append(attachmentOf(each));
    }
    for (const QJsonValue& ready : attachments)
        all.append(ready);
    return all;
}

void OutboxStore::add(const OutboxRow& row, Changes& changes)
{
    m_conversations.keepAddressee(row.conversation);
    m_database.run("INSERT INTO outbox (guid, conversation, text, state, reason, queued_at,"
                   " first_sent_at, last_sent_at, head_id, attachments, files)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.guid.value, row.conversation.key(), row.text, static_cast<int>(row.state), row.reason,
            row.queuedAt, row.firstSentAt, row.lastSentAt, row.head.value,
            encodeAttachments(row.attachments), row.files.size()});
    m_files.addTo(row.guid, row.files);
    note(row, changes);
}

void OutboxStore::update(const OutboxRow& row, Changes& changes)
{
    m_database.run("UPDATE outbox SET state = ?, reason = ?, first_sent_at = ?,"
                   " last_sent_at = ?, head_id = ? WHERE guid = ?",
        {static_cast<int>(row.state), row.reason, row.firstSentAt, row.lastSentAt, row.head.value,
            row.guid.value});
    note(row, changes);
}

void OutboxStore::remove(const SourceGuid& guid, Changes& changes)
{
    const auto row = find(guid);
    if (!row)
        return;
    m_database.run("DELETE FROM outbox WHERE guid = ?", {guid.value});
    m_files.dropOf(guid, changes);
    note(*row, changes);
}

void OutboxStore::note(const OutboxRow& row, Changes& changes)
{
    changes.threads.insert(row.conversation);
    changes.waiting[row.conversation].insert(row.guid);
    changes.conversations.insert(row.conversation);
}

std::optional<OutboxRow> OutboxStore::find(const SourceGuid& guid) const
{
    auto& query = m_database.run(SKEIN_OUTBOX_ROWS " WHERE guid = ?", {guid.value});
    if (!query.next())
        return std::nullopt;
    return readOutboxRow(query, m_files);
}

std::optional<OutboxRow> OutboxStore::next(
    const ConversationId& id, const QSet<SourceGuid>& passed) const
{
    auto& query = m_database.run(SKEIN_OUTBOX_ROWS " WHERE conversation = ? AND " SKEIN_HAS_A_TURN
                                                   " ORDER BY number",
        {id.key()});
    std::optional<OutboxRow> found;
    while (!found && query.next()) {
        if (!passed.contains(SourceGuid{query.value(0).toString()}))
            found = readOutboxRow(query, m_files);
    }
    query.finish(); // what follows is not read
    return found;
}

QList<ConversationId> OutboxStore::conversations() const
{
    return conversationsOf(
        m_database.run("SELECT DISTINCT conversation FROM outbox WHERE " SKEIN_HAS_A_TURN));
}

QList<OutboxRow> OutboxStore::all() const
{
    auto& query = m_database.run(SKEIN_OUTBOX_ROWS " ORDER BY number");
    return readOutboxRows(query, m_files);
}

OutboxStore::Counts OutboxStore::counts() const
{
    const int failed = static_cast<int>(OutboxRow::State::Failed);
    auto& query
        = m_database.run("SELECT COUNT(*), COALESCE(SUM(state >= ?), 0) FROM outbox", {failed});
    if (!query.next())
        return {};
    const int failures = query.value(1).toInt();
    return {.waiting = query.value(0).toInt() - failures, .failed = failures};
}

QList<OutboxRow> OutboxStore::of(const ConversationId& id) const
{
    auto& query
        = m_database.run(SKEIN_OUTBOX_ROWS " WHERE conversation = ? ORDER BY number", {id.key()});
    return readOutboxRows(query, m_files);
}

} // namespace skein
