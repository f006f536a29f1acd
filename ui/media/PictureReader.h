// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes from strangers to pixels. The content alone says what format it is, few formats are read at
// all (never SVG, never text), and the size that a picture claims is held against a limit before
// anything is decoded (protocol.md F1). Any thread; slow: not the main one.

#include "core/base/Result.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <chrono>
#include <memory>

namespace skein {

constexpr qint64 mostPixels = 50'000'000; ///< that a picture may have
constexpr qint64 mostPixelsWhole = 24'000'000; ///< in memory, when no size is wanted

/// "png", "jpeg", "gif", "webp" or "bmp"; empty for all else.
[[nodiscard]] QByteArray pictureFormat(const QByteArray& bytes);

struct DecodedPicture {
    QImage image; ///< upright, ready to paint
    QSize full; ///< the picture's own size, upright
    bool moves = false; ///< there is a second frame
};

/// Just large enough to cover `wanted`, never larger than it is; whole when `wanted` is empty.
/// Malformed when it is no picture, TooLarge when it claims too many pixels.
[[nodiscard]] Result<DecodedPicture> decodePicture(const QByteArray& bytes, QSize wanted = {});

/// The frames of an animation, one after the other, without end; one is in memory. One thread at a
/// time.
class PictureFrames {
public:
    struct Frame {
        QImage image;
        std::chrono::milliseconds delay{0}; ///< until the next
    };

    PictureFrames(const QByteArray& bytes, QSize wanted);
    [[nodiscard]] Result<Frame> next();

private:
    [[nodiscard]] bool rewind();

    QBuffer m_buffer;
    QSize m_wanted;
    QSize m_full;
    std::unique_ptr<QImageReader> m_reader;
};

} // namespace skein
