// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoHttplib.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace skein {

std::unique_ptr<DemoHttpServer> DemoHttpServer::make(const Handler& handler)
{
    const QDir program(QCoreApplication::applicationDirPath());
    const QString file = program.filePath(QStringLiteral(SKEIN_DEMO_HTTP));
    const auto found = QLibrary::resolve(file, "makeHttplibServer");
    const auto make = reinterpret_cast<decltype(&makeHttplibServer)>(found);
    return std::unique_ptr<DemoHttpServer>(make ? make(handler) : nullptr);
}

} // namespace skein
