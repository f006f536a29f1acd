// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/MessageField.h"

#include "ui/composer/Enclosures.h"
#include "ui/theme/EmojiFont.h"
#include "ui/thread/DisplayText.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextLayout>

namespace skein {

namespace {

constexpr int packProperty = QTextFormat::UserProperty + 1;
constexpr int packIndexProperty = QTextFormat::UserProperty + 2;

/// Emoji in colour, as in the thread.
class EmojiColours : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        for (const QTextLayout::FormatRange& range : emojiFormats(text))
            setFormat(range.start, range.length, range.format);
    }
};

QTextCharFormat formatOf(const MessageField::PackCell& cell)
{
    QTextCharFormat format;
    format.setProperty(packProperty, cell.pack);
    format.setProperty(packIndexProperty, cell.index);
    return format;
}

} // namespace

MessageField::MessageField(QWidget* parent) : QPlainTextEdit(parent)
{
    new EmojiColours(document());
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

void MessageField::insertPackEmoji(const PackCell& cell)
{
    QTextCursor writing = textCursor();
    writing.insertText(QString(packPlaceholder), formatOf(cell));
    writing.setCharFormat({});
    setTextCursor(writing);
    setCurrentCharFormat({}); // what is typed next is itself
}

void MessageField::setContent(const QString& text, const QList<PackCell>& cells)
{
    setPlainText(text);
    qsizetype number = 0;
    QTextCursor writing(document());
    for (qsizetype at = text.indexOf(packPlaceholder); at >= 0 && number < cells.size();
        at = text.indexOf(packPlaceholder, at + 1)) {
        writing.setPosition(int(at));
        writing.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        writing.setCharFormat(formatOf(cells.at(number++)));
    }
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::End);
    setCurrentCharFormat({});
}

QList<std::optional<MessageField::PackCell>> MessageField::packCells() const
{
    QList<std::optional<PackCell>> cells;
    const QString text = toPlainText();
    QTextCursor reading(document());
    for (qsizetype at = text.indexOf(packPlaceholder); at >= 0;
        at = text.indexOf(packPlaceholder, at + 1)) {
        reading.setPosition(int(at) + 1); // the format is that of the character before
        const QTextCharFormat format = reading.charFormat();
        if (format.hasProperty(packProperty))
            cells.append(
                PackCell{format.intProperty(packProperty), format.intProperty(packIndexProperty)});
        else
            cells.append(std::nullopt);
    }
    return cells;
}

void MessageField::setPackPictures(const QHash<std::pair<int, int>, QPixmap>& pictures)
{
    m_pictures = pictures;
    viewport()->update();
}

void MessageField::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    const auto cells = packCells();
    if (cells.isEmpty() || m_pictures.isEmpty())
        return;
    const QString text = toPlainText();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    qsizetype at = -1;
    for (const auto& cell : cells) {
        at = text.indexOf(packPlaceholder, at + 1);
        const QPixmap picture = cell ? m_pictures.value({cell->pack, cell->index}) : QPixmap();
        if (picture.isNull())
            continue;
        QTextCursor place(document());
        place.setPosition(int(at));
        const QRect start = cursorRect(place);
        place.setPosition(int(at) + 1);
        const QRect glyph = start.united(cursorRect(place)).adjusted(0, 0, -1, 0);
        painter.fillRect(glyph, palette().base());
        QRectF shown({}, QSizeF(picture.size()).scaled(glyph.size(), Qt::KeepAspectRatio));
        shown.moveCenter(QRectF(glyph).center());
        painter.drawPixmap(shown, picture, QRectF(picture.rect()));
    }
}

bool MessageField::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || Enclosures::canAdd(*source);
}

void MessageField::dragEnterEvent(QDragEnterEvent* event)
{
    if (Enclosures::canAdd(*event->mimeData()))
        event->ignore(); // whoever is around takes it
    else
        QPlainTextEdit::dragEnterEvent(event);
}

void MessageField::insertFromMimeData(const QMimeData* source)
{
    if (Enclosures::canAdd(*source))
        emit pasted(*source);
    else if (source->hasText())
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
