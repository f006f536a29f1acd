// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/DraftWords.h"

#include "core/types/FileNames.h"

#include <QCoreApplication>
#include <QStringList>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QString draftWord(const char* words, int n = -1)
{
    return QCoreApplication::translate("DraftWords", words, nullptr, n);
}

/// What somebody begun it for, who wrote nothing yet.
QString purposeWords(const DraftParts& parts)
{
    const QString edit = parts.editText.simplified();
    if (parts.isEdit && edit.isEmpty())
        return draftWord(QT_TRANSLATE_NOOP("DraftWords", "Edit of a message"));
    if (parts.isEdit)
        return draftWord(QT_TRANSLATE_NOOP("DraftWords", "Edit \u201c%1\u201d")).arg(edit);
    if (!parts.answered.isEmpty())
        return draftWord(QT_TRANSLATE_NOOP("DraftWords", "Reply to %1")).arg(parts.answered);
    return {};
}

} // namespace

QString draftWords(const DraftParts& parts)
{
    if (!parts.text.trimmed().isEmpty())
        return parts.text;
    QStringList words;
    if (parts.photos == 1)
        words.append(draftWord(QT_TRANSLATE_NOOP("DraftWords", "Photo")));
    else if (parts.photos > 1)
        words.append(draftWord(QT_TRANSLATE_N_NOOP("DraftWords", "%n photos"), parts.photos));
    if (parts.files == 1)
        words.append(safeFileName(parts.fileName));
    else if (parts.files > 1)
        words.append(draftWord(QT_TRANSLATE_N_NOOP("DraftWords", "%n files"), parts.files));
    if (parts.places == 1)
        words.append(draftWord(QT_TRANSLATE_NOOP("DraftWords", "Location")));
    else if (parts.places > 1)
        words.append(draftWord(QT_TRANSLATE_N_NOOP("DraftWords", "%n locations"), parts.places));
    return words.isEmpty() ? purposeWords(parts) : words.join(u", "_s);
}

} // namespace skein
