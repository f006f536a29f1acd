// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HeicReader without libheif.

#include "ui/media/HeicReader.h"

namespace skein {

bool canReadHeic() { return false; }

std::expected<QImage, ImageFlaw> readHeic(const QByteArray&)
{
    return std::unexpected(ImageFlaw::Unreadable);
}

} // namespace skein
