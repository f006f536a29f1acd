// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageLayoutBuilder's second part: the text with its links, mentions and emoji.

#include "ui/thread/EmojiGlyphs.h"
#include "ui/thread/MessageLayoutBuilder.h"

#include <algorithm>
#include <ranges>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

bool isUnder(const Mention& mention, const QList<EmojiPlace>& emoji)
{
    return std::ranges::any_of(emoji, [&](const EmojiPlace& each) {
        return each.span.start < mention.start + mention.length
            && mention.start < each.span.start + each.span.length;
    });
}

} // namespace

QList<TextLink> linksOf(const QString& text, bool isCut)
{
    QList<TextLink> links = findLinks(text);
    // The end of a cut text is not the end of its last address.
    if (isCut && !links.isEmpty() && links.last().start + links.last().length >= text.size() - 1)
        links.removeLast();
    return links;
}

void MessageLayoutBuilder::chooseText()
{
    QList<EmojiPlace> emoji = emojiPlacesIn(m_row.message);
    QList<Mention> mentions = mentionsIn(m_row.message);
    mentions.removeIf([&](const Mention& mention) { return isUnder(mention, emoji); });
    QList<TextSpan> spans;
    for (const Mention& each : mentions)
        spans.append({each.start, each.length});
    for (const EmojiPlace& each : emoji)
        spans.append(each.span);
    std::ranges::sort(spans, {}, &TextSpan::start);
    auto shown
        = displayText(m_row.message.text, m_facts.isExpanded ? fullLimits : shortLimits, spans);
    QList<TextSpan> named;
    QList<TextSpan> pictured;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const bool isName
            = std::ranges::find(mentions, spans.at(i).start, &Mention::start) != mentions.end();
        (isName ? named : pictured).append(shown.spans.at(i));
    }
    m_layout.emoji = putEmoji(shown.text, emoji, pictured, named, m_context.source);
    m_text = shown.isCut ? shown.text + u'…' : shown.text;
    m_isCut = shown.isCut && !m_facts.isExpanded;
    m_layout.links = linksOf(m_text, m_isCut);
    for (qsizetype i = 0; i < mentions.size(); ++i)
        addMention(mentions.at(i).user, named.at(i));
}

/// A link under a mention stays a link, unless the whole of it is somebody's name.
void MessageLayoutBuilder::addMention(const UserId& user, const TextSpan& span)
{
    const auto end = span.start + span.length;
    const auto isUnder = [&](const TextLink& link) {
        return link.start < end && link.start + link.length > span.start;
    };
    const auto isInside = [&](const TextLink& link) {
        return link.start >= span.start && link.start + link.length <= end;
    };
    const bool cutsLink = std::ranges::any_of(
        m_layout.links, [&](const TextLink& link) { return isUnder(link) && !isInside(link); });
    if (span.length == 0 || cutsLink)
        return;
    m_layout.links.removeIf(isInside);
    const bool callsMe = user == everyoneId() && !m_row.isOwn;
    m_layout.mentions.append({.user = user,
        .start = int(span.start),
        .length = int(span.length),
        .isOfMe = callsMe || (user == m_context.me && !user.isEmpty())});
}

/// Unicode's emoji become pictures, but where an address or a name goes on beneath them.
void MessageLayoutBuilder::pictureEmoji()
{
    m_layout.emojiFont = m_textFont;
    for (TextEmoji& each : m_layout.emoji)
        each.width = m_metrics.height() + 2;
    const auto found = m_context.glyphs ? eachEmoji(m_text) : QList<TextSpan>();
    for (const TextSpan& span : found | std::views::reverse) {
        const QString emoji = m_text.mid(span.start, span.length);
        const auto width
            = isClaimed(span) ? std::nullopt : m_context.glyphs->width(emoji, m_textFont);
        if (!width)
            continue;
        m_text.replace(span.start, span.length, pictureRoom);
        moveBehind(span.start, 1 - span.length);
        m_layout.emoji.append({.start = int(span.start),
            .length = 1,
            .isPicture = true,
            .name = emoji,
            .width = *width});
    }
    std::ranges::sort(m_layout.emoji, {}, &TextEmoji::start);
}

bool MessageLayoutBuilder::isClaimed(const TextSpan& span) const
{
    const auto isUnder = [&span](const auto& other) {
        return other.start < span.start + span.length && span.start < other.start + other.length;
    };
    return std::ranges::any_of(m_layout.links, isUnder)
        || std::ranges::any_of(m_layout.mentions, isUnder);
}

void MessageLayoutBuilder::moveBehind(qsizetype position, qsizetype by)
{
    const auto move = [position, by](auto& all) {
        for (auto& each : all) {
            if (each.start > position)
                each.start += decltype(each.start)(by);
        }
    };
    move(m_layout.links);
    move(m_layout.mentions);
    move(m_layout.emoji);
}

/// Names are heavier than the text around them, and pictures have a width of their own: they take
/// their room from the beginning.
TextFormats MessageLayoutBuilder::textFormats() const
{
    TextFormats formats;
    const qreal room
        = m_layout.emoji.isEmpty() ? 0 : QFontMetricsF(m_textFont).horizontalAdvance(pictureRoom);
    for (const TextEmoji& each : m_layout.emoji) {
        if (!each.isPicture)
            continue;
        QTextLayout::FormatRange range;
        range.start = each.start;
        range.length = each.length;
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(each.width - room);
        formats.append(range);
    }
    for (const auto& each : m_layout.mentions) {
        QTextLayout::FormatRange range;
        range.start = each.start;
        range.length = each.length;
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    return formats;
}

void MessageLayoutBuilder::placeText()
{
    if (m_text.isEmpty() && !m_layout.parts.isEmpty())
        return;
    if (!m_layout.parts.isEmpty())
        m_y += partGap;
    const TextFormats formats = textFormats();
    auto block = flowText(m_text.isEmpty() ? u" "_s : m_text, m_textFont, m_maxText, formats);
    const bool isRightToLeft = m_text.isRightToLeft();
    if (isRightToLeft) // it stands at the right of its lines, so these must not be too wide
        block = flowText(
            m_text, m_textFont, std::min(block.width + 1, m_maxText), formats, Qt::AlignRight);
    const int width = std::min(block.width, m_maxText);
    const QTextLine last = block.layout->lineAt(block.layout->lineCount() - 1);
    m_layout.text = block.layout;
    m_layout.textRect = {left(), m_y, width + 1, block.height};
    m_contentWidth = std::max(m_contentWidth, width);
    // Behind a line that runs against the layout there is no room.
    const bool runsAlong = isRightToLeft == (m_context.direction == Qt::RightToLeft);
    const bool isAlone = block.layout->lineCount() == 1; // as wide as the text's room
    m_lastLineWidth = !runsAlong && !isAlone ? m_maxText : wholePixels(last.naturalTextWidth());
    m_baseline = m_y + wholePixels(last.y() + last.ascent());
    m_y += block.height;
    for (const auto& each : m_layout.mentions) {
        if (each.isOfMe)
            m_layout.grounds += rectsOf(*block.layout, each.start, each.length);
    }
    for (const TextEmoji& each : m_layout.emoji) {
        const auto rects = rectsOf(*block.layout, each.start, each.length);
        m_layout.emojiRects.append(each.isPicture && !rects.isEmpty() ? rects.first() : QRectF());
    }
}

} // namespace skein
