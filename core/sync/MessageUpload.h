// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Brings the files of one waiting message up, in their order. What the service says of each is on
// disk before anything else is asked, so that nothing is uploaded again after a crash. Retries
// nothing itself: run again, it goes on where it was. Main thread.

#include "core/api/UploadApi.h"
#include "core/base/Clock.h"
#include "core/sync/StagedFiles.h"

namespace skein {

/// How far the files of a message are.
struct UploadProgress {
    qsizetype index = 0; ///< of the file that is on its way
    qsizetype count = 0;
    qint64 done = 0; ///< bytes of that file
    qint64 total = 0;

    bool operator==(const UploadProgress&) const = default;
};

/// Of all its files, each counting the same, 0 to 100.
[[nodiscard]] int percentOf(const UploadProgress& progress);

class MessageUpload : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds askEvery{1}; ///< protocol.md F2
    static constexpr int askTimes = 60;

    MessageUpload(UploadApi& api, AccountStore& store, StagedFiles& staged, Clock& clock,
        OutboxRow row, QObject* parent = nullptr);
    ~MessageUpload() override; ///< what is on its way is cancelled

    void run();
    [[nodiscard]] const UploadProgress& progress() const { return m_progress; }

signals:
    void progressed();
    /// No error: all is up, and on disk. Deletes itself afterwards.
    void finished(const std::optional<skein::Error>& error);

private:
    [[nodiscard]] const OutgoingFile& file() const { return m_row.files.at(m_index).file; }
    void next();
    void send(const QByteArray& bytes);
    void ask();
    void asked(const Result<FileJob>& job);
    void note(const QString& job, const QString& result);
    void refuse(const Error& error);
    void finish(const std::optional<Error>& error);
    void show(qint64 done, qint64 total);
    [[nodiscard]] QString wordsFor(const Error& error) const;
    template <class T, class F>
    void await(const Async<T>& step, F next);

    UploadApi& m_api;
    AccountStore& m_store;
    StagedFiles& m_staged;
    OutboxRow m_row;
    UploadProgress m_progress;
    qsizetype m_index = 0;
    int m_asked = 0;
    std::unique_ptr<Timer> m_timer;
    std::function<void()> m_abort;
};

} // namespace skein
