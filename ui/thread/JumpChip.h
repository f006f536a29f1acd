// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The quiet line over the upper edge of a thread that says that one is on the way to a message,
// with a way to stop, or why one did not arrive. Main thread.

#include <QWidget>

class QLabel;
class QPushButton;

namespace skein {

class JumpChip : public QWidget {
    Q_OBJECT
public:
    explicit JumpChip(QWidget* parent = nullptr);

    void say(const QString& sentence, bool canCancel);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton& cancelButton() const { return *m_cancel; }

signals:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyTheme();

    QLabel* m_sentence;
    QPushButton* m_cancel;
};

} // namespace skein
