// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of one line, in the look of all lists: a text, and at the other end a remark in a quieter
// ink. Both are shown literally. Main thread.

#include <QStyledItemDelegate>

namespace skein {

class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int remarkRole = Qt::UserRole + 64; ///< QString; may be absent

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace skein
