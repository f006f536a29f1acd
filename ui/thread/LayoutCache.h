// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps the layouts of the rows seen last, by row key. A layout is used again only for the same
// width and the same facts, so a changed neighbour never shows an old layout. Main thread.

#include "ui/thread/MessageLayout.h"

#include <QCache>

namespace skein {

class LayoutCache {
public:
    /// The layout of `row`, made when it is not at hand. It stands until the next call.
    [[nodiscard]] const MessageLayout& layout(
        const ThreadRow& row, const RowFacts& facts, const LayoutContext& context);
    /// The layout of a row that is known to have the same facts still; null: not at hand.
    [[nodiscard]] const MessageLayout* find(const QString& key, int width) const;
    /// The row's own content changed.
    void forget(const QString& key) { m_entries.remove(key); }
    /// The rows whose layouts show what ContentNeed::key() names.
    [[nodiscard]] QStringList rowsNeeding(const QStringList& keys) const;
    /// Font, locale or time zone changed.
    void clear() { m_entries.clear(); }
    [[nodiscard]] int count() const { return int(m_entries.count()); }
    [[nodiscard]] int layoutsMade() const
    {
        return m_made;
    } ///< for tests: what was really laid out

private:
    struct Entry {
        RowFacts facts;
        int width = 0;
        MessageLayout layout;
    };
    static constexpr int capacity = 400; ///< a full row costs one, long texts cost more

    QCache<QString, Entry> m_entries{capacity};
    int m_made = 0;
};

} // namespace skein
