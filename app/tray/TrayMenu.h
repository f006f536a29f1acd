// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the icon in the tray offers. "Quiet for 1 hour" it does itself, by the setting; the rest is
// for whoever listens. Main thread.

#include "core/base/Clock.h"

#include <QMenu>

namespace skein {

class Settings;

class TrayMenu : public QMenu {
    Q_OBJECT
public:
    TrayMenu(Settings& settings, Clock& clock, QWidget* parent = nullptr);

    /// There are settings to show.
    void setSignedIn(bool isSignedIn) { m_showSettings->setEnabled(isSignedIn); }

signals:
    void openRequested();
    void settingsRequested();
    void quitRequested();

private:
    void toggleQuiet();
    void sayQuiet();
    [[nodiscard]] qint64 quietUntil() const; ///< 0: not quiet

    Settings& m_settings;
    const Clock& m_clock;
    QAction* m_quiet;
    QAction* m_showSettings;
    std::unique_ptr<Timer> m_quietEnd;
};

} // namespace skein
