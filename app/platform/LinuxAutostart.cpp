// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Autostart: Linux, by the freedesktop's folder of programs to start.

#include "app/platform/AutostartFile.h"
#include "app/platform/AutostartTexts.h"

#include <QStandardPaths>

namespace skein {

using namespace Qt::StringLiterals;

std::unique_ptr<Autostart> makeAutostart(const AutostartEntry& entry)
{
    AutostartEntry started = entry;
    // An AppImage runs from a place that is gone when it ends.
    started.program = qEnvironmentVariable("APPIMAGE", entry.program);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::make_unique<AutostartFile>(
        folder + u"/autostart/%1.desktop"_s.arg(entry.id), desktopEntry(started), startsProgram);
}

} // namespace skein
