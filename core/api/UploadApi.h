// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's hosts that take in pictures and files (protocol.md F1, F2): whole bodies up, addresses
// and ids back. No answer of theirs leads anywhere else: every request is addressed by ourselves.
// Knows no store, retries nothing but a refused picture type. Main thread.

#include "core/base/Async.h"
#include "core/net/HttpTransport.h"
#include "core/types/ConversationId.h"

#include <QObject>

namespace skein {

/// How far the service is with a file that it has.
struct FileJob {
    bool isDone = false;
    QString fileId; ///< once it is done

    bool operator==(const FileJob&) const = default;
};

class UploadApi : public QObject {
    Q_OBJECT
public:
    using Progress = TransferProgress::Step;

    /// An upload may take minutes: `transport` should not be one whose places others wait for.
    explicit UploadApi(HttpTransport& transport, QObject* parent = nullptr);

    /// POST image.groupme.com/pictures: the picture's address, https and GroupMe's own. A type that
    /// is refused is tried once more as image/jpeg. `progress` must outlive the request.
    [[nodiscard]] Async<QUrl> uploadImage(
        const QByteArray& bytes, const QByteArray& mimeType, const Progress& progress = {});
    /// POST file.groupme.com/v1/:id/files: the job by which fileJob() asks.
    [[nodiscard]] Async<QString> uploadFile(const ConversationId& conversation, const QString& name,
        const QByteArray& bytes, const QByteArray& mimeType, const Progress& progress = {});
    /// GET file.groupme.com/v1/:id/uploadStatus.
    [[nodiscard]] Async<FileJob> fileJob(const ConversationId& conversation, const QString& job);

private:
    HttpTransport& m_transport;
};

/// Whether trying again later may help: no network, too many requests, trouble over there. What is
/// refused in words, or answered in a way that cannot be understood, stays so.
[[nodiscard]] bool mayUploadLater(const Error& error);

} // namespace skein
