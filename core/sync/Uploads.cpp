// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Uploads.h"

namespace skein {

Uploads::Uploads(
    UploadApi& api, AccountStore& store, StagedFiles& staged, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_staged(staged)
    , m_clock(clock)
{
}

void Uploads::run(const OutboxRow& row)
{
    auto* upload = new MessageUpload(m_api, m_store, m_staged, m_clock, row, this);
    m_running[row.guid] = upload;
    m_rows[row.guid] = row;
    connect(upload, &MessageUpload::progressed, this,
        [this, guid = row.guid] { emit progressed(guid); });
    connect(upload, &MessageUpload::finished, this, [this, row](const std::optional<Error>& error) {
        m_running.remove(row.guid);
        m_rows.remove(row.guid);
        emit finished(row, error);
    });
    upload->run();
}

void Uploads::cancel(const SourceGuid& guid)
{
    auto* upload = m_running.take(guid);
    if (!upload)
        return;
    delete upload;
    emit finished(m_rows.take(guid), Error{.kind = ErrorKind::Cancelled});
}

void Uploads::cancelAll()
{
    const auto running = m_running.keys();
    for (const SourceGuid& guid : running)
        cancel(guid);
}

std::optional<UploadProgress> Uploads::progress(const SourceGuid& guid) const
{
    const auto* upload = m_running.value(guid);
    return upload ? std::optional(upload->progress()) : std::nullopt;
}

} // namespace skein
