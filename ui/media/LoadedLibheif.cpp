// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/Libheif.h"

#include <QLibrary>

#include <optional>

namespace skein {

namespace {

std::optional<Libheif> loadedLibheif()
{
    QLibrary library(QStringLiteral("heif"), 1);
    Libheif all;
    bool isWhole = true;
#define SKEIN_HEIF_LOAD(name)                                                                      \
    all.name = reinterpret_cast<decltype(&heif_##name)>(library.resolve("heif_" #name));           \
    isWhole = isWhole && all.name;
    SKEIN_HEIF_FUNCTIONS(SKEIN_HEIF_LOAD)
#undef SKEIN_HEIF_LOAD
    return isWhole ? std::optional(all) : std::nullopt;
}

} // namespace

const Libheif* libheif()
{
    static const std::optional<Libheif> loaded = loadedLibheif();
    return loaded ? &*loaded : nullptr;
}

} // namespace skein
