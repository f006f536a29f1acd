// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of waiting messages and of drafts: which staged copies belong to what, and what the
// service said of those that are uploaded, for as long as something refers to them. Says in
// Changes::released which copies nothing refers to any more. Store's thread.

#include "core/store/ChangeFeed.h"
#include "core/store/Database.h"
#include "core/types/Outgoing.h"

#include <QUrl>

namespace skein {

/// A file of a waiting message.
struct OutboxFile {
    OutgoingFile file;
    QString job; ///< uploaded, and the service works on it (protocol.md F2)
    QString result; ///< uploaded: the image's address or the file's id

    [[nodiscard]] bool isUp() const { return !result.isEmpty(); }
    bool operator==(const OutboxFile&) const = default;
};

/// A staged copy as a file: URL; empty for a name that would lead out of the folder.
[[nodiscard]] QUrl stagedUrl(const QString& folder, const QString& staged);

class OutgoingFileStore {
public:
    explicit OutgoingFileStore(Database& database) : m_database(database) { }

    /// A copy that was uploaded for an earlier message need not be again: `job` and `result` are
    /// known of it, not taken from here.
    void addTo(const SourceGuid& guid, const QList<OutboxFile>& files);
    [[nodiscard]] QList<OutboxFile> of(const SourceGuid& guid) const;
    /// What became of an upload; "" forgets. A row that is gone stays gone.
    void note(
        const SourceGuid& guid, qsizetype position, const QString& job, const QString& result);
    void dropOf(const SourceGuid& guid, Changes& changes);

    /// Of the draft of a conversation.
    void setOfDraft(const ConversationId& id, const QList<OutgoingFile>& files, Changes& changes);
    [[nodiscard]] QList<OutgoingFile> ofDraft(const ConversationId& id) const;

    /// Every staged copy that something refers to.
    [[nodiscard]] QSet<QString> staged() const;

private:
    /// Those of `names` that nothing refers to (any more).
    void release(const QStringList& names, Changes& changes);

    Database& m_database;
};

} // namespace skein
