// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time of a day as one writes it where one is. Pure.

#include <QLocale>
#include <QTime>

namespace skein {

/// "14:32", without seconds in every locale.
[[nodiscard]] QString timeOfDay(const QTime& time, const QLocale& locale);

} // namespace skein
