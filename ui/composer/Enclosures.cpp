// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/Enclosures.h"

#include "core/base/WhenDone.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QMimeData>
#include <QPromise>
#include <QUrl>

#include <algorithm>
#include <memory>
#include <utility>

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

bool holds(const QList<Enclosure>& enclosures, const QString& name)
{
    return std::ranges::any_of(
        enclosures, [&](const Enclosure& each) { return each.name == name; });
}

Enclosure::Kind kindOf(const OutgoingFile& file)
{
    return file.kind == OutgoingFile::Kind::Image ? Enclosure::Kind::Photo : Enclosure::Kind::File;
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
    showPlace(place);
    emit changed();
}

void Enclosures::showPlace(const QJsonObject& place)
{
    m_all.append({.id = ++m_lastId,
        .kind = Enclosure::Kind::Place,
        .name = place.value(u"name"_s).toString(),
        .place = place});
}

void Enclosures::show(const OutgoingContent& draft)
{
    m_all.removeIf([](const Enclosure& each) { return each.isReady(); });
    const QList<Enclosure> busy = std::exchange(m_all, {});
    for (const OutgoingFile& file : draft.files) {
        const bool isComing = !hasCopy(file) && (isBeingRead(file.name) || holds(busy, file.name));
        if (!isComing)
            showFile(file);
    }
    for (const QJsonValue& attachment : draft.attachments) {
        if (attachment.toObject().value(u"type"_s) == u"location"_s)
            showPlace(attachment.toObject());
    }
    m_all.append(busy);
    emit changed();
}

void Enclosures::showFile(const OutgoingFile& file)
{
    const int id = ++m_lastId;
    m_all.append({.id = id, .kind = kindOf(file), .name = file.name, .file = file});
    if (!m_keeper.pathOf)
        return;
    const auto look = [file, path = m_keeper.pathOf(file)] { return takeCopy(file, path); };
    read(look, [this, id](const Taken& copy) {
        Enclosure* shown = find(id);
        if (!shown)
            return;
        if (!copy)
            return drop(id, copy.error());
        shown->thumbnail = copy->thumbnail;
        emit changed();
    });
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

    read(std::move(work), [this, id](const Taken& taken) { finish(id, taken); });
}

void Enclosures::read(std::function<Taken()> work, std::function<void(const Taken&)> next)
{
    auto promise = std::make_shared<QPromise<Taken>>();
    promise->start();
    auto* watcher = new QFutureWatcher<Taken>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, next = std::move(next)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            next(watcher->result());
    });
    watcher->setFuture(promise->future());
    m_reader.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

void Enclosures::finish(int id, const Taken& taken)
{
    if (!find(id) && !m_left.contains(id))
        return; // removed meanwhile
    if (!taken)
        return drop(id, taken.error());
    if (!m_keeper.keep)
        return keep(id, taken->file, taken->thumbnail);
    whenDone(this, m_keeper.keep(*taken),
        [this, id, thumbnail = taken->thumbnail](
            const Result<OutgoingFile>& file) { keep(id, file, thumbnail); });
}

void Enclosures::keep(int id, const Result<OutgoingFile>& file, const QImage& thumbnail)
{
    if (!file)
        return drop(id, file.error().detail);
    if (Enclosure* ready = find(id)) {
        ready->kind = kindOf(*file);
        ready->file = *file;
        ready->thumbnail = thumbnail;
        emit changed();
    } else if (const auto late = m_left.take(id).late) {
        late(*file);
    } else if (m_keeper.discard) {
        m_keeper.discard(*file);
    }
}

void Enclosures::drop(int id, const QString& sentence)
{
    m_left.remove(id);
    const bool wasShown = m_all.removeIf([id](const Enclosure& each) { return each.id == id; }) > 0;
    emit refused(sentence);
    if (wasShown)
        emit changed();
}

Enclosure* Enclosures::find(int id)
{
    const auto found = std::ranges::find(m_all, id, &Enclosure::id);
    return found == m_all.end() ? nullptr : &*found;
}

bool Enclosures::isBeingRead(const QString& name) const
{
    return std::ranges::any_of(m_left, [&](const Left& each) { return each.name == name; });
}

void Enclosures::remove(int id)
{
    const Enclosure* found = find(id);
    if (!found)
        return;
    const OutgoingFile file = found->file;
    m_all.removeIf([id](const Enclosure& each) { return each.id == id; });
    emit changed();
    if (!file.staged.isEmpty() && m_keeper.discard)
        m_keeper.discard(file);
}

void Enclosures::clear()
{
    if (m_all.isEmpty())
        return;
    m_all.clear();
    emit changed();
}

void Enclosures::leave(const std::function<void(const OutgoingFile&)>& late)
{
    for (const Enclosure& each : m_all) {
        if (!each.isReady())
            m_left.insert(each.id, {each.name, late});
    }
    clear();
}

void Enclosures::setProgress(int id, std::optional<qreal> fraction)
{
    Enclosure* found = find(id);
    if (!found)
        return;
    found->progress = fraction ? std::optional(std::clamp(*fraction, 0.0, 1.0)) : std::nullopt;
    emit changed();
}

bool Enclosures::isBusy() const { return !std::ranges::all_of(m_all, &Enclosure::isReady); }

QList<OutgoingFile> Enclosures::files() const
{
    QList<OutgoingFile> files;
    for (const Enclosure& each : m_all) {
        if (each.kind == Enclosure::Kind::Photo || each.kind == Enclosure::Kind::File)
            files.append(each.file);
    }
    return files;
}

QList<OutgoingFile> Enclosures::draftFiles() const
{
    QList<OutgoingFile> files;
    for (const Enclosure& each : m_all) {
        if (!each.isReady())
            files.append({.kind = OutgoingFile::Kind::File, .name = each.name});
        else if (each.kind != Enclosure::Kind::Place)
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
