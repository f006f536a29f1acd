// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/StagedFiles.h"

#include "core/base/Logging.h"
#include "core/base/WhenDone.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QUuid>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 copyStep = 256 * 1024;

Error unreadable()
{
    return {ErrorKind::NotFound, 0,
        QCoreApplication::translate("StagedFiles", "The file could not be read."), {}};
}

Error unwritable()
{
    return {ErrorKind::Storage, 0,
        QCoreApplication::translate("StagedFiles",
            "The file could not be copied to where Skein keeps it until it is sent."),
        {}};
}

Error tooLarge()
{
    return {ErrorKind::TooLarge, 0,
        QCoreApplication::translate("StagedFiles", "A file can have up to 50 MB."), {}};
}

/// QSaveFile brings the bytes to the disk before it gives them their name.
Result<OutgoingFile> writeCopy(const QString& path, QIODevice& source, OutgoingFile facts)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile copy(path);
    if (!copy.open(QIODevice::WriteOnly))
        return std::unexpected(unwritable());
    facts.size = 0;
    while (!source.atEnd()) {
        const QByteArray part = source.read(copyStep);
        if (part.isEmpty())
            return std::unexpected(unreadable());
        facts.size += part.size();
        if (facts.size > StagedFiles::maxSize)
            return std::unexpected(tooLarge());
        if (copy.write(part) != part.size())
            return std::unexpected(unwritable());
    }
    if (!copy.commit())
        return std::unexpected(unwritable());
    return facts;
}

/// As GroupMe names pictures, so that the name tells the size (core/types/ImageUrl.h).
QString nameFor(const OutgoingFile& facts)
{
    const QString unique = QUuid::createUuid().toString(QUuid::Id128);
    if (facts.kind == OutgoingFile::Kind::File || facts.pixels.isEmpty())
        return u"file."_s + unique;
    return u"%1x%2.%3.%4"_s.arg(facts.pixels.width())
        .arg(facts.pixels.height())
        .arg(facts.mimeType == "image/gif" ? "gif"_L1 : "image"_L1, unique);
}

} // namespace

StagedFiles::StagedFiles(AccountStore& store, ChangeFeed& feed, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_pool.setMaxThreadCount(1); // so that all happens in order
    connect(&feed, &ChangeFeed::published, this,
        [this](const Changes& changes) { remove(changes.released.values()); });
}

StagedFiles::~StagedFiles() { m_pool.waitForDone(); }

template <class T>
Async<T> StagedFiles::run(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

OutgoingFile StagedFiles::named(OutgoingFile facts)
{
    facts.staged = nameFor(facts);
    m_made.insert(facts.staged);
    return facts;
}

Async<OutgoingFile> StagedFiles::keep(const OutgoingFile& facts, const QByteArray& bytes)
{
    const OutgoingFile file = named(facts);
    return run<OutgoingFile>([file, bytes, to = urlOf(file.staged).toLocalFile()] {
        QBuffer source;
        source.setData(bytes);
        source.open(QIODevice::ReadOnly);
        return writeCopy(to, source, file);
    });
}

Async<OutgoingFile> StagedFiles::copy(const OutgoingFile& facts, const QString& path)
{
    const OutgoingFile file = named(facts);
    return run<OutgoingFile>(
        [file, path, to = urlOf(file.staged).toLocalFile()]() -> Result<OutgoingFile> {
            QFile source(path);
            // Opening a pipe would wait for ever for somebody to write to it.
            if (!QFileInfo(path).isFile() || !source.open(QIODevice::ReadOnly))
                return std::unexpected(unreadable());
            return writeCopy(to, source, file);
        });
}

Async<QByteArray> StagedFiles::read(const QString& staged)
{
    return run<QByteArray>([from = urlOf(staged).toLocalFile()]() -> Result<QByteArray> {
        QFile copy(from);
        if (from.isEmpty() || !copy.open(QIODevice::ReadOnly) || copy.size() > maxSize)
            return std::unexpected(unreadable());
        return copy.readAll();
    });
}

void StagedFiles::discard(const QString& staged) { removeUnreferenced({staged}); }

void StagedFiles::sweep()
{
    const auto listed = run<QStringList>([folder = m_store.outgoingFolder()] {
        return Result<QStringList>(QDir(folder).entryList(QDir::Files | QDir::Hidden));
    });
    whenDone(this, listed, [this](const Result<QStringList>& names) {
        QStringList old = *names;
        old.removeIf([this](const QString& name) { return m_made.contains(name); });
        removeUnreferenced(old);
    });
}

void StagedFiles::removeUnreferenced(const QStringList& names)
{
    if (names.isEmpty())
        return;
    // Without an answer nothing is known to be superfluous.
    const auto read = m_store.read([](Stores& stores) { return stores.files.staged(); });
    whenDone(this, read, [this, names](const Result<QSet<QString>>& kept) {
        if (!kept)
            return;
        QStringList unwanted = names;
        unwanted.removeIf([&](const QString& name) { return kept->contains(name); });
        remove(unwanted);
    });
}

void StagedFiles::remove(const QStringList& names)
{
    if (names.isEmpty())
        return;
    QStringList paths;
    for (const QString& name : names)
        paths.append(urlOf(name).toLocalFile());
    m_pool.start([paths] {
        for (const QString& path : paths) {
            if (!path.isEmpty() && !QFile::remove(path))
                qCInfo(logStore) << "a staged file could not be removed";
        }
    });
}

QString StagedFiles::nameOf(const QUrl& url) const
{
    const QString name = url.fileName();
    const bool isOurs = url.isLocalFile() && urlOf(name).toLocalFile() == url.toLocalFile();
    return isOurs ? name : QString();
}

QUrl StagedFiles::urlOf(const QString& staged) const
{
    return stagedUrl(m_store.outgoingFolder(), staged);
}

} // namespace skein
