// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/ChipContent.h"

#include "ui/theme/DevicePixels.h"
#include "ui/theme/Theme.h"
#include "ui/thread/RowWords.h"
#include "ui/thread/TextFlow.h"

#include <QFontMetricsF>
#include <QPainter>

namespace skein {

namespace {

constexpr int chipPadding = 12;

}

ChipContent::ChipContent(const Attachment& attachment, const ContentContext& context)
    : m_words(chipWords(attachment))
    , m_font(context.font)
{
    const QFontMetricsF metrics(m_font);
    const int width = wholePixels(metrics.horizontalAdvance(m_words)) + 2 * chipPadding;
    m_size = {std::min(width, context.width), wholePixels(metrics.height()) + 12};
}

void ChipContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.theme.window);
    painter.drawRoundedRect(onDevicePixels(painter, rect), 8, 8);
    painter.setPen(look.theme.text);
    painter.setFont(m_font);
    const QRect inner = rect.adjusted(chipPadding, 0, 1 - chipPadding, 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(m_font).elidedText(m_words, Qt::ElideRight, inner.width()));
}

} // namespace skein
