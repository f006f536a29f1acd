// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places on the earth as people write them: "48.2082", "48,2082", "48.2082, 16.3738". Pure.

#include <QJsonObject>
#include <QString>

#include <optional>
#include <utility>

namespace skein {

inline constexpr double mostLatitude = 90;
inline constexpr double mostLongitude = 180;

/// Degrees from -`most` to `most`, with a point or a comma before the decimals.
[[nodiscard]] std::optional<double> readDegrees(const QString& text, double most);
/// Latitude and longitude in one text, as maps give them to be copied.
[[nodiscard]] std::optional<std::pair<double, double>> readCoordinates(const QString& text);
/// As the service writes them: a point, and no more decimals than a metre needs.
[[nodiscard]] QString degreesText(double degrees);
/// The attachment to send (protocol.md F4).
[[nodiscard]] QJsonObject placeJson(const QString& name, double latitude, double longitude);

} // namespace skein
