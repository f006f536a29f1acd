// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a message is written: plain text, and emoji of GroupMe's packs as placeholders that
// remember which they are. Enter says `submitted`, Shift+Enter breaks the line, as tall as its text
// up to eight lines. Page keys that it cannot use go to its parent, files and pictures to whoever
// takes them. Main thread.

#include "core/types/Attachment.h"

#include <QHash>
#include <QPixmap>
#include <QPlainTextEdit>

#include <optional>

namespace skein {

class MessageField : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr int mostLines = 8;

    using PackCell = EmojiAttachment::Cell;

    explicit MessageField(QWidget* parent = nullptr);

    /// What stands for an emoji of a pack in the text (protocol.md F4).
    static constexpr QChar packPlaceholder{QChar::ReplacementCharacter};
    void insertPackEmoji(const PackCell& cell);
    /// Replaces everything; the placeholders in `text` are these, in their order.
    void setContent(const QString& text, const QList<PackCell>& cells);
    /// Which the placeholders stand for, in their order; none for those that were only typed.
    [[nodiscard]] QList<std::optional<PackCell>> packCells() const;
    /// What is shown in place of placeholders, by pack and index.
    void setPackPictures(const QHash<std::pair<int, int>, QPixmap>& pictures);

    /// An input method holds text that is not written yet.
    [[nodiscard]] bool isComposing() const { return m_composing; }

signals:
    void submitted();
    /// Files or a picture were pasted.
    void pasted(const QMimeData& data);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitHeight();

    QHash<std::pair<int, int>, QPixmap> m_pictures;
    int m_lines = 1; ///< as wrapped, counted up to one more than mostLines
    bool m_composing = false;
};

} // namespace skein
