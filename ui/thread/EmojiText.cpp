// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/EmojiText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr qsizetype mostEmoji = 200; ///< in one message; the rest stays as it came
const QString anyEmoji = u":emoji:"_s;

QString emojiNameOf(const EmojiAttachment::Cell& cell, const ContentSource* source)
{
    const QString name
        = source ? displayText(source->emojiName(cell.pack, cell.index), {40, 1}).text : QString();
    return name.isEmpty() ? anyEmoji : name;
}

} // namespace

QList<EmojiPlace> emojiPlacesIn(const Message& message)
{
    QList<EmojiPlace> places;
    for (const Attachment& attachment : message.attachments) {
        const auto* emoji = std::get_if<EmojiAttachment>(&attachment.content);
        if (!emoji || emoji->placeholder.isEmpty())
            continue;
        qsizetype from = 0;
        for (const EmojiAttachment::Cell& cell : emoji->cells) {
            const auto at = message.text.indexOf(emoji->placeholder, from);
            if (at < 0 || places.size() >= mostEmoji)
                break;
            from = at + emoji->placeholder.size();
            if (cell.pack > 0 && cell.index >= 0)
                places.append({{at, emoji->placeholder.size()}, cell});
        }
        break; // a second list would claim the same places
    }
    return places;
}

QList<TextEmoji> putEmoji(QString& text, const QList<EmojiPlace>& places,
    const QList<TextSpan>& spans, QList<TextSpan>& others, const ContentSource* source)
{
    QList<TextEmoji> put;
    qsizetype shift = 0;
    auto other = others.begin();
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (; other != others.end() && other->start < spans.at(i).start; ++other)
            other->start += shift;
        if (spans.at(i).length == 0)
            continue;
        const EmojiAttachment::Cell& cell = places.at(i).cell;
        const bool isPicture = source && !source->emoji(cell.pack, cell.index).isNull();
        const QString name = emojiNameOf(cell, source);
        const QString shown = isPicture ? QString(pictureRoom) : name;
        const auto start = spans.at(i).start + shift;
        text.replace(start, spans.at(i).length, shown);
        put.append({int(start), int(shown.size()), cell, isPicture, name, 0});
        shift += shown.size() - spans.at(i).length;
    }
    for (; other != others.end(); ++other)
        other->start += shift;
    return put;
}

QString wordedText(const Message& message, const ContentSource* source)
{
    const QString& raw = message.text;
    const QList<EmojiPlace> places = emojiPlacesIn(message);
    QList<TextSpan> spans;
    for (const EmojiPlace& each : places)
        spans.append(each.span);
    auto [text, isCut, shown] = displayText(raw, {raw.size() + 1, int(raw.size()) + 1}, spans);
    for (auto i = places.size() - 1; i >= 0; --i) {
        if (shown.at(i).length > 0)
            text.replace(
                shown.at(i).start, shown.at(i).length, emojiNameOf(places.at(i).cell, source));
    }
    const bool hasEmoji = std::ranges::any_of(message.attachments, [](const Attachment& each) {
        return std::holds_alternative<EmojiAttachment>(each.content);
    });
    if (hasEmoji) // more placeholders than the message has emoji for
        text.replace(QChar(QChar::ReplacementCharacter), anyEmoji);
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

} // namespace skein
