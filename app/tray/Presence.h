// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the window is on the screen or only the icon in the tray: closing hides it where there is
// a tray, and never leaves a person without a way back. Owns the tray's menu. Main thread.

#include "app/tray/TrayMenu.h"
#include "core/types/UnreadTotals.h"

#include <functional>

namespace skein {

class MainWindow;
class Tray;

class Presence : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    struct Around {
        MainWindow& window;
        Tray& tray;
        Settings& settings;
        Clock& clock;
        std::function<void(int count)> showBadge; ///< at the dock or task bar
    };

    explicit Presence(Around around, QObject* parent = nullptr);
    ~Presence() override;

    /// Shows the window; `hidden`: only if within a few seconds no tray is found, and minimised.
    void start(bool hidden);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectMenu();
    void hideOrRaise();
    void noteHidden();
    void look();
    void comeBack();
    void showUnread(const UnreadTotals& totals);

    const Around m_around;
    TrayMenu m_menu;
    std::unique_ptr<Timer> m_look; ///< active while hidden
    int m_misses = 0; ///< looks since the tray was there
    bool m_hasSeenTray = false;
    std::chrono::milliseconds m_leftAt; ///< when the window last stopped being the active one
};

} // namespace skein
