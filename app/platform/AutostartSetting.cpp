// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/AutostartSetting.h"

#include "core/platform/Settings.h"

#include <QGuiApplication>

namespace skein {

AutostartSetting::AutostartSetting(
    Settings& settings, std::unique_ptr<Autostart> autostart, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_autostart(std::move(autostart))
{
    look();
    settings.onChange(setting::startAtLogin, this, [this] { take(); });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &AutostartSetting::look);
}

void AutostartSetting::look() { m_settings.set(setting::startAtLogin, m_autostart->isOn()); }

void AutostartSetting::take()
{
    const bool wanted = m_settings.value(setting::startAtLogin);
    if (wanted == m_autostart->isOn())
        return;
    m_autostart->set(wanted);
    look(); // it may have failed
}

} // namespace skein
