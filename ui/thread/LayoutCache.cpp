// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/LayoutCache.h"

#include <QSet>

#include <algorithm>

namespace skein {

const MessageLayout& LayoutCache::layout(
    const ThreadRow& row, const RowFacts& facts, const LayoutContext& context)
{
    const Entry* found = m_entries.object(row.key);
    if (found && found->width == context.width && found->facts == facts)
        return found->layout;
    ++m_made;
    auto entry = std::make_unique<Entry>(facts, context.width, layOut(row, facts, context));
    const qsizetype units = entry->layout.text ? entry->layout.text->text().size() : 0;
    const Entry* kept = entry.get();
    m_entries.insert(row.key, entry.release(), std::min<qsizetype>(1 + units / 1000, capacity));
    return kept->layout;
}

const MessageLayout* LayoutCache::find(const QString& key, int width) const
{
    const Entry* found = m_entries.object(key);
    return found && found->width == width ? &found->layout : nullptr;
}

QStringList LayoutCache::rowsNeeding(const QStringList& keys) const
{
    const QSet<QString> wanted(keys.begin(), keys.end());
    QStringList rows;
    for (const QString& row : m_entries.keys()) {
        const QList<ContentNeed> needs = m_entries.object(row)->layout.needs();
        const bool isNeeding = std::ranges::any_of(
            needs, [&wanted](const ContentNeed& need) { return wanted.contains(need.key()); });
        if (isNeeding)
            rows.append(row);
    }
    return rows;
}

} // namespace skein
