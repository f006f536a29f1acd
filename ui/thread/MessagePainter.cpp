// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessagePainter.h"

#include "ui/theme/DevicePixels.h"

#include <QFontMetrics>
#include <QStyle>

#include <cmath>

namespace skein {

namespace {

QTextLayout::FormatRange inkFormat(qsizetype start, qsizetype length, const QColor& color)
{
    QTextLayout::FormatRange range;
    range.start = int(start);
    range.length = int(length);
    range.format.setForeground(color);
    return range;
}

QTextLayout::FormatRange linkFormat(const TextLink& link, const QColor& color)
{
    auto range = inkFormat(link.start, link.length, color);
    range.format.setFontUnderline(true);
    return range;
}

void strokeTick(QPainter& painter, const QRectF& box)
{
    const QPointF points[] = {{box.left(), box.top() + box.height() * 0.55},
        {box.left() + box.width() * 0.36, box.bottom() - box.height() * 0.08},
        {box.right(), box.top() + box.height() * 0.14}};
    painter.drawPolyline(points, 3);
}

void strokeClock(QPainter& painter, const QRectF& box)
{
    const QPointF center = box.center();
    painter.drawEllipse(box);
    painter.drawLine(center, center - QPointF(0, box.height() * 0.3));
    painter.drawLine(center, center + QPointF(box.width() * 0.22, 0));
}

void strokeExclamation(QPainter& painter, const QRectF& box)
{
    const qreal x = box.center().x();
    painter.drawLine(QPointF(x, box.top() + 0.5), QPointF(x, box.top() + box.height() * 0.58));
    painter.drawPoint(QPointF(x, box.bottom() - 0.8));
}

} // namespace

MessagePainter::MessagePainter(
    QPainter& painter, const Theme& theme, const QFont& font, Drawn& drawn)
    : m_painter(painter)
    , m_theme(theme)
    , m_font(font)
    , m_drawn(drawn)
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

void MessagePainter::paint(const MessageLayout& layout, const RowLook& look)
{
    m_painter.setLayoutDirection(layout.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    paintAbove(layout);
    const qreal opacity = look.opacity * (layout.isFaint ? 0.5 : 1);
    m_painter.setOpacity(opacity);
    if (!layout.avatar.isNull()) {
        m_painter.setFont(m_font);
        paintAvatar(m_painter, layout.avatar,
            {layout.senderId, layout.senderName, layout.senderPicture}, m_theme);
    }
    if (layout.kind == MessageLayout::Kind::Bubble)
        paintBubble(layout);
    paintName(layout);
    paintParts(layout, look);
    paintText(layout, look);
    m_painter.setPen(m_theme.meta);
    m_painter.setFont(layout.metaFont);
    if (layout.timeLine)
        layout.timeLine->draw(&m_painter, layout.time.topLeft());
    paintMark(layout);
    paintUpload(layout, look);
    paintButtons(layout, look);
    m_painter.setOpacity(1);
}

void MessagePainter::paintAbove(const MessageLayout& layout)
{
    const bool isGap = layout.above == ThreadRow::Above::Gap;
    QFont strong = layout.metaFont;
    strong.setWeight(QFont::DemiBold);
    paintNotice(layout.notice, m_theme.meta, layout.metaFont, isGap ? Line::Dashed : Line::None);
    paintNotice(layout.day, m_theme.meta, layout.metaFont, Line::None);
    paintNotice(layout.unread, m_theme.accent, strong, Line::Plain);
}

void MessagePainter::paintNotice(
    const MessageLayout::Notice& notice, const QColor& color, const QFont& font, Line line)
{
    if (!notice.isShown())
        return;
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(notice.rect, Qt::AlignCenter | Qt::TextDontClip, notice.text);
    if (line == Line::None)
        return;
    const int half = QFontMetrics(font).horizontalAdvance(notice.text) / 2 + 12;
    const int middle = notice.rect.center().x();
    const int y = notice.rect.center().y();
    const int margin = notice.rect.width() < 480 ? 12 : 20;
    paintHairline(margin, middle - half, y, color, line);
    paintHairline(middle + half, notice.rect.right() + 1 - margin, y, color, line);
}

void MessagePainter::paintHairline(int left, int right, int y, const QColor& color, Line line)
{
    m_painter.setRenderHint(QPainter::Antialiasing, false); // whole pixels or none
    const int dash = line == Line::Dashed ? 4 : std::max(1, right - left);
    for (int x = left; x < right; x += 2 * dash) {
        const QRectF rect(x, y, std::min(dash, right - x), 1);
        m_painter.fillRect(onDevicePixels(m_painter, rect), color);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

void MessagePainter::paintBubble(const MessageLayout& layout)
{
    const QRectF rect = onDevicePixels(m_painter, layout.bubble);
    const qreal radius = std::min<qreal>(metrics::bubbleRadius, rect.height() / 2);
    const qreal tail = layout.hasTail ? metrics::bubbleTail : radius;
    m_drawn.bubbles.paint(m_painter, {rect, radius, tail, layout.isOwn != layout.isMirrored},
        layout.isOwn ? m_theme.bubbleOwn : m_theme.bubbleOther);
}

void MessagePainter::paintParts(const MessageLayout& layout, const RowLook& look)
{
    const ContentLook part{m_theme, look.source, layout.isOwn, look.hoveredContent, look.turn};
    for (const MessageLayout::Part& each : layout.parts) {
        m_painter.save();
        each.content->paint(m_painter, each.rect, part);
        m_painter.restore();
    }
}

void MessagePainter::paintName(const MessageLayout& layout)
{
    if (layout.name.isNull())
        return;
    const QString name = QFontMetrics(layout.nameFont)
                             .elidedText(layout.senderName, Qt::ElideRight, layout.name.width());
    m_painter.setFont(layout.nameFont);
    m_painter.setPen(m_theme.nameColor(layout.senderId));
    m_painter.drawText(layout.name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, name);
}

void MessagePainter::paintText(const MessageLayout& layout, const RowLook& look)
{
    if (!layout.text)
        return;
    const bool isQuiet = layout.isDeleted || layout.kind == MessageLayout::Kind::System;
    QList<QTextLayout::FormatRange> formats;
    for (const TextLink& link : layout.links)
        formats.append(linkFormat(link, m_theme.link));
    for (const auto& mention : layout.mentions)
        formats.append(inkFormat(mention.start, mention.length, m_theme.mention));
    if (look.selectionStart != look.selectionEnd) {
        QTextLayout::FormatRange range;
        range.start = std::min(look.selectionStart, look.selectionEnd);
        range.length = std::abs(look.selectionEnd - look.selectionStart);
        range.format.setBackground(m_theme.accent);
        range.format.setForeground(m_theme.onAccent);
        formats.append(range);
    }
    // Marks piled upon a letter may leave their line, never their bubble.
    m_painter.save();
    m_painter.setClipRect(layout.bubble.adjusted(-2, 0, 2, 0), Qt::IntersectClip);
    for (const QRectF& ground : layout.grounds) {
        const QRectF rect = ground.translated(layout.textRect.topLeft()).adjusted(-2, 0, 2, 0);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.mentionGround);
        m_painter.drawRoundedRect(onDevicePixels(m_painter, rect), 4, 4);
    }
    m_painter.setPen(isQuiet ? m_theme.meta : m_theme.text);
    layout.text->draw(&m_painter, layout.textRect.topLeft(), formats, m_painter.clipBoundingRect());
    paintEmoji(layout, look);
    m_painter.restore();
}

/// In the room that the text has for them.
void MessagePainter::paintEmoji(const MessageLayout& layout, const RowLook& look)
{
    for (qsizetype i = 0; i < layout.emojiRects.size(); ++i) {
        const QRectF room = layout.emojiRects.at(i).translated(layout.textRect.topLeft());
        const TextEmoji& emoji = layout.emoji.at(i);
        if (room.isEmpty())
            continue;
        if (emoji.isUnicode()) {
            paintGlyph(emoji.name, layout.emojiFont, room);
            continue;
        }
        const QImage picture
            = look.source ? look.source->emoji(emoji.cell.pack, emoji.cell.index) : QImage();
        if (picture.isNull())
            continue;
        QRectF place(0, 0, std::min(room.width(), room.height()), 0);
        place.setHeight(place.width());
        place.moveCenter(room.center());
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.drawImage(place, picture);
    }
}

/// Pixel by pixel, as it was drawn for this screen.
void MessagePainter::paintGlyph(const QString& emoji, const QFont& font, const QRectF& room)
{
    const qreal ratio = m_painter.device()->devicePixelRatioF();
    const QImage picture = m_drawn.emoji.picture(emoji, font, ratio);
    QRectF place(QPointF(), picture.deviceIndependentSize());
    place.moveCenter(room.center());
    m_painter.drawImage(onDevicePixels(m_painter, place).topLeft(), picture);
}

/// A thin bar in room that the bubble has anyway.
void MessagePainter::paintUpload(const MessageLayout& layout, const RowLook& look)
{
    if (!look.uploaded || layout.upload.isNull())
        return;
    const QRectF whole = onDevicePixels(m_painter, layout.upload);
    const qreal radius = whole.height() / 2;
    QRectF part = whole;
    part.setWidth(std::max(whole.height(), whole.width() * *look.uploaded / 100));
    if (layout.isMirrored)
        part.moveRight(whole.right());
    QColor ground = m_theme.meta;
    ground.setAlphaF(0.25F);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(whole, radius, radius);
    m_painter.setBrush(m_theme.accent);
    m_painter.drawRoundedRect(part, radius, radius);
}

void MessagePainter::paintMark(const MessageLayout& layout)
{
    using Mark = MessageLayout::Mark;
    if (layout.mark == Mark::None)
        return;
    const bool isWarning = layout.mark == Mark::Exclamation;
    const bool isSeen = layout.mark == Mark::TwoTicks;
    const qreal stroke = std::max(1.2, layout.markRect.height() / 8.0);
    const QColor color = isWarning ? m_theme.warning : isSeen ? m_theme.accent : m_theme.meta;
    m_painter.setPen(
        QPen(color, isWarning ? stroke * 1.4 : stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    const QRectF area
        = QRectF(layout.markRect).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    const qreal side = area.height();
    const QRectF square(area.right() - side, area.top(), side, side);
    switch (layout.mark) {
    case Mark::None:
        break;
    case Mark::Clock:
        strokeClock(m_painter, square);
        break;
    case Mark::Tick:
        strokeTick(m_painter, square);
        break;
    case Mark::TwoTicks:
        strokeTick(m_painter, square);
        strokeTick(m_painter, square.translated(-side * 0.45, 0));
        break;
    case Mark::Exclamation:
        strokeExclamation(m_painter, square);
        break;
    }
}

void MessagePainter::paintButtons(const MessageLayout& layout, const RowLook& look)
{
    if (layout.reason) {
        m_painter.setPen(m_theme.warning);
        layout.reason->draw(&m_painter, layout.reasonRect.topLeft());
    }
    for (const MessageLayout::Button& button : layout.buttons) {
        QFont font = layout.metaFont;
        font.setUnderline(look.hoveredButton != button.action);
        m_painter.setFont(font);
        const bool isPlain
            = button.action == RowAction::ShowAll || button.action == RowAction::ShowOnce;
        m_painter.setPen(isPlain ? m_theme.link : m_theme.warning);
        m_painter.drawText(button.rect, Qt::AlignCenter | Qt::TextDontClip, button.text);
    }
}

void MessagePainter::paintFocusFrame(const QRect& bubble)
{
    const QRectF frame = onDevicePixels(m_painter, bubble.adjusted(-2, -2, 2, 2));
    m_painter.setPen(QPen(m_theme.accent, 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(
        frame.adjusted(1, 1, -1, -1), metrics::bubbleRadius + 2, metrics::bubbleRadius + 2);
}

void MessagePainter::paintSkeleton(const QRect& rect)
{
    static constexpr int widths[] = {180, 320, 240, 140, 380, 220, 300};
    constexpr int height = 33;
    m_painter.setPen(Qt::NoPen);
    int bottom = rect.bottom() - 12;
    for (size_t i = 0; bottom - height > rect.top(); ++i) {
        const bool isOwn = i % 3 == 1;
        const int width = std::min(widths[i % std::size(widths)], rect.width() - 120);
        const int left = isOwn ? rect.right() - 20 - width : rect.left() + 60;
        const auto turned = [&](const QRect& part) {
            return QStyle::visualRect(m_painter.layoutDirection(), rect, part);
        };
        const QRectF bubble = turned({left, bottom - height, width, height});
        m_painter.setBrush(isOwn ? m_theme.bubbleOwn : m_theme.bubbleOther);
        m_painter.setOpacity(0.6);
        m_painter.drawRoundedRect(onDevicePixels(m_painter, bubble), 12, 12);
        if (!isOwn)
            m_painter.drawEllipse(turned({rect.left() + 20, bottom - 32, 32, 32}));
        bottom -= height + metrics::otherSenderGap;
    }
    m_painter.setOpacity(1);
}

} // namespace skein
