// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessageLayoutBuilder.h"

#include "core/base/Trace.h"
#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/FileFiller.h"
#include "ui/thread/RowWords.h"
#include "ui/thread/TextFlow.h"

#include <QCoreApplication>
#include <QStyle>

#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeGap = 12; ///< between the last line and the time
constexpr int edgePadding = 6; ///< between a picture and its bubble's edge
constexpr int narrowestCaption = 200;
constexpr int buttonPadding = 6; ///< around a button's words, to hit
constexpr int systemLines = 2;
constexpr TextLimits systemLimits{600, 12};
constexpr qreal metaScale = 0.85;
constexpr qreal emojiScale = 2.5;

QString layoutWord(const char* word) { return QCoreApplication::translate("MessageLayout", word); }

MessageLayout::Mark markFor(ThreadRow::Delivery delivery)
{
    switch (delivery) {
    case ThreadRow::Delivery::Received:
        return MessageLayout::Mark::None;
    case ThreadRow::Delivery::Queued:
    case ThreadRow::Delivery::Sending:
    case ThreadRow::Delivery::Deleting:
        return MessageLayout::Mark::Clock;
    case ThreadRow::Delivery::Sent:
        return MessageLayout::Mark::Tick;
    case ThreadRow::Delivery::Seen:
        return MessageLayout::Mark::TwoTicks;
    case ThreadRow::Delivery::Failed:
    case ThreadRow::Delivery::Unconfirmed:
        return MessageLayout::Mark::Exclamation;
    }
    return MessageLayout::Mark::None;
}

/// When, and before it what became of the message since.
QString timeWords(const Message& message, const Calendar& calendar)
{
    QStringList words{calendar.shortTime(message.createdAt)};
    if (message.updatedAt > 0 && !message.isDeleted())
        words.prepend(layoutWord(QT_TRANSLATE_NOOP("MessageLayout", "edited")));
    if (message.pinnedAt > 0 && !message.isDeleted())
        words.prepend(layoutWord(QT_TRANSLATE_NOOP("MessageLayout", "pinned")));
    words.removeAll(QString());
    return words.join(u" · "_s);
}

bool isPerson(const Message& message)
{
    const bool isKnown = message.senderType.isEmpty() || message.senderType == "user"_L1;
    return isKnown && !message.isSystem() && !message.senderId.isEmpty();
}

} // namespace

MessageLayout layOut(const ThreadRow& row, const RowFacts& facts, const LayoutContext& context)
{
    const auto shown = withoutFiller(row, context.source);
    return MessageLayoutBuilder(shown ? *shown : row, facts, context).build();
}

MessageLayoutBuilder::MessageLayoutBuilder(
    const ThreadRow& row, const RowFacts& facts, const LayoutContext& context)
    : m_row(row)
    , m_facts(facts)
    , m_context(context)
    , m_metrics(context.font)
    , m_metaMetrics(scaledFont(context.font, metaScale))
{
    m_layout.metaFont = scaledFont(context.font, metaScale);
    m_layout.nameFont = scaledFont(context.font, 0.92, QFont::DemiBold);
    m_layout.width = context.width;
    m_layout.isOwn = row.isOwn;
    m_layout.isDeleted = row.message.isDeleted();
    m_layout.isFaint = row.delivery == ThreadRow::Delivery::Deleting;
    m_layout.senderId = row.message.senderId.value;
    m_layout.senderPicture = row.message.avatarUrl;
    m_layout.senderName = displayText(row.message.senderName, {120, 1}).text;
    if (m_layout.senderName.isEmpty())
        m_layout.senderName = layoutWord(QT_TRANSLATE_NOOP("MessageLayout", "Unknown"));
    m_layout.hasProfile = !row.isOwn && !row.isHidden && isPerson(row.message);
    m_layout.timeText = timeWords(row.message, context.calendar);
    m_layout.createdAt = row.message.createdAt;
    m_layout.calendar = context.calendar;
    m_layout.above = facts.above;
}

MessageLayout MessageLayoutBuilder::build()
{
    const trace::Span span("lay out a message");
    placeAbove();
    m_layout.height.above = m_y;
    chooseContent();
    if (m_layout.kind == MessageLayout::Kind::System)
        placeSystem();
    else
        placeMessage();
    m_layout.height.body = m_y - m_layout.height.above;
    if (m_context.direction == Qt::RightToLeft)
        mirror();
    return std::move(m_layout);
}

void MessageLayoutBuilder::placeAbove()
{
    // A gap lies between two messages, the other words belong to what follows.
    const bool isGap = m_facts.above == ThreadRow::Above::Gap;
    placeNotice(m_layout.notice, noticeWords(m_facts.above), 16, isGap ? 16 : 8);
    placeNotice(m_layout.day, m_facts.day, 16, 8);
    placeNotice(m_layout.unread,
        m_facts.isFirstUnread ? layoutWord(QT_TRANSLATE_NOOP("MessageLayout", "New")) : QString(),
        12, 12);
    if (m_y == 0)
        m_y = m_facts.startsRun ? metrics::otherSenderGap : metrics::sameSenderGap;
}

void MessageLayoutBuilder::placeNotice(
    MessageLayout::Notice& notice, const QString& text, int before, int after)
{
    if (text.isEmpty())
        return;
    notice.text = text;
    const int height = wholePixels(m_metaMetrics.height());
    notice.rect = {0, m_y + before, m_context.width, height};
    m_y += before + height + after;
}

/// What kind of row, which text in which font, and how much room around it.
void MessageLayoutBuilder::chooseContent()
{
    using Kind = MessageLayout::Kind;
    const Message& message = m_row.message;
    m_textFont = m_context.font;
    m_padX = 12;
    m_padY = metrics::unit;
    if (message.isDeleted()) {
        m_text = layoutWord(QT_TRANSLATE_NOOP("MessageLayout", "This message was deleted"));
        m_textFont = m_layout.metaFont;
        m_textFont.setItalic(true);
    } else if (message.isSystem() || m_row.isHidden) {
        m_layout.kind = Kind::System;
        m_textFont = m_layout.metaFont;
    } else {
        chooseText();
    }
    if (isEmojiOnly(m_text) && message.attachments.isEmpty()) {
        m_layout.kind = Kind::BareEmoji;
        m_textFont = scaledFont(m_context.font, emojiScale);
        m_padX = m_padY = 0;
    }
    pictureEmoji();
    m_maxText = std::max(40,
        std::min(wholePixels(m_metrics.averageCharWidth() * metrics::textColumns),
            availableWidth() - 2 * m_padX));
    chooseParts();
}

void MessageLayoutBuilder::chooseParts()
{
    if (m_layout.kind == MessageLayout::Kind::System)
        return;
    m_parts = contentsOf(m_row,
        {.width = m_maxText,
            .font = m_context.font,
            .metaFont = m_layout.metaFont,
            .calendar = m_context.calendar,
            .me = m_context.me,
            .conversation = m_context.conversation,
            .source = m_context.source,
            .direction = m_context.direction});
    // Words are not wider than the picture above them.
    for (const PlacedContent& each : m_parts) {
        const int inside = each.content->size().width() - 2 * (m_padX - edgePadding);
        if (each.content->reachesEdges() && inside >= narrowestCaption)
            m_maxText = std::min(m_maxText, inside);
    }
}

int MessageLayoutBuilder::margin() const { return m_context.width < 480 ? 12 : 20; }

int MessageLayoutBuilder::left() const
{
    return margin() + metrics::threadAvatar + metrics::unit + m_padX;
}

/// A bubble leaves as much room on the far side as the avatar takes on the near one.
int MessageLayoutBuilder::availableWidth() const
{
    return m_context.width - 2 * margin() - 2 * (metrics::threadAvatar + metrics::unit);
}

/// One line in the middle, two when they must be; the rest is for the tool tip.
void MessageLayoutBuilder::placeSystem()
{
    const Message& message = m_row.message;
    constexpr int longest = 4000; // more than two lines hold
    const QString words = m_row.isHidden ? hiddenRowWords() : message.text;
    m_text = displayText(words.left(longest).simplified(), systemLimits).text.simplified();
    if (m_text.isEmpty()) {
        Message wordless = message;
        wordless.text.clear();
        m_text = displayText(previewWords(wordless), systemLimits).text;
    }
    const int width = std::max(40, std::min(m_context.width - 2 * margin(), m_maxText));
    const FlownText block = flowLines(m_text, m_textFont, width, systemLines);
    const QString shown = block.layout->text();
    if (shown != m_text)
        m_layout.wholeText = m_text;
    for (int i = 0; i < block.layout->lineCount(); ++i) {
        QTextLine line = block.layout->lineAt(i);
        const qreal inset = (block.width - line.naturalTextWidth()) / 2;
        line.setPosition({std::round(inset), line.y()});
    }
    m_layout.textRect
        = {(m_context.width - block.width) / 2, m_y, std::min(block.width, width), block.height};
    m_layout.text = block.layout;
    m_layout.links = linksOf(shown, shown != m_text);
    m_layout.bubble = m_layout.textRect;
    m_y += block.height;
    if (m_row.isHidden)
        placeShowOnce();
}

/// Behind the words, or beneath them where there is no room: both stand in the middle.
void MessageLayoutBuilder::placeShowOnce()
{
    const QSize size = buttonSize(RowAction::ShowOnce);
    QRect& words = m_layout.textRect;
    const int width = words.width() + size.width();
    QPoint place((m_context.width - size.width()) / 2, m_y);
    if (width <= m_context.width - 2 * margin()) {
        const int line = std::max(words.height(), size.height());
        place.setY(words.top() + (line - size.height()) / 2);
        words.moveTopLeft(
            {(m_context.width - width) / 2, words.top() + (line - words.height()) / 2});
        place.setX(words.right() + 1);
    }
    addButton(RowAction::ShowOnce, place);
    m_layout.bubble = words.united(m_layout.buttons.last().rect);
    m_y = m_layout.bubble.bottom() + 1;
}

void MessageLayoutBuilder::placeMessage()
{
    const int top = m_y;
    m_y += m_padY;
    placeName();
    placeParts();
    placeText();
    placeShowAll();
    placeTime();
    m_y += m_padY;
    m_layout.bubble = {left() - m_padX, top, m_contentWidth + 2 * m_padX, m_y - top};
    m_layout.hasTail = m_facts.endsRun && m_layout.kind == MessageLayout::Kind::Bubble;
    if (m_row.isOwn)
        alignOwn();
    else
        placeAvatar();
    placeUpload();
    placeBeneath();
    placeFailure();
}

/// In the padding under the last line: the bubble is as high without it.
void MessageLayoutBuilder::placeUpload()
{
    constexpr int thickness = 2;
    const bool waits = m_row.isOwn && m_row.message.id.isEmpty();
    if (!waits || m_layout.kind != MessageLayout::Kind::Bubble)
        return;
    const QRect& bubble = m_layout.bubble;
    m_layout.upload
        = {bubble.left() + m_padX, bubble.top() + bubble.height() - (m_padY + thickness) / 2,
            bubble.width() - 2 * m_padX, thickness};
}

void MessageLayoutBuilder::placeName()
{
    if (!m_context.showsNames || m_row.isOwn || !m_facts.startsRun)
        return;
    const QFontMetricsF nameMetrics(m_layout.nameFont);
    const int width
        = std::min(m_maxText, wholePixels(nameMetrics.horizontalAdvance(m_layout.senderName)) + 1);
    m_layout.name = {left(), m_y, width, wholePixels(nameMetrics.height())};
    m_contentWidth = width;
    m_y += m_layout.name.height() + 2;
}

void MessageLayoutBuilder::placeParts()
{
    for (const PlacedContent& each : m_parts) {
        if (each.place == ContentPlace::BeforeText)
            placePart(each.content);
    }
}

/// One beneath the other; pictures come nearer to the bubble's edge than words do.
void MessageLayoutBuilder::placePart(const ContentPointer& part)
{
    const QSize size = part->size();
    const int inset = part->reachesEdges() ? m_padX - edgePadding : 0;
    if (m_layout.parts.isEmpty() && m_layout.name.isNull() && inset > 0)
        m_y -= m_padY - edgePadding;
    if (!m_layout.parts.isEmpty())
        m_y += partGap;
    m_layout.parts.append({{{left() - inset, m_y}, size}, part});
    m_contentWidth = std::max(m_contentWidth, size.width() - 2 * inset);
    m_lastLineWidth = inset > 0 ? m_maxText : size.width();
    m_baseline = m_y + (size.height() + wholePixels(m_metrics.capHeight())) / 2;
    m_y += size.height();
}

/// Under the bubble, from its edge inwards.
void MessageLayoutBuilder::placeBeneath()
{
    for (const PlacedContent& each : m_parts) {
        if (each.place != ContentPlace::Beneath)
            continue;
        const QSize size = each.content->size();
        const int x
            = m_row.isOwn ? m_layout.bubble.right() + 1 - size.width() : m_layout.bubble.left();
        m_y += partGap;
        m_layout.parts.append({{{x, m_y}, size}, each.content, true});
        m_y += size.height();
    }
}

void MessageLayoutBuilder::placeShowAll()
{
    if (!m_isCut)
        return;
    const QSize size = buttonSize(RowAction::ShowAll);
    addButton(RowAction::ShowAll, {left() - buttonPadding, m_y});
    m_lastLineWidth = size.width() - buttonPadding;
    m_baseline = m_y + (size.height() + wholePixels(m_metaMetrics.capHeight())) / 2;
    m_contentWidth = std::max(m_contentWidth, m_lastLineWidth);
    m_y += size.height();
}

/// In the last line when there is room, else beneath it.
void MessageLayoutBuilder::placeTime()
{
    m_layout.mark = m_row.isOwn ? markFor(m_row.delivery) : MessageLayout::Mark::None;
    const int markSide = wholePixels(m_metaMetrics.capHeight() + 2);
    const bool isWide = m_layout.mark == MessageLayout::Mark::TwoTicks;
    const int markWidth
        = m_layout.mark == MessageLayout::Mark::None ? 0 : (isWide ? markSide * 3 / 2 : markSide);
    FlownText words = flowText(m_layout.timeText, m_layout.metaFont, m_context.width);
    if (m_layout.timeText.isRightToLeft()) // it stands at the right of its line
        words = flowText(m_layout.timeText, m_layout.metaFont, words.width);
    const int timeWidth = words.width;
    const int gap = markWidth > 0 && timeWidth > 0 ? 4 : 0;
    const int width = timeWidth + gap + markWidth;
    if (width == 0)
        return;
    if (m_lastLineWidth + timeGap + width > m_maxText) {
        m_baseline = m_y + wholePixels(m_metaMetrics.ascent());
        m_y += wholePixels(m_metaMetrics.height());
        m_contentWidth = std::max(m_contentWidth, width);
    } else {
        m_contentWidth = std::max(m_contentWidth, m_lastLineWidth + timeGap + width);
        ++m_baseline; // small beside large looks level one pixel lower
    }
    const int right = left() + m_contentWidth;
    m_layout.time = {right - width, m_baseline - wholePixels(m_metaMetrics.ascent()), timeWidth,
        wholePixels(m_metaMetrics.height())};
    if (timeWidth > 0)
        m_layout.timeLine = words.layout;
    if (markWidth > 0)
        m_layout.markRect = {right - markWidth, m_baseline + 1 - markSide, markWidth, markSide};
}

void MessageLayoutBuilder::placeAvatar()
{
    constexpr int side = metrics::threadAvatar;
    if (!m_facts.endsRun)
        return;
    m_y = std::max(m_y, m_layout.bubble.top() + side);
    const int top = m_y - side;
    m_layout.avatar = {margin(), top, side, side};
}

void MessageLayoutBuilder::alignOwn()
{
    const int shift = m_context.width - margin() - m_layout.bubble.width() - m_layout.bubble.left();
    for (QRect* rect : {&m_layout.bubble, &m_layout.textRect, &m_layout.time, &m_layout.markRect}) {
        if (!rect->isNull())
            rect->translate(shift, 0);
    }
    for (MessageLayout::Part& part : m_layout.parts)
        part.rect.translate(shift, 0);
    for (MessageLayout::Button& button : m_layout.buttons)
        button.rect.translate(shift, 0);
}

/// Everything is placed from left to right first.
void MessageLayoutBuilder::mirror()
{
    const QRect row = m_layout.rect();
    const auto turn = [&row](QRect& rect) {
        if (!rect.isNull())
            rect = QStyle::visualRect(Qt::RightToLeft, row, rect);
    };
    m_layout.isMirrored = true;
    for (QRect* rect : {&m_layout.avatar, &m_layout.name, &m_layout.bubble, &m_layout.textRect,
             &m_layout.time, &m_layout.markRect, &m_layout.upload, &m_layout.reasonRect})
        turn(*rect);
    for (MessageLayout::Part& part : m_layout.parts)
        turn(part.rect);
    for (MessageLayout::Button& button : m_layout.buttons)
        turn(button.rect);
}

QSize MessageLayoutBuilder::buttonSize(RowAction action) const
{
    return {wholePixels(m_metaMetrics.horizontalAdvance(wordsFor(action))) + 2 * buttonPadding,
        wholePixels(m_metaMetrics.height()) + 8};
}

void MessageLayoutBuilder::addButton(RowAction action, const QPoint& topLeft)
{
    m_layout.buttons.append({action, {topLeft, buttonSize(action)}, wordsFor(action)});
}

/// Why it was not sent, and what to do about it, beneath the bubble at the right.
void MessageLayoutBuilder::placeFailure()
{
    if (m_layout.mark != MessageLayout::Mark::Exclamation)
        return;
    const QSize retry = buttonSize(RowAction::Retry);
    const QSize discard = buttonSize(RowAction::Discard);
    const int buttonsWidth = retry.width() + discard.width() - buttonPadding;
    const int room = m_context.width - 2 * margin();
    const int right = m_context.width - margin();
    auto block = flowText(displayText(failureWords(m_row), {300, 4}).text, m_layout.metaFont,
        std::min(room, m_maxText + 2 * m_padX));
    const bool isOneLine
        = block.layout->lineCount() == 1 && block.width + buttonsWidth + buttonPadding <= room;
    const int reasonRight = isOneLine ? right - buttonsWidth - buttonPadding : right;
    m_y += 2;
    m_layout.reasonRect = {reasonRight - block.width, m_y + 4, block.width, block.height};
    m_layout.reason = block.layout;
    if (!isOneLine)
        m_y += block.height + 4;
    addButton(RowAction::Retry, {right - buttonsWidth, m_y});
    addButton(RowAction::Discard, {right - discard.width() + buttonPadding, m_y});
    m_y += retry.height();
}

} // namespace skein
