// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/LineDelegate.h"

#include "ui/theme/RowPainting.h"

namespace skein {

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {2 * rows::margin, std::max(36, QFontMetrics(option.font).height() + 2 * rows::gap)};
}

void LineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = Theme::from(option.palette);
    const QString remark = index.data(remarkRole).toString().left(rows::longestLine);
    const QFont remarkFont = rows::metaFont(option.font);
    QRect line = option.rect.adjusted(rows::margin, 0, -rows::margin, 0);
    QRect end = line;
    if (!remark.isEmpty()) {
        const int width = rows::widthOf(remark, remarkFont, line.width() / 2);
        end.setLeft(end.right() + 1 - width);
        line.setRight(end.left() - rows::gap - 1);
    }
    rows::mirror(option, {&line, &end});
    painter->save();
    rows::paintGround(*painter, option, theme);
    const bool usable = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->setFont(option.font);
    painter->setPen(usable ? theme.text : theme.meta);
    rows::drawLine(
        *painter, line, index.data().toString().left(rows::longestLine), option.direction);
    painter->setFont(remarkFont);
    painter->setPen(theme.meta);
    if (!remark.isEmpty())
        rows::drawLine(*painter, end, remark, option.direction);
    painter->restore();
}

} // namespace skein
