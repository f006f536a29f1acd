// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads groups, topics, members and mutes (protocol.md D, E), as JsonReaders does the rest: ids
// come as numbers or text, anything may be null or absent. Pure functions.

#include "core/api/JsonReaders.h"

namespace skein::json {

/// A group of a list or shown alone; with `members` when they are told. `members_count` 0 beside
/// no members means "unknown" (D1).
[[nodiscard]] std::optional<ConversationSummary> group(const QJsonValue& value);
/// Rows that are no groups are left out; a group appears once.
[[nodiscard]] std::optional<QList<ConversationSummary>> groups(const QJsonValue& value);
/// A topic of `group`: listed, shown, or the part that making and changing one answers (E3).
[[nodiscard]] std::optional<ConversationSummary> topic(
    const QJsonValue& value, const ConversationId& group);
[[nodiscard]] std::optional<QList<ConversationSummary>> topics(
    const QJsonValue& value, const ConversationId& group);

[[nodiscard]] std::optional<Member> member(const QJsonValue& value);
/// The membership that muting answers, in its envelope or bare; its private fields are not read.
[[nodiscard]] std::optional<MuteState> muteState(const QJsonValue& value);

} // namespace skein::json
