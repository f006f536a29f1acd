// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small window of its own for an answer to a notification, where the desktop offers no field for
// it: what was notified, one field, Enter sends. Closes and deletes itself. Main thread.

#include <QDialog>

class QLabel;
class QPushButton;

namespace skein {

class MessageField;

class ReplyWindow : public QDialog {
    Q_OBJECT
public:
    /// `title` and `words` as the notification said them, `text` to begin with. It has no parent:
    /// the program's window may be hidden.
    ReplyWindow(const QString& title, const QString& words, const QString& text);

    [[nodiscard]] MessageField& field() const { return *m_field; }

signals:
    /// Not blank, and not too long.
    void sent(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QLayout* buildButtons();
    void applyTheme();
    void look();
    void submit();

    QLabel* m_words;
    QWidget* m_frame;
    MessageField* m_field;
    QLabel* m_flaw;
    QPushButton* m_send;
};

} // namespace skein
