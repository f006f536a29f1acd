// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/ImageBytes.h"

#include "ui/media/ExifOrientation.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace skein {

namespace {

constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n", 8);

int byteAt(QByteArrayView bytes, qsizetype at) { return static_cast<quint8>(bytes[at]); }

template <class Number>
Number bigAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<Number>(bytes.data() + at);
}

template <class Number>
Number littleAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

bool hasPixels(const BareImage& image)
{
    return image.pixels.width() > 0 && image.pixels.height() > 0;
}

// JPEG: segments of a marker, a length and a body; a scan's data runs on to the next marker.

constexpr int jpegStart = 0xd8;
constexpr int jpegEnd = 0xd9;
constexpr int jpegScan = 0xda;
constexpr int jpegComment = 0xfe;

bool isRestart(int marker) { return marker >= 0xd0 && marker <= 0xd7; }
bool isFrame(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// The others have no place outside of a scan: decoders disagree about what follows them.
bool hasLength(int marker) { return marker > 0x01 && marker != jpegStart && !isRestart(marker); }

/// What a decoder needs: of the application segments those that say how colours are meant.
bool isNeeded(int marker, QByteArrayView body)
{
    if (marker == jpegComment)
        return false;
    if (marker < 0xe0 || marker > 0xef)
        return true;
    return (marker == 0xe0 && body.startsWith("JFIF"))
        || (marker == 0xe2 && body.startsWith("ICC_PROFILE"))
        || (marker == 0xee && body.startsWith("Adobe"));
}

/// Where the data of a scan that begins at `from` ends: at a marker, or the end of the file.
qsizetype endOfScan(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; at + 1 < bytes.size(); ++at) {
        if (byteAt(bytes, at) != 0xff)
            continue;
        const int next = byteAt(bytes, at + 1);
        if (next != 0 && next != 0xff && !isRestart(next))
            return at;
    }
    return bytes.size();
}

void readJpegSegment(BareImage& image, int marker, QByteArrayView body)
{
    static constexpr QByteArrayView exif("Exif\0\0", 6);
    if (isFrame(marker) && body.size() >= 5)
        image.pixels = {bigAt<quint16>(body, 3), bigAt<quint16>(body, 1)};
    if (marker == 0xe1 && body.startsWith(exif))
        image.orientation = exifOrientation(body.sliced(exif.size()));
}

std::optional<BareImage> bareJpeg(QByteArrayView bytes)
{
    BareImage image;
    image.bytes.reserve(bytes.size());
    image.bytes.append("\xff\xd8", 2);
    bool hasScan = false;
    qsizetype at = 2;
    while (at + 2 <= bytes.size()) {
        if (byteAt(bytes, at) != 0xff)
            return std::nullopt;
        const int marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // markers may be led in by more of these
            ++at;
            continue;
        }
        if (marker == jpegEnd) {
            image.bytes.append("\xff\xd9", 2);
            return hasScan && hasPixels(image) ? std::optional(image) : std::nullopt;
        }
        if (!hasLength(marker) || at + 4 > bytes.size())
            return std::nullopt;
        const qsizetype length = bigAt<quint16>(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size())
            return std::nullopt;
        const QByteArrayView body = bytes.sliced(at + 4, length - 2);
        readJpegSegment(image, marker, body);
        qsizetype end = at + 2 + length;
        if (marker == jpegScan) {
            hasScan = true;
            end = endOfScan(bytes, end);
        }
        if (isNeeded(marker, body))
            image.bytes.append(bytes.sliced(at, end - at));
        at = end;
    }
    return std::nullopt;
}

// PNG: chunks of a length, a type, a body and a sum.

bool isNeededChunk(QByteArrayView type)
{
    static constexpr std::array<QByteArrayView, 18> needed{"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
        "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "sPLT", "pHYs", "acTL",
        "fcTL", "fdAT"};
    return std::ranges::find(needed, type) != needed.end();
}

std::optional<BareImage> barePng(QByteArrayView bytes)
{
    BareImage image;
    image.bytes.reserve(bytes.size());
    image.bytes.append(pngSignature);
    bool hasData = false;
    qsizetype at = pngSignature.size();
    while (at + 12 <= bytes.size()) {
        const qsizetype length = bigAt<quint32>(bytes, at);
        if (length > bytes.size() - at - 12)
            return std::nullopt;
        const QByteArrayView type = bytes.sliced(at + 4, 4);
        const bool isFirst = at == pngSignature.size();
        if (isFirst != (type == "IHDR") || (isFirst && length != 13))
            return std::nullopt;
        if (isFirst) {
            image.pixels
                = QSize(static_cast<int>(std::min(bigAt<quint32>(bytes, at + 8), 0x7fffffffU)),
                    static_cast<int>(std::min(bigAt<quint32>(bytes, at + 12), 0x7fffffffU)));
        }
        hasData = hasData || type == "IDAT";
        if (isNeededChunk(type))
            image.bytes.append(bytes.sliced(at, length + 12));
        if (type == "IEND")
            return hasData && hasPixels(image) ? std::optional(image) : std::nullopt;
        at += length + 12;
    }
    return std::nullopt;
}

// GIF: a screen, then blocks, most of them made of small pieces that a zero ends.

/// Behind the pieces that begin at `from`; -1 when they do not end.
qsizetype endOfPieces(QByteArrayView bytes, qsizetype from)
{
    qsizetype at = from;
    while (at < bytes.size()) {
        const int length = byteAt(bytes, at);
        if (length == 0)
            return at + 1;
        at += 1 + length;
    }
    return -1;
}

qsizetype colourTableSize(int flags) { return flags & 0x80 ? 3 * (2 << (flags & 7)) : 0; }

/// Behind the block at `at`; -1 when it is cut off or none.
qsizetype endOfGifBlock(QByteArrayView bytes, qsizetype at)
{
    const int kind = byteAt(bytes, at);
    if (kind == 0x21)
        return endOfPieces(bytes, at + 2);
    if (kind != 0x2c || at + 10 > bytes.size())
        return -1;
    return endOfPieces(bytes, at + 11 + colourTableSize(byteAt(bytes, at + 9)));
}

/// Comments and what programs leave for themselves are not; how often it repeats is.
bool isNeededGifBlock(QByteArrayView block)
{
    if (byteAt(block, 0) != 0x21 || block.size() < 3)
        return true;
    const int label = byteAt(block, 1);
    if (label != 0xff)
        return label != 0xfe;
    const QByteArrayView owner = block.sliced(3, std::min<qsizetype>(11, block.size() - 3));
    return owner == "NETSCAPE2.0" || owner == "ANIMEXTS1.0" || owner == "ICCRGBG1012";
}

std::optional<BareImage> bareGif(QByteArrayView bytes)
{
    if (bytes.size() < 13)
        return std::nullopt;
    const qsizetype screen = 13 + colourTableSize(byteAt(bytes, 10));
    if (screen > bytes.size())
        return std::nullopt;
    BareImage image;
    image.pixels = {littleAt<quint16>(bytes, 6), littleAt<quint16>(bytes, 8)};
    image.bytes.append(bytes.first(screen));
    bool hasPicture = false;
    qsizetype at = screen;
    while (at < bytes.size() && byteAt(bytes, at) != 0x3b) {
        const qsizetype end = endOfGifBlock(bytes, at);
        if (end < 0 || end > bytes.size())
            return std::nullopt;
        const QByteArrayView block = bytes.sliced(at, end - at);
        hasPicture = hasPicture || byteAt(block, 0) == 0x2c;
        if (isNeededGifBlock(block))
            image.bytes.append(block);
        at = end;
    }
    image.bytes.append(';');
    return hasPicture && hasPixels(image) ? std::optional(image) : std::nullopt;
}

// WebP: a RIFF file; its chunks have even lengths.

QSize webpSize(QByteArrayView type, QByteArrayView body)
{
    const auto number24 = [&](qsizetype at) {
        return byteAt(body, at) | byteAt(body, at + 1) << 8 | byteAt(body, at + 2) << 16;
    };
    if (type == "VP8X" && body.size() >= 10)
        return {number24(4) + 1, number24(7) + 1};
    if (type == "VP8 " && body.size() >= 10 && body.sliced(3, 3) == "\x9d\x01\x2a")
        return {littleAt<quint16>(body, 6) & 0x3fff, littleAt<quint16>(body, 8) & 0x3fff};
    if (type == "VP8L" && body.size() >= 5 && byteAt(body, 0) == 0x2f) {
        const auto bits = littleAt<quint32>(body, 1);
        return {int(bits & 0x3fff) + 1, int(bits >> 14 & 0x3fff) + 1};
    }
    return {};
}

bool isNeededWebp(QByteArrayView type)
{
    static constexpr std::array<QByteArrayView, 7> needed{
        "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"};
    return std::ranges::find(needed, type) != needed.end();
}

std::optional<BareImage> bareWebp(QByteArrayView bytes)
{
    const qsizetype all = qsizetype(littleAt<quint32>(bytes, 4)) + 8;
    if (all < 12 || all > bytes.size() + 1) // the last filling may be missing
        return std::nullopt;
    bytes = bytes.first(std::min(all, bytes.size()));
    BareImage image{.bytes = bytes.first(12).toByteArray()};
    bool hasPicture = false;
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const QByteArrayView type = bytes.sliced(at, 4);
        const qsizetype length = littleAt<quint32>(bytes, at + 4);
        if (length > bytes.size() - at - 8)
            return std::nullopt;
        const QByteArrayView body = bytes.sliced(at + 8, length);
        if (image.pixels.isEmpty())
            image.pixels = webpSize(type, body);
        hasPicture = hasPicture || type == "VP8 " || type == "VP8L" || type == "ANMF";
        if (isNeededWebp(type)) {
            const qsizetype flags = image.bytes.size() + 8;
            image.bytes.append(bytes.sliced(at, 8 + length));
            if (type == "VP8X" && length > 0) // says what else there is: no EXIF, no XMP
                image.bytes[flags] = static_cast<char>(image.bytes.at(flags) & ~0x0c);
            if (length % 2 != 0)
                image.bytes.append('\0');
        }
        at += 8 + length + length % 2;
    }
    qToLittleEndian(static_cast<quint32>(image.bytes.size() - 8), image.bytes.data() + 4);
    return hasPicture && hasPixels(image) ? std::optional(image) : std::nullopt;
}

} // namespace

ImageFormat imageFormatOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return ImageFormat::Jpeg;
    if (bytes.startsWith(pngSignature))
        return ImageFormat::Png;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return ImageFormat::Gif;
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WEBP")
        return ImageFormat::WebP;
    return ImageFormat::None;
}

QByteArray mimeTypeOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return "image/jpeg";
    case ImageFormat::Png:
        return "image/png";
    case ImageFormat::Gif:
        return "image/gif";
    case ImageFormat::WebP:
        return "image/webp";
    case ImageFormat::None:
        break;
    }
    return {};
}

std::optional<BareImage> withoutMetadata(QByteArrayView bytes, ImageFormat format)
{
    if (format != imageFormatOf(bytes))
        return std::nullopt;
    switch (format) {
    case ImageFormat::Jpeg:
        return bareJpeg(bytes);
    case ImageFormat::Png:
        return barePng(bytes);
    case ImageFormat::Gif:
        return bareGif(bytes);
    case ImageFormat::WebP:
        return bareWebp(bytes);
    case ImageFormat::None:
        break;
    }
    return std::nullopt;
}

} // namespace skein
