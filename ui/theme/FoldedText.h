// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How what a person types is compared with names: without case and accents. Pure.

#include <QString>

namespace skein {

/// "Zoë" and "ZOE" fold alike.
[[nodiscard]] QString folded(const QString& text);

} // namespace skein
