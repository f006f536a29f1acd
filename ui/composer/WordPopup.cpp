// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/WordPopup.h"

#include "ui/composer/MessageField.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

namespace skein {

namespace {

constexpr int popupWidest = 300;
constexpr int popupGap = 8;
constexpr int popupBorder = 1;

bool isOfWord(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit == u'_' || unit.isLowSurrogate();
}

} // namespace

WordPopup::WordPopup(MessageField& field, QChar sign)
    : QListView(&field)
    , m_field(field)
    , m_sign(sign)
    , m_offered(new QStandardItemModel(this))
{
    hide();
    setModel(m_offered);
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setLineWidth(popupBorder);
    setMouseTracking(true);
    m_field.installEventFilter(this);
    connect(this, &QListView::clicked, this, &WordPopup::choose);
    connect(&m_field, &QPlainTextEdit::textChanged, this, &WordPopup::followText);
    connect(&m_field, &QPlainTextEdit::cursorPositionChanged, this, &WordPopup::refresh);
}

void WordPopup::dismiss()
{
    if (isHidden())
        return; // what is said of the field is another's
    hide();
    m_field.setAccessibleDescription({});
}

std::optional<WordPopup::Word> WordPopup::wordAtCaret() const
{
    const QTextCursor caret = m_field.textCursor();
    if (caret.hasSelection() || m_field.isComposing())
        return std::nullopt;
    const QString before = caret.block().text().left(caret.positionInBlock());
    const qsizetype at = before.lastIndexOf(m_sign);
    if (at < 0)
        return std::nullopt;
    // An emoji before it is no letter: only a low surrogate of a letter would be.
    const bool startsWord = at == 0 || !isOfWord(before.at(at - 1))
        || (at > 1 && before.at(at - 1).isLowSurrogate()
            && !QChar::isLetterOrNumber(
                QChar::surrogateToUcs4(before.at(at - 2), before.at(at - 1))));
    const QString typed = before.mid(at + 1);
    if (!startsWord || std::ranges::any_of(typed, [](QChar unit) { return unit.isSpace(); }))
        return std::nullopt;
    return Word{caret.block().position() + int(at), typed};
}

void WordPopup::followText()
{
    if (m_choosing)
        return;
    const auto word = wordAtCaret();
    if (!word || m_refusedAt != word->at)
        m_refusedAt.reset();
    if (word && !m_refusedAt)
        offerFor(*word);
    else
        dismiss();
}

void WordPopup::refresh()
{
    if (!isVisible() || m_choosing)
        return;
    const auto word = wordAtCaret();
    if (word)
        offerFor(*word);
    else
        dismiss();
}

void WordPopup::offerFor(const Word& word)
{
    m_offered->clear();
    offer(word.typed, *m_offered);
    if (m_offered->rowCount() == 0)
        return dismiss();
    place(word);
    step(0);
}

void WordPopup::place(const Word& word)
{
    QWidget* window = m_field.window();
    if (parentWidget() != window) {
        if (m_window)
            m_window->removeEventFilter(this);
        setParent(window);
        m_window = window;
        m_window->installEventFilter(this);
    }
    const Theme theme = Theme::from(m_field.palette());
    setPalette(inked(m_field.palette(), theme.hairline)); // a plain frame is in the text's colour
    QTextCursor at(m_field.document());
    at.setPosition(word.at);
    const QPoint caret = m_field.viewport()->mapTo(window, m_field.cursorRect(at).topLeft())
        - QPoint(0, popupGap / 2);
    const int row = sizeHintForRow(0);
    const int rows = std::min(m_offered->rowCount(), mostRows);
    const int height = std::min(rows * row, std::max(caret.y() - popupGap - 2 * popupBorder, row));
    const int width = std::min(popupWidest, window->width() - 2 * popupGap);
    const int left = std::min(caret.x() - popupGap, window->width() - popupGap - width);
    resize(width, height + 2 * popupBorder);
    move(std::max(left, popupGap), std::max(caret.y() - this->height(), 0));
    show();
    raise();
}

bool WordPopup::eventFilter(QObject* watched, QEvent* event)
{
    const bool ofField = watched == &m_field;
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_window) // the scroll bars come here, too
            dismiss(); // its place is another one now
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (ofField)
            dismiss();
        break;
    case QEvent::InputMethod:
        if (ofField && !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty())
            dismiss(); // the keys are the composition's
        break;
    case QEvent::ShortcutOverride: // the window's own Escape must not come before this one
        if (ofField && isVisible() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress:
        if (ofField && isVisible() && take(*static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QListView::eventFilter(watched, event);
}

void WordPopup::mouseMoveEvent(QMouseEvent* event)
{
    // Not entered(): rows that scroll under a mouse at rest would take the keyboard's choice away.
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && index != currentIndex())
        step(index.row() - currentIndex().row());
    QListView::mouseMoveEvent(event);
}

bool WordPopup::take(const QKeyEvent& key)
{
    if ((key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(currentIndex());
        return true;
    case Qt::Key_Escape:
        if (const auto word = wordAtCaret())
            m_refusedAt = word->at;
        dismiss();
        return true;
    default:
        return false;
    }
}

void WordPopup::step(int rows)
{
    const int count = m_offered->rowCount();
    const int row = std::max(currentIndex().row(), 0) + rows;
    const QModelIndex index = m_offered->index((row + count) % count, 0);
    setCurrentIndex(index);
    scrollTo(index);
    // The keyboard is in the field: there a screen reader hears who would be chosen.
    m_field.setAccessibleDescription(hint(index));
}

void WordPopup::choose(const QModelIndex& index)
{
    const auto word = wordAtCaret();
    if (!word || !index.isValid())
        return dismiss();
    const QScopedValueRollback choosing(m_choosing, true);
    const QString chosen = choice(index);
    QTextCursor writing = m_field.textCursor();
    const bool spaced = m_field.document()->characterAt(writing.position()) == u' ';
    writing.setPosition(word->at, QTextCursor::KeepAnchor);
    writing.insertText(spaced ? chosen : chosen + u' ');
    if (spaced)
        writing.movePosition(QTextCursor::NextCharacter);
    m_field.setTextCursor(writing);
    dismiss();
}

} // namespace skein
