// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/ImagePreparation.h"

#include "ui/media/HeicReader.h"
#include "ui/media/ImageBytes.h"

#include <QBuffer>
#include <QImageReader>
#include <QTransform>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace skein {

namespace {

constexpr qint64 mostDecoded = 24'000'000; ///< pixels at a time: 96 MB
constexpr qint64 mostDecodedWhole = 50'000'000; ///< of a format that cannot be read smaller
constexpr int jpegQuality = 90;

qint64 areaOf(QSize size) { return qint64(size.width()) * size.height(); }

/// `size`, made smaller where it has more than `mostDecoded` pixels.
QSize decodable(QSize size)
{
    const qint64 area = areaOf(size);
    if (area <= mostDecoded)
        return size;
    const double factor = std::sqrt(double(mostDecoded) / double(area));
    return {std::max(1, int(size.width() * factor)), std::max(1, int(size.height() * factor))};
}

QImage shrunken(const QImage& image)
{
    if (image.width() <= thumbnailSide && image.height() <= thumbnailSide)
        return image;
    return image.scaled(
        thumbnailSide, thumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// Null when Qt cannot read it.
QImage decodedImage(const QByteArray& bytes, const QByteArray& format, QSize size)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    if (reader.size().isValid() && reader.size() != size)
        reader.setScaledSize(size);
    return reader.read();
}

QByteArray qtFormatOf(ImageFormat format)
{
    return mimeTypeOf(format).sliced(qsizetype(qstrlen("image/")));
}

/// The scale at which JPEG decodes cheaply; the other formats are decodedImage whole first.
QImage thumbnailOf(const BareImage& image, ImageFormat format)
{
    const QSize size = image.pixels.width() > thumbnailSide || image.pixels.height() > thumbnailSide
        ? image.pixels.scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio)
        : image.pixels;
    return decodedImage(image.bytes, qtFormatOf(format), size.expandedTo({1, 1}));
}

bool canDecode(ImageFormat format, QSize pixels)
{
    if (!QImageReader::supportedImageFormats().contains(qtFormatOf(format)))
        return false;
    return format == ImageFormat::Jpeg || areaOf(pixels) <= mostDecoded;
}

std::expected<PreparedImage, ImageFlaw> encodedImage(const QImage& image, bool asPng)
{
    PreparedImage result{.mimeType = asPng ? "image/png" : "image/jpeg", .pixels = image.size()};
    QBuffer buffer(&result.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, asPng ? "PNG" : "JPG", asPng ? -1 : jpegQuality))
        return std::unexpected(ImageFlaw::Damaged);
    // A writer may put the image's texts into the file.
    const ImageFormat format = asPng ? ImageFormat::Png : ImageFormat::Jpeg;
    const auto bare = withoutMetadata(result.bytes, format);
    if (!bare)
        return std::unexpected(ImageFlaw::Damaged);
    result.bytes = bare->bytes;
    result.thumbnail = shrunken(image);
    return result;
}

/// As EXIF counts the eight ways to hold a camera.
QImage turnedUpright(const QImage& image, int orientation)
{
    const bool isMirrored
        = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    QImage seen = isMirrored ? image.mirrored(true, false) : image;
    switch (orientation) {
    case 3:
    case 4:
        return seen.transformed(QTransform().rotate(180));
    case 5:
    case 8:
        return seen.transformed(QTransform().rotate(270));
    case 6:
    case 7:
        return seen.transformed(QTransform().rotate(90));
    default:
        return seen;
    }
}

std::expected<PreparedImage, ImageFlaw> prepareKnown(const QByteArray& bytes, ImageFormat format)
{
    const auto bare = withoutMetadata(bytes, format);
    if (!bare)
        return std::unexpected(ImageFlaw::Damaged);
    if (areaOf(bare->pixels) > mostSentPixels)
        return std::unexpected(ImageFlaw::TooManyPixels);
    if (bare->orientation != 1) {
        const QImage image = decodedImage(bare->bytes, qtFormatOf(format), decodable(bare->pixels));
        if (image.isNull())
            return std::unexpected(ImageFlaw::Damaged);
        return encodedImage(turnedUpright(image, bare->orientation), image.hasAlphaChannel());
    }
    PreparedImage result{
        .bytes = bare->bytes, .mimeType = mimeTypeOf(format), .pixels = bare->pixels};
    if (canDecode(format, bare->pixels)) {
        result.thumbnail = thumbnailOf(*bare, format);
        if (result.thumbnail.isNull())
            return std::unexpected(ImageFlaw::Damaged);
    }
    return result;
}

/// Not all that Qt reads: drawings are programs, and some formats are found in any bytes.
bool isPicture(const QByteArray& format)
{
    static const QByteArrayList known{"bmp", "tiff", "heic", "heif", "avif", "jp2", "jxl", "ico"};
    return known.contains(format);
}

/// A BMP says how long it is; Qt reads half of one without a word.
bool isCutOff(const QByteArray& bytes, const QByteArray& format)
{
    constexpr qsizetype lengthAt = 2;
    return format == "bmp" && bytes.size() >= 6
        && qFromLittleEndian<quint32>(bytes.data() + lengthAt) > bytes.size();
}

std::expected<PreparedImage, ImageFlaw> prepareHeic(const QByteArray& bytes)
{
    const auto photo = readHeic(bytes);
    if (!photo)
        return std::unexpected(photo.error());
    const QSize size = decodable(photo->size());
    const QImage image = size == photo->size()
        ? *photo
        : photo->scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return encodedImage(image, image.hasAlphaChannel());
}

std::expected<PreparedImage, ImageFlaw> prepareOther(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!isPicture(format))
        return std::unexpected(ImageFlaw::NotAnImage);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (areaOf(size) > mostDecodedWhole)
        return std::unexpected(ImageFlaw::TooManyPixels);
    if (!size.isValid() || isCutOff(bytes, format))
        return std::unexpected(ImageFlaw::Damaged);
    if (decodable(size) != size)
        reader.setScaledSize(decodable(size));
    const QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(ImageFlaw::Damaged);
    return encodedImage(image, image.hasAlphaChannel());
}

} // namespace

bool looksLikeImage(const QByteArray& beginning)
{
    if (imageFormatOf(beginning) != ImageFormat::None || looksLikeHeic(beginning))
        return true;
    QBuffer buffer;
    buffer.setData(beginning);
    buffer.open(QIODevice::ReadOnly);
    return isPicture(QImageReader::imageFormat(&buffer));
}

std::expected<PreparedImage, ImageFlaw> prepareImage(const QByteArray& bytes)
{
    const ImageFormat format = imageFormatOf(bytes);
    if (format != ImageFormat::None)
        return prepareKnown(bytes, format);
    if (!looksLikeHeic(bytes))
        return prepareOther(bytes);
    // Where the platform's own reader knows HEIC, it does without libheif.
    const bool isPlatforms
        = !canReadHeic() && QImageReader::supportedImageFormats().contains("heic");
    return isPlatforms ? prepareOther(bytes) : prepareHeic(bytes);
}

std::expected<PreparedImage, ImageFlaw> prepareImage(const QImage& image)
{
    if (image.isNull())
        return std::unexpected(ImageFlaw::Damaged);
    if (areaOf(image.size()) > mostSentPixels)
        return std::unexpected(ImageFlaw::TooManyPixels);
    return encodedImage(image, true);
}

} // namespace skein
