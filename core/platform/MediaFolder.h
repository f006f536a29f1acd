// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes of pictures on disk, by the address they were asked for under: a folder that never grows
// much over its limit, where what was least recently used goes first. Files are written whole or
// not at all; damaged ones are taken for absent, foreign ones are left alone. All work is done, in
// order, on a thread of its own. Made and destroyed on the main thread.

#include "core/base/Async.h"

#include <QByteArray>
#include <QThreadPool>
#include <QUrl>

#include <memory>

namespace skein {

class MediaFolder {
public:
    static constexpr qint64 defaultLimit = 200 * 1024 * 1024;

    /// `path` need not exist yet.
    explicit MediaFolder(const QString& path, qint64 limit = defaultLimit);
    ~MediaFolder(); ///< what was given to write is written
    MediaFolder(const MediaFolder&) = delete;
    MediaFolder& operator=(const MediaFolder&) = delete;

    /// NotFound when it is not here, or not as it was written.
    [[nodiscard]] Async<QByteArray> read(const QUrl& url);
    /// The number of bytes that all take then; Storage when the disk refused.
    Async<qint64> write(const QUrl& url, const QByteArray& bytes);
    Async<qint64> remove(const QUrl& url);
    Async<qint64> clear();

private:
    class Files;

    QThreadPool m_thread; ///< one
    std::shared_ptr<Files> m_files; ///< touched on the thread alone
};

} // namespace skein
