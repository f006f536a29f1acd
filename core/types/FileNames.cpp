// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/FileNames.h"

#include <QList>
#include <QStringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr qsizetype longestExtension = 16; ///< bytes, with its dot

/// Unpaired surrogates, controls, and what is drawn as nothing or turns the direction of what
/// follows: with those a program can look like a picture.
bool isTreacherousInNames(char32_t c)
{
    if (c == QChar::ReplacementCharacter)
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// Separates folders, drives or streams somewhere, or stands for other names.
bool isSpecialInNames(char32_t c)
{
    return c < 0x80 && QStringView(u"/\\:*?\"<>|").contains(QChar(c));
}

QString safeSpelling(const QString& name)
{
    QString kept;
    for (const char32_t c : name.left(4096).toUcs4()) {
        if (isSpecialInNames(c))
            kept += u'_';
        else if (QChar::isSpace(c))
            kept += u' ';
        else if (!isTreacherousInNames(c))
            kept += QChar::fromUcs4(c);
    }
    return kept.simplified();
}

/// Only what stands behind the last separator: "../../x" is "x".
QString lastPartOf(const QString& name)
{
    const qsizetype cut = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    return name.sliced(cut + 1);
}

/// Windows drops dots and spaces at the end; at the beginning a dot hides the file.
QString withoutNameEdges(QStringView name)
{
    const auto isEdge = [](QChar c) { return c == u'.' || c == u' '; };
    while (!name.isEmpty() && isEdge(name.front()))
        name = name.sliced(1);
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    return name.toString();
}

/// "CON", "nul.txt", "COM1 .tar.gz": devices, whatever follows the first dot.
bool isDeviceName(const QString& name)
{
    static constexpr std::array plain{
        "con"_L1, "prn"_L1, "aux"_L1, "nul"_L1, "conin$"_L1, "conout$"_L1, "clock$"_L1};
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    if (std::ranges::find(plain, stem) != plain.end())
        return true;
    const bool isPort = stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1);
    return isPort && stem.size() == 4
        && QStringView(u"0123456789\u00b9\u00b2\u00b3").contains(stem.back());
}

/// The longest beginning of at most `bytes` that cuts no character.
QString beginningOf(const QString& name, qsizetype bytes)
{
    QByteArray utf8 = name.toUtf8();
    if (utf8.size() <= bytes)
        return name;
    while (bytes > 0 && (static_cast<unsigned char>(utf8.at(bytes)) & 0xc0) == 0x80)
        --bytes;
    utf8.truncate(bytes);
    return QString::fromUtf8(utf8);
}

QString shortenedName(const QString& name)
{
    if (name.toUtf8().size() <= maxFileNameBytes)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 ? name.sliced(dot) : QString();
    const qsizetype length = extension.toUtf8().size();
    if (length > longestExtension)
        return withoutNameEdges(beginningOf(name, maxFileNameBytes));
    return withoutNameEdges(
               beginningOf(name.left(dot < 0 ? name.size() : dot), maxFileNameBytes - length))
        + extension;
}

} // namespace

QString safeFileName(const QString& name)
{
    QString safe = withoutNameEdges(safeSpelling(lastPartOf(name)));
    if (safe.isEmpty())
        return u"file"_s;
    if (isDeviceName(safe))
        safe.prepend(u'_');
    return shortenedName(safe);
}

} // namespace skein
