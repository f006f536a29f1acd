// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/OutgoingFileStore.h"

namespace skein {

namespace {

#define SKEIN_FILE_COLUMNS "kind, staged, name, mime_type, size, width, height"

OutgoingFile readFile(const Statement& row)
{
    return {.kind = static_cast<OutgoingFile::Kind>(row.value(0).toInt()),
        .staged = row.value(1).toString(),
        .name = row.value(2).toString(),
        .mimeType = row.value(3).toString().toLatin1(),
        .size = row.value(4).toLongLong(),
        .pixels = QSize(row.value(5).toInt(), row.value(6).toInt())};
}

QString typeOf(const OutgoingFile& file) { return QString::fromLatin1(file.mimeType); }

} // namespace

QUrl stagedUrl(const QString& folder, const QString& staged)
{
    const bool isPlain = !staged.isEmpty() && !staged.startsWith(u'.') && !staged.contains(u'/')
        && !staged.contains(u'\\') && !staged.contains(u':');
    return isPlain ? QUrl::fromLocalFile(folder + u'/' + staged) : QUrl();
}

void OutgoingFileStore::addTo(const SourceGuid& guid, const QList<OutboxFile>& files)
{
    qsizetype position = 0;
    for (const OutboxFile& each : files) {
        const OutgoingFile& file = each.file;
        m_database.run("INSERT INTO outbox_file (guid, position, " SKEIN_FILE_COLUMNS
                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {guid.value, position++, static_cast<int>(file.kind), file.staged, file.name,
                typeOf(file), file.size, file.pixels.width(), file.pixels.height()});
    }
}

QList<OutboxFile> OutgoingFileStore::of(const SourceGuid& guid) const
{
    auto& row = m_database.run("SELECT " SKEIN_FILE_COLUMNS
                               ", COALESCE(job, ''), COALESCE(result, '') FROM outbox_file"
                               " LEFT JOIN upload USING (staged) WHERE guid = ? ORDER BY position",
        {guid.value});
    QList<OutboxFile> files;
    while (row.next())
        files.append({readFile(row), row.value(7).toString(), row.value(8).toString()});
    return files;
}

void OutgoingFileStore::note(
    const SourceGuid& guid, qsizetype position, const QString& job, const QString& result)
{
    m_database.run("INSERT OR REPLACE INTO upload (staged, job, result)"
                   " SELECT staged, ?, ? FROM outbox_file WHERE guid = ? AND position = ?",
        {job, result, guid.value, position});
}

void OutgoingFileStore::dropOf(const SourceGuid& guid, Changes& changes)
{
    QStringList names;
    for (const OutboxFile& each : of(guid))
        names.append(each.file.staged);
    if (names.isEmpty())
        return;
    m_database.run("DELETE FROM outbox_file WHERE guid = ?", {guid.value});
    release(names, changes);
}

void OutgoingFileStore::setOfDraft(
    const ConversationId& id, const QList<OutgoingFile>& files, Changes& changes)
{
    QStringList names;
    for (const OutgoingFile& before : ofDraft(id))
        names.append(before.staged);
    m_database.run("DELETE FROM draft_file WHERE conversation = ?", {id.key()});
    qsizetype position = 0;
    for (const OutgoingFile& file : files)
        m_database.run("INSERT INTO draft_file (conversation, position, " SKEIN_FILE_COLUMNS
                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {id.key(), position++, static_cast<int>(file.kind), file.staged, file.name,
                typeOf(file), file.size, file.pixels.width(), file.pixels.height()});
    release(names, changes);
}

QList<OutgoingFile> OutgoingFileStore::ofDraft(const ConversationId& id) const
{
    auto& row = m_database.run("SELECT " SKEIN_FILE_COLUMNS " FROM draft_file"
                               " WHERE conversation = ? ORDER BY position",
        {id.key()});
    QList<OutgoingFile> files;
    while (row.next())
        files.append(readFile(row));
    return files;
}

QSet<QString> OutgoingFileStore::staged() const
{
    auto& row
        = m_database.run("SELECT staged FROM outbox_file UNION SELECT staged FROM draft_file");
    QSet<QString> names;
    while (row.next())
        names.insert(row.value(0).toString());
    return names;
}

void OutgoingFileStore::release(const QStringList& names, Changes& changes)
{
    if (names.isEmpty())
        return;
    const QSet<QString> kept = staged();
    for (const QString& name : names) {
        if (name.isEmpty() || kept.contains(name))
            continue;
        m_database.run("DELETE FROM upload WHERE staged = ?", {name});
        changes.released.insert(name);
    }
}

} // namespace skein
