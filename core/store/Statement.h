// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A prepared statement of SQLite, what stands in place of its question marks, and its rows. Knows
// no table. Store's thread; throws StorageError.

#include "core/store/StorageError.h"

#include <concepts>
#include <initializer_list>
#include <memory>
#include <optional>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace skein {

/// In place of a question mark: a text, a whole number, or NULL. A null text is an empty one: our
/// columns know only texts. Refers to the text.
class SqlValue {
public:
    SqlValue(const QString& text) : m_value(QStringView(text)) { }
    template <std::integral T>
    SqlValue(T number) : m_value(static_cast<qint64>(number))
    {
    }
    template <class T>
    SqlValue(const std::optional<T>& number)
    {
        if (number)
            m_value = static_cast<qint64>(*number);
    }

    void bindTo(sqlite3_stmt* statement, int place) const;

private:
    std::variant<std::monostate, qint64, QStringView> m_value;
};

/// A column of the row at hand.
class SqlColumn {
public:
    SqlColumn(sqlite3_stmt* statement, int column) : m_statement(statement), m_column(column) { }

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QByteArray toByteArray() const;
    [[nodiscard]] qint64 toLongLong() const;
    [[nodiscard]] int toInt() const { return static_cast<int>(toLongLong()); }
    [[nodiscard]] bool toBool() const { return toLongLong() != 0; }

private:
    sqlite3_stmt* m_statement;
    int m_column;
};

class Statement {
public:
    Statement(sqlite3* database, const char* sql);

    /// Runs it; what it writes is written, and its rows follow.
    void start(std::initializer_list<SqlValue> values = {});
    /// To the first row, and the next one; false after the last.
    bool next();
    [[nodiscard]] SqlColumn value(int column) const { return {m_statement.get(), column}; }
    /// By what ran last.
    [[nodiscard]] int numRowsAffected() const;
    /// The rows that are left are not wanted.
    void finish();

private:
    enum class Rows { None, First, Later };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    void step();

    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    Rows m_rows = Rows::None; ///< which one is at hand
};

} // namespace skein
