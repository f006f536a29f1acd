// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the calls of the demo service read out of a request alike. Pure functions.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoWorld.h"

namespace skein::demo {

inline constexpr int longestPage = 100; ///< messages that a page holds at most (seed)
inline constexpr int largestLimit = 200; ///< above it the parameter is refused (protocol.md B5)

[[nodiscard]] DemoAnswer emptyAnswer(int status);
[[nodiscard]] bool isId(const QString& text);
/// A whole number from the query, or `fallback` when it is not there, or -1 when it is none.
[[nodiscard]] int number(const DemoRequest& request, QStringView name, int fallback);
/// The object under `wrapper` in the body; nothing when there is none.
[[nodiscard]] std::optional<QJsonObject> wrapped(
    const DemoRequest& request, const QString& wrapper);
/// Guid, text and attachments of a message that is sent, or what is wrong with them.
[[nodiscard]] std::expected<DemoDraft, QString> contentOf(const QJsonObject& message);
/// The cursor that was asked for; several at once are undefined (protocol.md J2).
[[nodiscard]] std::expected<std::pair<DemoWorld::Cursor, QString>, QString> cursorOf(
    const DemoRequest& request);

} // namespace skein::demo
