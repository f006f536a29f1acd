// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/MentionPopup.h"

#include "ui/composer/MessageField.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/Theme.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace skein {

namespace {

constexpr int memberAvatar = 24;
constexpr int rowHeight = 36;
constexpr int gap = 8;
constexpr auto userRole = Qt::UserRole;
constexpr auto avatarRole = Qt::UserRole + 1;

/// Whether a word of `name` (folded), and what follows it, starts with `typed` (folded).
bool fits(const QString& name, const QString& typed)
{
    for (qsizetype at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
        if (at == 0 || !name.at(at - 1).isLetterOrNumber())
            return true;
        if (typed.isEmpty())
            break;
    }
    return false;
}

class PersonDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {memberAvatar + 3 * gap, std::max(rowHeight, option.fontMetrics.height() + gap)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme theme = Theme::from(option.palette);
        const QString name = index.data().toString();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        const QRect row = option.rect.adjusted(gap, 0, -gap, 0);
        const QRect avatar(
            row.left(), row.center().y() + 1 - memberAvatar / 2, memberAvatar, memberAvatar);
        const QRect words = row.adjusted(memberAvatar + gap, 0, 0, 0);
        paintAvatar(*painter, QStyle::visualRect(option.direction, row, avatar),
            {index.data(userRole).toString(), name, index.data(avatarRole).toString()}, theme);
        painter->setFont(option.font);
        painter->setPen(theme.text);
        const auto along
            = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(QStyle::visualRect(option.direction, row, words),
            int(along) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(name, Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

MentionPopup::MentionPopup(MessageField& field) : WordPopup(field, u'@')
{
    setAccessibleName(tr("People to mention"));
    setItemDelegate(new PersonDelegate(this));
}

void MentionPopup::setPeople(const QList<Mentionable>& people)
{
    m_people.clear();
    for (Mentionable person : people) {
        person.name = person.name.simplified();
        if (!person.name.isEmpty() && !person.user.isEmpty())
            m_people.append(person);
    }
    refresh();
}

void MentionPopup::forgetPicked() { m_picked.clear(); }

void MentionPopup::offer(const QString& typed, QStandardItemModel& rows) const
{
    const QString sought = folded(typed);
    QList<const Mentionable*> fitting;
    for (const Mentionable& person : m_people) {
        if (fits(folded(person.name), sought))
            fitting.append(&person);
    }
    std::ranges::stable_partition(fitting,
        [&](const Mentionable* person) { return folded(person->name).startsWith(sought); });
    for (const Mentionable* person : std::as_const(fitting)) {
        auto* row = new QStandardItem(person->name);
        row->setData(person->user.value, userRole);
        row->setData(person->avatarUrl, avatarRole);
        rows.appendRow(row);
    }
}

QString MentionPopup::choice(const QModelIndex& row)
{
    const QString name = row.data().toString();
    m_picked.insert(name, {row.data(userRole).toString()});
    return u'@' + name;
}

QString MentionPopup::hint(const QModelIndex& row) const
{
    return tr("Enter mentions %1").arg(row.data().toString());
}

} // namespace skein
