// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The viewer's pictures from the MediaCache: one at a time in memory, whole, for as long as this
// lives; those beside it only come to disk. Main thread.

#include "ui/media/PictureStore.h"
#include "ui/media/ViewedPictures.h"

namespace skein {

class StoredPictures final : public ViewedPictures {
    Q_OBJECT
public:
    StoredPictures(MediaCache& cache, Clock& clock, QObject* parent = nullptr);
    ~StoredPictures() override;

    [[nodiscard]] Picture picture(const QUrl& url) const override { return m_store.picture(url); }
    void want(const QUrl& shown, const QList<QUrl>& beside) override;
    void load(const QUrl& url) override { m_store.load(url); }
    void play(const QUrl& url) override { m_store.play(url); }
    void setPlays(bool plays) { m_store.setPlays(plays); }
    [[nodiscard]] Async<QByteArray> bytes(const QUrl& url) override;

private:
    void forgetBeside();

    MediaCache& m_cache;
    PictureStore m_store;
    QList<Async<QByteArray>> m_beside;
};

} // namespace skein
