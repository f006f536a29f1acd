// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/ElidedLabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace skein {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const { return {0, QLabel::minimumSizeHint().height()}; }

QString ElidedLabel::fitting() const
{
    return fontMetrics().elidedText(text().left(1000), Qt::ElideRight, width());
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto along = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(along) | Qt::TextSingleLine, fitting());
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && fitting() != text()) {
        // Escaped: a name is never markup, also not in a tool tip.
        QToolTip::showText(
            static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace skein
