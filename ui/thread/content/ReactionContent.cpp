// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/ReactionContent.h"

#include "ui/theme/DevicePixels.h"
#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/TextFlow.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipInset = 9; ///< left and right of the words
constexpr int chipSpace = 4;
constexpr int leastChipHeight = 24;
constexpr qsizetype mostNames = 8;

QString reactionWord(const char* text, int n = -1)
{
    return QCoreApplication::translate("ReactionContent", text, nullptr, n);
}

QString codeWords(const ReactionKind& kind, const ContentSource* source)
{
    if (!kind.code.isEmpty())
        return displayText(kind.code.left(16), {16, 1}).text;
    const QString name = source ? source->emojiName(kind.packId, kind.packIndex) : QString();
    return name.isEmpty() ? reactionWord(QT_TRANSLATE_NOOP("ReactionContent", ":emoji:")) : name;
}

QString namesOf(const Reaction& reaction, const ContentContext& context)
{
    QStringList names;
    for (const UserId& user : reaction.users.first(std::min(reaction.users.size(), mostNames))) {
        const QString name = context.source && user != context.me
            ? displayText(context.source->nameOf(context.conversation, user), {40, 1}).text
            : QString();
        if (user == context.me)
            names.prepend(reactionWord(QT_TRANSLATE_NOOP("ReactionContent", "You")));
        else if (!name.isEmpty())
            names.append(name);
    }
    if (const auto others = reaction.users.size() - names.size(); others > 0 && !names.isEmpty())
        names.append(u"+%1"_s.arg(others));
    return names.join(u", "_s);
}

} // namespace

QString idOf(const ReactionKind& kind)
{
    return kind.code.isEmpty() ? u"%1/%2"_s.arg(kind.packId).arg(kind.packIndex) : kind.code;
}

ReactionKind reactionKindOf(const QString& id)
{
    const QStringList parts = id.split(u'/');
    bool isPack = false;
    bool isIndex = false;
    const int pack = parts.first().toInt(&isPack);
    const int index = parts.last().toInt(&isIndex);
    return parts.size() == 2 && isPack && isIndex ? ReactionKind{{}, pack, index}
                                                  : ReactionKind{id};
}

ReactionContent::ReactionContent(const ThreadRow& row, const ContentContext& context)
    : m_mayReact(!row.message.id.isEmpty() && !row.message.isDeleted() && !row.message.isSystem())
{
    for (const Reaction& reaction : reactionsOf(row.message))
        add(reaction, context);
    arrange(std::max(context.width, 120));
    for (Chip& chip : m_chips)
        chip.rect = QStyle::visualRect(context.direction, {QPoint(), m_size}, chip.rect);
}

void ReactionContent::add(const Reaction& reaction, const ContentContext& context)
{
    const ReactionKind kind = kindOf(reaction);
    m_count += int(reaction.users.size());
    const QString text = codeWords(kind, context.source) + u' '
        + context.calendar.locale.toString(reaction.users.size());
    const FlownText block = flowText(text, context.metaFont, 400);
    const int height = std::max(leastChipHeight, block.height + 4);
    const int width = block.width + 2 * chipInset;
    m_chips.append({.kind = kind,
        .text = block.layout,
        .rect = {0, 0, width, height},
        .origin = {chipInset, (height - block.height) / 2},
        .names = namesOf(reaction, context),
        .isMine = reaction.users.contains(context.me)});
}

void ReactionContent::arrange(int width)
{
    int x = 0;
    int y = 0;
    for (Chip& chip : m_chips) {
        if (x > 0 && x + chip.rect.width() > width) {
            x = 0;
            y += chip.rect.height() + chipSpace;
        }
        chip.rect.moveTo(x, y);
        x += chip.rect.width() + chipSpace;
        m_size = m_size.expandedTo({chip.rect.right() + 1, chip.rect.bottom() + 1});
    }
}

void ReactionContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Chip& chip : m_chips) {
        const QRectF place = onDevicePixels(painter, chip.rect.translated(rect.topLeft()));
        const bool isHovered = look.hovered && look.hovered->kind == ContentAction::Kind::React
            && look.hovered->id == idOf(chip.kind);
        painter.setPen(QPen(chip.isMine ? look.theme.accent : look.theme.hairline, 1));
        painter.setBrush(chip.isMine ? look.theme.selection
                : isHovered          ? look.theme.hover
                                     : look.theme.window);
        const qreal radius = place.height() / 2;
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.setPen(look.theme.text);
        chip.text->draw(&painter, place.topLeft() + chip.origin);
    }
}

QList<ContentTarget> ReactionContent::targets() const
{
    QList<ContentTarget> targets;
    if (!m_mayReact)
        return targets;
    for (const Chip& chip : m_chips) {
        const QString what = chip.text->text().section(u' ', 0, 0);
        QString words = chip.isMine
            ? reactionWord(QT_TRANSLATE_NOOP("ReactionContent", "Take back %1")).arg(what)
            : reactionWord(QT_TRANSLATE_NOOP("ReactionContent", "React with %1")).arg(what);
        if (!chip.names.isEmpty())
            words += u" ("_s + chip.names + u')';
        targets.append({chip.rect, {ContentAction::Kind::React, {}, idOf(chip.kind)}, words});
    }
    return targets;
}

QString ReactionContent::words() const
{
    return reactionWord(QT_TRANSLATE_N_NOOP("ReactionContent", "%n reactions"), m_count);
}

QList<ContentNeed> ReactionContent::needs() const
{
    QList<ContentNeed> needs;
    for (const Chip& chip : m_chips) {
        if (chip.kind.code.isEmpty())
            needs.append({.kind = ContentNeed::Kind::Emoji,
                .url = {},
                .size = {},
                .conversation = {},
                .id = idOf(chip.kind)});
    }
    return needs;
}

} // namespace skein
