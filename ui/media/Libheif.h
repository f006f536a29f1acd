// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Those of libheif's functions that are used. On Linux they are loaded with the first photo, for
// its decoders set themselves up as soon as they are loaded, which would slow down every start;
// elsewhere bundles hold what the program is linked to. CMakeLists.txt chooses. Any thread.

#include <libheif/heif.h>

// clang-format off
#define SKEIN_HEIF_FUNCTIONS(use) \
    use(context_alloc) \
    use(context_free) \
    use(context_get_primary_image_handle) \
    use(context_read_from_memory_without_copy) \
    use(decode_image) \
    use(image_get_height) \
    use(image_get_plane_readonly) \
    use(image_get_width) \
    use(image_handle_get_height) \
    use(image_handle_get_raw_color_profile) \
    use(image_handle_get_raw_color_profile_size) \
    use(image_handle_get_width) \
    use(image_handle_has_alpha_channel) \
    use(image_handle_release) \
    use(image_release)
// clang-format on

namespace skein {

struct Libheif {
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name that is declared can have none
#define SKEIN_HEIF_MEMBER(name) decltype(&heif_##name) name = nullptr;
    SKEIN_HEIF_FUNCTIONS(SKEIN_HEIF_MEMBER)
#undef SKEIN_HEIF_MEMBER
};

/// All of them; null: this computer has no libheif.
[[nodiscard]] const Libheif* libheif();

} // namespace skein
