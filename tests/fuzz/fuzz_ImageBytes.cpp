// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a picture that is to be sent: what is left of it is a picture of the same format and
// size that gives nothing away any more.

#include "tests/fuzz/Promise.h"
#include "ui/media/ImageBytes.h"

using namespace skein;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const ImageFormat found = imageFormatOf(bytes);
    require((found == ImageFormat::None) == mimeTypeOf(found).isEmpty());
    for (const ImageFormat format : {ImageFormat::None, ImageFormat::Jpeg, ImageFormat::Png,
             ImageFormat::Gif, ImageFormat::WebP}) {
        const auto bare = withoutMetadata(bytes, format);
        if (!bare)
            continue;
        require(imageFormatOf(bare->bytes) == format && bare->bytes.size() <= bytes.size() + 16);
        require(bare->orientation >= 1 && bare->orientation <= 8);
        require(bare->pixels.width() >= 0 && bare->pixels.height() >= 0);
        const auto again = withoutMetadata(bare->bytes, format);
        require(again && again->bytes == bare->bytes && again->pixels == bare->pixels);
        require(again->orientation == 1);
    }
    return 0;
}
