// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one thread that touches the database. Work is queued in order; what was queued before
// destruction is still done. Made and destroyed on the main thread.

#include "core/base/Async.h"
#include "core/base/Trace.h"
#include "core/store/Database.h"

#include <QThread>

#include <functional>

namespace skein {

class StoreThread {
public:
    /// Told on the store's thread, once, of what means more than one refused statement; again after
    /// tryAgain() has found all well.
    using Report = std::function<void(StorageTrouble)>;

    /// Opens `file` on the thread; if that fails every run() answers with a Storage error.
    explicit StoreThread(const QString& file, Report report = {});
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    /// Runs `work(Database&)` on the thread; StorageError becomes ErrorKind::Storage.
    template <class F>
    auto run(F work)
    {
        using T = std::invoke_result_t<F&, Database&>;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        post([this, promise, work = std::move(work)]() mutable {
            promise->addResult(guarded<T>(work));
            promise->finish();
        });
        return future;
    }

    /// Opens the file anew and writes something to it; true when all is well (again).
    [[nodiscard]] Async<bool> tryAgain();

    /// Where a damaged file was set aside when this one was opened; "" for none.
    [[nodiscard]] Async<QString> quarantined()
    {
        return run([](Database& database) { return QString(database.quarantined()); });
    }

private:
    template <class T, class F>
    Result<T> guarded(F& work)
    {
        const trace::Span span("store");
        try {
            if (!m_database)
                throw m_openError;
            return work(*m_database);
        } catch (const StorageError& error) {
            return failure(error);
        }
    }
    [[nodiscard]] std::unexpected<Error> failure(const StorageError& error);
    void open();
    void post(std::function<void()> job);

    const QString m_file;
    const Report m_report;
    QThread m_thread;
    QObject* m_worker;
    std::unique_ptr<Database> m_database;
    StorageError m_openError{"not opened yet"};
    QList<StorageTrouble> m_told;
};

} // namespace skein
