// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NoFile.h"

using namespace Qt::StringLiterals;

namespace skein {

QString makeNoFile(const QString& folder) { return folder + u"/NUL"_s; }

} // namespace skein
