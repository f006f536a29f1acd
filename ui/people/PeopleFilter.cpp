// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/PeopleFilter.h"

#include "ui/theme/FoldedText.h"

#include <algorithm>

namespace skein {

void PeopleFilter::setTyped(const QString& typed)
{
    m_words = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool PeopleFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString name = folded(sourceModel()->index(row, 0, parent).data().toString());
    return std::ranges::all_of(m_words, [&](const QString& word) { return name.contains(word); });
}

} // namespace skein
