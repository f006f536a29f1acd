// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Logging.h"

namespace skein {

Q_LOGGING_CATEGORY(logNet, "skein.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "skein.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "skein.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "skein.app", QtWarningMsg)

} // namespace skein
