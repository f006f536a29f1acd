// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The second line of a chat's or topic's row: the draft, or who said what where, "Logistics · Cleo:
// vans leave at 6:15". Pure drawing. Main thread.

#include "core/types/Conversation.h"
#include "ui/theme/RowPainting.h"

namespace skein {

void paintPreview(QPainter& painter, const QStyleOptionViewItem& row, const QRect& place,
    const Conversation& conversation, const Theme& theme);

} // namespace skein
