// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/StoredPictures.h"

namespace skein {

namespace {

constexpr qint64 viewerMemory = 32 * 1024 * 1024; ///< what is shown may take more

} // namespace

StoredPictures::StoredPictures(MediaCache& cache, Clock& clock, QObject* parent)
    : ViewedPictures(parent)
    , m_cache(cache)
    , m_store(cache, clock, viewerMemory)
{
    connect(&m_store, &PictureStore::changed, this, &ViewedPictures::changed);
    connect(&m_store, &PictureStore::repainted, this, &ViewedPictures::changed);
}

StoredPictures::~StoredPictures() { forgetBeside(); }

void StoredPictures::want(const QUrl& shown, const QList<QUrl>& beside)
{
    forgetBeside();
    for (const QUrl& url : beside)
        m_beside.append(m_cache.get(url)); // foreign ones are refused
    m_store.want({{shown, {}}});
}

Async<QByteArray> StoredPictures::bytes(const QUrl& url)
{
    return m_cache.get(url, MediaCache::Consent::Asked); // a person is looking at it
}

void StoredPictures::forgetBeside()
{
    for (auto& each : m_beside)
        each.cancel();
    m_beside.clear();
}

} // namespace skein
