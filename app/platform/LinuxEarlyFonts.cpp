// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/EarlyFonts.h"

#include <QFontDatabase>
#include <QThreadPool>

namespace skein {

void findFonts(QThreadPool& background)
{
    background.start([] { QFontDatabase::hasFamily({}); });
}

} // namespace skein
