// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One SQLite file: opening, migrations from sql/NNNN_name.sql, prepared statements, transactions.
// Knows no table. Lives on the store's thread; throws StorageError, which StoreThread turns into a
// Result.

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <stdexcept>

namespace skein {

class StorageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Database {
public:
    /// Opens or makes `file` and brings its schema up to date. A file that is no database (any
    /// more) is set aside as FILE.damaged-N and a new one is made; quarantined() then says where it
    /// went.
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& quarantined() const { return m_quarantined; }

    /// Runs `sql` with `values` in place of its question marks (plain
    /// ones: Qt does not know numbered ones). The statement is prepared once and
    /// the returned query is valid until the same text is run again.
    QSqlQuery& run(const char* sql, std::initializer_list<QVariant> values = {});

    /// Runs `work` in one transaction; rolled back when it throws.
    template <class F>
    auto transaction(F&& work)
    {
        begin();
        try {
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                commit();
            } else {
                auto result = work();
                commit();
                return result;
            }
        } catch (...) {
            rollback();
            throw;
        }
    }

private:
    void open(const QString& file);
    void close();
    void migrate();
    void quarantine(const QString& file);
    void execute(const QString& statement);
    void begin();
    void commit();
    void rollback();

    QString m_connection;
    QString m_quarantined;
    QSqlDatabase m_database;
    QHash<const char*, std::shared_ptr<QSqlQuery>> m_prepared;
};

} // namespace skein
