// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The uploads under way, one message per conversation's turn: started, asked about and ended by the
// outbox, which also decides when to try again. Main thread.

#include "core/sync/MessageUpload.h"

namespace skein {

class Uploads : public QObject {
    Q_OBJECT
public:
    Uploads(UploadApi& api, AccountStore& store, StagedFiles& staged, Clock& clock,
        QObject* parent = nullptr);

    /// Brings up what of the row is not up yet; finished() follows. Once at a time for a row.
    void run(const OutboxRow& row);
    /// finished() comes at once, with Cancelled. Nothing when none is under way.
    void cancel(const SourceGuid& guid);
    /// The same of all.
    void cancelAll();
    /// Nothing when none is under way.
    [[nodiscard]] std::optional<UploadProgress> progress(const SourceGuid& guid) const;

signals:
    void progressed(const skein::SourceGuid& guid);
    /// No error: all files of the row are up, and on disk. Otherwise Unauthorized, one that
    /// mayUploadLater(), Storage, Cancelled, or a refusal with its words for people.
    void finished(const skein::OutboxRow& row, const std::optional<skein::Error>& error);

private:
    UploadApi& m_api;
    AccountStore& m_store;
    StagedFiles& m_staged;
    Clock& m_clock;
    QHash<SourceGuid, MessageUpload*> m_running;
    QHash<SourceGuid, OutboxRow> m_rows; ///< of those
};

} // namespace skein
