// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's fifth part: a row that one was led to stands in the middle and out for a while, and
// a place is found again.

#include "ui/thread/MessageList.h"

#include <QPainter>

namespace skein {

namespace {

constexpr std::chrono::milliseconds glowTime{1500};
constexpr int glowFade = 120; ///< milliseconds
constexpr qreal glowOpacity = 0.22;
constexpr int tallRowMargin = 16; ///< above a row that is taller than the view

} // namespace

void MessageList::makeGlow()
{
    m_glowEnd = m_clock.timer([this] { endGlow(); });
    m_glow.setDuration(glowFade);
    m_glow.setStartValue(1.0);
    m_glow.setEndValue(0.0);
    m_glow.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glow, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_glow, &QVariantAnimation::finished, this, [this] { m_glowing.clear(); });
}

void MessageList::showRow(int row)
{
    m_opening.reset();
    const int body = layoutOf(row).height.body;
    const int room = viewport()->height() - body;
    m_geometry.changeRows(row, row); // measured for good before it is placed
    m_geometry.place(row, room > 0 ? room / 2 : tallRowMargin);
    settle();
    setCurrentRow(row);
    m_glow.stop();
    m_glowing = m_model.row(row).key;
    m_glowEnd->start(glowTime);
    viewport()->update();
}

void MessageList::goToPlace(const ThreadPlace& place)
{
    const int row = m_model.rowOfKey(place.rowKey);
    if (row < 0)
        return;
    m_opening.reset();
    m_geometry.changeRows(row, row);
    m_geometry.place(row, place.offset);
    settle();
    if (currentRow() >= 0) // the keyboard goes on from what is in view
        setCurrentRow(row);
}

void MessageList::endGlow()
{
    if (m_isAnimated && isVisible())
        m_glow.start();
    else
        m_glowing.clear();
    viewport()->update();
}

qreal MessageList::glowOf(int row) const
{
    if (m_glowing.isEmpty() || m_model.row(row).key != m_glowing)
        return 0;
    return m_glow.state() == QAbstractAnimation::Running ? m_glow.currentValue().toReal() : 1;
}

void MessageList::paintGlow(QPainter& painter, int row)
{
    const qreal strength = glowOf(row);
    if (strength <= 0)
        return;
    QColor ground = m_theme.accent;
    ground.setAlphaF(float(strength * glowOpacity));
    const RowHeight height = m_geometry.height(row);
    painter.fillRect(QRect(0, height.above, viewport()->width(), height.body), ground);
}

} // namespace skein
