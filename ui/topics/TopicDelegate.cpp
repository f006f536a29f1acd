// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/topics/TopicDelegate.h"

#include "core/models/TopicListModel.h"
#include "ui/chats/ChatTime.h"
#include "ui/chats/PreviewLine.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

Conversation topicAt(const QModelIndex& index)
{
    return index.data(TopicListModel::ConversationRole).value<Conversation>();
}

QString titleAt(const QModelIndex& index)
{
    return index.data(Qt::DisplayRole).toString().left(rows::longestLine);
}

} // namespace

TopicDelegate::TopicDelegate(Now now, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(rows::titleFont(option.font)).height()
        + QFontMetrics(rows::previewFont(option.font)).height();
    return {2 * rows::margin + rows::markSize,
        std::max(rowHeight, lines + rows::lineGap + 2 * rows::gap)};
}

QString TopicDelegate::remarkOn(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Conversation topic = topicAt(index);
    if (topic.membership == Membership::Gone)
        return tr("Deleted");
    if (const auto words = index.data(TopicListModel::MuteWordsRole).toString(); !words.isEmpty())
        return words;
    if (topic.lastActivity <= 0)
        return {};
    return chatTime(QDateTime::fromSecsSinceEpoch(topic.lastActivity), m_now(), option.locale);
}

TopicRowLayout TopicDelegate::layout(
    const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int title = QFontMetrics(rows::titleFont(option.font)).height();
    const int preview = QFontMetrics(rows::previewFont(option.font)).height();
    const QRect row = option.rect.adjusted(rows::margin, 0, -rows::margin, 0);
    const int top = row.top() + (row.height() - title - preview - rows::lineGap) / 2;
    TopicRowLayout l;
    l.remarkText = remarkOn(option, index);
    layOutFirstLine(l, {row.left(), top, row.width(), title}, option, index);
    l.preview = QRect(row.left(), top + title + rows::lineGap, row.width(), preview);
    const Conversation topic = topicAt(index);
    if (const int unread = topic.unread + topic.mutedUnread; unread > 0) {
        l.badgeText = rows::badgeText(unread);
        l.badgeIsMuted = topic.unread == 0 || topic.isGone();
        const QSize size = rows::badgeSize(l.badgeText, option.font);
        l.badge = QRect(
            QPoint(row.right() + 1 - size.width(), l.preview.center().y() + 1 - size.height() / 2),
            size);
        l.preview.setRight(l.badge.left() - 1 - rows::gap);
    }
    if (topic.hasFailed) {
        l.failed = QRect(QPoint(), rows::failedSize(option.font));
        l.failed.moveCenter({0, l.preview.center().y() + 1});
        l.failed.moveRight(l.badge.isNull() ? row.right() : l.badge.left() - 1 - rows::gap / 2);
        l.preview.setRight(l.failed.left() - 1 - rows::gap);
    }
    rows::mirror(option, {&l.sign, &l.title, &l.mute, &l.remark, &l.preview, &l.failed, &l.badge});
    return l;
}

void TopicDelegate::layOutFirstLine(TopicRowLayout& l, const QRect& line,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QFontMetrics title(rows::titleFont(option.font));
    const QFontMetrics meta(rows::metaFont(option.font));
    const auto markAt = [&](int left) {
        return QRect(left, line.top() + (line.height() - rows::markSize) / 2, rows::markSize,
            rows::markSize);
    };
    const Conversation topic = topicAt(index);
    const bool isMuted = topic.isMuted && !topic.isGone();
    const int remark = meta.horizontalAdvance(l.remarkText);
    const int end = line.right() + 1 - (remark > 0 ? remark + rows::gap : 0);
    // Both texts stand on one baseline, whatever their sizes.
    l.remark = QRect(line.right() + 1 - remark, line.top() + title.ascent() - meta.ascent(), remark,
        meta.height());
    l.sign = markAt(line.left());
    const int left = l.sign.right() + 1 + rows::gap / 2;
    const int room = end - left - (isMuted ? rows::markSize + rows::gap / 2 : 0);
    const int width = rows::widthOf(titleAt(index), rows::titleFont(option.font), room);
    l.title = QRect(left, line.top(), width, line.height());
    if (isMuted)
        l.mute = markAt(left + width + rows::gap / 2);
}

void TopicDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = Theme::from(option.palette);
    const Conversation topic = topicAt(index);
    const TopicRowLayout places = layout(option, index);
    const bool isLocked = index.data(TopicListModel::LockedRole).toBool();

    painter->save();
    rows::paintGround(*painter, option, theme);
    paintIcon(*painter, places.sign, isLocked ? Icon::Lock : Icon::Hash, theme.meta);
    painter->setFont(rows::titleFont(option.font));
    painter->setPen(topic.isGone() ? theme.meta : theme.text);
    rows::drawLine(*painter, places.title, titleAt(index), option.direction);
    if (!places.mute.isNull())
        paintIcon(*painter, places.mute, Icon::BellOff, theme.meta);
    painter->setFont(rows::metaFont(option.font));
    painter->setPen(theme.meta);
    painter->drawText(places.remark, Qt::AlignCenter, places.remarkText);
    paintPreview(*painter, option, places.preview, topic, theme);
    if (!places.badge.isNull())
        rows::paintBadge(
            *painter, places.badge, places.badgeText, places.badgeIsMuted, option.font, theme);
    if (!places.failed.isNull())
        rows::paintFailed(*painter, places.failed, option.font, theme);
    painter->restore();
}

bool TopicDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const Conversation topic = topicAt(index);
    QStringList lines{titleAt(index)};
    if (!topic.description.isEmpty())
        lines.append(topic.description);
    if (topic.lastActivity > 0)
        lines.append(exactTime(QDateTime::fromSecsSinceEpoch(topic.lastActivity), option.locale));
    // Escaped: what people wrote is never markup, also not in a tool tip.
    for (QString& line : lines)
        line = line.toHtmlEscaped();
    QToolTip::showText(event->globalPos(), lines.join(u"<br>"_s), view, option.rect);
    return true;
}

} // namespace skein
