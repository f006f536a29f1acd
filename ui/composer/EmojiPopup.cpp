// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/EmojiPopup.h"

#include "ui/composer/EmojiTable.h"
#include "ui/theme/EmojiFont.h"
#include "ui/theme/Theme.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace skein {

namespace {

constexpr int emojiRowHeight = 36;
constexpr int emojiColumn = 24;
constexpr int emojiGap = 8;
constexpr int mostOffered = 40;
constexpr auto emojiRole = Qt::UserRole;

class EmojiRowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {emojiColumn + 3 * emojiGap,
            std::max(emojiRowHeight, option.fontMetrics.height() + emojiGap)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme theme = Theme::from(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        const QRect row = option.rect.adjusted(emojiGap, 0, -emojiGap, 0);
        const QRect picture(row.left(), row.top(), emojiColumn, row.height());
        const QRect words = row.adjusted(emojiColumn + emojiGap, 0, 0, 0);
        painter->setPen(theme.text);
        painter->setFont(emojiFont(option.font, 1.2));
        painter->drawText(QStyle::visualRect(option.direction, row, picture), Qt::AlignCenter,
            index.data(emojiRole).toString());
        painter->setFont(option.font);
        const auto along
            = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(QStyle::visualRect(option.direction, row, words),
            int(along) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

EmojiPopup::EmojiPopup(MessageField& field, const EmojiTable& table)
    : WordPopup(field, u':')
    , m_table(table)
{
    setAccessibleName(tr("Emoji by name"));
    setItemDelegate(new EmojiRowDelegate(this));
}

void EmojiPopup::offer(const QString& typed, QStandardItemModel& rows) const
{
    const bool isName = std::ranges::all_of(typed, [](QChar unit) {
        return unit.isLetterOrNumber() || unit.isMark() || unit == u'_' || unit == u'-';
    });
    if (!isName || typed.size() < leastLetters)
        return;
    for (const Emoji& emoji : m_table.search(typed, mostOffered)) {
        auto* row = new QStandardItem(emoji.name);
        row->setData(emoji.text, emojiRole);
        rows.appendRow(row);
    }
}

QString EmojiPopup::choice(const QModelIndex& row)
{
    const QString emoji = row.data(emojiRole).toString();
    emit chosen(emoji);
    return emoji;
}

QString EmojiPopup::hint(const QModelIndex& row) const
{
    return tr("Enter writes %1").arg(row.data().toString());
}

} // namespace skein
