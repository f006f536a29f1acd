// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps the setting "start at login" what the system says, which others may change, and tells the
// system when the person changes it. Main thread.

#include "app/platform/Autostart.h"

#include <QObject>

namespace skein {

class Settings;

class AutostartSetting : public QObject {
    Q_OBJECT
public:
    AutostartSetting(
        Settings& settings, std::unique_ptr<Autostart> autostart, QObject* parent = nullptr);

    /// What others did meanwhile; also looked at whenever one comes back to the program.
    void look();

private:
    void take();

    Settings& m_settings;
    const std::unique_ptr<Autostart> m_autostart;
};

} // namespace skein
