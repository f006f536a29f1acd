// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why something that a person asked for did not happen, in a sentence: the service's own words when
// it gave some. Pure.

#include "core/base/Result.h"

namespace skein {

[[nodiscard]] QString errorWords(const Error& error);

} // namespace skein
