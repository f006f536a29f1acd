// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a camera was held: the one thing of an EXIF block that a picture cannot do without. Believes
// nothing of the block. Pure.

#include <QByteArray>

namespace skein {

/// `tiff`: an EXIF block from its byte order on. 1 to 8; 1, upright, when it does not say.
[[nodiscard]] int exifOrientation(QByteArrayView tiff);

} // namespace skein
