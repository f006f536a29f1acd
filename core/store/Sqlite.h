// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One connection of SQLite, and what its refusals mean. Knows no table. Store's thread; throws
// StorageError.

#include "core/store/Statement.h"

#include <unordered_map>

namespace skein {

/// Throws what SQLite has just refused.
[[noreturn]] void failWith(sqlite3* database);

class Sqlite {
public:
    enum class Mode {
        Write, ///< makes the file when it is not there
        Read,
    };
    /// `name`: a path, or for reading also a URI.
    Sqlite(const QString& name, Mode mode);

    /// Runs `sql` with `values` in place of its question marks. The statement is prepared once; it
    /// stands until the same text (by its address) is run again.
    Statement& run(const char* sql, std::initializer_list<SqlValue> values = {});
    /// Runs one statement or several, whose rows nobody wants.
    void execute(const QString& sql);
    /// What it answers in its first row and column.
    [[nodiscard]] int numberFrom(const QString& question);
    /// Ends the reading of whatever has rows left.
    void finishAll();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<const char*, Statement> m_prepared;
};

} // namespace skein
