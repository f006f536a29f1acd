// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Strong ids over text (protocol.md 0.3, J1). An id is never a number to us: equality is the exact
// string; the order of decimal ids is length, then text.

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace skein {

/// Compares decimal ids without arithmetic: equals numeric order for digits without leading zeros.
[[nodiscard]] inline std::strong_ordering compareIds(const QString& a, const QString& b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

template <class Tag>
struct Id {
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id& a, const Id& b) = default;
    friend std::strong_ordering operator<=>(const Id& a, const Id& b)
    {
        return compareIds(a.value, b.value);
    }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.value, seed); }
};

using UserId = Id<struct UserTag>;
using MessageId = Id<struct MessageTag>;
using SourceGuid = Id<struct SourceGuidTag>;

} // namespace skein
