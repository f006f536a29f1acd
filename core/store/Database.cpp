// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Database.h"

#include "core/base/Logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

// core is a static library: nobody else asks the linker for its resources.
static void loadResources() { Q_INIT_RESOURCE(store); }

namespace skein {

namespace {

// SQLite's codes, without their extensions.
constexpr std::array damagedCodes{11, 26}; // SQLITE_CORRUPT, NOTADB
constexpr std::array unwritableCodes{3, 5, 8, 10, 13, 14}; // PERM BUSY READONLY IOERR FULL CANTOPEN

[[noreturn]] void fail(const QSqlError& error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (std::ranges::find(damagedCodes, code) != damagedCodes.end())
        throw DamagedError(error.text().toStdString());
    const bool isUnwritable = std::ranges::find(unwritableCodes, code) != unwritableCodes.end();
    throw StorageError(error.text().toStdString(),
        isUnwritable ? StorageTrouble::Unwritable : StorageTrouble::None);
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
    try {
        connectTo(m_file, u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        // FULL: a message that the person sent must outlive a power cut (design.md, promise 1).
        for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"})
            run(pragma);
        if (QFile::exists(suspicionOf(m_file)))
            examine();
        migrate();
    } catch (const StorageError& error) {
        // A journal that waits to be read in makes the file alone a half-truth.
        const bool isWhole = QFile::exists(m_file) && QFileInfo(m_file + "-wal"_L1).size() == 0;
        if (error.trouble() != StorageTrouble::Unwritable || !isWhole)
            throw;
        close();
        openForReading();
    }
}

void Database::connectTo(const QString& name, const QString& options)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options);
    if (!m_database.open())
        fail(m_database.lastError());
    for (const char* pragma : {"PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -4096"})
        run(pragma);
}

void Database::openForReading()
{
    // "Immutable": SQLite would else make files beside it, which a read-only folder does not allow.
    QUrl name = QUrl::fromLocalFile(m_file);
    name.setQuery(u"immutable=1"_s);
    m_onlyReads = true;
    try {
        connectTo(name.toString(QUrl::FullyEncoded), u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        migrate();
    } catch (const DamagedError& error) {
        // Whatever is wrong with it, nothing can be set aside here.
        throw StorageError(error.what(), StorageTrouble::Unwritable);
    }
}

void Database::close()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::tryWriting()
{
    transaction([this] {
        execute(u"CREATE TABLE IF NOT EXISTS trial (filling BLOB)"_s);
        execute(u"INSERT INTO trial VALUES (zeroblob(262144))"_s);
    });
    transaction([this] { execute(u"DROP TABLE trial"_s); });
}

void Database::suspect()
{
    if (m_onlyReads)
        return;
    QFile mark(suspicionOf(m_file));
    if (!mark.open(QIODevice::WriteOnly))
        qCWarning(logStore) << "a damaged database could not be marked";
}

void Database::examine()
{
    // Not quick_check: what is wrong in an index alone it does not see.
    auto& check = run("PRAGMA integrity_check(1)");
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
    if (current > files.value(files.size() - 1).left(4).toInt())
        throw StorageError("the database was made by a newer Skein", StorageTrouble::TooNew);
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
            throw StorageError(
                "the damaged database could not be set aside", StorageTrouble::Unwritable);
        // Its journal belongs to it: the latest transactions are only there.
        QFile::rename(m_file + "-wal"_L1, aside + "-wal"_L1);
        QFile::remove(m_file + "-shm"_L1);
        QFile::remove(suspicionOf(m_file));
        m_quarantined = aside;
        qCWarning(logStore) << "a damaged database was set aside";
        return;
    }
    throw StorageError("too many damaged databases", StorageTrouble::Unwritable);
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

// Statements of our own: Qt's transaction() and commit() do not tell SQLite's code of a failure.
void Database::begin() { execute(u"BEGIN"_s); }

void Database::commit()
{
    // A statement that still has rows to give would keep the transaction open.
    for (const auto& query : std::as_const(m_prepared))
        query->finish();
    execute(u"COMMIT"_s);
}

void Database::rollback()
{
    for (const auto& query : std::as_const(m_prepared))
        query->finish();
    QSqlQuery(m_database).exec(u"ROLLBACK"_s); // a full disk may have done so already
}

} // namespace skein
