// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int patience = 1000; // ms

/// Local socket names are short and shared by all programs: the profile's path as a digest.
QString socketName(const QString& profile)
{
    const auto digest
        = QCryptographicHash::hash(QDir(profile).absolutePath().toUtf8(), QCryptographicHash::Sha1);
    return u"skein-"_s + QString::fromLatin1(digest.toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString& profile, QObject* parent)
    : QObject(parent)
    , m_name(socketName(profile))
    , m_lock(QDir(profile).filePath(u"skein.lock"_s))
{
    QDir().mkpath(profile);
    m_lock.setStaleLockTime(0); // stale when its owner is gone, however old it is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection())
            caller->deleteLater();
        emit raiseRequested();
    });
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0)) {
        QLocalSocket first;
        first.connectToServer(m_name);
        const bool isThere = first.waitForConnected(patience);
        // Where no lock can be made (a full disk, a read-only folder) only its answer tells.
        if (isThere || m_lock.error() == QLockFile::LockFailedError)
            return false;
    }
    QLocalServer::removeServer(m_name); // left by a crash
    m_server.listen(m_name);
    return true;
}

} // namespace skein
