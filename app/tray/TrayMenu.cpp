// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/TrayMenu.h"

namespace skein {

TrayMenu::TrayMenu(Settings& settings, Clock& clock, QWidget* parent)
    : QMenu(parent)
    , m_quiet(settings, clock)
{
    setAccessibleName(tr("Skein"));
    addAction(tr("Open Skein"), this, &TrayMenu::openRequested);
    m_quietAction = addAction(QString(), this, [this] {
        m_quiet.setQuiet(!m_quiet.isQuiet());
        sayQuiet(); // a click has turned the tick, whatever became of the setting
    });
    m_quietAction->setCheckable(true);
    addSeparator();
    m_showSettings = addAction(tr("Settings"), this, &TrayMenu::settingsRequested);
    addAction(tr("Quit Skein"), this, &TrayMenu::quitRequested);
    connect(&m_quiet, &QuietForOnce::changed, this, &TrayMenu::sayQuiet);
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::sayQuiet);
    sayQuiet();
}

void TrayMenu::sayQuiet()
{
    m_quietAction->setChecked(m_quiet.isQuiet());
    m_quietAction->setText(m_quiet.isQuiet() ? m_quiet.words() : tr("Quiet for 1 hour"));
}

} // namespace skein
