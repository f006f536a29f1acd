// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/AvatarPictures.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"
#include "core/types/ImageUrl.h"
#include "ui/media/PictureReader.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace skein {

namespace {

/// The middle of it, in the avatar's shape.
Result<QImage> avatarFrom(const QByteArray& bytes, int side, AvatarShape shape)
{
    const auto decoded = decodePicture(bytes, {side, side});
    if (!decoded)
        return std::unexpected(decoded.error());
    const QImage& whole = decoded->image;
    const int edge = std::min(whole.width(), whole.height());
    const QRect middle((whole.width() - edge) / 2, (whole.height() - edge) / 2, edge, edge);
    QImage cut(side, side, QImage::Format_ARGB32_Premultiplied);
    cut.fill(Qt::transparent);
    QPainter painter(&cut);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillPath(avatarOutline(cut.rect(), shape), Qt::white); // behind what is transparent
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    painter.drawImage(cut.rect(), whole, middle);
    painter.end();
    return cut;
}

} // namespace

AvatarPictures::AvatarPictures(MediaCache& cache, QWidget& served)
    : AvatarSource(served)
    , m_cache(cache)
    , m_ready(mostMemory)
{
    m_pool.setMaxThreadCount(1);
}

AvatarPictures::~AvatarPictures()
{
    for (const Key& key : m_awaited.keys())
        giveUp(key);
    m_pool.clear();
}

QImage AvatarPictures::picture(const Face& face, int side, QWidget& asks)
{
    const Key key{face.picture, side, face.shape};
    if (const QImage* ready = m_ready.object(key))
        return *ready;
    await(key, asks);
    return {};
}

Async<QImage> AvatarPictures::kept(const Face& face, int side)
{
    return andThen(this, m_cache.kept(avatarAddress(face.picture)),
        [this, side, shape = face.shape](const QByteArray& bytes) {
            return inBackground(
                m_pool, [bytes, side, shape] { return avatarFrom(bytes, side, shape); });
        });
}

void AvatarPictures::await(const Key& key, QWidget& asks)
{
    if (!m_awaited.contains(key)) {
        const QUrl url = avatarAddress(key.told);
        if (url.isEmpty() || key.side <= 0 || !m_cache.mayTry(url))
            return;
    }
    Awaited& awaited = m_awaited[key];
    awaited.turn = ++m_turn;
    if (!awaited.by.contains(&asks))
        awaited.by.append(&asks);
    if (awaited.hasBegun() || std::exchange(m_isBeginning, true))
        return;
    // Nothing is begun while somebody paints.
    QMetaObject::invokeMethod(this, &AvatarPictures::beginAll, Qt::QueuedConnection);
}

void AvatarPictures::beginAll()
{
    m_isBeginning = false;
    while (m_awaited.size() > mostAwaited)
        giveUpOldest();
    for (const Key& key : m_awaited.keys()) {
        if (!m_awaited[key].hasBegun())
            begin(key);
    }
}

void AvatarPictures::begin(const Key& key)
{
    const auto bytes = m_cache.get(avatarAddress(key.told));
    m_awaited[key].bytes = bytes;
    whenDone(this, bytes, [this, key](const Result<QByteArray>& found) {
        if (found)
            draw(key, *found);
        else
            m_awaited.remove(key); // initials stay; who paints it later asks again
    });
}

void AvatarPictures::draw(const Key& key, const QByteArray& bytes)
{
    const auto awaited = m_awaited.find(key);
    if (awaited == m_awaited.end())
        return;
    const auto image = inBackground(m_pool,
        [bytes, side = key.side, shape = key.shape] { return avatarFrom(bytes, side, shape); });
    awaited->image = image;
    whenDone(this, image, [this, key](const Result<QImage>& cut) { take(key, cut); });
}

void AvatarPictures::take(const Key& key, const Result<QImage>& image)
{
    const Awaited awaited = m_awaited.take(key);
    if (!image) {
        m_cache.refuse(avatarAddress(key.told));
        return;
    }
    m_ready.insert(key, new QImage(*image), image->sizeInBytes());
    for (const auto& widget : awaited.by) {
        if (widget)
            widget->update();
    }
}

void AvatarPictures::giveUpOldest()
{
    const auto oldest = std::min_element(m_awaited.cbegin(), m_awaited.cend(),
        [](const Awaited& a, const Awaited& b) { return a.turn < b.turn; });
    giveUp(oldest.key());
}

void AvatarPictures::giveUp(const Key& key)
{
    Awaited awaited = m_awaited.take(key);
    awaited.bytes.cancel();
    awaited.image.cancel();
}

} // namespace skein
