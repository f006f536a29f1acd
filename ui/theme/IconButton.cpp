// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/IconButton.h"

#include "ui/theme/Theme.h"

#include <QStyle>
#include <QStyleOption>

namespace skein {

IconButton::IconButton(Icon icon, const QString& name, QWidget* parent)
    : QToolButton(parent)
    , m_icon(icon)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setDrawing(icon, name);
}

void IconButton::setDrawing(Icon icon, const QString& name)
{
    m_icon = icon;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void IconButton::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF square(rect().center() - QPoint(9, 9), QSizeF(20, 20));
    const QColor ink = underMouse() || hasFocus() ? theme.text : theme.meta;
    paintIcon(painter, square, m_icon,
        isEnabled() ? ink : palette().color(QPalette::Disabled, QPalette::ButtonText));
}

} // namespace skein
