// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A label for sentences that may hold what others wrote: shown literally, and wrapped.

#include <QLabel>

namespace skein {

[[nodiscard]] QLabel* plainLabel(QWidget* parent);

} // namespace skein
