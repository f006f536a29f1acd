// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Database.h"

#include "core/base/Logging.h"
#include "core/store/Quarantine.h"
#include "core/store/SqliteName.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

// core is a static library: nobody else asks the linker for its resources.
static void loadResources() { Q_INIT_RESOURCE(store); }

namespace skein {

namespace {

/// Stands beside a file in which damage was met.
QString suspicionOf(const QString& file) { return file + ".suspect"_L1; }

/// Of what only this computer knows, beside the file of what the service can give again.
QString unsentBeside(const QString& file)
{
    const QFileInfo info(file);
    return info.path() + u'/' + info.completeBaseName() + "-unsent."_L1 + info.suffix();
}

/// A journal that waits to be read in makes the file alone a half-truth.
bool isWhole(const QString& file)
{
    return QFile::exists(file) && QFileInfo(file + "-wal"_L1).size() == 0;
}

/// For opening alone: SQLite would else make files beside it, which a read-only folder does not
/// allow.
QString immutable(const QString& file)
{
    const QByteArray name = QUrl::toPercentEncoding(sqliteName(file), "/");
    return u"file:%1?immutable=1"_s.arg(QString::fromLatin1(name));
}

/// In a connection for reading only, a plain :memory: could not be given its tables.
const auto inMemory = u"file:unsent?mode=memory"_s;

const QDir& scripts()
{
    static const QDir folder(u":/skein/sql"_s);
    return folder;
}

QString textOf(const QString& name)
{
    QFile script(scripts().filePath(name));
    if (!script.open(QIODevice::ReadOnly))
        throw StorageError("a script is missing");
    return QString::fromUtf8(script.readAll());
}

/// Splits a script into statements; our own files hold no ';' inside a statement.
QStringList statementsOf(const QString& name)
{
    QString sql;
    const auto lines = textOf(name).split(u'\n');
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

Database::Database(const QString& file) : m_file(file), m_unsentFile(unsentBeside(file))
{
    loadResources();
    QDir().mkpath(QFileInfo(file).path());
    try {
        open();
    } catch (const DamagedError& error) {
        m_sqlite.reset();
        const QStringList aside = setAside(error.file());
        open();
        for (const QString& damaged : aside)
            salvage(damaged);
        unite();
    }
}

void Database::open()
{
    try {
        connectTo(sqliteName(m_file), Sqlite::Mode::Write);
        run("ATTACH DATABASE ? AS unsent", {sqliteName(m_unsentFile)});
        m_sqlite->execute(u"PRAGMA main.journal_mode = WAL; PRAGMA unsent.journal_mode = WAL"_s);
        // What the person wrote must outlive a power cut (design.md, promise 1). The latest of the
        // rest may be lost to one, whole and in order: the service gives it again.
        m_sqlite->execute(u"PRAGMA unsent.synchronous = FULL; PRAGMA main.synchronous = NORMAL"_s);
        if (QFile::exists(suspicionOf(m_file)))
            examine();
        migrate();
        unite();
    } catch (const StorageError& error) {
        const bool areWhole
            = isWhole(m_file) && (isWhole(m_unsentFile) || !QFile::exists(m_unsentFile));
        if (error.trouble() != StorageTrouble::Unwritable || !areWhole)
            throw;
        openForReading();
    }
}

void Database::connectTo(const QString& name, Sqlite::Mode mode)
{
    m_sqlite.reset(); // one at a time
    m_sqlite = std::make_unique<Sqlite>(name, mode);
    m_sqlite->execute(u"PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4096"_s);
}

void Database::openForReading()
{
    m_onlyReads = true;
    try {
        connectTo(immutable(m_file), Sqlite::Mode::Read);
        // Without a file of it nothing waits.
        const bool holdsUnsent = QFile::exists(m_unsentFile);
        run("ATTACH DATABASE ? AS unsent", {holdsUnsent ? immutable(m_unsentFile) : inMemory});
        migrate();
    } catch (const DamagedError& error) {
        // Whatever is wrong with it, nothing can be set aside here.
        throw StorageError(error.what(), StorageTrouble::Unwritable);
    }
}

void Database::tryWriting()
{
    for (const QString& schema : {u"main"_s, u"unsent"_s}) {
        transaction([&] {
            m_sqlite->execute(u"CREATE TABLE IF NOT EXISTS %1.trial (filling BLOB)"_s.arg(schema));
            m_sqlite->execute(u"INSERT INTO %1.trial VALUES (zeroblob(262144))"_s.arg(schema));
        });
        transaction([&] { m_sqlite->execute(u"DROP TABLE %1.trial"_s.arg(schema)); });
    }
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
    for (const char* sql : {"PRAGMA main.integrity_check(1)", "PRAGMA unsent.integrity_check(1)"}) {
        auto& check = run(sql);
        if (!check.next() || check.value(0).toString() != "ok"_L1)
            throw DamagedError("the database is damaged");
        check.finish();
    }
    QFile::remove(suspicionOf(m_file));
}

void Database::migrate()
{
    bringUpToDate(u"unsent"_s, u"unsent-"_s);
    bringUpToDate(u"main"_s, {});
    demandTables(u"unsent-"_s, m_unsentFile);
    demandTables({}, m_file);
}

void Database::bringUpToDate(const QString& schema, const QString& prefix)
{
    const int current = m_sqlite->numberFrom(u"PRAGMA %1.user_version"_s.arg(schema));
    const QStringList files = scripts().entryList({prefix + u"0*.sql"_s}, QDir::Files, QDir::Name);
    const auto numberOf
        = [&prefix](const QString& file) { return file.mid(prefix.size(), 4).toInt(); };
    if (current > numberOf(files.last()))
        throw StorageError("the database was made by a newer Skein", StorageTrouble::TooNew);
    if (current == 0) // it is new
        return step(schema, numberOf(files.last()), prefix + "whole.sql"_L1);
    for (const QString& file : files) {
        if (const int number = numberOf(file); number > current)
            step(schema, number, file);
    }
}

void Database::step(const QString& schema, int number, const QString& script)
{
    try {
        // What must be on disk before the step itself is.
        const QString before = u"before-%1.sql"_s.arg(script.section(u'_', 0, 0));
        if (scripts().exists(before))
            transaction([&] { perform(before); });
        transaction([&] {
            perform(script);
            m_sqlite->execute(u"PRAGMA %1.user_version = %2"_s.arg(schema).arg(number));
        });
    } catch (const StorageError& error) {
        if (error.trouble() != StorageTrouble::None)
            throw;
        // Refused for what is in the file: it would be so at every start.
        throw DamagedError(error.what(), schema == "main"_L1 ? m_file : m_unsentFile);
    }
}

void Database::demandTables(const QString& prefix, const QString& file)
{
    if (m_sqlite->numberFrom(textOf(prefix + "missing.sql"_L1)) > 0)
        throw DamagedError("tables are missing", file);
}

void Database::unite()
{
    transaction([this] { perform(u"unite.sql"_s); });
}

QStringList Database::setAside(const QString& misfit)
{
    QStringList aside;
    for (const QString& file : {m_file, m_unsentFile}) {
        if (file == misfit || !quarantine::isSound(file))
            aside.append(quarantine::setAside(file));
    }
    if (aside.isEmpty())
        aside.append(quarantine::setAside(m_file));
    QFile::remove(suspicionOf(m_file));
    m_quarantined = aside.first();
    return aside;
}

void Database::salvage(const QString& damaged)
{
    QString script;
    try {
        run("ATTACH DATABASE ? AS damaged", {sqliteName(damaged)});
        const auto holds = [this](const QString& table) {
            return m_sqlite->numberFrom(
                       u"SELECT COUNT(*) FROM damaged.sqlite_master WHERE name = '%1'"_s.arg(table))
                > 0;
        };
        if (holds(u"addressee"_s))
            script = u"salvage.sql"_s;
        else if (holds(u"outbox"_s))
            script = u"salvage-first.sql"_s;
    } catch (const StorageError&) {
        return; // nothing of it can be read
    }
    const QStringList statements = script.isEmpty() ? QStringList() : statementsOf(script);
    for (const QString& statement : statements) {
        try {
            m_sqlite->execute(statement);
        } catch (const StorageError&) {
            qCWarning(logStore) << "a part of a damaged database is lost";
        }
    }
    run("DETACH DATABASE damaged");
}

void Database::perform(const QString& script) { m_sqlite->execute(textOf(script)); }

void Database::begin() { run("BEGIN"); }

void Database::commit()
{
    // A statement that still has rows to give would keep the transaction open.
    m_sqlite->finishAll();
    run("COMMIT");
}

void Database::rollback()
{
    m_sqlite->finishAll();
    try {
        run("ROLLBACK");
    } catch (const StorageError&) {
        return; // a full disk has done so already
    }
}

} // namespace skein
