// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Database.h"

#include "core/base/Logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

// core is a static library: nobody else asks the linker for its resources.
static void loadResources() { Q_INIT_RESOURCE(store); }

namespace skein {

namespace {

[[noreturn]] void fail(const QSqlError& error)
{
    constexpr int corrupt = 11; // SQLITE_CORRUPT
    constexpr int notADatabase = 26; // SQLITE_NOTADB
    const int code = error.nativeErrorCode().toInt() & 0xff; // without its extension
    if (code == corrupt || code == notADatabase)
        throw DamagedError(error.text().toStdString());
    throw StorageError(error.text().toStdString());
}

/// Stands beside a file in which damage was met.
QString suspicionOf(const QString& file) { return file + ".suspect"_L1; }

/// Splits a migration into statements; our own files hold no ';' inside a statement.
QStringList statementsOf(const QString& file)
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly))
        throw StorageError("a migration is missing");
    QString sql;
    const auto lines = QString::fromUtf8(script.readAll()).split(u'\n');
    for (const QString& line : lines)
        sql += line.left(line.indexOf("--"_L1)) + u'\n';
    QStringList statements;
    for (const QString& statement : sql.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement);
    }
    return statements;
}

} // namespace

bool Statement::next()
{
    if (QSqlQuery::next())
        return true;
    if (lastError().isValid())
        fail(lastError());
    return false;
}

Database::Database(const QString& file)
    : m_file(file)
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QDir().mkpath(QFileInfo(file).path());
    try {
        try {
            open();
        } catch (const DamagedError&) {
            close();
            quarantine();
            open();
            salvage();
        }
    } catch (const StorageError&) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::open()
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        fail(m_database.lastError());
    // FULL: a message that the person sent must outlive a power cut (design.md, promise 1).
    for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
             "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -4096"})
        run(pragma);
    if (QFile::exists(suspicionOf(m_file)))
        examine();
    migrate();
}

void Database::close()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::suspect()
{
    QFile mark(suspicionOf(m_file));
    if (!mark.open(QIODevice::WriteOnly))
        qCWarning(logStore) << "a damaged database could not be marked";
}

void Database::examine()
{
    auto& check = run("PRAGMA quick_check(1)");
    if (!check.next() || check.value(0).toString() != "ok"_L1)
        throw DamagedError("the database is damaged");
    check.finish();
    QFile::remove(suspicionOf(m_file));
}

void Database::migrate()
{
    auto& version = run("PRAGMA user_version");
    version.next();
    const int current = version.value(0).toInt();
    version.finish();
    loadResources();
    const QDir scripts(u":/skein/sql"_s);
    const QStringList files = scripts.entryList({u"0*.sql"_s}, QDir::Files, QDir::Name);
    if (current > files.size())
        throw StorageError("the database was made by a newer Skein");
    for (const QString& file : files) {
        const int number = file.left(4).toInt();
        if (number <= current)
            continue;
        transaction([&] {
            for (const QString& statement : statementsOf(scripts.filePath(file)))
                execute(statement);
            execute(u"PRAGMA user_version = %1"_s.arg(number));
        });
    }
}

void Database::quarantine()
{
    for (int n = 1; n < 1000; ++n) {
        const QString aside = u"%1.damaged-%2"_s.arg(m_file).arg(n);
        if (QFile::exists(aside))
            continue;
        if (!QFile::rename(m_file, aside))
            throw StorageError("the damaged database could not be set aside");
        // Its journal belongs to it: the latest transactions are only there.
        QFile::rename(m_file + "-wal"_L1, aside + "-wal"_L1);
        QFile::remove(m_file + "-shm"_L1);
        QFile::remove(suspicionOf(m_file));
        m_quarantined = aside;
        qCWarning(logStore) << "a damaged database was set aside";
        return;
    }
    throw StorageError("too many damaged databases");
}

void Database::salvage()
{
    try {
        run("ATTACH DATABASE ? AS damaged", {m_quarantined});
    } catch (const StorageError&) {
        return; // nothing of it can be read
    }
    for (const QString& statement : statementsOf(u":/skein/sql/salvage.sql"_s)) {
        try {
            execute(statement);
        } catch (const StorageError&) {
            qCWarning(logStore) << "a part of a damaged database is lost";
        }
    }
    run("DETACH DATABASE damaged");
}

Statement& Database::run(const char* sql, std::initializer_list<QVariant> values)
{
    auto& query = m_prepared[sql];
    if (!query) {
        query = std::make_shared<Statement>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql))) {
            const QSqlError error = query->lastError();
            m_prepared.remove(sql);
            fail(error);
        }
    }
    query->finish();
    int place = 0;
    for (const QVariant& value : values) {
        // A null QString would be bound as NULL; our columns know only texts. A QVariant that holds
        // one is not null itself.
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query->bindValue(place++, nullText ? QVariant(u""_s) : value);
    }
    if (!query->exec())
        fail(query->lastError());
    return *query;
}

void Database::execute(const QString& statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        fail(query.lastError());
}

void Database::begin()
{
    if (!m_database.transaction())
        fail(m_database.lastError());
}

void Database::commit()
{
    // A statement that still has rows to give would keep the transaction open.
    for (const auto& query : std::as_const(m_prepared))
        query->finish();
    if (!m_database.commit())
        fail(m_database.lastError());
}

void Database::rollback()
{
    for (const auto& query : std::as_const(m_prepared))
        query->finish();
    m_database.rollback();
}

} // namespace skein
