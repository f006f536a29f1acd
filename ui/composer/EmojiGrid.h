// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The looks of the emoji picker: its row of tabs, and the cells of its grid. Main thread.

#include <QStyledItemDelegate>
#include <QTabBar>

namespace skein {

/// What the cells of the grid hold beside their names.
enum EmojiCellRole {
    EmojiTextRole = Qt::UserRole, ///< empty: it is a pack's
    PackRole,
    PackIndexRole,
    PackPictureRole, ///< a QPixmap
};

class EmojiTabs : public QTabBar {
    Q_OBJECT
public:
    static constexpr int barHeight = 36;

    explicit EmojiTabs(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void tabLayoutChange() override;
    void paintEvent(QPaintEvent* event) override;
};

class EmojiCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int side = 40;

    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
};

} // namespace skein
