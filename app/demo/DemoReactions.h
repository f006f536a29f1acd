// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which reactions the service takes and how they stand in a message (protocol.md B10): one per
// person, a second one is ignored. Pure functions.

#include "app/demo/DemoTypes.h"

#include <expected>

namespace skein::demo {

/// The fifteen Unicode emoji of reactions.json; the heart, which a bare like means, is first.
[[nodiscard]] const QStringList& reactionCodes();
/// The reaction as messages hold it, without its people, or what is wrong with `likeIcon`. An
/// absent one is the heart.
[[nodiscard]] std::expected<QJsonObject, QString> reactionKind(const QJsonValue& likeIcon);
/// False, and nothing happens, when `user` has reacted already.
bool react(DemoMessage& message, const QString& user, const QJsonObject& kind);
void unreact(DemoMessage& message, const QString& user);

} // namespace skein::demo
