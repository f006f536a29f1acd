// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The photographs of the demo world: landscapes that are drawn, the same for the same seed, and the
// smaller versions that the image service makes of any picture. Needs no screen. Any thread.

#include <QByteArray>
#include <QSize>

namespace skein {

struct DemoScene {
    enum class Kind {
        Lake, ///< sunrise over still water, with a rowing boat
        Mountains, ///< snow and firs by day
        Meadow, ///< green hills
        Fog, ///< a river one can hardly see
        Night, ///< a town by the water
        Chart, ///< a screenshot: bars and lines; PNG
        Sailing, ///< moves: an animated GIF
        Portrait, ///< head and shoulders; square
    };
    Kind kind = Kind::Lake;
    QSize size = {};
    quint32 seed = 1;
};

namespace demo {

/// "jpeg", "png" or "gif".
[[nodiscard]] QByteArray formatOf(const DemoScene& scene);
/// The file's bytes.
[[nodiscard]] QByteArray drawn(const DemoScene& scene);

/// A still JPEG whose longer side is at most `side`, or a square cut out of the middle; empty when
/// the bytes are no picture that can be read.
[[nodiscard]] QByteArray fitted(const QByteArray& picture, int side);
[[nodiscard]] QByteArray cropped(const QByteArray& picture, int side);

} // namespace demo
} // namespace skein
