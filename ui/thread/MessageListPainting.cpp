// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's part that paints.

#include "core/base/Trace.h"
#include "ui/thread/MessageList.h"
#include "ui/thread/MessagePainter.h"

#include <QPaintEvent>
#include <QPainter>

namespace skein {

namespace {

constexpr int spinMilliseconds = 1000;

} // namespace

void MessageList::fadeIn(int first, int last)
{
    if (!m_isAnimated || !isVisible())
        return;
    for (int row = first; row <= last; ++row)
        m_fading.insert(m_model.row(row).key);
    m_fade.stop();
    m_fade.start();
}

void MessageList::paintEvent(QPaintEvent* event)
{
    m_opening.reset();
    const trace::Span span("paint the thread");
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.window);
    if (m_model.count() > 0) {
        paintRows(painter, event->rect());
        trace::markFirst("thread on screen");
    } else if (!m_model.isLoaded())
        MessagePainter(painter, m_theme, font(), *m_drawn).paintSkeleton(viewport()->rect());
    else
        paintEmpty(painter);
}

void MessageList::paintRows(QPainter& painter, const QRect& exposed)
{
    MessagePainter messages(painter, m_theme, font(), *m_drawn);
    QPoint origin(0, m_geometry.top(m_geometry.firstVisible()));
    for (int row = m_geometry.firstVisible(); row <= m_geometry.lastVisible(); ++row) {
        const int height = m_geometry.height(row).total();
        if (exposed.intersects(QRect(origin, QSize(viewport()->width(), height)))) {
            painter.save();
            painter.translate(origin);
            if (isChosen(row))
                painter.fillRect(0, 0, viewport()->width(), height, m_theme.selection);
            paintGlow(painter, row);
            messages.paint(layoutOf(row), lookOf(row));
            painter.restore();
        }
        origin.ry() += height;
    }
    const int row = m_showsFocus && hasFocus() ? currentRow() : -1;
    if (row >= m_geometry.firstVisible() && row <= m_geometry.lastVisible())
        messages.paintFocusFrame(layoutOf(row).bubble.translated(originOf(row)));
}

RowLook MessageList::lookOf(int row) const
{
    RowLook look;
    look.source = m_source;
    look.uploaded = m_model.row(row).uploaded;
    look.turn = double(m_clock.monotonic().count() % spinMilliseconds) / spinMilliseconds;
    const QString& key = m_model.row(row).key;
    if (key == m_selection.key && !key.isEmpty()) {
        look.selectionStart = m_selection.from;
        look.selectionEnd = m_selection.to;
    }
    if (row == m_hovered.row) {
        look.hoveredLink = m_hovered.hit.link.value_or(QUrl());
        look.hoveredButton = m_hovered.hit.button;
        look.hoveredContent = m_hovered.hit.content;
    }
    if (m_fading.contains(key))
        look.opacity = m_fade.currentValue().toReal();
    return look;
}

void MessageList::paintEmpty(QPainter& painter)
{
    painter.setPen(m_theme.meta);
    painter.setFont(font());
    painter.drawText(viewport()->rect().adjusted(32, 32, -32, -32),
        Qt::AlignCenter | Qt::TextWordWrap, tr("No messages yet.\nWrite the first one below."));
}

} // namespace skein
