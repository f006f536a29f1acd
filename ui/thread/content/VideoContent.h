// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A video: its first picture with a sign to play it, which opens it outside.

#include "ui/thread/content/Content.h"

namespace skein {

class VideoContent final : public Content {
public:
    VideoContent(const Attachment& attachment, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] bool reachesEdges() const override { return true; }
    [[nodiscard]] QList<ContentTarget> targets() const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override;

private:
    QUrl m_video;
    QUrl m_preview;
    QSize m_size;
};

} // namespace skein
