// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/ThreadGeometry.h"

#include <algorithm>
#include <numeric>

namespace skein {

ThreadGeometry::ThreadGeometry(Measure measure, Measure estimate)
    : m_measure(std::move(measure))
    , m_estimate(std::move(estimate))
{
}

void ThreadGeometry::reset(int count)
{
    m_rows.clear();
    m_rows.reserve(count);
    for (int row = 0; row < count; ++row)
        m_rows.append({m_estimate(row), false});
    m_first = m_firstTop = m_bottom = m_anchor = m_anchorTop = m_scrolled = 0;
    m_last = -1;
    m_holdsFirst = false;
    m_atEnd = true;
}

void ThreadGeometry::insertRows(int first, int count)
{
    chooseAnchor();
    m_rows.insert(first, count, Row{});
    for (int row = first; row < first + count; ++row)
        m_rows[row].height = m_estimate(row);
    if (m_anchor >= first && count < int(m_rows.size()))
        m_anchor += count;
    forget(first - 1);
    forget(first + count);
}

void ThreadGeometry::aboutToRemoveRows(int first, int last)
{
    chooseAnchor();
    if (m_anchor >= first && m_anchor <= last)
        anchorNeighbourOf(first, last);
}

void ThreadGeometry::anchorNeighbourOf(int first, int last)
{
    m_anchor = last + 1 < count() ? last + 1 : std::max(0, first - 1);
    m_anchorTop = top(m_anchor) + m_rows.at(m_anchor).height.above;
}

void ThreadGeometry::removeRows(int first, int last)
{
    m_rows.remove(first, last - first + 1);
    if (m_anchor > last)
        m_anchor -= last - first + 1;
    forget(first - 1);
    forget(first);
}

void ThreadGeometry::moveRows(int first, int last, int destination)
{
    chooseAnchor();
    if (m_anchor >= first && m_anchor <= last)
        anchorNeighbourOf(first, last);
    const int length = last - first + 1;
    const auto begin = m_rows.begin();
    if (destination > last) {
        std::rotate(begin + first, begin + last + 1, begin + destination);
        if (m_anchor > last && m_anchor < destination)
            m_anchor -= length;
        destination -= length;
    } else {
        std::rotate(begin + destination, begin + first, begin + last + 1);
        if (m_anchor >= destination && m_anchor < first)
            m_anchor += length;
    }
    const int oldPlace = first < destination ? first : last + 1;
    for (const int row : {oldPlace - 1, oldPlace, destination - 1, destination + length})
        forget(row);
    for (int row = destination; row < destination + length; ++row)
        forget(row);
}

void ThreadGeometry::changeRows(int first, int last)
{
    chooseAnchor();
    for (int row = first - 1; row <= last + 1; ++row)
        forget(row);
}

void ThreadGeometry::setViewport(int height) { m_viewport = height; }

void ThreadGeometry::remeasureAll()
{
    if (!m_atEnd && !m_holdsFirst && m_last >= 0) {
        m_anchor = firstReadableRow();
        m_anchorTop = top(m_anchor) + m_rows.at(m_anchor).height.above;
        m_holdsFirst = true;
    }
    for (Row& row : m_rows)
        row.isMeasured = false;
}

void ThreadGeometry::scrollBy(int delta)
{
    chooseAnchor();
    m_anchorTop -= delta;
    m_scrolled = delta;
    m_atEnd = m_atEnd && delta >= 0;
    m_holdsFirst = false;
}

void ThreadGeometry::scrollTo(int value)
{
    m_holdsFirst = false;
    m_atEnd = false;
    if (m_rows.isEmpty())
        return;
    int y = 0;
    int row = 0;
    while (row + 1 < count() && y + m_rows.at(row).height.total() <= value)
        y += m_rows.at(row++).height.total();
    m_scrolled = value - this->value();
    m_anchor = row;
    m_anchorTop = y + measured(row).above - value;
    m_holdsFirst = false;
}

void ThreadGeometry::scrollToEnd()
{
    m_atEnd = true;
    m_holdsFirst = false;
}

void ThreadGeometry::place(int row, int bodyTop)
{
    m_anchor = row;
    m_anchorTop = bodyTop;
    m_atEnd = false;
    m_holdsFirst = false;
    m_scrolled = 0;
}

void ThreadGeometry::settle(bool endKnown)
{
    if (m_rows.isEmpty()) {
        m_first = m_firstTop = m_bottom = m_anchor = m_scrolled = 0;
        m_last = -1;
        m_atEnd = endKnown;
        return;
    }
    m_atEnd = m_atEnd && endKnown;
    if (m_atEnd) {
        placeAtEnd();
    } else {
        m_anchor = std::clamp(m_anchor, 0, count() - 1);
        placeAroundAnchor();
        clampScroll();
        const int beyond = m_bottom + endPadding - m_viewport;
        const bool isNear = m_scrolled > 0 && beyond <= endTolerance;
        if (endKnown && m_last == count() - 1 && (beyond <= 0 || isNear)) {
            m_atEnd = true;
            placeAtEnd();
        }
    }
    m_scrolled = 0;
    if (!m_holdsFirst)
        chooseAnchor();
}

void ThreadGeometry::clampScroll()
{
    const bool endsEarly = m_last == count() - 1 && m_bottom + endPadding < m_viewport;
    if (endsEarly && m_scrolled > 0) { // not further than the last row we know
        m_anchorTop += std::min(m_scrolled, m_viewport - m_bottom - endPadding);
        placeAroundAnchor();
    }
    if (m_first == 0 && m_firstTop > 0) {
        m_anchorTop -= m_firstTop;
        placeAroundAnchor();
    }
}

void ThreadGeometry::placeAroundAnchor()
{
    int y = m_anchorTop - measured(m_anchor).above;
    m_bottom = y + measured(m_anchor).total();
    m_first = m_last = m_anchor;
    while (m_first > 0 && y > 0)
        y -= measured(--m_first).total();
    m_firstTop = y;
    while (m_last + 1 < count() && m_bottom < m_viewport)
        m_bottom += measured(++m_last).total();
    while (m_first < m_last && m_firstTop + measured(m_first).total() <= 0)
        m_firstTop += measured(m_first++).total();
    while (m_last > m_first && m_bottom - measured(m_last).total() >= m_viewport)
        m_bottom -= measured(m_last--).total();
}

void ThreadGeometry::placeAtEnd()
{
    m_bottom = m_viewport - endPadding;
    m_firstTop = m_bottom;
    m_last = count() - 1;
    m_first = count();
    while (m_first > 0 && (m_firstTop > 0 || m_first == count()))
        m_firstTop -= measured(--m_first).total();
}

/// The first row that begins in the viewport: a row cut by its upper edge then grows upwards, and
/// what is read below it stays. A row that fills the viewport is held by its own top.
void ThreadGeometry::chooseAnchor()
{
    m_holdsFirst = false;
    if (m_last < 0)
        return;
    m_anchor = firstReadableRow();
    int y = top(m_anchor);
    m_anchorTop = y + m_rows.at(m_anchor).height.above;
    for (int row = m_anchor; row <= m_last; ++row) {
        const int bodyTop = y + m_rows.at(row).height.above;
        if (bodyTop >= 0 && bodyTop < m_viewport) {
            m_anchor = row;
            m_anchorTop = bodyTop;
            return;
        }
        y += m_rows.at(row).height.total();
    }
}

int ThreadGeometry::firstReadableRow() const
{
    const bool isGone = m_firstTop + m_rows.at(m_first).height.total() <= 0;
    return isGone && m_first < m_last ? m_first + 1 : m_first;
}

const RowHeight& ThreadGeometry::measured(int row)
{
    Row& entry = m_rows[row];
    if (!entry.isMeasured)
        entry = {m_measure(row), true};
    return entry.height;
}

void ThreadGeometry::forget(int row)
{
    if (row >= 0 && row < count())
        m_rows[row].isMeasured = false;
}

int ThreadGeometry::top(int row) const
{
    int y = m_firstTop;
    for (int i = m_first; i < row; ++i)
        y += m_rows.at(i).height.total();
    for (int i = row; i < m_first; ++i)
        y -= m_rows.at(i).height.total();
    return y;
}

int ThreadGeometry::rowAt(int y) const
{
    int top = m_firstTop;
    for (int row = m_first; row <= m_last; ++row) {
        const int bottom = top + m_rows.at(row).height.total();
        if (y >= top && y < bottom)
            return row;
        top = bottom;
    }
    return -1;
}

int ThreadGeometry::contentHeight() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), endPadding,
        [](int sum, const Row& row) { return sum + row.height.total(); });
}

int ThreadGeometry::maximum() const { return std::max(0, contentHeight() - m_viewport); }

int ThreadGeometry::value() const
{
    if (m_atEnd || m_last < 0)
        return maximum();
    int y = -m_firstTop;
    for (int row = 0; row < m_first; ++row)
        y += m_rows.at(row).height.total();
    return std::clamp(y, 0, maximum());
}

} // namespace skein
