// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessageLayout.h"

#include "ui/thread/DisplayText.h"

#include <QFontMetrics>

namespace skein {

using namespace Qt::StringLiterals;

MessageLayout::Hit MessageLayout::hitTest(const QPoint& point) const
{
    Hit hit;
    for (const Button& button : buttons) {
        if (button.rect.contains(point)) {
            hit.button = button.action;
            return hit;
        }
    }
    if (!text || !textRect.contains(point))
        return hit;
    hit.isOnText = true;
    const QPointF inText = point - textRect.topLeft();
    for (int i = 0; i < text->lineCount(); ++i) {
        const QTextLine line = text->lineAt(i);
        if (!line.naturalTextRect().contains(inText))
            continue;
        const int position = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
        for (const TextLink& link : links) {
            if (position >= link.start && position < link.start + link.length)
                hit.link = link.url;
        }
    }
    return hit;
}

QString MessageLayout::toolTip(const QPoint& point) const
{
    if (const auto link = hitTest(point).link)
        return QString::fromLatin1(link->toEncoded()); // as it is, no look-alike letters
    if (time.united(markRect).adjusted(-4, -4, 4, 4).contains(point))
        return exactTime;
    return {};
}

int MessageLayout::positionAt(const QPoint& point) const
{
    if (!text || text->lineCount() == 0)
        return 0;
    const QPointF inText = point - textRect.topLeft();
    for (int i = 0; i < text->lineCount(); ++i) {
        const QTextLine line = text->lineAt(i);
        if (inText.y() < line.rect().bottom())
            return inText.y() < 0 ? 0 : line.xToCursor(inText.x());
    }
    return int(text->text().size());
}

QString MessageLayout::textBetween(int from, int to) const
{
    if (!text)
        return {};
    QString part = text->text().mid(std::min(from, to), std::abs(to - from));
    return part.replace(QChar(QChar::LineSeparator), u'\n');
}

RowHeight estimatedHeight(const ThreadRow& row, const LayoutContext& context)
{
    const QFontMetrics metrics(context.font);
    const int columns
        = std::max(12, context.width / std::max(1, metrics.averageCharWidth()) * 2 / 3);
    const qsizetype length = std::min(row.message.text.size(), shortLimits.units);
    const int lines = 1 + int(length / std::min(columns, 68));
    return {8, lines * metrics.height() + 16};
}

} // namespace skein
