// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Autostart: macOS, by an agent of the person's own.

#include "app/platform/AutostartFile.h"
#include "app/platform/AutostartTexts.h"

#include <QDir>

namespace skein {

using namespace Qt::StringLiterals;

std::unique_ptr<Autostart> makeAutostart(const AutostartEntry& entry)
{
    return std::make_unique<AutostartFile>(
        QDir::homePath() + u"/Library/LaunchAgents/%1.plist"_s.arg(entry.id), launchAgent(entry),
        [](const QByteArray& text) { return !text.isEmpty(); });
}

} // namespace skein
