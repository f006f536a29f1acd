// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the lists of conversations have in common: order, and names for screen readers. Pure.

#include "core/types/Conversation.h"

namespace skein {

/// Latest activity first; by id where that is equal, so that the order never flickers.
[[nodiscard]] bool isListedBefore(const Conversation& a, const Conversation& b);
/// The title, or "Unknown" when the service has none.
[[nodiscard]] QString titleOf(const Conversation& conversation);
/// "Logistics · Cleo: vans leave" without the draft; "" when there is nothing.
[[nodiscard]] QString previewLine(const Conversation& conversation);
/// The title, unread counts when there are some, `remarks`, and the draft or the preview.
[[nodiscard]] QString accessibleName(
    const QString& title, const Conversation& conversation, const QStringList& remarks = {});

} // namespace skein
