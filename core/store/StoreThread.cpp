// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/StoreThread.h"

#include "core/base/Logging.h"

namespace skein {

StoreThread::StoreThread(const QString& file, Report report)
    : m_file(file)
    , m_report(std::move(report))
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    post([this] { open(); });
}

StoreThread::~StoreThread()
{
    post([this] {
        m_database.reset();
        m_worker->deleteLater();
        m_thread.quit();
    });
    m_thread.wait();
}

Async<bool> StoreThread::tryAgain()
{
    post([this] { open(); });
    return run([this](Database& database) {
        database.tryWriting();
        m_told.clear();
        return true;
    });
}

void StoreThread::open()
{
    m_database.reset();
    try {
        m_database = std::make_unique<Database>(m_file);
    } catch (const StorageError& error) {
        m_openError = error;
        qCWarning(logStore) << "the database could not be opened";
    }
}

std::unexpected<Error> StoreThread::failure(const StorageError& error)
{
    qCWarning(logStore) << "the database refused";
    if (m_database && error.trouble() == StorageTrouble::Damaged)
        m_database->suspect();
    const bool isNews
        = error.trouble() != StorageTrouble::None && !m_told.contains(error.trouble());
    if (m_report && isNews) {
        m_told.append(error.trouble());
        m_report(error.trouble());
    }
    return std::unexpected(
        Error{.kind = ErrorKind::Storage, .detail = QString::fromUtf8(error.what())});
}

void StoreThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

} // namespace skein
