// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Quarantine.h"

#include "core/base/Logging.h"
#include "core/store/Sqlite.h"
#include "core/store/SqliteName.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace skein::quarantine {

bool isSound(const QString& file)
{
    if (!QFile::exists(file))
        return true;
    try {
        Sqlite sqlite(sqliteName(file), Sqlite::Mode::Read); // nothing of it may change
        auto& check = sqlite.run("PRAGMA integrity_check(1)");
        return check.next() && check.value(0).toString() == "ok"_L1;
    } catch (const StorageError& error) {
        return error.trouble() != StorageTrouble::Damaged;
    }
}

QString setAside(const QString& file)
{
    for (int n = 1; n < 1000; ++n) {
        const QString aside = u"%1.damaged-%2"_s.arg(file).arg(n);
        if (QFile::exists(aside))
            continue;
        if (!QFile::rename(file, aside))
            throw StorageError(
                "the damaged database could not be set aside", StorageTrouble::Unwritable);
        // Its journal belongs to it: the latest transactions are only there.
        QFile::rename(file + "-wal"_L1, aside + "-wal"_L1);
        QFile::remove(file + "-shm"_L1);
        qCWarning(logStore) << "a damaged database was set aside";
        return aside;
    }
    throw StorageError("too many damaged databases", StorageTrouble::Unwritable);
}

} // namespace skein::quarantine
