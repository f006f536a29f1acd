// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/PollContent.h"

#include "ui/theme/DevicePixels.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <numeric>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestPoll = 320;
constexpr int barHeight = 4;
constexpr int lineSpace = 8;
constexpr qsizetype mostOptions = 12;

QString pollWord(const char* text) { return QCoreApplication::translate("PollContent", text); }

QString pollLine(const QString& raw) { return displayText(raw.simplified(), {160, 1}).text; }

} // namespace

PollContent::PollContent(const Attachment& attachment, const ContentContext& context)
    : m_titleFont(scaledFont(context.font, 1.0, QFont::DemiBold))
    , m_font(context.font)
    , m_metaFont(context.metaFont)
{
    const QString id = std::get<PollAttachment>(attachment.content).pollId;
    m_needs = {{.kind = ContentNeed::Kind::Poll,
        .url = {},
        .size = {},
        .conversation = context.conversation,
        .id = id}};
    m_subject = pollWord(QT_TRANSLATE_NOOP("PollContent", "Poll"));
    if (const auto poll = context.source ? context.source->poll(id) : std::nullopt)
        lay(*poll, context.calendar);
    const int option = QFontMetrics(m_font).height() + 2 + barHeight + lineSpace;
    m_size = {std::min(widestPoll, context.width),
        QFontMetrics(m_titleFont).height() + QFontMetrics(m_metaFont).height()
            + (m_lines.isEmpty() ? 0 : lineSpace) + int(m_lines.size()) * option};
}

void PollContent::lay(const Poll& poll, const Calendar& calendar)
{
    if (const QString subject = pollLine(poll.subject); !subject.isEmpty())
        m_subject = subject;
    const int all = std::accumulate(poll.options.begin(), poll.options.end(), 0,
        [](int sum, const Poll::Option& option) { return sum + std::max(0, option.votes); });
    for (const Poll::Option& option :
        poll.options.first(std::min(poll.options.size(), mostOptions))) {
        const int votes = std::max(0, option.votes);
        m_lines.append({.title = pollLine(option.title),
            .votes = calendar.locale.toString(votes),
            .share = all > 0 ? qreal(votes) / all : 0,
            .isMine = option.isMine});
    }
    if (!poll.isActive)
        m_state = pollWord(QT_TRANSLATE_NOOP("PollContent", "Poll, closed"));
    else if (poll.expiresAt > 0)
        m_state = pollWord(QT_TRANSLATE_NOOP("PollContent", "Poll, open until %1"))
                      .arg(momentWords(poll.expiresAt, calendar));
    else
        m_state = pollWord(QT_TRANSLATE_NOOP("PollContent", "Poll, open"));
}

void PollContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    const QFontMetrics title(m_titleFont);
    const QFontMetrics meta(m_metaFont);
    painter.setFont(m_titleFont);
    painter.setPen(look.theme.text);
    const Qt::LayoutDirection along = painter.layoutDirection();
    rows::drawLine(
        painter, {rect.left(), rect.top(), rect.width(), title.height()}, m_subject, along);
    int y = rect.top() + title.height();
    painter.setFont(m_metaFont);
    painter.setPen(look.theme.meta);
    rows::drawLine(painter, {rect.left(), y, rect.width(), meta.height()}, m_state, along);
    y += meta.height() + lineSpace;
    const int height = QFontMetrics(m_font).height() + 2 + barHeight;
    for (const Line& line : m_lines) {
        paintLine(painter, QRect(rect.left(), y, rect.width(), height), line, look);
        y += height + lineSpace;
    }
}

void PollContent::paintLine(
    QPainter& painter, const QRect& rect, const Line& line, const ContentLook& look) const
{
    const QFontMetrics metrics(m_font);
    const int votes = metrics.horizontalAdvance(line.votes);
    const auto turned = [&](const QRect& part) {
        return QStyle::visualRect(painter.layoutDirection(), rect, part);
    };
    const QRect words(rect.left(), rect.top(), rect.width() - votes - 12, metrics.height());
    painter.setFont(m_font);
    painter.setPen(look.theme.text);
    const QString title = line.isMine ? u"✓ "_s + line.title : line.title;
    rows::drawLine(painter, turned(words), title, painter.layoutDirection());
    painter.drawText(turned({rect.right() + 1 - votes, rect.top(), votes, metrics.height()}),
        Qt::AlignRight | Qt::AlignVCenter, line.votes);
    const QRect bar(rect.left(), rect.bottom() + 1 - barHeight, rect.width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.theme.placeholder());
    painter.drawRoundedRect(onDevicePixels(painter, bar), 2, 2);
    painter.setBrush(look.theme.accent);
    const QRect part(bar.left(), bar.top(), qRound(bar.width() * line.share), barHeight);
    if (line.share > 0)
        painter.drawRoundedRect(onDevicePixels(painter, turned(part)), 2, 2);
}

QString PollContent::words() const
{
    QStringList words{pollWord(QT_TRANSLATE_NOOP("PollContent", "poll %1")).arg(m_subject)};
    for (const Line& line : m_lines)
        words.append(
            pollWord(QT_TRANSLATE_NOOP("PollContent", "%1: %2")).arg(line.title, line.votes));
    return words.join(u", "_s);
}

} // namespace skein
