// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Avatars' pictures from the MediaCache: fetched in the turn after somebody painted one, decoded
// and cut to their shape in the background, kept as long as there is room. Who was painted last
// comes first; of too many the longest unpainted are given up until they are painted again. Main
// thread.

#include "core/sync/MediaCache.h"
#include "ui/theme/AvatarSource.h"

#include <QCache>
#include <QPointer>
#include <QThreadPool>

namespace skein {

class AvatarPictures final : public AvatarSource {
    Q_OBJECT
public:
    static constexpr qsizetype mostMemory = 8 * 1024 * 1024; ///< bytes
    static constexpr qsizetype mostAwaited = 100;

    AvatarPictures(MediaCache& cache, QWidget& served);
    ~AvatarPictures() override;

    [[nodiscard]] QImage picture(const Face& face, int side, QWidget& asks) override;
    [[nodiscard]] Async<QImage> kept(const Face& face, int side) override;
    /// Something that was painted is on its way.
    [[nodiscard]] bool isBusy() const { return !m_awaited.isEmpty(); }
    /// Bytes that all of them take.
    [[nodiscard]] qsizetype memory() const { return m_ready.totalCost(); }

private:
    struct Key {
        QString told; ///< its address as it was told: nothing is parsed while somebody paints
        int side = 0;
        AvatarShape shape = AvatarShape::Round;

        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.told, key.side, int(key.shape));
        }
    };
    struct Awaited {
        Async<QByteArray> bytes = {};
        Async<QImage> image = {};
        QList<QPointer<QWidget>> by = {};
        quint64 turn = 0; ///< in which it was last asked for

        [[nodiscard]] bool hasBegun() const { return bytes.isValid(); }
    };

    void await(const Key& key, QWidget& asks);
    void beginAll();
    void begin(const Key& key);
    void giveUpOldest();
    void giveUp(const Key& key);
    void draw(const Key& key, const QByteArray& bytes);
    void take(const Key& key, const Result<QImage>& image);

    MediaCache& m_cache;
    QThreadPool m_pool;
    QCache<Key, QImage> m_ready;
    QHash<Key, Awaited> m_awaited;
    quint64 m_turn = 0;
    bool m_isBeginning = false;
};

} // namespace skein
