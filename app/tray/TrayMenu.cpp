// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/TrayMenu.h"

#include "core/platform/Settings.h"

#include <QLocale>

namespace skein {

using namespace std::chrono_literals;

TrayMenu::TrayMenu(Settings& settings, Clock& clock, QWidget* parent)
    : QMenu(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_quietEnd(clock.timer([this] { sayQuiet(); }))
{
    setAccessibleName(tr("Skein"));
    addAction(tr("Open Skein"), this, &TrayMenu::openRequested);
    m_quiet = addAction(QString(), this, &TrayMenu::toggleQuiet);
    m_quiet->setCheckable(true);
    addSeparator();
    m_showSettings = addAction(tr("Settings"), this, &TrayMenu::settingsRequested);
    addAction(tr("Quit Skein"), this, &TrayMenu::quitRequested);
    settings.onChange(setting::quietUntil, this, [this] { sayQuiet(); });
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::sayQuiet);
    sayQuiet();
}

qint64 TrayMenu::quietUntil() const
{
    const qint64 until = m_settings.value(setting::quietUntil);
    return until > m_clock.now() / 1s ? until : 0;
}

void TrayMenu::toggleQuiet()
{
    const qint64 inAnHour = (m_clock.now() + 1h) / 1s;
    m_settings.set(setting::quietUntil, qlonglong{quietUntil() > 0 ? 0 : inAnHour});
    sayQuiet(); // a click has turned the tick, whatever became of the setting
}

void TrayMenu::sayQuiet()
{
    const qint64 until = quietUntil();
    m_quiet->setChecked(until > 0);
    if (until == 0) {
        m_quiet->setText(tr("Quiet for 1 hour"));
        return m_quietEnd->stop();
    }
    const QTime end = localTime(m_clock).addSecs(until - m_clock.now() / 1s).time();
    m_quiet->setText(tr("Quiet until %1").arg(QLocale().toString(end, QLocale::ShortFormat)));
    m_quietEnd->start(std::chrono::seconds(until) - m_clock.now());
}

} // namespace skein
