// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What kind of picture some bytes are and how large they say it is, read from their first bytes
// alone: JPEG, PNG, GIF, WebP. Decodes nothing, so no bytes can do harm. Pure.

#include <QByteArray>
#include <QSize>

#include <optional>

namespace skein::demo {

struct PictureHead {
    QByteArray format; ///< "jpeg", "png", "gif" or "webp"
    QSize size;
};

/// Nothing when it is none of these or its head is broken.
[[nodiscard]] std::optional<PictureHead> pictureHead(const QByteArray& bytes);

} // namespace skein::demo
