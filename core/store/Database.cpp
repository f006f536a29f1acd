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
static void loadMigrations() { Q_INIT_RESOURCE(store); }

namespace skein {

namespace {

[[noreturn]] void fail(const QSqlError& error) { throw StorageError(error.text().toStdString()); }

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

Database::Database(const QString& file)
    : m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QDir().mkpath(QFileInfo(file).path());
    try {
        open(file);
    } catch (const StorageError&) {
        close();
        if (!QFile::exists(file))
            throw;
        quarantine(file);
        open(file);
    }
}

Database::~Database() { close(); }

void Database::open(const QString& file)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        fail(m_database.lastError());
    // FULL: a message that the person sent must outlive a power cut (design.md, promise 1).
    for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
             "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -4096"})
        run(pragma);
    migrate();
}

void Database::close()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::migrate()
{
    auto& version = run("PRAGMA user_version");
    version.next();
    const int current = version.value(0).toInt();
    version.finish();
    loadMigrations();
    const QDir scripts(u":/skein/sql"_s);
    const QStringList files = scripts.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
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

void Database::quarantine(const QString& file)
{
    for (int n = 1; n < 1000; ++n) {
        const QString aside = u"%1.damaged-%2"_s.arg(file).arg(n);
        if (QFile::exists(aside))
            continue;
        if (!QFile::rename(file, aside))
            throw StorageError("the damaged database could not be set aside");
        QFile::remove(file + "-wal"_L1);
        QFile::remove(file + "-shm"_L1);
        m_quarantined = aside;
        qCWarning(logStore) << "a damaged database was set aside";
        return;
    }
    throw StorageError("too many damaged databases");
}

QSqlQuery& Database::run(const char* sql, std::initializer_list<QVariant> values)
{
    auto& query = m_prepared[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_database);
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
