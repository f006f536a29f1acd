// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What has a name among files and is none: whoever opens it waits, or gets nothing. CMakeLists.txt
// chooses which file makes it.

#include <QString>

namespace skein {

/// Its path; made in `folder` where that is possible.
[[nodiscard]] QString makeNoFile(const QString& folder);

} // namespace skein
