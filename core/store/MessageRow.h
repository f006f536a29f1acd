// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of the message table that make a message, and ranges, as MessageStore asks for them
// and reads them. Store's thread.

#include "core/store/MessageStore.h"

#define SKEIN_MESSAGE_COLUMNS                                                                      \
    "id, guid, sender_id, created_at, updated_at, deleted_at, sender_name, text, extra"
#define SKEIN_MESSAGES "SELECT " SKEIN_MESSAGE_COLUMNS " FROM message WHERE conversation = ?"
#define SKEIN_RANGE_COLUMNS "oldest, newest, reaches_start, island"

namespace skein {

[[nodiscard]] QList<Message> readMessages(Statement& query);
[[nodiscard]] std::optional<Message> readMessage(Statement& query);
[[nodiscard]] QList<Span> readSpans(Statement& query);

} // namespace skein
