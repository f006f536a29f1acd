// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/SingleInstance.h"

#include "app/platform/Foreground.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int patience = 1000; // ms
const QByteArray showWord = "show";
constexpr qint64 longestWish = 4096;
const char* const permission = "XDG_ACTIVATION_TOKEN"; // where Qt looks for it (Wayland)

/// One for all ways to spell a folder, also where capital letters do not count.
QString spellingOf(const QString& folder)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    return QFileInfo::exists(path.toUpper()) ? path.toCaseFolded() : path;
}

/// Local socket names are short and shared by all programs: the profile's path as a digest.
QString socketName(const QString& profile)
{
    QDir().mkpath(profile);
    const auto digest
        = QCryptographicHash::hash(spellingOf(profile).toUtf8(), QCryptographicHash::Sha1);
    return u"skein-"_s + QString::fromLatin1(digest.toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString& profile, QObject* parent)
    : QObject(parent)
    , m_name(socketName(profile))
    , m_lock(QDir(profile).filePath(u"skein.lock"_s))
{
    m_lock.setStaleLockTime(0); // stale when its owner is gone, however old it is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(*caller); });
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            hear(*caller);
        }
    });
}

void SingleInstance::hear(QLocalSocket& caller)
{
    if (!caller.canReadLine())
        return;
    // The second one hands on the right to come to front, which its start has given it.
    const QByteArrayList words = caller.readLine(longestWish).trimmed().split(' ');
    if (words.first() != showWord)
        return;
    if (words.size() > 1)
        qputenv(permission, words[1]);
    emit raiseRequested();
}

void SingleInstance::letFirstComeToFront() const
{
    qint64 process = 0;
    QString computer;
    QString program;
    if (m_lock.getLockInfo(&process, &computer, &program))
        letComeToFront(process);
}

bool SingleInstance::claim(Wish wish)
{
    if (!m_lock.tryLock(0)) {
        QLocalSocket first;
        first.connectToServer(m_name);
        const bool isThere = first.waitForConnected(patience);
        if (isThere && wish == Wish::Show) {
            letFirstComeToFront();
            first.write((showWord + ' ' + qgetenv(permission)).trimmed() + '\n');
            first.waitForBytesWritten(patience);
        }
        // Where no lock can be made (a full disk, a read-only folder) only its answer tells.
        if (isThere || m_lock.error() == QLockFile::LockFailedError)
            return false;
    }
    QLocalServer::removeServer(m_name); // left by a crash
    m_server.listen(m_name);
    return true;
}

} // namespace skein
