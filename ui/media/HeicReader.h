// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// HEIC, the photos of iPhones, from bytes to pixels: by libheif, without which Skein can be
// built too. The size that a photo claims is held against a limit before
// anything is decoded. Pure, slow: never on the main thread.

#include "ui/media/ImagePreparation.h"

namespace skein {

inline constexpr qint64 mostHeicPixels = 50'000'000; ///< they are decoded whole

/// By the first bytes; a name proves nothing.
[[nodiscard]] bool looksLikeHeic(QByteArrayView beginning);
/// Whether libheif is here, at the cost of loading it.
[[nodiscard]] bool canReadHeic();
/// Upright, as the file says how it was held. Without libheif: Unreadable.
[[nodiscard]] std::expected<QImage, ImageFlaw> readHeic(const QByteArray& bytes);

} // namespace skein
