// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/FoldedText.h"

namespace skein {

QString folded(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar unit : text.normalized(QString::NormalizationForm_KD)) {
        if (unit.category() != QChar::Mark_NonSpacing)
            plain.append(unit);
    }
    return plain.toCaseFolded();
}

} // namespace skein
