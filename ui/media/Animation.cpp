// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/Animation.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"

namespace skein {

Animation::Animation(
    const QByteArray& bytes, QSize wanted, QThreadPool& pool, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
    , m_frames(std::make_shared<PictureFrames>(bytes, wanted))
    , m_due(clock.timer([this] { showWhenDue(); }))
{
    fetch();
}

void Animation::fetch()
{
    const auto step = inBackground(m_pool, [frames = m_frames] { return frames->next(); });
    whenDone(this, step, [this](const Result<PictureFrames::Frame>& next) {
        if (!next)
            return; // it stays as it is
        m_next = *next;
        showWhenDue();
    });
}

void Animation::showWhenDue()
{
    if (m_due->isActive())
        return;
    const auto shown = std::exchange(m_next, std::nullopt);
    if (!shown)
        return;
    m_due->start(shown->delay);
    fetch();
    emit frame(shown->image);
}

} // namespace skein
