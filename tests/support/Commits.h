// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many transactions SQLite has written to a database since its journal began, read from the
// journal itself: the last page of each says so (the WAL format of sqlite.org). Any thread.

#include <QFile>
#include <QtEndian>

namespace skein {

[[nodiscard]] inline int commitsIn(const QString& database)
{
    constexpr qsizetype header = 32;
    constexpr qsizetype frameHeader = 24;
    QFile file(database + QStringLiteral("-wal"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray journal = file.readAll();
    const auto wordAt = [&](qsizetype at) { return qFromBigEndian<quint32>(journal.data() + at); };
    if (journal.size() < header)
        return 0;
    const qsizetype frame = frameHeader + wordAt(8);
    int commits = 0;
    for (qsizetype at = header; at + frame <= journal.size(); at += frame) {
        const bool isOfNow = wordAt(at + 8) == wordAt(16) && wordAt(at + 12) == wordAt(20);
        commits += isOfNow && wordAt(at + 4) != 0 ? 1 : 0;
    }
    return commits;
}

} // namespace skein
