// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/CardContent.h"

#include "ui/theme/DevicePixels.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"
#include "ui/thread/TextFlow.h"
#include "ui/thread/content/Spinner.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardMark = 40;
constexpr int cardGap = 12;
constexpr int cardPadding = 4;
constexpr int widestCard = 320;
constexpr int narrowestCard = 200;

} // namespace

CardContent::CardContent(Card card, const ContentContext& context)
    : m_card(std::move(card))
    , m_titleFont(scaledFont(context.font, 1.0, QFont::DemiBold))
    , m_lineFont(context.metaFont)
{
    const QFontMetricsF titleMetrics(m_titleFont);
    const QFontMetricsF lineMetrics(m_lineFont);
    qreal width = titleMetrics.horizontalAdvance(m_card.title);
    for (const QString& line : m_card.lines)
        width = std::max(width, lineMetrics.horizontalAdvance(line));
    const int words = wholePixels(titleMetrics.height())
        + int(m_card.lines.size()) * wholePixels(lineMetrics.height());
    const int most = std::min(widestCard, context.width);
    const int wanted = cardMark + cardGap + wholePixels(width) + 1;
    m_size = {std::clamp(wanted, std::min(narrowestCard, most), most),
        std::max(cardMark, words) + 2 * cardPadding};
}

void CardContent::paintMark(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    const bool isHovered = m_card.action && look.hovered == m_card.action;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_card.action ? look.theme.accent : look.theme.placeholder());
    if (isHovered)
        painter.setBrush(look.theme.accent.darker(112));
    painter.drawEllipse(rect);
    const QColor ink = m_card.action ? look.theme.onAccent : look.theme.meta;
    paintIcon(painter, rect.adjusted(10, 10, -10, -10), m_card.icon, ink);
    if (!m_card.progress)
        return;
    const QRect ring = rect.adjusted(3, 3, -3, -3);
    if (*m_card.progress < 0)
        paintSpinner(painter, ring, ink, look.turn);
    else
        paintProgress(painter, ring, ink, *m_card.progress);
}

void CardContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    const auto turned = [&](const QRect& part) {
        return QStyle::visualRect(painter.layoutDirection(), rect, part);
    };
    const QRect mark(rect.left(), rect.top() + cardPadding, cardMark, cardMark);
    paintMark(painter, turned(mark), look);
    const QFontMetrics titleMetrics(m_titleFont);
    const QFontMetrics lineMetrics(m_lineFont);
    const int left = mark.right() + 1 + cardGap;
    const int width = rect.right() + 1 - left;
    const int words = titleMetrics.height() + int(m_card.lines.size()) * lineMetrics.height();
    int y = rect.top() + (rect.height() - words) / 2;
    const auto draw = [&](const QString& line, const QFontMetrics& metrics) {
        rows::drawLine(
            painter, turned({left, y, width, metrics.height()}), line, painter.layoutDirection());
        y += metrics.height();
    };
    painter.setFont(m_titleFont);
    painter.setPen(look.theme.text);
    draw(titleMetrics.elidedText(m_card.title, Qt::ElideMiddle, width), titleMetrics);
    painter.setFont(m_lineFont);
    painter.setPen(look.theme.meta);
    for (const QString& line : m_card.lines)
        draw(line, lineMetrics);
}

QList<ContentTarget> CardContent::targets() const
{
    if (!m_card.action)
        return {};
    return {{QRect(QPoint(), m_size), *m_card.action, m_card.actionWords}};
}

QString CardContent::words() const
{
    return m_card.words.isEmpty() ? (QStringList{m_card.title} + m_card.lines).join(u", "_s)
                                  : m_card.words;
}

} // namespace skein
