// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/EmojiGrid.h"

#include "ui/theme/EmojiFont.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QToolButton>

#include <algorithm>

namespace skein {

namespace {

constexpr int leastTabWidth = 26; ///< two packs beside the categories need no scrolling
constexpr int tabPicture = 20;
constexpr int cellPicture = 28;

QFont pixelEmojiFont(const QFont& base, int pixels)
{
    QFont font = emojiFont(base);
    font.setPixelSize(pixels);
    return font;
}

} // namespace

EmojiTabs::EmojiTabs(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(true);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({tabPicture, tabPicture});
    setMouseTracking(true);
}

QSize EmojiTabs::tabSizeHint(int) const
{
    // The tabs share the width that the picker gave the bar.
    const int room = maximumWidth() < QWIDGETSIZE_MAX ? maximumWidth() : 0;
    return {std::max(leastTabWidth, room / std::max(count(), 1)), barHeight};
}

QSize EmojiTabs::minimumTabSizeHint(int index) const { return tabSizeHint(index); }

void EmojiTabs::tabLayoutChange()
{
    // Qt makes them when there are too many tabs.
    for (QToolButton* button : findChildren<QToolButton*>())
        button->setAutoRaise(true);
}

void EmojiTabs::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setFont(pixelEmojiFont(font(), tabPicture - 2));
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    for (int tab = 0; tab < count(); ++tab) {
        if (!isTabVisible(tab))
            continue;
        const QRect place = tabRect(tab);
        const QRectF ground = QRectF(place).adjusted(1, 2, -1, -4);
        painter.setPen(Qt::NoPen);
        if (tab == currentIndex()) {
            painter.setBrush(theme.selection);
            painter.drawRoundedRect(ground, 8, 8);
        } else if (underMouse() && place.contains(mouse)) {
            painter.setBrush(theme.hover);
            painter.drawRoundedRect(ground, 8, 8);
        }
        if (tab == currentIndex() && hasFocus()) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7);
        }
        painter.setPen(theme.text);
        const QRect picture(
            place.center() - QPoint(tabPicture / 2 - 1, tabPicture / 2), iconSize());
        if (!tabIcon(tab).isNull())
            tabIcon(tab).paint(&painter, picture);
        else
            painter.drawText(ground, Qt::AlignCenter, tabText(tab));
    }
}

QSize EmojiCellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {side, side};
}

void EmojiCellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = Theme::from(option.palette);
    const QRectF ground = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected)
        && option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(isCurrent ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(isCurrent ? theme.selection : theme.hover);
        painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 8, 8);
    }
    painter->setPen(theme.text);
    const QString emoji = index.data(EmojiTextRole).toString();
    const auto picture = index.data(PackPictureRole).value<QPixmap>();
    if (!emoji.isEmpty()) {
        painter->setFont(pixelEmojiFont(option.font, cellPicture - 4));
        painter->drawText(option.rect, Qt::AlignCenter, emoji);
    } else if (!picture.isNull()) {
        QRectF place(0, 0, cellPicture, cellPicture);
        place.setSize(QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(option.rect).center());
        painter->drawPixmap(place, picture, QRectF(picture.rect()));
    } else {
        painter->setFont(scaledFont(option.font, 0.7));
        painter->setPen(theme.meta);
        const QString name = index.data().toString();
        painter->drawText(option.rect.adjusted(2, 0, -2, 0), Qt::AlignCenter,
            painter->fontMetrics().elidedText(name, Qt::ElideRight, side - 4));
    }
    painter->restore();
}

} // namespace skein
