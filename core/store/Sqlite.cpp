// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Sqlite.h"

#include "core/store/SqliteName.h"

#include <sqlite3.h>

#include <QByteArray>

#include <algorithm>
#include <array>

namespace skein {

namespace {

constexpr std::array damagedCodes{SQLITE_CORRUPT, SQLITE_NOTADB};
constexpr std::array unwritableCodes{
    SQLITE_PERM, SQLITE_BUSY, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN};
constexpr int patience = 5000; ///< ms, with another program that has the file locked

} // namespace

void failWith(sqlite3* database)
{
    const int code = sqlite3_errcode(database) & 0xff; // without extensions
    const std::string words = sqlite3_errmsg(database);
    if (std::ranges::find(damagedCodes, code) != damagedCodes.end())
        throw DamagedError(words);
    const bool isUnwritable = std::ranges::find(unwritableCodes, code) != unwritableCodes.end();
    throw StorageError(words, isUnwritable ? StorageTrouble::Unwritable : StorageTrouble::None);
}

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Sqlite::Sqlite(const QString& name, Mode mode)
{
    const int flags = mode == Mode::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                          : SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(
        name.toUtf8().constData(), &opened, flags | SQLITE_OPEN_NOMUTEX, sqliteFiles());
    m_database.reset(opened);
    if (code != SQLITE_OK)
        failWith(opened);
    sqlite3_busy_timeout(opened, patience);
}

Statement& Sqlite::run(const char* sql, std::initializer_list<SqlValue> values)
{
    Statement& statement = m_prepared.try_emplace(sql, m_database.get(), sql).first->second;
    statement.start(values);
    return statement;
}

void Sqlite::execute(const QString& sql)
{
    if (sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr))
        failWith(m_database.get());
}

int Sqlite::numberFrom(const QString& question)
{
    Statement statement(m_database.get(), question.toUtf8().constData());
    statement.start();
    return statement.next() ? statement.value(0).toInt() : 0;
}

void Sqlite::finishAll()
{
    for (auto& [sql, statement] : m_prepared)
        statement.finish();
}

} // namespace skein
