// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened, for a system row to which the service gave no text (protocol.md I6). Says neither
// who nor what it is called now: that is in the text when there is one. Pure.

#include <QString>

namespace skein {

/// `type` as in MessageEvent. Never empty: kinds that Skein does not know are told by their family.
[[nodiscard]] QString eventWords(const QString& type);

} // namespace skein
