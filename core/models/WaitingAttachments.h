// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a message that still waits shows beside its text: its own pictures and files from their
// copies on this computer, in the places that they will have as attachments. Pure.

#include "core/store/OutboxStore.h"

namespace skein {

/// In the wire's form, but pictures have the file: URL of their copy, whose name tells their size
/// (core/types/ImageUrl.h), and files "name" and "size" instead of an id. `folder`:
/// AccountStore::outgoingFolder().
[[nodiscard]] QJsonArray shownAttachments(const OutboxRow& row, const QString& folder);

} // namespace skein
