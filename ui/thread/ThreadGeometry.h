// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the rows of a thread stand. The truth is one row's place in the viewport (the anchor) or
// "at the end"; everything else, the scroll bar too, follows from it. Rows are measured when they
// come into view, so what is above the anchor may turn out taller without moving what is read.
// No widget, no model, no painting. Main thread.

#include <QList>

#include <functional>

namespace skein {

/// A row is its body (the bubble and what hangs below it) and what stands above that: day line,
/// unread line, gap. A row is anchored by its body, so that a day line that comes or goes does not
/// push the text. Pixels.
struct RowHeight {
    int above = 0;
    int body = 0;
    [[nodiscard]] int total() const { return above + body; }
};

class ThreadGeometry {
public:
    using Measure = std::function<RowHeight(int row)>;
    static constexpr int endPadding = 12; ///< below the last row
    static constexpr int endTolerance = 4; ///< scrolling down this close to the end is the end

    /// `estimate` must be cheap; `measure` exact.
    ThreadGeometry(Measure measure, Measure estimate);

    // What happened. None of these moves the anchor row; settle() must follow.
    void reset(int count);
    void insertRows(int first, int count);
    void aboutToRemoveRows(int first, int last);
    void removeRows(int first, int last);
    void moveRows(int first, int last, int destination); ///< as QAbstractItemModel::rowsMoved
    void changeRows(int first, int last); ///< their heights and their neighbours' may differ
    void setViewport(int height);
    void remeasureAll(); ///< width or font changed: the first visible row's body keeps its top

    // What the reader wants; settle() must follow.
    void scrollBy(int delta); ///< positive: towards the end
    void scrollTo(int value); ///< a position of the scroll bar
    void scrollToEnd();
    void place(int row, int bodyTop);

    /// Measures what is visible and puts it in place. `endKnown`: the last row is the newest there
    /// is, so that the view may stick to it.
    void settle(bool endKnown);

    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int firstVisible() const { return m_first; }
    [[nodiscard]] int lastVisible() const { return m_last; } ///< -1: nothing is
    [[nodiscard]] int anchorRow() const { return m_anchor; }
    [[nodiscard]] int anchorTop() const { return m_anchorTop; } ///< its body's, in the viewport
    [[nodiscard]] int top(int row) const; ///< of the whole row; estimated out of view
    [[nodiscard]] RowHeight height(int row) const { return m_rows.at(row).height; }
    /// Nothing that its height hangs on, its neighbours either, has changed since.
    [[nodiscard]] bool isMeasured(int row) const
    {
        return row < count() && m_rows.at(row).isMeasured;
    }
    [[nodiscard]] int rowAt(int y) const; ///< among the visible ones; -1: none

    [[nodiscard]] int value() const; ///< for the scroll bar
    [[nodiscard]] int maximum() const;

private:
    struct Row {
        RowHeight height;
        bool isMeasured = false;
    };

    const RowHeight& measured(int row);
    void forget(int row);
    void placeAroundAnchor();
    void placeAtEnd();
    void clampScroll();
    void chooseAnchor();
    void anchorNeighbourOf(int first, int last);
    [[nodiscard]] int firstReadableRow() const;
    [[nodiscard]] int contentHeight() const;

    Measure m_measure;
    Measure m_estimate;
    QList<Row> m_rows;
    int m_viewport = 0;
    int m_anchor = 0;
    int m_anchorTop = 0;
    int m_scrolled = 0; ///< the last scrollBy(), until settled
    bool m_atEnd = true;
    bool m_holdsFirst = false; ///< anchored to the first visible row by remeasureAll()
    int m_first = 0;
    int m_last = -1;
    int m_firstTop = 0;
    int m_bottom = 0; ///< of the last visible row
};

} // namespace skein
