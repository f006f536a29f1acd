// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/DownloadMark.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace skein {

void markAsDownloaded(const QString& file)
{
    // As browsers do it; file systems other than NTFS have no such place.
    QFile mark(file + u":Zone.Identifier"_s);
    if (mark.open(QIODevice::WriteOnly))
        mark.write("[ZoneTransfer]\r\nZoneId=3\r\n");
}

} // namespace skein
