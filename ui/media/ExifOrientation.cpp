// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/ExifOrientation.h"

#include <QtEndian>

#include <optional>

namespace skein {

namespace {

constexpr quint16 orientationTag = 0x0112;
constexpr quint16 exifShort = 3;
constexpr quint32 exifEntrySize = 12;

/// Numbers of a TIFF block, in its byte order.
class TiffReader {
public:
    explicit TiffReader(QByteArrayView bytes) : m_bytes(bytes), m_isBig(bytes.startsWith("MM")) { }

    template <class Number>
    [[nodiscard]] std::optional<Number> at(quint64 place) const
    {
        if (place + sizeof(Number) > quint64(m_bytes.size()))
            return std::nullopt;
        const char* from = m_bytes.data() + place;
        return m_isBig ? qFromBigEndian<Number>(from) : qFromLittleEndian<Number>(from);
    }

private:
    QByteArrayView m_bytes;
    bool m_isBig;
};

} // namespace

int exifOrientation(QByteArrayView tiff)
{
    if (!tiff.startsWith("II") && !tiff.startsWith("MM"))
        return 1;
    const TiffReader reader(tiff);
    const quint64 directory = reader.at<quint32>(4).value_or(0);
    const auto entries = reader.at<quint16>(directory);
    for (quint64 entry = 0; entries && entry < *entries; ++entry) {
        const quint64 place = directory + 2 + entry * exifEntrySize;
        const auto tag = reader.at<quint16>(place);
        if (!tag)
            break;
        if (*tag != orientationTag || reader.at<quint16>(place + 2) != exifShort)
            continue;
        const int value = reader.at<quint16>(place + 8).value_or(1);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

} // namespace skein
