// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Shared a document: report.pdf": what official clients write beside a file (protocol.md F2), for
// those that cannot show it. Under a card with that name nobody needs it. Pure.

#include "core/models/ThreadModel.h"
#include "ui/thread/content/ContentSource.h"

#include <optional>

namespace skein {

/// The row without such words, where its card says the same: when the file is known by that name,
/// or not known yet, and the name is then the card's. Nothing when the row is to be shown as it is:
/// what a person wrote stays.
[[nodiscard]] std::optional<ThreadRow> withoutFiller(
    const ThreadRow& row, const ContentSource* source);

} // namespace skein
