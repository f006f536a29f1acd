// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the icon in the tray offers. "Quiet for 1 hour" it does itself, by QuietForOnce; the rest is
// for whoever listens. Main thread.

#include "core/platform/QuietForOnce.h"

#include <QMenu>

namespace skein {

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
    void sayQuiet();

    QuietForOnce m_quiet;
    QAction* m_quietAction;
    QAction* m_showSettings;
};

} // namespace skein
