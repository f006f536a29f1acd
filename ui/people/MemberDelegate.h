// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of people: avatar, name, and at the edge what they are. Knows no model but
// MemberListModel's roles, which other lists of people have, too. Main thread.

#include "ui/theme/RowPainting.h"

#include <QStyledItemDelegate>

namespace skein {

/// Where the parts of a row are. Painting and tests look here.
struct MemberRowLayout {
    QRect avatar;
    QRect name;
    QRect remark; ///< null when there is nothing to say
    QString remarkText; ///< "You", "Admin", "You, owner"
};

class MemberDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 48;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    [[nodiscard]] MemberRowLayout layout(
        const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace skein
