// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A message as a row of the message table: the columns that SQL asks about, and one JSON text for
// everything else. Pure.

#include "core/types/Message.h"

namespace skein {

/// The JSON of what has no column of its own; "" when there is nothing.
[[nodiscard]] QString encodeExtra(const Message& message);
/// Fills attachments, reactions, pin, event and the like from encodeExtra()'s text.
void decodeExtra(const QString& extra, Message& message);

/// Attachments as one text; "" when there are none.
[[nodiscard]] QString encodeAttachments(const QJsonArray& attachments);
[[nodiscard]] QJsonArray decodeAttachments(const QString& text);

/// A bookkeeping row that the thread does not show: "a message was deleted" (protocol.md J5).
[[nodiscard]] bool isBookkeeping(const Message& message);

/// `stored` brought up to date with `fresh`, the same message read again (protocol.md J5):
/// a deletion stays, an older edit never replaces a newer one, a name, sender or guid that the
/// fresh reading lacks keeps what is known. `partial`, the answer to a send, only adds.
[[nodiscard]] Message merged(const Message& stored, const Message& fresh, bool partial);

/// Makes a tombstone of `message`: nothing of what it said is kept. `at` 0: when is not known.
void bury(Message& message, qint64 at, const QString& actor);

} // namespace skein
