// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/ElidedLabel.h"

#include "ui/theme/EmojiLine.h"
#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace skein {

namespace {

constexpr int markSize = 16;
constexpr int markGap = 4;
constexpr int longestLine = 1000; // more than fits

} // namespace

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const { return {0, QLabel::minimumSizeHint().height()}; }

QString ElidedLabel::fitting() const
{
    return fontMetrics().elidedText(
        text().left(longestLine), Qt::ElideRight, width() - roomOfMarks());
}

int ElidedLabel::roomOfMarks() const { return int(m_marks.size()) * (markSize + markGap); }

void ElidedLabel::setMarks(const QList<Icon>& marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto along = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.setPen(palette().color(foregroundRole()));
    const QRect words(0, 0, width() - roomOfMarks(), height());
    int left = markGap
        + drawEmojiLine(painter, QStyle::visualRect(layoutDirection(), rect(), words),
            text().left(longestLine), along);
    for (const Icon mark : m_marks) {
        const QRect place(left, (height() - markSize) / 2, markSize, markSize);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), mark,
            Theme::from(palette()).meta);
        left += markSize + markGap;
    }
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
