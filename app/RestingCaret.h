// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lets the caret stand still some seconds after the last key or click: blinking woke and painted
// twice a second as long as a window was in front. Changes nothing but the application's flash
// time, and gives that back. Main thread.

#include "core/base/Clock.h"

#include <QObject>

namespace skein {

class RestingCaret final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds blinksFor{10};

    explicit RestingCaret(Clock& clock, QObject* parent = nullptr);
    ~RestingCaret() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void blink();
    void rest();

    std::unique_ptr<Timer> m_end;
    int m_flashTime = 0; ///< ms, as the system has it; 0: the caret is not at rest
};

} // namespace skein
