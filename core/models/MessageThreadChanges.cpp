// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageThreadModel's second part: what is different becomes the fewest row operations.

#include "core/models/MessageThreadModel.h"

#include <algorithm>

namespace skein {

/// Most changes are at an end: what stands apart from it is only compared. How many rows that are,
/// from the first on.
int MessageThreadModel::placeFirstRows(const QList<ThreadRow>& fresh)
{
    int at = 0;
    for (; at < count() && at < fresh.size() && m_rows.at(at).key == fresh.at(at).key; ++at)
        placeRow(at, fresh.at(at));
    return at;
}

/// Likewise up to the last row, but not before `first`.
int MessageThreadModel::placeLastRows(const QList<ThreadRow>& fresh, int first)
{
    int same = 0;
    const auto isSame = [&] {
        return m_rows.at(count() - 1 - same).key == fresh.at(fresh.size() - 1 - same).key;
    };
    for (; first + same < std::min<qsizetype>(count(), fresh.size()) && isSame(); ++same)
        placeRow(count() - 1 - same, fresh.at(fresh.size() - 1 - same));
    return same;
}

void MessageThreadModel::applyRows(const QList<ThreadRow>& fresh)
{
    const int first = placeFirstRows(fresh);
    const int lastOnes = placeLastRows(fresh, first);
    const auto end = fresh.size() - lastOnes;
    QSet<QString> keys;
    for (auto at = first; at < end; ++at)
        keys.insert(fresh.at(at).key);
    removeRowsNotIn(keys, first, count() - lastOnes);
    QSet<QString> present;
    for (int at = first; at < count() - lastOnes; ++at)
        present.insert(m_rows.at(at).key);
    for (int at = first; at < end; ++at) {
        if (at < count() - lastOnes && m_rows.at(at).key == fresh.at(at).key) {
            placeRow(at, fresh.at(at));
        } else if (present.contains(fresh.at(at).key)) {
            const int from = rowOfKey(fresh.at(at).key);
            beginMoveRows({}, from, from, {}, at);
            m_rows.move(from, at);
            endMoveRows();
            placeRow(at, fresh.at(at));
        } else {
            int behind = at + 1;
            while (behind < end && !present.contains(fresh.at(behind).key))
                ++behind;
            beginInsertRows({}, at, behind - 1);
            m_rows = m_rows.first(at) + fresh.sliced(at, behind - at) + m_rows.sliced(at);
            endInsertRows();
            at = behind - 1;
        }
    }
}

void MessageThreadModel::placeRow(int to, const ThreadRow& row)
{
    if (m_rows.at(to) == row)
        return;
    m_rows[to] = row;
    emit dataChanged(index(to), index(to));
}

void MessageThreadModel::removeRowsNotIn(const QSet<QString>& keys, int from, int end)
{
    for (int last = end - 1; last >= from; --last) {
        if (keys.contains(m_rows.at(last).key))
            continue;
        int first = last;
        while (first > from && !keys.contains(m_rows.at(first - 1).key))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

} // namespace skein
