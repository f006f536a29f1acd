// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Statement.h"

#include "core/store/Sqlite.h"

#include <sqlite3.h>

#include <QByteArray>

namespace skein {

void SqlValue::bindTo(sqlite3_stmt* statement, int place) const
{
    if (const auto* text = std::get_if<QStringView>(&m_value)) {
        const QByteArray bytes = text->toUtf8();
        sqlite3_bind_text(
            statement, place, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    } else if (const auto* number = std::get_if<qint64>(&m_value)) {
        sqlite3_bind_int64(statement, place, *number);
    } else {
        sqlite3_bind_null(statement, place);
    }
}

bool SqlColumn::isNull() const { return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL; }

QString SqlColumn::toString() const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, m_column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, m_column));
}

QByteArray SqlColumn::toByteArray() const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, m_column));
    return {bytes, sqlite3_column_bytes(m_statement, m_column)};
}

qint64 SqlColumn::toLongLong() const { return sqlite3_column_int64(m_statement, m_column); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, const char* sql) : m_database(database)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr))
        failWith(database);
    m_statement.reset(prepared);
}

void Statement::start(std::initializer_list<SqlValue> values)
{
    finish();
    if (sqlite3_bind_parameter_count(m_statement.get()) != static_cast<int>(values.size()))
        throw StorageError("a statement has as many values as question marks");
    int place = 0;
    for (const SqlValue& value : values)
        value.bindTo(m_statement.get(), ++place);
    step();
    if (m_rows != Rows::None)
        m_rows = Rows::First;
}

bool Statement::next()
{
    if (m_rows == Rows::First)
        m_rows = Rows::Later;
    else if (m_rows == Rows::Later)
        step();
    return m_rows != Rows::None;
}

void Statement::step()
{
    const int outcome = sqlite3_step(m_statement.get());
    m_rows = outcome == SQLITE_ROW ? Rows::Later : Rows::None;
    if (outcome == SQLITE_ROW)
        return;
    const int code = sqlite3_reset(m_statement.get()); // lets go of what it read
    if (code != SQLITE_OK)
        failWith(m_database);
}

int Statement::numRowsAffected() const { return sqlite3_changes(m_database); }

void Statement::finish()
{
    if (m_rows != Rows::None)
        sqlite3_reset(m_statement.get());
    m_rows = Rows::None;
}

} // namespace skein
