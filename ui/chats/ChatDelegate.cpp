// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatDelegate.h"

#include "core/base/Trace.h"
#include "core/models/ChatListModel.h"
#include "core/models/ListWords.h"
#include "ui/chats/ChatTime.h"
#include "ui/chats/PreviewLine.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastForWords = 2 * metrics::avatarColumn; // a narrower row is brief
constexpr int badgeRing = 2; // parts a badge from the avatar that it touches

Face faceOf(const Conversation& conversation)
{
    const bool isPerson = conversation.id.kind == ConversationId::Kind::Direct;
    return {isPerson ? conversation.id.related : conversation.id.id, conversation.title,
        conversation.avatarUrl, isPerson ? AvatarShape::Round : AvatarShape::RoundedSquare};
}

QFont briefFont(const QFont& base) { return scaledFont(base, 0.88); }

} // namespace

ChatDelegate::ChatDelegate(Now now, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(rows::titleFont(option.font)).height()
        + QFontMetrics(rows::previewFont(option.font)).height();
    return {metrics::chatAvatar + 2 * rows::margin,
        std::max(metrics::chatRowHeight, lines + 3 * rows::gap)};
}

ChatRowLayout ChatDelegate::layout(
    const QStyleOptionViewItem& option, const Conversation& conversation) const
{
    if (option.rect.width() < leastForWords)
        return briefLayout(option, conversation);
    ChatRowLayout l;
    const QRect row = option.rect.adjusted(rows::margin, 0, -rows::margin, 0);
    l.avatar = QRect(row.left(), row.center().y() + 1 - metrics::chatAvatar / 2,
        metrics::chatAvatar, metrics::chatAvatar);

    const int title = QFontMetrics(rows::titleFont(option.font)).height();
    const int preview = QFontMetrics(rows::previewFont(option.font)).height();
    const int left = l.avatar.right() + 1 + rows::margin;
    const int width = row.right() + 1 - left;
    const int top = row.top() + (row.height() - title - preview - rows::lineGap) / 2;
    layOutFirstLine(l, {left, top, width, title}, option, conversation);
    layOutSecondLine(l, {left, top + title + rows::lineGap, width, preview}, option, conversation);
    rows::mirror(option,
        {&l.avatar, &l.title, &l.mute, &l.time, &l.preview, &l.ticks, &l.failed, &l.badge,
            &l.mutedBadge});
    return l;
}

ChatRowLayout ChatDelegate::briefLayout(
    const QStyleOptionViewItem& option, const Conversation& conversation)
{
    ChatRowLayout l{.isBrief = true};
    l.avatar = QRect(0, 0, metrics::chatAvatar, metrics::chatAvatar);
    l.avatar.moveCenter(option.rect.center());
    if (conversation.hasFailed) {
        l.failed = QRect(QPoint(), rows::failedSize(briefFont(option.font)));
        l.failed.moveBottomRight(l.avatar.bottomRight() + QPoint(2 * badgeRing, badgeRing));
        rows::mirror(option, {&l.failed});
    }
    const bool calls = conversation.unread > 0;
    const int count = calls ? conversation.unread : conversation.mutedUnread;
    if (count <= 0)
        return l;
    const QString text = rows::badgeText(count, 99);
    QRect badge(QPoint(), rows::badgeSize(text, briefFont(option.font)));
    badge.moveTopRight(l.avatar.topRight() + QPoint(2 * badgeRing, -2 * badgeRing));
    (calls ? l.badgeText : l.mutedBadgeText) = text;
    (calls ? l.badge : l.mutedBadge) = badge;
    rows::mirror(option, {&l.badge, &l.mutedBadge});
    return l;
}

void ChatDelegate::layOutFirstLine(ChatRowLayout& l, const QRect& line,
    const QStyleOptionViewItem& option, const Conversation& conversation) const
{
    const QFontMetrics title(rows::titleFont(option.font));
    const QFontMetrics meta(rows::metaFont(option.font));
    if (conversation.lastActivity > 0)
        l.timeText = chatTime(
            QDateTime::fromSecsSinceEpoch(conversation.lastActivity), m_now(), option.locale);
    const int timeWidth = meta.horizontalAdvance(l.timeText);
    // Time and title stand on one baseline, whatever their sizes.
    l.time = QRect(line.right() + 1 - timeWidth, line.top() + title.ascent() - meta.ascent(),
        timeWidth, meta.height());
    l.title = line.adjusted(0, 0, timeWidth > 0 ? -timeWidth - rows::gap : 0, 0);
    if (!conversation.isMuted)
        return;
    const int room = l.title.width() - rows::markSize - rows::gap / 2;
    l.title.setWidth(rows::widthOf(titleOf(conversation), rows::titleFont(option.font), room));
    l.mute = QRect(l.title.right() + 1 + rows::gap / 2,
        line.top() + (line.height() - rows::markSize) / 2, rows::markSize, rows::markSize);
}

void ChatDelegate::layOutSecondLine(ChatRowLayout& l, const QRect& line,
    const QStyleOptionViewItem& option, const Conversation& conversation)
{
    int end = line.right() + 1;
    const auto takeFromEnd = [&](const QSize& size, int space) {
        const QRect place(
            QPoint(end - size.width(), line.center().y() + 1 - size.height() / 2), size);
        end = place.left() - space;
        return place;
    };
    if (conversation.hasFailed)
        l.failed = takeFromEnd(rows::failedSize(option.font), rows::gap / 2);
    if (conversation.unread > 0) {
        l.badgeText = rows::badgeText(conversation.unread);
        l.badge = takeFromEnd(rows::badgeSize(l.badgeText, option.font), rows::gap / 2);
    }
    if (conversation.mutedUnread > 0) {
        l.mutedBadgeText = rows::badgeText(conversation.mutedUnread);
        l.mutedBadge = takeFromEnd(rows::badgeSize(l.mutedBadgeText, option.font), rows::gap / 2);
    }
    const bool isSeen = conversation.previewIsOwn && conversation.previewIsSeen;
    if (end == line.right() + 1 && isSeen && conversation.draft.isEmpty())
        l.ticks = takeFromEnd({rows::markSize, rows::markSize}, 0);
    if (end < line.right() + 1)
        end -= rows::gap / 2;
    l.preview = QRect(line.left(), line.top(), end - line.left(), line.height());
}

void ChatDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    trace::markFirst("chats on screen");
    const Theme theme = Theme::from(option.palette);
    const auto conversation = index.data(ChatListModel::ConversationRole).value<Conversation>();
    const ChatRowLayout places = layout(option, conversation);
    const QString title = index.data(Qt::DisplayRole).toString().left(rows::longestLine);

    painter->save();
    rows::paintGround(*painter, option, theme);
    paintAvatar(*painter, places.avatar, faceOf(conversation), theme);

    if (!places.isBrief)
        paintWords(*painter, option, places, conversation, theme, title);
    paintBadges(*painter, option, places, conversation.isGone(), theme);
    painter->restore();
}

void ChatDelegate::paintWords(QPainter& painter, const QStyleOptionViewItem& option,
    const ChatRowLayout& places, const Conversation& conversation, const Theme& theme,
    const QString& title)
{
    painter.setFont(rows::titleFont(option.font));
    painter.setPen(conversation.isGone() ? theme.meta : theme.text);
    rows::drawLine(painter, places.title, title, option.direction);
    painter.setFont(rows::metaFont(option.font));
    painter.setPen(theme.meta);
    painter.drawText(places.time, Qt::AlignCenter, places.timeText);
    if (!places.mute.isNull())
        paintIcon(painter, places.mute, Icon::BellOff, theme.meta);
    paintPreview(painter, option, places.preview, conversation, theme);
    if (!places.ticks.isNull())
        paintIcon(painter, places.ticks, Icon::Ticks, theme.accent);
}

void ChatDelegate::paintBadges(QPainter& painter, const QStyleOptionViewItem& option,
    const ChatRowLayout& places, bool isGone, const Theme& theme)
{
    const QFont font = places.isBrief ? briefFont(option.font) : option.font;
    const auto paint = [&](const QRect& badge, const QString& text, bool muted) {
        if (badge.isNull())
            return;
        if (places.isBrief)
            paintRing(painter, badge, option, theme);
        rows::paintBadge(painter, badge, text, muted, font, theme);
    };
    if (!places.failed.isNull()) {
        if (places.isBrief)
            paintRing(painter, places.failed, option, theme);
        rows::paintFailed(painter, places.failed, font, theme);
    }
    paint(places.badge, places.badgeText, isGone);
    paint(places.mutedBadge, places.mutedBadgeText, true);
}

void ChatDelegate::paintRing(
    QPainter& painter, const QRect& badge, const QStyleOptionViewItem& option, const Theme& theme)
{
    const QRect ring = badge.adjusted(-badgeRing, -badgeRing, badgeRing, badgeRing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(rows::groundOf(option, theme));
    painter.drawRoundedRect(ring, ring.height() / 2.0, ring.height() / 2.0);
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
    // Where the words are missing, everything is said here.
    const bool isBrief = option.rect.width() < leastForWords;
    const QString what = index.data(isBrief ? Qt::AccessibleTextRole : Qt::DisplayRole)
                             .toString()
                             .left(rows::longestLine);
    QToolTip::showText(event->globalPos(), what.toHtmlEscaped() + u"<br>"_s + when.toHtmlEscaped(),
        view, option.rect);
    return true;
}

} // namespace skein
