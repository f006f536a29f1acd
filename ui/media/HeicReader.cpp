// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/HeicReader.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace skein {

bool looksLikeHeic(QByteArrayView beginning)
{
    // A box: its length, "ftyp", the main brand, a version, then all brands that it is good for.
    constexpr qsizetype brandAt = 8;
    constexpr qsizetype brandSize = 4;
    constexpr qsizetype shortest = brandAt + 2 * brandSize;
    constexpr std::array<const char*, 8> brands{
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"};
    if (beginning.size() < shortest || beginning.sliced(4, 4) != QByteArrayView("ftyp"))
        return false;
    const auto length = qsizetype(qFromBigEndian<quint32>(beginning.data()));
    const qsizetype end = std::min(length, beginning.size()) - brandSize;
    for (qsizetype at = brandAt; at <= end; at += brandSize) {
        if (std::ranges::find(brands, beginning.sliced(at, brandSize)) != brands.end())
            return true;
    }
    return false;
}

} // namespace skein
