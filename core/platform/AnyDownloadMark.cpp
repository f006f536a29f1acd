// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/DownloadMark.h"

namespace skein {

void markAsDownloaded(const QString&) { }

} // namespace skein
