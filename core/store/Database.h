// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two SQLite files on one connection: what the service can give again, and beside it, attached as
// "unsent", what only this computer knows. Opening, migrations from sql/NNNN_name.sql and
// sql/unsent-NNNN_name.sql, transactions. A crash between the commits of the
// two (the main one is first) is mended by sql/unite.sql at the next start. Knows no table. Lives
// on the store's thread; throws StorageError, which StoreThread turns into a Result.

#include "core/store/Sqlite.h"

namespace skein {

class Database {
public:
    /// Opens or makes `file` and its neighbour and brings their schemas up to date. A damaged one
    /// (or one that no migration fits) is set aside as FILE.damaged-N and made anew, with what
    /// sql/salvage.sql can save of the old; quarantined() then says where it went. What cannot be
    /// written is opened for reading.
    explicit Database(const QString& file);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& quarantined() const { return m_quarantined; }

    /// Throws unless as much as a page of messages can be written, and leaves nothing of it.
    void tryWriting();

    /// Damage was met: the next opening looks through the whole file and sets it aside if need be.
    void suspect();

    /// As Sqlite::run().
    Statement& run(const char* sql, std::initializer_list<SqlValue> values = {})
    {
        return m_sqlite->run(sql, values);
    }

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
    void connectTo(const QString& name, Sqlite::Mode mode);
    void openForReading();
    void examine();
    void migrate();
    void bringUpToDate(const QString& schema, const QString& prefix);
    /// Damaged: a file that says it is up to date and lacks a table that the scripts make.
    void demandTables(const QString& prefix, const QString& file);
    void unite();
    void step(const QString& schema, int number, const QString& script);
    [[nodiscard]] QStringList setAside(const QString& misfit);
    void salvage(const QString& damaged);
    void perform(const QString& script);
    void begin();
    void commit();
    void rollback();

    const QString m_file;
    const QString m_unsentFile;
    QString m_quarantined;
    bool m_onlyReads = false;
    std::unique_ptr<Sqlite> m_sqlite;
};

} // namespace skein
