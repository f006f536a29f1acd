// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of the topic list: "# Logistics" and the time on one line, preview and count on the
// next (look.md). Knows no model but TopicListModel's roles. Main thread.

#include "core/types/Conversation.h"
#include "ui/theme/RowPainting.h"

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace skein {

/// Where the parts of a row are. Painting and tests look here.
struct TopicRowLayout {
    QRect sign; ///< a hash, or a lock where only admins write
    QRect title;
    QRect mute; ///< the mark after the title; null unless muted
    QRect remark; ///< the time, or what else is to be said of it
    QRect preview;
    QRect badge; ///< null without unread messages
    QString remarkText; ///< "14:32", "muted 7 h", "Deleted"
    QString badgeText;
    QRect failed; ///< null unless a message was not sent
    bool badgeIsMuted = false;
};

class TopicDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    static constexpr int rowHeight = 56;

    explicit TopicDelegate(Now now, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

    [[nodiscard]] TopicRowLayout layout(
        const QStyleOptionViewItem& option, const QModelIndex& index) const;

private:
    static void layOutFirstLine(TopicRowLayout& l, const QRect& line,
        const QStyleOptionViewItem& option, const QModelIndex& index);
    [[nodiscard]] QString remarkOn(
        const QStyleOptionViewItem& option, const QModelIndex& index) const;

    Now m_now;
};

} // namespace skein
