// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Quarantine.h"

#include "core/base/Logging.h"
#include "core/store/Database.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace skein::quarantine {

namespace {

constexpr std::array damagedCodes{11, 26}; // SQLite's CORRUPT and NOTADB, without extensions

bool holdsDamage(const QString& connection, const QString& file)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s); // nothing of it may change
    if (!database.open())
        return tellsDamage(database.lastError());
    QSqlQuery check(database);
    if (!check.exec(u"PRAGMA integrity_check(1)"_s) || !check.next())
        return tellsDamage(check.lastError());
    return check.value(0).toString() != "ok"_L1;
}

} // namespace

bool tellsDamage(const QSqlError& error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return std::ranges::find(damagedCodes, code) != damagedCodes.end();
}

bool isSound(const QString& file)
{
    if (!QFile::exists(file))
        return true;
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const bool isDamaged = holdsDamage(connection, file);
    QSqlDatabase::removeDatabase(connection);
    return !isDamaged;
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
