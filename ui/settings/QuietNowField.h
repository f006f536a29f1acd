// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Quiet for 1 hour" as a row of the settings: says until when it is quiet, and ends it. Main
// thread.

#include <QWidget>

class QLabel;
class QPushButton;

namespace skein {

class Clock;
class QuietForOnce;
class Settings;

class QuietNowField : public QWidget {
    Q_OBJECT
public:
    QuietNowField(Settings& settings, Clock& clock, QWidget* parent = nullptr);

private:
    void say();

    QuietForOnce* m_quiet;
    QLabel* m_words;
    QPushButton* m_button;
};

} // namespace skein
