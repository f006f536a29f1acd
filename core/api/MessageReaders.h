// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads what the calls about single messages answer, and what polls and events tell when asked
// (protocol.md B10, B11, F4), as JsonReaders does the rest: believe nothing. Pure functions.

#include "core/api/JsonReaders.h"

namespace skein::json {

/// A message's whole list of reactions as liking and unliking answer it; none when the answer does
/// not say who gave which (B10).
[[nodiscard]] std::optional<QList<Reaction>> allReactions(const QJsonValue& value);
/// Latest pin first. Rows that are no messages are left out; a message appears once (L71).
[[nodiscard]] std::optional<QList<Message>> pinnedMessages(const QJsonValue& value);
[[nodiscard]] std::optional<Poll> poll(const QJsonValue& value);
[[nodiscard]] std::optional<CalendarEvent> calendarEvent(const QJsonValue& value);

} // namespace skein::json
