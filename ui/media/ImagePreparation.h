// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes an image fit to be sent (protocol.md F1): JPEG, PNG, GIF and WebP keep their pictures as
// they are and lose what they would give away; a turned JPEG is turned upright, and other formats
// become JPEG, or PNG where they are see-through. What the bytes are decides, not what they are
// called. Pure, slow: never on the main thread.

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <expected>

namespace skein {

struct PreparedImage {
    QByteArray bytes;
    QByteArray mimeType; ///< what the bytes are
    QSize pixels;
    QImage thumbnail; ///< fits in a square of `thumbnailSide`; null when Qt cannot read the format
};

enum class ImageFlaw {
    NotAnImage, ///< may be sent as a file
    Damaged,
    Unreadable, ///< HEIC, and nothing here reads it
    TooManyPixels,
};

inline constexpr qint64 mostSentPixels = 200'000'000; ///< that an image may claim
inline constexpr int thumbnailSide = 256;

/// Whether they begin as one of the images that prepareImage() knows.
[[nodiscard]] bool looksLikeImage(const QByteArray& beginning);

[[nodiscard]] std::expected<PreparedImage, ImageFlaw> prepareImage(const QByteArray& bytes);
/// An image without bytes of its own, e.g. of the clipboard: becomes PNG.
[[nodiscard]] std::expected<PreparedImage, ImageFlaw> prepareImage(const QImage& image);

} // namespace skein
