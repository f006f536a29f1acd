// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/MemberDelegate.h"

#include "ui/people/MemberListModel.h"

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QString remarkOn(const QModelIndex& index)
{
    QStringList parts;
    if (index.data(MemberListModel::IsMeRole).toBool())
        parts.append(MemberDelegate::tr("You"));
    parts.append(index.data(MemberListModel::RoleWordsRole).toString());
    parts.removeAll({});
    return parts.join(u" \u00b7 "_s);
}

} // namespace

QSize MemberDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int line = QFontMetrics(option.font).height();
    return {metrics::threadAvatar + 2 * rows::margin, std::max(rowHeight, line + 3 * rows::gap)};
}

MemberRowLayout MemberDelegate::layout(
    const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    MemberRowLayout l;
    const QRect row = option.rect.adjusted(rows::margin, 0, -rows::margin, 0);
    l.avatar = QRect(row.left(), row.center().y() + 1 - metrics::threadAvatar / 2,
        metrics::threadAvatar, metrics::threadAvatar);
    l.remarkText = remarkOn(index);
    int end = row.right() + 1;
    if (!l.remarkText.isEmpty()) {
        const QFontMetrics metrics(rows::metaFont(option.font));
        l.remarkText = metrics.elidedText(l.remarkText, Qt::ElideRight, row.width() * 2 / 5);
        const int width = metrics.horizontalAdvance(l.remarkText);
        l.remark = QRect(end - width, row.top(), width, row.height());
        end -= width + rows::gap;
    }
    const int left = l.avatar.right() + 1 + rows::margin;
    l.name = QRect(left, row.top(), end - left, row.height());
    rows::mirror(option, {&l.avatar, &l.name, &l.remark});
    return l;
}

void MemberDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = Theme::from(option.palette);
    const MemberRowLayout places = layout(option, index);
    const QString name = index.data(Qt::DisplayRole).toString().left(rows::longestLine);
    painter->save();
    rows::paintGround(*painter, option, theme);
    paintAvatar(*painter, places.avatar,
        {index.data(MemberListModel::UserRole).toString(), name,
            index.data(MemberListModel::AvatarRole).toString()},
        theme);
    painter->setFont(option.font);
    painter->setPen(theme.text);
    rows::drawLine(*painter, places.name, name, option.direction);
    painter->setFont(rows::metaFont(option.font));
    painter->setPen(theme.meta);
    painter->drawText(places.remark, Qt::AlignCenter, places.remarkText);
    painter->restore();
}

} // namespace skein
