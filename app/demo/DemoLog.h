// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which requests came, without any secret: tokens are never kept. Forgets the oldest of very
// many. Any thread.

#include "app/demo/DemoHttp.h"

#include <QJsonArray>
#include <QMutex>
#include <QStringList>

namespace skein {

struct DemoLogEntry {
    qint64 time = 0; ///< ms since the epoch, when the request came
    QString method;
    QString path;
    QString query; ///< decoded, tokens replaced
    int status = 0; ///< 0: no answer was given
    bool tokenInHeader = false;
    QStringList violations; ///< what a client must not do
};

class DemoLog {
public:
    /// What the log keeps of a request.
    [[nodiscard]] static DemoLogEntry entryFor(const DemoRequest& request, qint64 time);

    void add(const DemoLogEntry& entry);
    void clear();
    [[nodiscard]] QList<DemoLogEntry> entries() const;
    /// How many came with that method whose path ends so; an empty method means any.
    [[nodiscard]] int count(const QString& method, const QString& pathEnd) const;
    [[nodiscard]] QStringList violations() const;
    [[nodiscard]] QJsonArray toJson() const;

private:
    mutable QMutex m_mutex;
    QList<DemoLogEntry> m_entries;
};

} // namespace skein
