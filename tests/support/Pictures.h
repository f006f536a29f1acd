// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of small pictures for tests, honest and dishonest ones. Qt writes no GIF and no EXIF,
// and nothing writes a PNG that lies about its size.

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QtEndian>

namespace skein::pictures {

inline QByteArray encoded(const QImage& image, const char* format = "png")
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

/// 64 by 48, the upper half red, the lower blue; "turned": to be shown turned by a quarter, and
/// with a place in its EXIF. libheif wrote them.
inline QByteArray heic(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES "/%1.heic").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray heicOfUnknownKind()
{
    return heic(QStringLiteral("plain")).replace("heic", "hevm").replace("mif1", "xxxx");
}

inline QImage plain(QSize size, QRgb colour = 0xff336699)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// The left half red, the right half blue.
inline QImage twoHalves(QSize size)
{
    QImage image = plain(size, 0xff0000ff);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x)
            image.setPixel(x, y, 0xffff0000);
    }
    return image;
}

inline QByteArray big32(quint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

inline quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

/// A PNG of a few bytes that claims to be of this size.
inline QByteArray claimingPng(QSize size)
{
    const QByteArray header = "IHDR" + big32(quint32(size.width())) + big32(quint32(size.height()))
        + QByteArray("\x08\x06\x00\x00\x00", 5);
    QByteArray png = encoded(plain({4, 4}));
    return png.replace(12, header.size() + 4, header + big32(crc32(header)));
}

/// A JPEG with an EXIF orientation.
inline QByteArray turnedJpeg(const QImage& image, char orientation)
{
    const QByteArray tiff = QByteArray("II*\0\x08\0\0\0", 8) + QByteArray("\x01\0", 2)
        + QByteArray("\x12\x01\x03\0\x01\0\0\0", 8) + QByteArray(1, orientation)
        + QByteArray("\0\0\0\0\0\0\0", 7);
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const QByteArray segment
        = QByteArray("\xff\xe1", 2) + big32(quint32(exif.size() + 2)).right(2) + exif;
    return encoded(image, "jpeg").insert(2, segment);
}

/// A GIF of this canvas; each frame colours its first two pixels with one of red, green, blue and
/// lasts so many hundredths of a second.
inline QByteArray gif(QSize canvas, const QList<int>& colours, int hundredths = 10)
{
    const auto word = [](int value) {
        return QByteArray(1, char(value & 0xff)) + QByteArray(1, char((value >> 8) & 0xff));
    };
    QByteArray bytes = "GIF89a" + word(canvas.width()) + word(canvas.height())
        + QByteArray("\xf1\x00\x00", 3) // four colours
        + QByteArray("\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff", 12);
    for (const int colour : colours) {
        bytes += QByteArray("\x21\xf9\x04\x04", 4) + word(hundredths) + QByteArray("\0\0", 2);
        bytes += "," + word(0) + word(0) + word(2) + word(1) + QByteArray("\0\x02\x02", 3);
        // Codes of three bits: clear, the colour twice, end.
        bytes += word(4 | (colour << 3) | (colour << 6) | (5 << 9)) + QByteArray(1, '\0');
    }
    return bytes + ";";
}

} // namespace skein::pictures
