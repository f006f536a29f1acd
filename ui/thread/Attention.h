// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether somebody is there and looks at a widget: its window is shown, not minimised, not covered
// and active, and there was input in the last five minutes. Main thread.

#include "core/base/Clock.h"

#include <QObject>

#include <optional>

class QWidget;

namespace skein {

class Attention : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::minutes patience{5};

    struct Facts {
        bool isShown = false; ///< the widget itself, with its window
        bool isMinimised = false;
        bool isExposed = false; ///< the system shows at least a part of the window
        bool isActive = false;
        std::optional<std::chrono::milliseconds> sinceInput; ///< none yet: nobody was there
    };
    [[nodiscard]] static bool isAttentive(const Facts& facts);

    Attention(QWidget& widget, Clock& clock);

    [[nodiscard]] bool isAttentive() const { return isAttentive(facts()); }
    [[nodiscard]] Facts facts() const;

signals:
    /// It may have come or gone. Not sent when five minutes run out: nobody is there to wait for.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteInput();
    void tell();

    QWidget& m_widget;
    Clock& m_clock;
    std::optional<std::chrono::milliseconds> m_lastInput;
    bool m_wasAttentive = false; ///< as last told
};

} // namespace skein
