// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/Libheif.h"

namespace skein {

const Libheif* libheif()
{
#define SKEIN_HEIF_LINKED(name) .name = &heif_##name,
    static const Libheif linked{SKEIN_HEIF_FUNCTIONS(SKEIN_HEIF_LINKED)};
#undef SKEIN_HEIF_LINKED
    return &linked;
}

} // namespace skein
