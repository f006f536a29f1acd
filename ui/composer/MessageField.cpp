// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/MessageField.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QScrollBar>

namespace skein {

MessageField::MessageField(QWidget* parent) : QPlainTextEdit(parent)
{
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &MessageField::fitHeight);
    fitHeight();
}

void MessageField::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && m_composing)
        return; // it ends the composition, not the message
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        emit submitted();
        return;
    }
    const bool paging = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (paging && verticalScrollBar()->maximum() == verticalScrollBar()->minimum()) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageField::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void MessageField::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

void MessageField::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void MessageField::fitHeight()
{
    // QPlainTextDocumentLayout counts its height in lines.
    const int lines = static_cast<int>(document()->documentLayout()->documentSize().height());
    const int shown = std::clamp(lines, 1, mostLines);
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(shown * fontMetrics().lineSpacing() + 2 * frameWidth());
}

} // namespace skein
