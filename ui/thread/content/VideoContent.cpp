// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/VideoContent.h"

#include "core/types/ImageUrl.h"
#include "ui/theme/DevicePixels.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/thread/content/PictureContent.h"

#include <QCoreApplication>
#include <QPainter>

namespace skein {

namespace {

constexpr QSize videoBox{300, 200};

QString videoWord(const char* text) { return QCoreApplication::translate("VideoContent", text); }

} // namespace

VideoContent::VideoContent(const Attachment& attachment, const ContentContext& context)
    : m_video(std::get<VideoAttachment>(attachment.content).url)
    , m_preview(std::get<VideoAttachment>(attachment.content).preview)
    , m_size(
          videoBox.scaled({std::min(videoBox.width(), context.width), 1000}, Qt::KeepAspectRatio))
{
}

void VideoContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    const Picture picture = look.source ? look.source->picture(m_preview) : Picture{};
    const QRectF place = onDevicePixels(painter, rect);
    if (picture.state == Picture::State::Ready && !picture.image.isNull()) {
        paintCovering(painter, place, picture.image, 8);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.theme.placeholder());
        painter.drawRoundedRect(place, 8, 8);
    }
    paintPlaySign(painter, rect, look.hovered.has_value());
}

QList<ContentTarget> VideoContent::targets() const
{
    if (!mayLoadAsked(m_video))
        return {};
    return {{QRect(QPoint(), m_size), {ContentAction::Kind::OpenLink, m_video, {}},
        videoWord(QT_TRANSLATE_NOOP("VideoContent", "Play the video in the browser"))}};
}

QString VideoContent::words() const
{
    return videoWord(QT_TRANSLATE_NOOP("VideoContent", "video"));
}

QList<ContentNeed> VideoContent::needs() const
{
    if (!mayLoadUnasked(m_preview))
        return {};
    return {{.kind = ContentNeed::Kind::Picture,
        .url = m_preview,
        .size = m_size,
        .conversation = {},
        .id = {}}};
}

} // namespace skein
