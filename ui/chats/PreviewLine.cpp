// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/PreviewLine.h"

#include <QCoreApplication>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(skein::PreviewLine)
};

/// Draws pieces one after the other along the reading direction, each in its own colour.
class Pieces {
public:
    Pieces(QPainter& painter, const QRect& place, Qt::LayoutDirection direction)
        : m_painter(painter)
        , m_rest(place)
        , m_direction(direction)
    {
    }

    void draw(const QString& text, const QColor& ink)
    {
        if (m_rest.width() <= 0)
            return;
        m_painter.setPen(ink);
        const QFontMetrics metrics = m_painter.fontMetrics();
        const bool fits = metrics.horizontalAdvance(text) <= m_rest.width();
        const int drawn = rows::drawLine(m_painter, m_rest, text, m_direction);
        const int used = fits ? drawn + metrics.horizontalAdvance(u' ') : m_rest.width();
        m_rest = m_direction == Qt::RightToLeft ? m_rest.adjusted(0, 0, -used, 0)
                                                : m_rest.adjusted(used, 0, 0, 0);
    }

private:
    QPainter& m_painter;
    QRect m_rest;
    const Qt::LayoutDirection m_direction;
};

QString saidBy(const Conversation& conversation)
{
    if (conversation.previewIsOwn)
        return Words::tr("You:");
    if (conversation.previewSender.isEmpty())
        return {};
    return Words::tr("%1:").arg(conversation.previewSender.left(rows::longestLine).simplified());
}

} // namespace

void paintPreview(QPainter& painter, const QStyleOptionViewItem& row, const QRect& place,
    const Conversation& conversation, const Theme& theme)
{
    painter.setFont(rows::previewFont(row.font));
    Pieces pieces(painter, place, row.direction);
    const auto line = [](const QString& text) { return text.left(rows::longestLine).simplified(); };
    if (!conversation.draft.isEmpty()) {
        pieces.draw(Words::tr("Draft:"), theme.warning);
        return pieces.draw(line(conversation.draft), theme.meta);
    }
    if (!conversation.previewTopic.isEmpty()) {
        // What was said matters more than where.
        const QString topic = painter.fontMetrics().elidedText(
            line(conversation.previewTopic), Qt::ElideRight, place.width() * 2 / 5);
        pieces.draw(topic + u" \u00b7"_s, theme.meta);
    }
    if (conversation.requiresApproval)
        pieces.draw(Words::tr("Request:"), theme.accent);
    if (const QString sender = saidBy(conversation); !sender.isEmpty())
        pieces.draw(sender, theme.meta);
    pieces.draw(line(conversation.preview), theme.meta);
}

} // namespace skein
