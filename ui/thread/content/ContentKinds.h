// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of all kinds of content. To add one: write its unit beside this file and add its line
// to the table in ContentKinds.cpp; nothing else knows kinds. Pure.

#include "ui/thread/content/Content.h"

namespace skein {

/// Where a part stands in its message.
enum class ContentPlace { BeforeText, Beneath /*the bubble*/ };

struct PlacedContent {
    ContentPlace place = ContentPlace::BeforeText;
    ContentPointer content;
};

/// The parts of a message in the order in which they stand; none of a deleted one.
[[nodiscard]] QList<PlacedContent> contentsOf(const ThreadRow& row, const ContentContext& context);

} // namespace skein
