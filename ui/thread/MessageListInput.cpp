// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's second part: scrolling, keys, mouse and selection.

#include "ui/thread/MessageList.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QStyleHints>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QWheelEvent>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageOverlap = 48; ///< what stays in view when paging
constexpr int rowMargin = 16; ///< around a row that is brought into view

} // namespace

// ---------------------------------------------------------------- scrolling

void MessageList::scrollByPixels(int delta)
{
    if (delta == 0)
        return;
    m_opening.reset();
    m_geometry.scrollBy(delta);
    settle();
}

void MessageList::wheelEvent(QWheelEvent* event)
{
    scrollByPixels(-wheelPixels(*event));
    if (!viewport()->rect().isEmpty())
        updateHover(event->position().toPoint());
    event->accept();
}

int MessageList::wheelPixels(const QWheelEvent& event)
{
    // Under X11 pixelDelta depends on the driver and is not to be trusted (Qt's documentation).
    if (!event.pixelDelta().isNull() && QGuiApplication::platformName() != "xcb"_L1)
        return event.pixelDelta().y();
    constexpr qreal notch = 120;
    const qreal perNotch
        = QGuiApplication::styleHints()->wheelScrollLines() * fontMetrics().lineSpacing() * 1.25;
    m_wheelRest += event.angleDelta().y() / notch * perNotch;
    const int pixels = int(m_wheelRest);
    m_wheelRest -= pixels;
    return pixels;
}

void MessageList::scrollToRow(int row)
{
    m_opening.reset();
    (void)layoutOf(row);
    m_geometry.changeRows(row, row); // measured for good before it is placed
    const int room = viewport()->height();
    const QRect rect = rowRect(row);
    const int known = layoutOf(row).height.body;
    if (rect.top() < 0 || known > room)
        m_geometry.place(row, rowMargin);
    else if (rect.top() + known > room)
        m_geometry.place(row, room - known - rowMargin);
    else
        return;
    settle();
}

// ---------------------------------------------------------------- keys

void MessageList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    const bool isMenuKey = event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    const bool isShiftOnly = event->modifiers() == Qt::ShiftModifier;
    if (isShiftOnly && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        chooseByKey(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape && !m_chosen.from.isEmpty()) {
        chooseNothing();
    } else if (event->matches(QKeySequence::Copy)) {
        if (row >= 0 || !m_selection.key.isEmpty() || !m_chosen.from.isEmpty())
            perform(RowAction::Copy, row);
    } else if (isMenuKey) {
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        contextMenuEvent(&menu);
    } else if (event->key() == Qt::Key_Escape) {
        emit composerRequested();
    } else if (event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier && row >= 0) {
        perform(RowAction::Reply, row);
    } else if (event->key() == Qt::Key_E && event->modifiers() == Qt::NoModifier && row >= 0) {
        perform(RowAction::Edit, row);
    } else if (event->key() == Qt::Key_Delete && row >= 0) {
        perform(m_model.row(row).uploaded ? RowAction::CancelSending : RowAction::Delete, row);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0) {
        if (m_model.row(row).isHidden)
            perform(RowAction::ShowOnce, row);
        else
            openFirst(row);
    } else if (!scrollByKey(event->key())) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

bool MessageList::scrollByKey(int key)
{
    const int page = std::max(40, viewport()->height() - pageOverlap);
    switch (key) {
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_PageUp:
        scrollByPixels(-page);
        break;
    case Qt::Key_PageDown:
        scrollByPixels(page);
        break;
    case Qt::Key_Home:
        m_geometry.scrollTo(0);
        m_opening.reset();
        settle();
        break;
    case Qt::Key_End:
        goToEnd();
        break;
    default:
        return false;
    }
    keepCurrentVisible();
    return true;
}

void MessageList::moveCurrent(int step)
{
    m_showsFocus = true;
    const int from = currentRow();
    const int last = m_model.count() - 1;
    if (last < 0)
        return;
    if (from < 0)
        setCurrentRow(m_geometry.lastVisible());
    else if (from + step < 0 || from + step > last)
        scrollByPixels(step * fontMetrics().lineSpacing() * 3);
    else
        setCurrentRow(from + step);
    if (currentRow() == last && m_model.isAtEnd())
        goToEnd();
    else if (currentRow() >= 0)
        scrollToRow(currentRow());
}

/// The focus is always to be seen: paging takes it along.
void MessageList::keepCurrentVisible()
{
    const int row = currentRow();
    if (row < 0 || m_geometry.lastVisible() < 0)
        return;
    const QRect rect = rowRect(row);
    if (rect.bottom() < 0)
        setCurrentRow(std::min(m_geometry.firstVisible() + 1, m_geometry.lastVisible()));
    else if (rect.top() >= viewport()->height())
        setCurrentRow(std::max(m_geometry.lastVisible() - 1, m_geometry.firstVisible()));
}

int MessageList::currentRow() const { return m_current.isValid() ? m_current.row() : -1; }

void MessageList::setCurrentRow(int row)
{
    if (row == currentRow())
        return;
    m_current = row >= 0 ? QPersistentModelIndex(m_model.index(row)) : QPersistentModelIndex();
    viewport()->update();
    sayCurrent();
}

/// To screen readers.
void MessageList::sayCurrent()
{
    if (currentRow() < 0 || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(currentRow());
    QAccessible::updateAccessibility(&event);
}

void MessageList::focusInEvent(QFocusEvent* event)
{
    const auto reason = event->reason();
    if (reason != Qt::MouseFocusReason && reason != Qt::ActiveWindowFocusReason
        && reason != Qt::PopupFocusReason) {
        m_showsFocus = true;
        if (currentRow() < 0)
            setCurrentRow(m_geometry.lastVisible());
        keepCurrentVisible();
    }
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    // Qt says only after this that the list has the focus: who hears it wants to know the message.
    QMetaObject::invokeMethod(this, &MessageList::sayCurrent, Qt::QueuedConnection);
}

void MessageList::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

// ---------------------------------------------------------------- mouse

MessageList::Pointed MessageList::pointedAt(const QPoint& point) const
{
    const int row = rowAt(point);
    if (row < 0)
        return {};
    return {row, layoutOf(row).hitTest(point - originOf(row))};
}

void MessageList::updateHover(const QPoint& point)
{
    const Pointed before = m_hovered;
    m_hovered = pointedAt(point);
    const bool isActive = m_hovered.hit.link || m_hovered.hit.button || m_hovered.hit.person
        || m_hovered.hit.content;
    viewport()->setCursor(isActive   ? Qt::PointingHandCursor
            : m_hovered.hit.isOnText ? Qt::IBeamCursor
                                     : Qt::ArrowCursor);
    if (before.row != m_hovered.row || before.hit.link != m_hovered.hit.link
        || before.hit.button != m_hovered.hit.button || before.hit.content != m_hovered.hit.content)
        viewport()->update();
}

void MessageList::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = pointedAt(event->position().toPoint());
    m_showsFocus = false;
    m_selection = {};
    chooseNothing();
    setCurrentRow(m_pressed.row);
    if (m_pressed.row >= 0 && !m_pressed.hit.button) {
        const int at = layoutOf(m_pressed.row)
                           .positionAt(event->position().toPoint() - originOf(m_pressed.row));
        select(m_pressed.row, at, at);
        m_isSelecting = true;
    }
    viewport()->update();
}

void MessageList::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const int row = m_isSelecting ? m_model.rowOfKey(m_selection.key) : -1;
    const int under = m_isSelecting ? rowAt(point) : -1;
    const int first = m_pressed.row;
    if (under >= 0 && first >= 0 && (under != first || !m_chosen.from.isEmpty()))
        chooseTo(first, under);
    else if (row >= 0)
        select(row, m_selection.from, layoutOf(row).positionAt(point - originOf(row)));
    else
        updateHover(point);
}

void MessageList::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isSelecting = false;
    QClipboard* clipboard = QGuiApplication::clipboard();
    const bool hasChosen = !m_chosen.from.isEmpty();
    if (m_selection.from == m_selection.to)
        m_selection = {};
    else if (clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
    const Pointed released = pointedAt(event->position().toPoint());
    const bool isClick = !hasChosen && m_selection.key.isEmpty() && released.row == m_pressed.row
        && released.hit.link == m_pressed.hit.link && released.hit.button == m_pressed.hit.button
        && released.hit.person == m_pressed.hit.person
        && released.hit.content == m_pressed.hit.content;
    m_pressed = {};
    if (isClick && released.row >= 0)
        activate(released);
}

void MessageList::activate(const Pointed& pointed)
{
    if (pointed.hit.button)
        perform(*pointed.hit.button, pointed.row);
    else if (pointed.hit.content)
        activate(*pointed.hit.content, pointed.row);
    else if (pointed.hit.link)
        emit linkActivated(*pointed.hit.link);
    else if (pointed.hit.person)
        emit personActivated(*pointed.hit.person);
}

void MessageList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Pointed pointed = pointedAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !pointed.hit.isOnText)
        return;
    const MessageLayout& layout = layoutOf(pointed.row);
    const QString text = layout.text->text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(layout.positionAt(event->position().toPoint() - originOf(pointed.row)));
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    const auto start = finder.position();
    const auto end = finder.toNextBoundary();
    if (end > start)
        select(pointed.row, int(start), int(end));
}

void MessageList::select(int row, int from, int to)
{
    m_selection = {m_model.row(row).key, from, to};
    viewport()->update();
}

bool MessageList::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        const QString words
            = row < 0 ? QString() : layoutOf(row).toolTip(help->pos() - originOf(row));
        // A name is never markup, also not in a tool tip.
        const QString literal
            = u"<span>"_s + words.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</span>"_s;
        QToolTip::showText(
            help->globalPos(), Qt::mightBeRichText(words) ? literal : words, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = {};
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool MessageList::event(QEvent* event)
{
    // Escape and Copy are ours while we have the focus, whatever shortcut the window gives them.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            key->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace skein
