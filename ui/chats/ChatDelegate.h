// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of the chat list: avatar, title and time on one line, preview and counts on the next
// (look.md); where there is no room for words, the avatar with its count. Knows no model but its
// roles. Main thread.

#include "core/types/Conversation.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace skein {

/// Where the parts of a row are. Painting and tests look here.
struct ChatRowLayout {
    bool isBrief = false; ///< avatar and badge only
    QRect avatar;
    QRect title;
    QRect mute; ///< the mark after the title; null unless muted
    QRect time;
    QRect preview;
    QRect ticks; ///< null unless an own message was seen
    QRect failed; ///< null unless a message was not sent
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
    [[nodiscard]] static ChatRowLayout briefLayout(
        const QStyleOptionViewItem& option, const Conversation& conversation);
    void layOutFirstLine(ChatRowLayout& l, const QRect& line, const QStyleOptionViewItem& option,
        const Conversation& conversation) const;
    static void layOutSecondLine(ChatRowLayout& l, const QRect& line,
        const QStyleOptionViewItem& option, const Conversation& conversation);
    static void paintWords(QPainter& painter, const QStyleOptionViewItem& option,
        const ChatRowLayout& places, const Conversation& conversation, const Theme& theme,
        const QString& title);
    static void paintBadges(QPainter& painter, const QStyleOptionViewItem& option,
        const ChatRowLayout& places, bool isGone, const Theme& theme);
    static void paintRing(QPainter& painter, const QRect& badge, const QStyleOptionViewItem& option,
        const Theme& theme);

    Now m_now;
};

} // namespace skein
