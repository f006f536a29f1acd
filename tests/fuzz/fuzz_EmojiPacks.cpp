// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the index of GroupMe's emoji packs, which is kept on disk too.

#include "core/types/EmojiPack.h"
#include "core/types/ImageUrl.h"
#include "tests/fuzz/Promise.h"

#include <algorithm>

using namespace skein;

namespace {

void checkCell(const EmojiPack& pack, int index)
{
    for (const int pixels : {0, 20, 5000}) {
        const auto cell = cellOf(pack, index, pixels);
        if (!cell)
            continue;
        require(index >= 0 && mayLoadAsked(cell->sheet) && !cell->rect.isEmpty());
        require(cell->rect.left() == 0 && cell->rect.top() >= 0 && cell->rect.bottom() >= 0);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto packs = readEmojiPacks(bytesOf(data, size));
    if (!packs)
        return 0;
    for (const EmojiPack& pack : *packs) {
        require(pack.id > 0 && std::ranges::count(*packs, pack.id, &EmojiPack::id) == 1);
        for (const QString& name : pack.names)
            require(name.size() <= 60 && !name.contains(u':'));
        require(std::ranges::is_sorted(
            pack.sheets, {}, [](const EmojiSheet& sheet) { return sheet.cell.height(); }));
        for (const int index : {-1, 0, 1, 1999, 2000, std::numeric_limits<int>::max()})
            checkCell(pack, index);
    }
    return 0;
}
