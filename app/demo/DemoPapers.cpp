// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPapers.h"

#include <QtEndian>

#include <cmath>
#include <numbers>

namespace skein::demo {

namespace {

template <class Number>
QByteArray inBytes(Number number, bool bigFirst = false)
{
    QByteArray bytes(sizeof(Number), '\0');
    if (bigFirst)
        qToBigEndian(number, bytes.data());
    else
        qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray chapter(const QByteArray& name, const QByteArray& content)
{
    return inBytes(static_cast<quint32>(content.size() + 8), true) + name + content;
}

} // namespace

QByteArray paper(const QStringList& lines)
{
    QByteArray text = "BT /F1 14 Tf 72 760 Td 22 TL\n";
    for (const QString& line : lines) {
        QByteArray words = line.toLatin1();
        words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        text += '(' + words + ") Tj T*\n";
    }
    text += "ET\n";
    const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                            " /Resources << /Font << /F1 5 0 R >> >> >>";
    const QByteArray objects[]
        = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
            "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray places = "0000000000 65535 f \n";
    int number = 0;
    for (const QByteArray& object : objects) {
        places += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 6\n" + places + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + start
        + "\n%%EOF\n";
}

QByteArray tone(int seconds)
{
    constexpr int rate = 8000;
    QByteArray samples;
    for (int i = 0; i < seconds * rate; ++i) {
        const double at = double(i) / rate;
        const double pitch = 330 + 90 * std::sin(at * 2);
        const double wave = std::sin(2 * std::numbers::pi * pitch * at);
        samples.append(static_cast<char>(static_cast<int>(128 + 60 * wave)));
    }
    const QByteArray form = inBytes<quint16>(1) + inBytes<quint16>(1) + inBytes<quint32>(rate)
        + inBytes<quint32>(rate) + inBytes<quint16>(1) + inBytes<quint16>(8);
    const QByteArray body = "WAVEfmt " + inBytes<quint32>(16) + form + "data"
        + inBytes(static_cast<quint32>(samples.size())) + samples;
    return "RIFF" + inBytes(static_cast<quint32>(body.size())) + body;
}

QByteArray emptyClip()
{
    const QByteArray brands("isom\0\0\2\0isomiso2mp41", 20);
    return chapter("ftyp", brands) + chapter("free", QByteArray(4096, '\0'))
        + chapter("mdat", QByteArray());
}

} // namespace skein::demo
