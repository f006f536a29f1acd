// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/MediaFolder.h"

#include "core/base/Background.h"
#include "core/base/Logging.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

// A file holds this, the hash of the address and the bytes, and the bytes.
constexpr char mediaMark[] = "Skein media 1\n";
constexpr qint64 hashSize = 32;

QByteArray sealOf(const QUrl& url, const QByteArray& bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(url.toEncoded());
    hash.addData("\n");
    hash.addData(bytes);
    return hash.result();
}

QString mediaFileName(const QUrl& url)
{
    const auto hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex()) + ".media"_L1;
}

std::unexpected<Error> noMedia(ErrorKind kind) { return std::unexpected(Error{kind, 0, {}, {}}); }

} // namespace

/// The folder itself, as its thread knows it.
class MediaFolder::Files {
public:
    Files(const QString& path, qint64 limit) : m_folder(path), m_limit(limit) { }

    Result<QByteArray> read(const QUrl& url);
    Result<qint64> write(const QUrl& url, const QByteArray& bytes);
    Result<qint64> remove(const QString& name);
    Result<qint64> clear();

private:
    struct Entry {
        qint64 size = 0;
        qint64 used = 0; ///< ms; only compared
    };

    void scan();
    void trim();
    [[nodiscard]] qint64 nextUse();
    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder.filePath(name); }

    QDir m_folder;
    qint64 m_limit;
    qint64 m_total = 0;
    qint64 m_lastUse = 0;
    bool m_scanned = false;
    QHash<QString, Entry> m_entries;
};

void MediaFolder::Files::scan()
{
    if (std::exchange(m_scanned, true))
        return;
    m_folder.mkpath(u"."_s);
    static const QRegularExpression ours(u"^[0-9a-f]{64}\\.media(\\.[A-Za-z0-9]{6})?$"_s);
    for (const QFileInfo& info : m_folder.entryInfoList(QDir::Files | QDir::Hidden)) {
        const auto match = ours.match(info.fileName());
        if (!match.hasMatch() || info.isSymLink())
            continue;
        if (match.hasCaptured(1)) { // left behind in the middle of a write
            m_folder.remove(info.fileName());
            continue;
        }
        const qint64 used = info.lastModified().toMSecsSinceEpoch();
        m_entries[info.fileName()] = {info.size(), used};
        m_total += info.size();
        m_lastUse = std::max(m_lastUse, used);
    }
    trim();
}

/// Times of use only ever grow, whatever the wall clock does.
qint64 MediaFolder::Files::nextUse()
{
    m_lastUse = std::max(m_lastUse + 1, QDateTime::currentMSecsSinceEpoch());
    return m_lastUse;
}

Result<QByteArray> MediaFolder::Files::read(const QUrl& url)
{
    scan();
    const QString name = mediaFileName(url);
    const auto entry = m_entries.find(name);
    if (entry == m_entries.end())
        return noMedia(ErrorKind::NotFound);
    QFile file(pathOf(name));
    const qint64 head = qint64(sizeof(mediaMark)) - 1 + hashSize;
    QByteArray seal;
    QByteArray bytes;
    if (file.size() == entry->size && file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        seal = file.read(head);
        bytes = file.readAll();
    }
    if (seal != mediaMark + sealOf(url, bytes)) {
        file.close(); // an open one cannot be removed everywhere
        (void)remove(name);
        return noMedia(ErrorKind::NotFound);
    }
    entry->used = nextUse();
    file.setFileTime(
        QDateTime::fromMSecsSinceEpoch(entry->used), QFileDevice::FileModificationTime);
    return bytes;
}

Result<qint64> MediaFolder::Files::write(const QUrl& url, const QByteArray& bytes)
{
    scan();
    const QString name = mediaFileName(url);
    QSaveFile file(pathOf(name));
    const QByteArray head = mediaMark + sealOf(url, bytes);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(head) == head.size() && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        qCInfo(logApp) << "a picture was not kept on disk, file error" << int(file.error());
        return noMedia(ErrorKind::Storage);
    }
    const qint64 size = head.size() + bytes.size();
    m_total += size - m_entries.value(name).size;
    m_entries[name] = {size, nextUse()};
    if (m_total > m_limit)
        trim();
    return m_total;
}

/// Down to nine tenths, so that not every write has to.
void MediaFolder::Files::trim()
{
    if (m_total <= m_limit)
        return;
    QList<std::pair<qint64, QString>> byUse;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        byUse.append({it->used, it.key()});
    std::ranges::sort(byUse);
    for (const auto& [used, name] : byUse) {
        if (m_total <= m_limit / 10 * 9)
            return;
        (void)remove(name);
    }
}

Result<qint64> MediaFolder::Files::remove(const QString& name)
{
    scan();
    m_folder.remove(name);
    m_total -= m_entries.take(name).size;
    return m_total;
}

Result<qint64> MediaFolder::Files::clear()
{
    scan();
    const QStringList names = m_entries.keys();
    for (const QString& name : names)
        (void)remove(name);
    return m_total;
}

MediaFolder::MediaFolder(const QString& path, qint64 limit)
    : m_files(std::make_shared<Files>(path, limit))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setObjectName(u"media"_s);
}

MediaFolder::~MediaFolder() = default; // the pool waits

Async<QByteArray> MediaFolder::read(const QUrl& url)
{
    return inBackground(m_thread, [files = m_files, url] { return files->read(url); });
}

Async<qint64> MediaFolder::write(const QUrl& url, const QByteArray& bytes)
{
    return inBackground(
        m_thread, [files = m_files, url, bytes] { return files->write(url, bytes); });
}

Async<qint64> MediaFolder::remove(const QUrl& url)
{
    return inBackground(
        m_thread, [files = m_files, name = mediaFileName(url)] { return files->remove(name); });
}

Async<qint64> MediaFolder::clear()
{
    return inBackground(m_thread, [files = m_files] { return files->clear(); });
}

} // namespace skein
