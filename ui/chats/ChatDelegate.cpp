// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatDelegate.h"

#include "core/models/ChatListModel.h"
#include "ui/chats/ChatTime.h"
#include "ui/theme/Icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int tickSize = 16;
constexpr int longestLine = 300; // more than fits; measuring hostile text costs

QFont metaFont(const QFont& base) { return scaledFont(base, 0.85); }

QFont titleFont(const QFont& base) { return scaledFont(base, 1.0, QFont::DemiBold); }

QFont previewFont(const QFont& base) { return scaledFont(base, 0.92); }

/// One line of plain text, cut where it does not fit. Never interpreted.
void drawLine(
    QPainter& painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction)
{
    const QString line = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    const auto along = QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(rect, int(along) | Qt::TextSingleLine, line);
}

} // namespace

ChatDelegate::ChatDelegate(Now now, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(titleFont(option.font)).height()
        + QFontMetrics(previewFont(option.font)).height();
    return {metrics::chatAvatar + 2 * margin, std::max(metrics::chatRowHeight, lines + 3 * gap)};
}

ChatRowLayout ChatDelegate::layout(
    const QStyleOptionViewItem& option, const Conversation& conversation) const
{
    ChatRowLayout l;
    const QRect row = option.rect.adjusted(margin, 0, -margin, 0);
    l.avatar = QRect(row.left(), row.center().y() + 1 - metrics::chatAvatar / 2,
        metrics::chatAvatar, metrics::chatAvatar);

    const QFontMetrics title(titleFont(option.font));
    const QFontMetrics preview(previewFont(option.font));
    const QFontMetrics meta(metaFont(option.font));
    const int left = l.avatar.right() + 1 + margin;
    const int right = row.right() + 1;
    const int lineGap = 4;
    const int top = row.top() + (row.height() - title.height() - preview.height() - lineGap) / 2;

    if (conversation.lastActivity > 0)
        l.timeText = chatTime(
            QDateTime::fromSecsSinceEpoch(conversation.lastActivity), m_now(), option.locale);
    const int timeWidth = meta.horizontalAdvance(l.timeText);
    // Time and title stand on one baseline, whatever their sizes.
    l.time
        = QRect(right - timeWidth, top + title.ascent() - meta.ascent(), timeWidth, meta.height());
    l.title
        = QRect(left, top, right - left - (timeWidth > 0 ? timeWidth + gap : 0), title.height());

    int end = right;
    const int second = top + title.height() + lineGap;
    if (conversation.unread > 0) {
        l.badgeText = conversation.unread > 999 ? u"999+"_s : QString::number(conversation.unread);
        const int height = meta.height() + 4;
        const int width = std::max(height, meta.horizontalAdvance(l.badgeText) + 12);
        l.badge = QRect(right - width, second + (preview.height() - height) / 2, width, height);
        end = l.badge.left() - gap;
    } else if (conversation.previewIsOwn && conversation.previewIsSeen
        && conversation.draft.isEmpty()) {
        l.ticks = QRect(
            right - tickSize, second + (preview.height() - tickSize) / 2, tickSize, tickSize);
        end = l.ticks.left() - gap / 2;
    }
    l.preview = QRect(left, second, end - left, preview.height());

    for (QRect* part : {&l.avatar, &l.title, &l.time, &l.preview, &l.ticks, &l.badge}) {
        if (!part->isNull())
            *part = QStyle::visualRect(option.direction, option.rect, *part);
    }
    return l;
}

void ChatDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = Theme::from(option.palette);
    const auto conversation = index.data(ChatListModel::ConversationRole).value<Conversation>();
    const ChatRowLayout places = layout(option, conversation);
    const QString title = index.data(Qt::DisplayRole).toString().left(longestLine);

    painter->save();
    paintGround(*painter, option, theme);
    const bool isPerson = conversation.id.kind == ConversationId::Kind::Direct;
    paintAvatar(*painter, places.avatar, isPerson ? conversation.id.related : conversation.id.id,
        conversation.title, isPerson ? AvatarShape::Round : AvatarShape::RoundedSquare, theme);

    painter->setFont(titleFont(option.font));
    painter->setPen(theme.text);
    drawLine(*painter, places.title, title, option.direction);
    painter->setFont(metaFont(option.font));
    painter->setPen(theme.meta);
    painter->drawText(places.time, Qt::AlignCenter, places.timeText);
    paintPreview(*painter, option, places, conversation, theme);
    painter->restore();
}

void ChatDelegate::paintGround(
    QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) const
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, theme.hover);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar), theme.accent);
    }
}

void ChatDelegate::paintPreview(QPainter& painter, const QStyleOptionViewItem& option,
    const ChatRowLayout& places, const Conversation& conversation, const Theme& theme) const
{
    QRect rest = places.preview;
    painter.setFont(previewFont(option.font));
    const auto drawPrefix = [&](const QString& prefix, const QColor& color) {
        painter.setPen(color);
        drawLine(painter, rest, prefix, option.direction);
        const int used = painter.fontMetrics().horizontalAdvance(prefix + u' ');
        rest = option.direction == Qt::RightToLeft ? rest.adjusted(0, 0, -used, 0)
                                                   : rest.adjusted(used, 0, 0, 0);
    };
    if (!conversation.draft.isEmpty())
        drawPrefix(tr("Draft:"), theme.warning);
    else if (conversation.previewIsOwn)
        drawPrefix(tr("You:"), theme.meta);
    else if (!conversation.previewSender.isEmpty())
        drawPrefix(tr("%1:").arg(conversation.previewSender), theme.meta);

    painter.setPen(theme.meta);
    const QString& line = conversation.draft.isEmpty() ? conversation.preview : conversation.draft;
    if (rest.width() > 0)
        drawLine(painter, rest, line.left(longestLine).simplified(), option.direction);

    if (!places.ticks.isNull())
        paintIcon(painter, places.ticks, Icon::Ticks, theme.accent);
    if (places.badge.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(places.badge, places.badge.height() / 2.0, places.badge.height() / 2.0);
    painter.setFont(scaledFont(option.font, 0.85, QFont::DemiBold));
    painter.setPen(theme.onAccent);
    painter.drawText(places.badge, Qt::AlignCenter, places.badgeText);
}

bool ChatDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto conversation = index.data(ChatListModel::ConversationRole).value<Conversation>();
    if (event->type() != QEvent::ToolTip || conversation.lastActivity <= 0)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Escaped: a name is never markup, also not in a tool tip.
    const QString when
        = exactTime(QDateTime::fromSecsSinceEpoch(conversation.lastActivity), option.locale);
    QToolTip::showText(event->globalPos(),
        index.data(Qt::DisplayRole).toString().toHtmlEscaped() + u"<br>"_s + when.toHtmlEscaped(),
        view, option.rect);
    return true;
}

} // namespace skein
