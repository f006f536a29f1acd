// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoGif.h"

#include <algorithm>
#include <vector>

namespace skein::demo {

namespace {

constexpr int colourBits = 4;
constexpr int clearCode = 1 << colourBits;
constexpr int endCode = clearCode + 1;
constexpr int largestCode = 4095;

void addShort(QByteArray& bytes, int number)
{
    bytes.append(static_cast<char>(number & 0xff));
    bytes.append(static_cast<char>(number >> 8 & 0xff));
}

/// Codes of growing width, the lowest bit first.
class BitWriter {
public:
    void add(int code, int bits)
    {
        m_pending |= static_cast<quint32>(code) << m_bits;
        m_bits += bits;
        while (m_bits >= 8)
            flush();
    }
    [[nodiscard]] QByteArray finished()
    {
        if (m_bits > 0)
            flush();
        return m_bytes;
    }

private:
    void flush()
    {
        m_bytes.append(static_cast<char>(m_pending & 0xff));
        m_pending >>= 8;
        m_bits = std::max(0, m_bits - 8);
    }

    QByteArray m_bytes;
    quint32 m_pending = 0;
    int m_bits = 0;
};

/// LZW as GIF has it: the table starts anew when it is full.
QByteArray packed(const QByteArray& pixels)
{
    BitWriter out;
    // Code of the run so far and next pixel -> code; 0: none, which no run of two has.
    std::vector<int> table((largestCode + 1) << colourBits, 0);
    int next = endCode + 1;
    int bits = colourBits + 1;
    out.add(clearCode, bits);
    int run = static_cast<uchar>(pixels.at(0));
    for (qsizetype i = 1; i < pixels.size(); ++i) {
        const int pixel = static_cast<uchar>(pixels.at(i));
        int& known = table.at(static_cast<std::size_t>(run << colourBits | pixel));
        if (known != 0) {
            run = known;
            continue;
        }
        out.add(run, bits);
        run = pixel;
        if (next > largestCode) {
            out.add(clearCode, bits);
            std::ranges::fill(table, 0);
            next = endCode + 1;
            bits = colourBits + 1;
            continue;
        }
        if (next == 1 << bits)
            ++bits;
        known = next++;
    }
    out.add(run, bits);
    out.add(endCode, bits);
    return out.finished();
}

QByteArray pixelsOf(const QImage& image)
{
    QByteArray pixels;
    for (int y = 0; y < image.height(); ++y)
        pixels.append(reinterpret_cast<const char*>(image.constScanLine(y)), image.width());
    return pixels;
}

void addFrame(QByteArray& bytes, const QImage& image, int hundredths)
{
    bytes.append("\x21\xf9\x04\x04", 4); // how long it stands
    addShort(bytes, hundredths);
    bytes.append("\0\0\x2c\0\0\0\0", 7); // then the whole picture
    addShort(bytes, image.width());
    addShort(bytes, image.height());
    bytes.append('\0');
    bytes.append(static_cast<char>(colourBits));
    const QByteArray data = packed(pixelsOf(image));
    for (qsizetype at = 0; at < data.size(); at += 255) {
        const QByteArray block = data.mid(at, 255);
        bytes.append(static_cast<char>(block.size()));
        bytes.append(block);
    }
    bytes.append('\0');
}

} // namespace

QByteArray animatedGif(
    const QList<QImage>& frames, const QList<QRgb>& colours, int hundredthsPerFrame)
{
    QByteArray bytes = "GIF89a";
    addShort(bytes, frames.first().width());
    addShort(bytes, frames.first().height());
    bytes.append(static_cast<char>(0xf0 | (colourBits - 1)));
    bytes.append("\0\0", 2);
    for (int i = 0; i < 1 << colourBits; ++i) {
        const QRgb colour = colours.value(i, qRgb(0, 0, 0));
        bytes.append(static_cast<char>(qRed(colour)));
        bytes.append(static_cast<char>(qGreen(colour)));
        bytes.append(static_cast<char>(qBlue(colour)));
    }
    bytes.append("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19); // again and again
    for (const QImage& frame : frames)
        addFrame(bytes, frame, hundredthsPerFrame);
    bytes.append(';');
    return bytes;
}

} // namespace skein::demo
