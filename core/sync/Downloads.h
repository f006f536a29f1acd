// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that a person asked for, on their way into the folder of downloads (protocol.md F2, 4). A
// file stands under its name only when it is whole, never in the place of another, and nothing is
// opened here. Main thread.

#include "core/base/Clock.h"
#include "core/net/HttpTransport.h"
#include "core/types/Cards.h"
#include "core/types/ConversationId.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace skein {

struct FileDownload {
    enum class State { None, Running /*or waiting for its turn*/, Done, Failed };
    State state = State::None;
    qint64 received = 0; ///< bytes
    qint64 total = 0; ///< 0: unknown
    ErrorKind reason = ErrorKind::Cancelled; ///< when Failed
    QString path; ///< when Done

    bool operator==(const FileDownload&) const = default;
};

class Downloads final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype maxRunning = 3;

    /// `folder` need not exist yet; QStandardPaths::DownloadLocation is what people expect.
    Downloads(
        HttpTransport& network, Clock& clock, const QString& folder, QObject* parent = nullptr);
    ~Downloads() override; ///< what is not whole is removed

    /// For the downloads that begin from now on.
    void setFolder(const QString& folder) { m_folder = folder; }

    [[nodiscard]] FileDownload download(const QString& fileId) const;
    /// Begins, or begins again; nothing while it is running. `file` says how it is called.
    void start(const ConversationId& conversation, const FileFacts& file);
    void cancel(const QString& fileId);

signals:
    void changed(const QString& fileId);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    void dispatch();
    [[nodiscard]] bool open(const JobPointer& job);
    void send(const JobPointer& job, HttpRequest request);
    void answered(const JobPointer& job, const Result<HttpReply>& reply);
    [[nodiscard]] bool goesOn(const JobPointer& job, const HttpReply& reply);
    void progressed(const JobPointer& job, qint64 received, qint64 total);
    [[nodiscard]] bool keep(const JobPointer& job);
    void finish(const JobPointer& job, FileDownload::State state, ErrorKind reason);

    HttpTransport& m_network;
    Clock& m_clock;
    QString m_folder;
    QHash<QString, FileDownload> m_downloads;
    QList<JobPointer> m_waiting;
    QList<JobPointer> m_running;
};

} // namespace skein
