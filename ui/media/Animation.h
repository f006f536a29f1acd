// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One picture that moves, while it exists: each frame is decoded in the background while the one
// before is shown. Two frames are in memory at most. Main thread.

#include "core/base/Clock.h"
#include "ui/media/PictureReader.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

namespace skein {

class Animation final : public QObject {
    Q_OBJECT
public:
    Animation(const QByteArray& bytes, QSize wanted, QThreadPool& pool, Clock& clock,
        QObject* parent = nullptr);

signals:
    void frame(const QImage& image);

private:
    void fetch();
    void showWhenDue();

    QThreadPool& m_pool;
    std::shared_ptr<PictureFrames> m_frames; ///< touched by one piece of work at a time
    std::optional<PictureFrames::Frame> m_next;
    std::unique_ptr<Timer> m_due;
};

} // namespace skein
