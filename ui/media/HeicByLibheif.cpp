// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HeicReader by libheif.

#include "ui/media/HeicReader.h"
#include "ui/media/Libheif.h"

#include <QColorSpace>

#include <memory>

namespace skein {

namespace {

template <auto release>
struct Releasing {
    template <class T>
    void operator()(T* object) const
    {
        (libheif()->*release)(object);
    }
};
using HeifFile = std::unique_ptr<heif_context, Releasing<&Libheif::context_free>>;
using HeifPhoto = std::unique_ptr<heif_image_handle, Releasing<&Libheif::image_handle_release>>;
using HeifPixels = std::unique_ptr<heif_image, Releasing<&Libheif::image_release>>;

bool isFine(const heif_error& error) { return error.code == heif_error_Ok; }

ImageFlaw flawOf(const heif_error& error)
{
    const bool isUnknown = error.code == heif_error_Unsupported_feature
        || error.code == heif_error_Unsupported_filetype;
    return isUnknown ? ImageFlaw::Unreadable : ImageFlaw::Damaged;
}

/// iPhones see more colours than sRGB has: what the numbers mean goes along.
QColorSpace coloursOf(const Libheif& heif, const heif_image_handle* photo)
{
    QByteArray profile(qsizetype(heif.image_handle_get_raw_color_profile_size(photo)), '\0');
    const bool hasOne = !profile.isEmpty()
        && isFine(heif.image_handle_get_raw_color_profile(photo, profile.data()));
    return hasOne ? QColorSpace::fromIccProfile(profile) : QColorSpace();
}

std::expected<QImage, ImageFlaw> decodedHeic(const Libheif& heif, const heif_image_handle* photo)
{
    const bool isSeeThrough = heif.image_handle_has_alpha_channel(photo) != 0;
    heif_image* decoded = nullptr;
    const heif_error error = heif.decode_image(photo, &decoded, heif_colorspace_RGB,
        isSeeThrough ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    const HeifPixels pixels(decoded);
    if (!isFine(error))
        return std::unexpected(flawOf(error));
    int stride = 0;
    const uint8_t* rows
        = heif.image_get_plane_readonly(pixels.get(), heif_channel_interleaved, &stride);
    const QSize size(heif.image_get_width(pixels.get(), heif_channel_interleaved),
        heif.image_get_height(pixels.get(), heif_channel_interleaved));
    if (rows == nullptr || size.isEmpty())
        return std::unexpected(ImageFlaw::Damaged);
    QImage image = QImage(rows, size.width(), size.height(), stride,
        isSeeThrough ? QImage::Format_RGBA8888 : QImage::Format_RGB888)
                       .copy();
    if (const QColorSpace colours = coloursOf(heif, photo); colours.isValid())
        image.setColorSpace(colours);
    return image;
}

} // namespace

bool canReadHeic() { return libheif() != nullptr; }

std::expected<QImage, ImageFlaw> readHeic(const QByteArray& bytes)
{
    const Libheif* heif = libheif();
    if (!heif)
        return std::unexpected(ImageFlaw::Unreadable);
    const HeifFile file(heif->context_alloc());
    heif_error error = heif->context_read_from_memory_without_copy(
        file.get(), bytes.constData(), size_t(bytes.size()), nullptr);
    heif_image_handle* primary = nullptr;
    if (isFine(error))
        error = heif->context_get_primary_image_handle(file.get(), &primary);
    const HeifPhoto photo(primary);
    if (!isFine(error))
        return std::unexpected(flawOf(error));
    const qint64 width = heif->image_handle_get_width(primary);
    const qint64 height = heif->image_handle_get_height(primary);
    if (width * height > mostHeicPixels)
        return std::unexpected(ImageFlaw::TooManyPixels);
    return decodedHeic(*heif, primary);
}

} // namespace skein
