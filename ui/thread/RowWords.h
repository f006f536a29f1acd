// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words that the thread adds to a row: what stands above it, why it was not sent, what it
// carries beside its text. Pure.

#include "core/models/ThreadModel.h"

namespace skein {

[[nodiscard]] QString noticeWords(ThreadRow::Above above); ///< empty: nothing stands there
[[nodiscard]] QString failureWords(const ThreadRow& row);

[[nodiscard]] QString chipWords(const Attachment& attachment);

} // namespace skein
