// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoMedia.h"

#include <QCryptographicHash>
#include <QMutexLocker>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr auto https = "https://"_L1;

QString addressOf(const QString& url) { return url.mid(https.size()); }

QString pictureUrl(QSize size, const QByteArray& format, const QString& token)
{
    return u"https://i.groupme.com/%1x%2.%3.%4"_s.arg(size.width())
        .arg(size.height())
        .arg(QString::fromLatin1(format), token);
}

} // namespace

QString DemoMedia::freshToken(const QByteArray& source)
{
    const QByteArray salted = source + ' ' + QByteArray::number(++m_serial);
    return QString::fromLatin1(QCryptographicHash::hash(salted, QCryptographicHash::Md5).toHex());
}

QString DemoMedia::addPicture(const QByteArray& bytes, const QByteArray& format, QSize size)
{
    const QMutexLocker lock(&m_mutex);
    const QString url = pictureUrl(size, format, freshToken(bytes));
    m_blobs.insert(addressOf(url), {bytes, "image/" + format});
    return url;
}

QString DemoMedia::addScene(const DemoScene& scene)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray recipe = "scene " + QByteArray::number(scene.seed);
    const QString url = pictureUrl(scene.size, demo::formatOf(scene), freshToken(recipe));
    m_scenes.insert(addressOf(url), scene);
    return url;
}

void DemoMedia::dropVersions(const QString& url)
{
    const QMutexLocker lock(&m_mutex);
    m_withoutVersions.insert(addressOf(url));
}

void DemoMedia::addBlob(const QString& url, const Blob& blob)
{
    const QMutexLocker lock(&m_mutex);
    m_blobs.insert(addressOf(url), blob);
}

void DemoMedia::addDrawnBlob(const QString& url, const DemoScene& scene)
{
    const QMutexLocker lock(&m_mutex);
    m_scenes.insert(addressOf(url), scene);
}

bool DemoMedia::hasPicture(const QString& url) const
{
    const QMutexLocker lock(&m_mutex);
    const QString address = addressOf(url);
    return url.startsWith("https://i.groupme.com/"_L1)
        && (m_blobs.contains(address) || m_scenes.contains(address));
}

/// Draws what is not drawn yet, outside the lock: it takes a while, and drawing twice does no harm.
std::optional<DemoMedia::Blob> DemoMedia::wholeAt(const QString& address, bool forVersion)
{
    QMutexLocker lock(&m_mutex);
    if (forVersion && m_withoutVersions.contains(address))
        return std::nullopt;
    const auto known = m_blobs.constFind(address);
    if (known != m_blobs.cend())
        return *known;
    const auto scene = m_scenes.constFind(address);
    if (scene == m_scenes.cend())
        return std::nullopt;
    const DemoScene wanted = *scene;
    lock.unlock();
    Blob made{demo::drawn(wanted), "image/" + demo::formatOf(wanted)};
    lock.relock();
    m_blobs.insert(address, made);
    return made;
}

std::optional<DemoMedia::Blob> DemoMedia::blob(const QString& address, Version version)
{
    const auto found = wholeAt(address, version != Version::Whole);
    if (!found)
        return std::nullopt;
    const Blob& whole = *found;
    if (version == Version::Whole)
        return whole;
    const QByteArray smaller = version == Version::Large ? demo::fitted(whole.bytes, 960)
        : version == Version::Preview                    ? demo::cropped(whole.bytes, 200)
                                                         : demo::cropped(whole.bytes, 60);
    return smaller.isEmpty() ? std::nullopt : std::optional(Blob{smaller, "image/jpeg"});
}

QString DemoMedia::keep(File file)
{
    if (file.id.isEmpty()) {
        const QString token = freshToken(file.name.toUtf8());
        file.id = u"%1-%2-4%3-a%4-%5"_s.arg(token.mid(0, 8), token.mid(8, 4), token.mid(12, 3),
            token.mid(15, 3), token.mid(18, 12));
    }
    const QString id = file.id;
    m_files.insert(id, file);
    return id;
}

QString DemoMedia::addFile(const File& file)
{
    const QMutexLocker lock(&m_mutex);
    return keep(file);
}

std::optional<DemoMedia::File> DemoMedia::file(const QString& conversation, const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_files.constFind(id);
    if (found == m_files.cend() || found->conversation != conversation)
        return std::nullopt; // files are bound to their conversation (protocol.md F2)
    return *found;
}

QString DemoMedia::beginUpload(const File& file)
{
    const QMutexLocker lock(&m_mutex);
    const QString job = freshToken(file.conversation.toUtf8());
    m_jobs.insert(job, {file, 0});
    return job;
}

void DemoMedia::setQuestionsUntilReady(int questions)
{
    const QMutexLocker lock(&m_mutex);
    m_questionsUntilReady = questions;
}

std::optional<DemoMedia::Upload> DemoMedia::upload(const QString& conversation, const QString& job)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_jobs.find(job);
    if (found == m_jobs.end() || found->file.conversation != conversation)
        return std::nullopt;
    if (++found->questions <= m_questionsUntilReady)
        return Upload{};
    if (found->file.id.isEmpty())
        found->file.id = keep(found->file);
    return Upload{found->file.id};
}

} // namespace skein
