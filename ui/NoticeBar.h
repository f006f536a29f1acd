// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A quiet line over the chats that says one sentence, with at most one thing to do about it. Never
// modal, never in the way. Trouble has a mark at its edge. Hidden while it has nothing to say. Main
// thread.

#include <QWidget>

class QLabel;
class QPushButton;

namespace skein {

class IconButton;

class NoticeBar : public QWidget {
    Q_OBJECT
public:
    enum class Closing { ByPerson, ByProgram };

    enum class Tone { Trouble, Calm };

    explicit NoticeBar(Closing closing, QWidget* parent = nullptr, Tone tone = Tone::Trouble);

    /// `button` empty: nothing to do about it.
    void say(const QString& sentence, const QString& button = {});
    void clear();
    [[nodiscard]] QString sentence() const;

signals:
    void buttonPressed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyTheme();

    const Tone m_tone;
    QLabel* m_sentence;
    QPushButton* m_button;
    IconButton* m_close;
};

} // namespace skein
