// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/QuoteContent.h"

#include "core/types/ImageUrl.h"
#include "ui/theme/DevicePixels.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/TextFlow.h"
#include "ui/thread/content/PictureContent.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

namespace skein {

namespace {

constexpr int quoteBar = 3;
constexpr int quoteInset = 11; ///< from the bar's left edge to the words
constexpr int widestQuote = 420;
constexpr int narrowestQuote = 140;

QString quoteWord(const char* text) { return QCoreApplication::translate("QuoteContent", text); }

QString lineOf(const Quote& quote)
{
    switch (quote.state) {
    case Quote::State::Missing:
        return quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "An earlier message"));
    case Quote::State::Gone:
        return quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "The original message is gone"));
    case Quote::State::Known:
        break;
    }
    return displayText(quote.words, {160, 1}).text;
}

} // namespace

QuoteContent::QuoteContent(const Quote& quote, const ContentContext& context)
    : m_quote(quote)
    , m_line(lineOf(quote))
    , m_isOfMe(quote.senderId == context.me && !context.me.isEmpty())
    , m_nameFont(scaledFont(context.font, 0.92, QFont::DemiBold))
    , m_lineFont(scaledFont(context.font, 0.92))
{
    if (isKnown()) {
        m_name = m_isOfMe ? quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "You"))
                          : displayText(quote.senderName, {80, 1}).text;
        if (m_name.isEmpty())
            m_name = quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "Unknown"));
        if (!quote.isDeleted && mayLoadUnasked(quote.picture))
            m_picture = versionOf(quote.picture, ImageVersion::Preview);
    }
    const QFontMetricsF name(m_nameFont);
    const QFontMetricsF line(m_lineFont);
    const int height
        = wholePixels(line.height()) + (m_name.isEmpty() ? 0 : wholePixels(name.height()));
    const int thumb = m_picture.isEmpty() ? 0 : height + 8;
    const int words
        = wholePixels(std::max(name.horizontalAdvance(m_name), line.horizontalAdvance(m_line))) + 1;
    const int most = std::min(widestQuote, context.width);
    m_size = {std::clamp(quoteInset + thumb + words, std::min(narrowestQuote, most), most), height};
}

void QuoteContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    const QColor hue = !isKnown() ? look.theme.meta
        : m_isOfMe                ? look.theme.link
                                  : look.theme.nameColor(m_quote.senderId.value);
    const Qt::LayoutDirection along = painter.layoutDirection();
    const auto turned = [&](const QRect& part) { return QStyle::visualRect(along, rect, part); };
    painter.setPen(Qt::NoPen);
    const QRect bar(rect.topLeft(), QSize(quoteBar, rect.height()));
    painter.fillRect(onDevicePixels(painter, turned(bar)), hue);
    int left = rect.left() + quoteInset;
    if (!m_picture.isEmpty()) {
        const QRect thumb = turned({left, rect.top(), rect.height(), rect.height()});
        const Picture picture = look.source ? look.source->picture(m_picture) : Picture{};
        if (!picture.image.isNull()) {
            paintCovering(painter, thumb, picture.image, 4);
        } else {
            painter.setBrush(look.theme.placeholder());
            painter.drawRoundedRect(thumb, 4, 4);
        }
        left += rect.height() + 8;
    }
    const int width = rect.right() + 1 - left;
    const QFontMetrics name(m_nameFont);
    const QFontMetrics line(m_lineFont);
    int y = rect.top();
    if (!m_name.isEmpty()) {
        painter.setFont(m_nameFont);
        painter.setPen(hue);
        rows::drawLine(painter, turned({left, y, width, name.height()}), m_name, along);
        y += name.height();
    }
    painter.setFont(m_lineFont);
    painter.setPen(look.theme.meta);
    rows::drawLine(painter, turned({left, y, width, line.height()}), m_line, along);
}

QList<ContentTarget> QuoteContent::targets() const
{
    if (m_quote.state == Quote::State::Gone || m_quote.target.isEmpty())
        return {};
    return {{QRect(QPoint(), m_size), {ContentAction::Kind::GoToMessage, {}, m_quote.target.value},
        quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "Go to the original message"))}};
}

QString QuoteContent::words() const
{
    if (!isKnown())
        return quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "reply to: %1")).arg(m_line);
    if (m_isOfMe)
        return quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "reply to you: %1")).arg(m_line);
    return quoteWord(QT_TRANSLATE_NOOP("QuoteContent", "reply to %1: %2")).arg(m_name, m_line);
}

QList<ContentNeed> QuoteContent::needs() const
{
    if (m_picture.isEmpty())
        return {};
    return {{.kind = ContentNeed::Kind::Picture,
        .url = m_picture,
        .size = {m_size.height(), m_size.height()},
        .conversation = {},
        .id = {}}};
}

} // namespace skein
