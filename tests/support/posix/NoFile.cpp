// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NoFile.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace skein {

QString makeNoFile(const QString& folder)
{
    const QString pipe = folder + u"/pipe"_s;
    return mkfifo(qPrintable(pipe), 0600) == 0 ? pipe : QString();
}

} // namespace skein
