// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Image files of the four formats that GroupMe takes, read as bytes and never decoded: which format
// they are, how large, and the same picture without what it would give away (places, cameras,
// comments, what hangs behind its end). Believes nothing. Pure.

#include <QByteArray>
#include <QSize>

#include <optional>

namespace skein {

enum class ImageFormat { None, Jpeg, Png, Gif, WebP };

/// By the first bytes; a name proves nothing.
[[nodiscard]] ImageFormat imageFormatOf(QByteArrayView bytes);
[[nodiscard]] QByteArray mimeTypeOf(ImageFormat format);

struct BareImage {
    QByteArray bytes; ///< without EXIF, XMP, IPTC, texts and comments; the picture is the same
    QSize pixels; ///< as the file claims: hold it against a limit before decoding
    int orientation = 1; ///< EXIF's, that was in it: 1 is upright

    bool operator==(const BareImage&) const = default;
};

/// Nothing when the file is damaged, cut off or of another format.
[[nodiscard]] std::optional<BareImage> withoutMetadata(QByteArrayView bytes, ImageFormat format);

} // namespace skein
