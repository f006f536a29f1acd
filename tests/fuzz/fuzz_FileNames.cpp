// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the name that a stranger gave a file.

#include "core/types/FileNames.h"
#include "tests/fuzz/Promise.h"

#include <QFileInfo>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

bool isDrawnAsItIs(char32_t c)
{
    const auto category = QChar::category(c);
    return category != QChar::Other_Control && category != QChar::Other_Format
        && category != QChar::Other_Surrogate && category != QChar::Separator_Line
        && category != QChar::Separator_Paragraph;
}

void check(const QString& name)
{
    const QString safe = safeFileName(name);
    require(!safe.isEmpty() && safe.isValidUtf16() && safe.toUtf8().size() <= maxFileNameBytes);
    require(std::ranges::none_of(
        safe, [](QChar c) { return QStringView(u"/\\:*?\"<>|").contains(c); }));
    require(std::ranges::all_of(safe.toUcs4(), isDrawnAsItIs));
    require(QFileInfo(safe).fileName() == safe && safe != u'.' && safe != ".."_L1);
    require(!safe.startsWith(u'.') && !safe.startsWith(u' '));
    require(!safe.endsWith(u'.') && !safe.endsWith(u' '));
    const QString stem = safe.section(u'.', 0, 0).trimmed();
    for (const auto device : {"con"_L1, "NUL"_L1, "aux"_L1, "prn"_L1, "com1"_L1, "lpt9"_L1})
        require(stem.compare(device, Qt::CaseInsensitive) != 0);
    require(safeFileName(safe) == safe);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    check(QString::fromUtf8(bytes));
    // As JSON may give them: with halves of surrogate pairs.
    check(QString(reinterpret_cast<const QChar*>(bytes.constData()),
        bytes.size() / qsizetype(sizeof(QChar))));
    return 0;
}
