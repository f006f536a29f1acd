// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of the chat list: avatar, title and time on one line, preview and counts on the next
// (look.md). Knows no model but its roles. Main thread.

#include "core/types/Conversation.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace skein {

/// Where the parts of a row are. Painting and tests look here.
struct ChatRowLayout {
    QRect avatar;
    QRect title;
    QRect mute; ///< the mark after the title; null unless muted
    QRect time;
    QRect preview;
    QRect ticks; ///< null unless an own message was seen
    QRect badge; ///< null without unread messages
    QRect mutedBadge; ///< null unless some of them stand where it is muted
    QString timeText;
    QString badgeText;
    QString mutedBadgeText;
};

class ChatDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    explicit ChatDelegate(Now now, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

    [[nodiscard]] ChatRowLayout layout(
        const QStyleOptionViewItem& option, const Conversation& conversation) const;

private:
    void layOutFirstLine(ChatRowLayout& l, const QRect& line, const QStyleOptionViewItem& option,
        const Conversation& conversation) const;
    static void layOutSecondLine(ChatRowLayout& l, const QRect& line,
        const QStyleOptionViewItem& option, const Conversation& conversation);

    Now m_now;
};

} // namespace skein
