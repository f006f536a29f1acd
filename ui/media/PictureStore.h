// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures in memory, ready to paint: fetched through the MediaCache, decoded in the background in
// the size in which they are shown, animated while they are visible. What is not visible goes, the
// longest unseen first, when memory is full. Main thread.

#include "core/base/Clock.h"
#include "core/sync/MediaCache.h"
#include "ui/media/PictureReader.h"
#include "ui/thread/content/ContentSource.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace skein {

class Animation;

class PictureStore final : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 defaultMemory = 64 * 1024 * 1024;
    static constexpr int mostAnimations = 12; ///< at a time; more stand still

    struct Wish {
        QUrl url;
        QSize size; ///< device pixels to cover; empty: as it is
        bool asked = false; ///< whatever its host; else a person must load() foreign ones

        bool operator==(const Wish&) const = default;
    };

    /// Copies of what waits to be sent: of all files only these are ever read.
    struct OwnFiles {
        std::function<bool(const QUrl&)> has;
        std::function<Async<QByteArray>(const QUrl&)> read;
    };

    PictureStore(
        MediaCache& cache, Clock& clock, qint64 memory = defaultMemory, QObject* parent = nullptr);
    ~PictureStore() override;

    void setOwnFiles(const OwnFiles& own) { m_own = own; }

    [[nodiscard]] Picture picture(const QUrl& url) const;
    /// What is visible now, in whole: fetches what is absent, tries again what failed, lets go of
    /// what is no longer wanted. Cheap when nothing changed.
    void want(const QList<Wish>& visible);
    /// A person asked for it: a foreign or failed one.
    void load(const QUrl& url);
    /// Whether what moves does so unasked; else its first frame stands.
    void setPlays(bool plays);
    /// A person asked for it: this one moves as long as it is visible.
    void play(const QUrl& url);
    /// Bytes that all pictures take now.
    [[nodiscard]] qint64 memory() const;

signals:
    void changed(const QUrl& url); ///< its state is another
    void repainted(const QUrl& url); ///< another frame, or a sharper one

private:
    struct Entry;

    void begin(const Wish& wish);
    void decode(const QUrl& url, const QUrl& from, const QByteArray& bytes);
    void take(const QUrl& url, const DecodedPicture& picture, const QByteArray& bytes);
    void fail(const QUrl& url);
    void letGo(const QUrl& url);
    void animate();
    void makeRoom();
    void tryFailedAgain();
    [[nodiscard]] bool isOwn(const QUrl& url) const { return m_own.has && m_own.has(url); }
    [[nodiscard]] bool mayLoad(const Wish& wish) const;
    [[nodiscard]] bool isVisible(const QUrl& url) const { return m_visible.contains(url); }
    [[nodiscard]] bool mayMove(const QUrl& url) const { return m_plays || m_played.contains(url); }
    [[nodiscard]] static bool isTooSmall(const Entry& entry, QSize wanted);

    MediaCache& m_cache;
    Clock& m_clock;
    const qint64 m_memory;
    OwnFiles m_own;
    QThreadPool m_pool;
    QHash<QUrl, std::shared_ptr<Entry>> m_entries;
    QList<Wish> m_wishes; ///< as last wanted
    QHash<QUrl, Wish> m_visible;
    QSet<QUrl> m_asked; ///< by a person
    QSet<QUrl> m_played; ///< by a person
    bool m_plays = true;
    quint64 m_turn = 0;
    std::unique_ptr<Timer> m_retry;
};

} // namespace skein
