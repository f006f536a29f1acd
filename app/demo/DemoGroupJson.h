// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups, topics and their messages as GroupMe writes them (protocol.md B4, D, E). Pure functions.

#include "app/demo/DemoTypes.h"

namespace skein::demo {

/// Never a date: one second past what dates can say (protocol.md E5).
inline constexpr qint64 mutedForGood = 253'402'300'800;

/// `withMembers` false: omit=memberships, which also hides their number (D1).
[[nodiscard]] QJsonObject groupJson(
    const DemoPlaceRow& row, const QString& user, bool withMembers, bool withUnread);
/// Ids are numbers, the title is `topic`, and there is no `type` (seed).
[[nodiscard]] QJsonObject topicJson(const DemoPlaceRow& row, const QString& user, bool withUnread);
/// What making and changing a topic answers.
[[nodiscard]] QJsonObject topicPartJson(const DemoTopic& topic);
[[nodiscard]] QJsonObject memberJson(const DemoMember& member, const DemoGroup& group);
/// The membership that muting answers, private data included, as the service does.
[[nodiscard]] QJsonObject membershipJson(const DemoGroup& group, const QString& user);
/// `acceptFiles`: otherwise the text of a message with a file is replaced (D3).
[[nodiscard]] QJsonObject groupMessageJson(
    const DemoMessage& message, const QString& place, bool acceptFiles);

} // namespace skein::demo
