// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two SQLite files on one connection: what the service can give again, and beside it, attached as
// "unsent", what only this computer knows. Opening, migrations from sql/NNNN_name.sql and
// sql/unsent-NNNN_name.sql, prepared statements, transactions. A crash between the commits of the
// two (the main one is first) is mended by sql/unite.sql at the next start. Knows no table. Lives
// on the store's thread; throws StorageError, which StoreThread turns into a Result.

#include "core/store/StorageTrouble.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <stdexcept>

namespace skein {

class StorageError : public std::runtime_error {
public:
    explicit StorageError(const std::string& what, StorageTrouble trouble = StorageTrouble::None)
        : std::runtime_error(what)
        , m_trouble(trouble)
    {
    }
    /// None: only this statement was refused.
    [[nodiscard]] StorageTrouble trouble() const { return m_trouble; }

private:
    StorageTrouble m_trouble;
};

/// The file itself is broken: no database (any more), damaged inside, or not what any Skein has
/// made. Everything else that may go wrong (no space, no right, somebody's lock) is no reason to
/// part with it.
class DamagedError : public StorageError {
public:
    /// `file`: which one, where SQLite itself finds nothing wrong with it.
    explicit DamagedError(const std::string& what, QString file = {})
        : StorageError(what, StorageTrouble::Damaged)
        , m_file(std::move(file))
    {
    }
    [[nodiscard]] const QString& file() const { return m_file; }

private:
    QString m_file;
};

/// A prepared statement with its rows.
class Statement : public QSqlQuery {
public:
    using QSqlQuery::QSqlQuery;
    /// False after the last row; throws when the next one cannot be read.
    bool next();
};

class Database {
public:
    /// Opens or makes `file` and its neighbour and brings their schemas up to date. A damaged one
    /// (or one that no migration fits) is set aside as FILE.damaged-N and made anew, with what
    /// sql/salvage.sql can save of the old; quarantined() then says where it went. What cannot be
    /// written is opened for reading.
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& quarantined() const { return m_quarantined; }

    /// Throws unless as much as a page of messages can be written, and leaves nothing of it.
    void tryWriting();

    /// Damage was met: the next opening looks through the whole file and sets it aside if need be.
    void suspect();

    /// Runs `sql` with `values` in place of its question marks (plain
    /// ones: Qt does not know numbered ones). The statement is prepared once and
    /// the returned query is valid until the same text is run again.
    Statement& run(const char* sql, std::initializer_list<QVariant> values = {});

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
    void open();
    void connectTo(const QString& name, const QString& options);
    void openForReading();
    void close();
    void examine();
    void migrate();
    void bringUpToDate(const QString& schema, const QString& prefix);
    /// Damaged: a file that says it is up to date and lacks a table that the scripts make.
    void demandTables(const QString& schema, const QString& prefix, const QString& file);
    void unite();
    void step(const QString& schema, int number, const QString& script);
    [[nodiscard]] QStringList setAside(const QString& misfit);
    void salvage(const QString& damaged);
    void perform(const QString& script);
    [[nodiscard]] int numberFrom(const QString& question);
    void execute(const QString& statement);
    void begin();
    void commit();
    void rollback();

    const QString m_file;
    const QString m_unsentFile;
    const QString m_connection;
    QString m_quarantined;
    bool m_onlyReads = false;
    QSqlDatabase m_database;
    QHash<const char*, std::shared_ptr<Statement>> m_prepared;
};

} // namespace skein
