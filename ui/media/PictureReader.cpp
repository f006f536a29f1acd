// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/PictureReader.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

qint64 pixelsOf(QSize size) { return qint64(size.width()) * size.height(); }

std::unexpected<Error> noPicture(ErrorKind kind = ErrorKind::Malformed)
{
    return std::unexpected(Error{kind, 0, {}, {}});
}

/// At which size to decode a picture of `full` so that it covers `wanted`.
QSize decodedSize(QSize full, QSize wanted)
{
    QSize size = full;
    if (!wanted.isEmpty() && (full.width() > wanted.width() && full.height() > wanted.height()))
        size = full.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    if (const qint64 pixels = pixelsOf(size); pixels > mostPixelsWhole)
        size *= std::sqrt(double(mostPixelsWhole) / double(pixels));
    return size.expandedTo({1, 1});
}

/// A reader that looks at nothing but this format; the size that the picture claims is checked.
Result<std::unique_ptr<QImageReader>> openPicture(QBuffer& buffer)
{
    const QByteArray format = pictureFormat(buffer.data());
    if (format.isEmpty() || !QImageReader::supportedImageFormats().contains(format))
        return noPicture();
    auto reader = std::make_unique<QImageReader>();
    reader->setAutoDetectImageFormat(false);
    reader->setFormat(format);
    reader->setDevice(&buffer);
    reader->setAutoTransform(true);
    const QSize size = reader->size();
    if (size.isEmpty())
        return noPicture();
    if (pixelsOf(size) > mostPixels)
        return noPicture(ErrorKind::TooLarge);
    return reader;
}

bool liesOnItsSide(const QImageReader& reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

/// One frame, as large as wanted; null when it cannot be read.
QImage readFrame(QImageReader& reader, QSize full, QSize wanted)
{
    const QSize size = decodedSize(full, wanted);
    if (size != full)
        reader.setScaledSize(size);
    QImage image = reader.read();
    if (image.isNull())
        return {};
    return std::move(image).convertToFormat(
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace

QByteArray pictureFormat(const QByteArray& bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.size() > 12 && bytes.startsWith("RIFF")
        && QByteArrayView(bytes).sliced(8).startsWith("WEBP"))
        return "webp";
    if (bytes.startsWith("BM"))
        return "bmp";
    return {};
}

Result<DecodedPicture> decodePicture(const QByteArray& bytes, QSize wanted)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto reader = openPicture(buffer);
    if (!reader)
        return std::unexpected(reader.error());
    const QSize full = (*reader)->size();
    const bool onSide = liesOnItsSide(**reader);
    DecodedPicture picture;
    picture.full = onSide ? full.transposed() : full;
    picture.image = readFrame(**reader, full, onSide ? wanted.transposed() : wanted);
    if (picture.image.isNull())
        return noPicture();
    picture.moves
        = (*reader)->supportsAnimation() && (*reader)->canRead() && (*reader)->imageCount() != 1;
    return picture;
}

PictureFrames::PictureFrames(const QByteArray& bytes, QSize wanted) : m_wanted(wanted)
{
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
}

bool PictureFrames::rewind()
{
    m_reader.reset();
    m_buffer.seek(0);
    auto reader = openPicture(m_buffer);
    if (reader) {
        m_reader = std::move(*reader);
        m_full = m_reader->size();
    }
    return m_reader != nullptr;
}

Result<PictureFrames::Frame> PictureFrames::next()
{
    const bool fresh = !m_reader;
    if (fresh && !rewind())
        return noPicture();
    Frame frame;
    frame.image = readFrame(*m_reader, m_full, m_wanted);
    if (frame.image.isNull()) {
        m_reader.reset(); // the end, or damage
        return fresh ? Result<Frame>(noPicture()) : next();
    }
    // As browsers do: what claims no time at all was never meant so.
    const std::chrono::milliseconds delay{m_reader->nextImageDelay()};
    frame.delay = delay <= 10ms ? 100ms : delay;
    return frame;
}

} // namespace skein
