// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a message is written: plain text only, Enter says `submitted`, Shift+Enter breaks the line,
// as tall as its text up to eight lines. Page keys that it cannot use go to its parent. Main
// thread.

#include <QPlainTextEdit>

namespace skein {

class MessageField : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr int mostLines = 8;

    explicit MessageField(QWidget* parent = nullptr);

    /// An input method holds text that is not written yet.
    [[nodiscard]] bool isComposing() const { return m_composing; }

signals:
    void submitted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    int m_lines = 1; ///< as wrapped, counted up to one more than mostLines
    bool m_composing = false;
};

} // namespace skein
