// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/DownloadMark.h"

#include <QDir>
#include <QFile>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

/// Where they are not, a mark would be a file of its own.
bool haveFilesStreams(const QString& file)
{
    wchar_t root[MAX_PATH + 1] = {};
    DWORD flags = 0;
    return GetVolumePathNameW(QDir::toNativeSeparators(file).toStdWString().c_str(), root, MAX_PATH)
        && GetVolumeInformationW(root, nullptr, 0, nullptr, nullptr, &flags, nullptr, 0)
        && (flags & FILE_NAMED_STREAMS);
}

} // namespace

void markAsDownloaded(const QString& file)
{
    if (!haveFilesStreams(file))
        return;
    QFile mark(file + u":Zone.Identifier"_s); // as browsers do it
    if (mark.open(QIODevice::WriteOnly))
        mark.write("[ZoneTransfer]\r\nZoneId=3\r\n");
}

} // namespace skein
