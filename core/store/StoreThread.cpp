// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/StoreThread.h"

#include "core/base/Logging.h"

namespace skein {

StoreThread::StoreThread(const QString& file) : m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    post([this, file] {
        try {
            m_database = std::make_unique<Database>(file);
        } catch (const StorageError& error) {
            m_openError = QString::fromStdString(error.what());
            qCCritical(logStore) << "the database could not be opened";
        }
    });
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

std::unexpected<Error> StoreThread::failure(const StorageError& error)
{
    qCWarning(logStore) << "the database refused";
    return std::unexpected(
        Error{.kind = ErrorKind::Storage, .detail = QString::fromUtf8(error.what())});
}

void StoreThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

} // namespace skein
