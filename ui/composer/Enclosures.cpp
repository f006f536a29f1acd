// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/Enclosures.h"

#include "ui/media/ImagePreparation.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QMimeData>
#include <QPromise>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

/// The formats that lose something on the way through QImage: movement, quality.
QByteArray imageBytes(const QMimeData& data)
{
    for (const QString& type : {u"image/gif"_s, u"image/webp"_s, u"image/png"_s, u"image/jpeg"_s}) {
        if (data.hasFormat(type))
            return data.data(type);
    }
    return {};
}

QImage thumbnailOfFile(const ComposedFile& file)
{
    const auto image = prepareImage(file.bytes);
    return image ? image->thumbnail : QImage();
}

} // namespace

Enclosures::Enclosures(QObject* parent) : QObject(parent) { m_reader.setMaxThreadCount(1); }

Enclosures::~Enclosures()
{
    m_reader.clear();
    m_reader.waitForDone();
}

void Enclosures::addPaths(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (!hasRoom())
            return;
        take(QFileInfo(path).fileName(), [path] { return takeFile(path); });
    }
}

void Enclosures::addImage(const QImage& image)
{
    if (hasRoom())
        take(tr("Photo"), [image] { return takeImage(image); });
}

void Enclosures::addPlace(const QJsonObject& place)
{
    if (!hasRoom())
        return;
    m_all.append({.id = ++m_lastId,
        .kind = Enclosure::Kind::Place,
        .name = place.value(u"name"_s).toString(),
        .place = place});
    emit changed();
}

void Enclosures::addFiles(const QList<ComposedFile>& files)
{
    for (const ComposedFile& file : files) {
        if (!hasRoom())
            return;
        take(file.name, [file]() -> Taken {
            const bool isImage = file.kind == ComposedFile::Image;
            return TakenFile{file, isImage ? thumbnailOfFile(file) : QImage()};
        });
    }
}

bool Enclosures::canAdd(const QMimeData& data)
{
    return !localPaths(data).isEmpty()
        || (!data.hasText() && (data.hasImage() || !imageBytes(data).isEmpty()));
}

void Enclosures::addFrom(const QMimeData& data)
{
    const QStringList paths = localPaths(data);
    if (!paths.isEmpty())
        return addPaths(paths);
    const QByteArray bytes = imageBytes(data);
    if (bytes.isEmpty())
        return addImage(data.imageData().value<QImage>());
    if (hasRoom())
        take(tr("Photo"), [bytes] { return takeBytes(bytes); });
}

bool Enclosures::hasRoom()
{
    if (m_all.size() < most)
        return true;
    emit refused(tr("One message takes at most %1 attachments.").arg(most));
    return false;
}

void Enclosures::take(const QString& name, std::function<Taken()> work)
{
    const int id = ++m_lastId;
    m_all.append({.id = id, .name = name});
    emit changed();

    auto promise = std::make_shared<QPromise<Taken>>();
    promise->start();
    auto* watcher = new QFutureWatcher<Taken>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            finish(id, watcher->result());
    });
    watcher->setFuture(promise->future());
    m_reader.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

void Enclosures::finish(int id, const Taken& taken)
{
    const auto found = std::ranges::find(m_all, id, &Enclosure::id);
    if (found == m_all.end())
        return; // removed meanwhile
    if (taken) {
        found->kind = taken->file.kind == ComposedFile::Image ? Enclosure::Kind::Photo
                                                              : Enclosure::Kind::File;
        found->file = taken->file;
        found->thumbnail = taken->thumbnail;
    } else {
        m_all.erase(found);
    }
    if (!taken)
        emit refused(taken.error());
    emit changed();
}

void Enclosures::remove(int id)
{
    if (m_all.removeIf([id](const Enclosure& each) { return each.id == id; }) > 0)
        emit changed();
}

void Enclosures::clear()
{
    if (m_all.isEmpty())
        return;
    m_all.clear();
    emit changed();
}

void Enclosures::setProgress(int id, std::optional<qreal> fraction)
{
    const auto found = std::ranges::find(m_all, id, &Enclosure::id);
    if (found == m_all.end())
        return;
    found->progress = fraction ? std::optional(std::clamp(*fraction, 0.0, 1.0)) : std::nullopt;
    emit changed();
}

bool Enclosures::isBusy() const { return !std::ranges::all_of(m_all, &Enclosure::isReady); }

QList<ComposedFile> Enclosures::files() const
{
    QList<ComposedFile> files;
    for (const Enclosure& each : m_all) {
        if (each.kind == Enclosure::Kind::Photo || each.kind == Enclosure::Kind::File)
            files.append(each.file);
    }
    return files;
}

QJsonArray Enclosures::places() const
{
    QJsonArray places;
    for (const Enclosure& each : m_all) {
        if (each.kind == Enclosure::Kind::Place)
            places.append(each.place);
    }
    return places;
}

} // namespace skein
