// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPicture.h"

#include <QtEndian>

namespace skein::demo {

namespace {

/// Numbers out of bytes; beyond their end there are zeroes.
class Bytes {
public:
    explicit Bytes(const QByteArray& bytes) : m_bytes(bytes) { }
    [[nodiscard]] int byte(qsizetype at) const
    {
        return at >= 0 && at < m_bytes.size() ? static_cast<uchar>(m_bytes.at(at)) : 0;
    }
    [[nodiscard]] int big16(qsizetype at) const { return byte(at) << 8 | byte(at + 1); }
    [[nodiscard]] int little16(qsizetype at) const { return byte(at + 1) << 8 | byte(at); }
    [[nodiscard]] int little24(qsizetype at) const { return byte(at + 2) << 16 | little16(at); }
    [[nodiscard]] int big32(qsizetype at) const
    {
        return (big16(at) & 0x7fff) << 16 | big16(at + 2);
    }

private:
    const QByteArray& m_bytes;
};

/// The frame header comes after segments of any length.
QSize jpegSize(const QByteArray& bytes)
{
    const Bytes of(bytes);
    qsizetype at = 2;
    while (at + 9 < bytes.size() && of.byte(at) == 0xff) {
        const int marker = of.byte(at + 1);
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
            && marker != 0xcc;
        if (isFrame)
            return {of.big16(at + 7), of.big16(at + 5)};
        at += marker == 0xff ? 1 : 2 + std::max(2, of.big16(at + 2));
    }
    return {};
}

QSize webpSize(const QByteArray& bytes)
{
    const Bytes of(bytes);
    const QByteArray chunk = bytes.mid(12, 4);
    if (chunk == "VP8 ")
        return {of.little16(26) & 0x3fff, of.little16(28) & 0x3fff};
    if (chunk == "VP8X")
        return {of.little24(24) + 1, of.little24(27) + 1};
    if (chunk != "VP8L")
        return {};
    const int packed = of.little24(21) | (of.byte(24) & 0x0f) << 24;
    return {(packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1};
}

} // namespace

std::optional<PictureHead> pictureHead(const QByteArray& bytes)
{
    const Bytes of(bytes);
    PictureHead head;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        head = {"png", {of.big32(16), of.big32(20)}};
    else if (bytes.startsWith("\xff\xd8\xff"))
        head = {"jpeg", jpegSize(bytes)};
    else if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        head = {"gif", {of.little16(6), of.little16(8)}};
    else if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        head = {"webp", webpSize(bytes)};
    return head.size.isEmpty() ? std::nullopt : std::optional(head);
}

} // namespace skein::demo
