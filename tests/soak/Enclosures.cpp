// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Enclosures.h"

namespace skein::soak {

using namespace Qt::StringLiterals;

namespace {

/// The beginning of a PNG of 64 x 48, as much as anybody on the way reads of it.
Enclosure pictureOf(const QString& text)
{
    const QByteArray head("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x30\x08\x02\0\0\0", 29);
    OutgoingFile facts;
    facts.name = u"lake.png"_s;
    facts.mimeType = "image/png";
    facts.pixels = {64, 48};
    return {facts, head + "picture of " + text.toUtf8()};
}

Enclosure paperOf(const QString& text)
{
    OutgoingFile facts;
    facts.kind = OutgoingFile::Kind::File;
    facts.name = u"tides.pdf"_s;
    facts.mimeType = "application/pdf";
    return {facts, "paper of " + text.toUtf8()};
}

} // namespace

QList<Enclosure> enclosuresOf(const QString& text)
{
    switch (text.section(u' ', -1).toInt() % 8) {
    case 1:
    case 5:
        return {pictureOf(text)};
    case 3:
        return {paperOf(text), pictureOf(text)};
    default:
        return {};
    }
}

} // namespace skein::soak
