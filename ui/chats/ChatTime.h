// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a chat was last active, in as few characters as say it: "14:32", "Thu", "3 Mar", "3/3/24".
// Pure functions.

#include <QDateTime>
#include <QLocale>

namespace skein {

[[nodiscard]] QString chatTime(const QDateTime& when, const QDateTime& now, const QLocale& locale);
/// Date and time in full, for who hovers.
[[nodiscard]] QString exactTime(const QDateTime& when, const QLocale& locale);

} // namespace skein
