// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/MessageField.h"

#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

namespace skein {

MessageField::MessageField(QWidget* parent) : QPlainTextEdit(parent)
{
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    // A blank that hangs over the end of a wrapped line must not shift the text.
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this,
        [this] { horizontalScrollBar()->setRange(0, 0); });
    connect(this, &QPlainTextEdit::textChanged, this, &MessageField::fitHeight);
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
    if (paging && m_lines <= mostLines) {
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

void MessageField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight(); // another width wraps otherwise
}

void MessageField::fitHeight()
{
    auto* layout = qobject_cast<QPlainTextDocumentLayout*>(document()->documentLayout());
    qreal height = 0;
    m_lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && m_lines <= mostLines;
        block = block.next()) {
        layout->ensureBlockLayout(block);
        for (int line = 0; line < block.layout()->lineCount() && m_lines <= mostLines; ++line) {
            if (++m_lines <= mostLines)
                height += block.layout()->lineAt(line).height();
        }
    }
    setVerticalScrollBarPolicy(
        m_lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::max(qCeil(height), fontMetrics().height()) + 2 * frameWidth());
}

} // namespace skein
