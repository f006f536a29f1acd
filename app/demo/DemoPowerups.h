// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's own emoji as powerup.groupme.com lists them (protocol.md F4): two invented packs,
// one sprite column of cells each, with the nulls that the real list has. Pure functions.

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace skein::demo {

/// Whether there is such an emoji; packs count from 1, emoji from 0.
[[nodiscard]] bool powerupHolds(int pack, int index);
/// The whole list, not enveloped.
[[nodiscard]] QJsonObject powerupsJson();
/// The PNG of a sprite by the path of its address; empty: it is there, but refused (403), as some
/// of the largest are; nothing: 404.
[[nodiscard]] std::optional<QByteArray> powerupSheet(const QString& path);

} // namespace skein::demo
