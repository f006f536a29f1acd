// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessageLayout.h"

#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"

#include <QFontMetrics>

#include <algorithm>
#include <ranges>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QList<MessageLayout::Part>& parts, bool isBeneath)
{
    QStringList words;
    for (const MessageLayout::Part& part : parts) {
        if (part.isBeneath == isBeneath)
            words.append(part.content->words());
    }
    words.removeAll(QString());
    return words;
}

} // namespace

MessageLayout::Hit MessageLayout::hitTest(const QPoint& point) const
{
    Hit hit;
    for (const Button& button : buttons) {
        if (button.rect.contains(point)) {
            hit.button = button.action;
            return hit;
        }
    }
    for (const ContentTarget& target : targets()) {
        if (target.rect.contains(point)) {
            hit.content = target.action;
            return hit;
        }
    }
    if (hasProfile && (avatar.contains(point) || name.contains(point))) {
        hit.person = UserId{senderId};
        return hit;
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
        const auto covers = [position](const auto& part) {
            return position >= part.start && position < part.start + part.length;
        };
        if (const auto link = std::ranges::find_if(links, covers); link != links.end())
            hit.link = link->url;
        const auto mention = std::ranges::find_if(mentions, covers);
        if (mention != mentions.end() && mention->user != everyoneId())
            hit.person = mention->user;
    }
    return hit;
}

QString MessageLayout::toolTip(const QPoint& point) const
{
    if (const auto link = hitTest(point).link)
        return QString::fromLatin1(link->toEncoded()); // as it is, no look-alike letters
    for (const ContentTarget& target : targets()) {
        if (target.rect.contains(point))
            return target.words;
    }
    if (time.united(markRect).adjusted(-4, -4, 4, 4).contains(point))
        return exactTime();
    if (kind == Kind::System && bubble.adjusted(-4, 0, 4, 0).contains(point))
        return (wholeText.isEmpty() ? QString() : wholeText + u'\n') + exactTime();
    return avatar.contains(point) || name.contains(point) ? senderName : QString();
}

QList<Mentionable> MessageLayout::people() const
{
    QList<Mentionable> all;
    if (hasProfile)
        all.append({{senderId}, senderName});
    for (const Mentioned& each : mentions) {
        const bool isKnown = std::ranges::find(all, each.user, &Mentionable::user) != all.end();
        QString words = textBetween(each.start, each.start + each.length).simplified();
        if (words.startsWith(u'@'))
            words.remove(0, 1);
        if (!isKnown && each.user != everyoneId())
            all.append({each.user, words});
    }
    return all;
}

QList<ContentTarget> MessageLayout::targets() const
{
    QList<ContentTarget> all;
    for (const Part& part : parts) {
        for (ContentTarget target : part.content->targets()) {
            target.rect.translate(part.rect.topLeft());
            all.append(target);
        }
    }
    return all;
}

QList<ContentNeed> MessageLayout::needs() const
{
    QList<ContentNeed> all;
    for (const Part& part : parts)
        all += part.content->needs();
    for (const TextEmoji& each : emoji) {
        if (each.isUnicode())
            continue;
        const int side = int(metaFont.pixelSize() > 0 ? metaFont.pixelSize() : 20);
        all.append({.kind = ContentNeed::Kind::Emoji,
            .url = {},
            .size = {side, side},
            .conversation = {},
            .id = u"%1/%2"_s.arg(each.cell.pack).arg(each.cell.index)});
    }
    return all;
}

QStringList MessageLayout::partWords() const { return carriedWords() + beneathWords(); }

QStringList MessageLayout::carriedWords() const { return wordsOf(parts, false); }

QStringList MessageLayout::beneathWords() const { return wordsOf(parts, true); }

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
    const int start = std::min(from, to);
    const int end = std::max(from, to);
    QString part = text->text().mid(start, end - start);
    for (const auto& each : emoji | std::views::reverse) {
        const int first = std::max(each.start, start);
        const int last = std::min(each.start + each.length, end);
        if (each.isPicture && first < last)
            part.replace(first - start, last - first, each.name);
    }
    return part.replace(QChar(QChar::LineSeparator), u'\n');
}

RowHeight estimatedHeight(const ThreadRow& row, const LayoutContext& context)
{
    const QFontMetrics metrics(context.font);
    if (row.message.isSystem())
        return {metrics::sameSenderGap, metrics.height()};
    const int columns
        = std::max(12, context.width / std::max(1, metrics.averageCharWidth()) * 2 / 3);
    const qsizetype length = std::min(row.message.text.size(), shortLimits.units);
    const int lines = 1 + int(length / std::min(columns, 68));
    return {8, lines * metrics.height() + 16};
}

} // namespace skein
