// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/OldFiles.h"

#include "tests/fuzz/Promise.h"

#include <QFile>
#include <QSqlDatabase>

// Qt keeps a collator for each thread and lets it go too late to be seen.
extern "C" const char* __lsan_default_suppressions() { return "leak:QCollator::defaultCompare\n"; }

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsInEach = 3;
const ConversationId freshChat = ConversationId::direct(fuzzMe, {u"30777"_s});

/// Our scripts hold no ';' inside a statement.
QStringList statementsOf(const QString& script)
{
    QFile file(script);
    require(file.open(QIODevice::ReadOnly));
    QString sql;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
        sql += line.left(line.indexOf("--"_L1)) + u'\n';
    QStringList statements;
    for (const QString& statement : sql.split(u';'))
        if (!statement.trimmed().isEmpty())
            statements.append(statement);
    return statements;
}

QStringList tablesOf(QSqlQuery& query)
{
    QStringList tables;
    require(query.exec(
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s));
    while (query.next())
        tables.append(query.value(0).toString());
    return tables;
}

/// What `column` may hold in row `n` so that the rows belong together.
QString valueFor(const QString& column, const QString& type, int n)
{
    if (column == "key"_L1 && type == "TEXT"_L1)
        return u"'d/1001+%1/%1'"_s.arg(20450 + n);
    if (column == "position"_L1 || column == "oldest"_L1 || column == "newest"_L1)
        return type == "TEXT"_L1 ? u"'17500000%1181750000%100000000'"_s.arg(10 + n)
                                 : QString::number(n);
    if (column == "conversation"_L1 || type == "INTEGER"_L1)
        return QString::number(n);
    return u"'%1-%2'"_s.arg(column).arg(n);
}

void fill(QSqlQuery& query, const QString& table)
{
    require(query.exec(u"PRAGMA table_info(%1)"_s.arg(table)));
    QList<std::pair<QString, QString>> columns;
    while (query.next())
        columns.append({query.value(1).toString(), query.value(2).toString()});
    for (int n = 1; n <= rowsInEach; ++n) {
        QStringList values;
        for (const auto& [column, type] : std::as_const(columns))
            values.append(valueFor(column, type, n));
        require(
            query.exec(u"INSERT OR IGNORE INTO %1 VALUES (%2)"_s.arg(table, values.join(u", "_s))));
    }
}

} // namespace

void onFile(const QString& file, const std::function<void(QSqlQuery&)>& work)
{
    const QString name = u"raw"_s;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        require(database.open());
        QSqlQuery query(database);
        // Small pages: a byte more often stands for something.
        query.exec(u"PRAGMA page_size = 512"_s);
        query.exec(u"PRAGMA synchronous = OFF"_s);
        query.exec(u"BEGIN"_s);
        work(query);
        query.finish();
        query.exec(u"COMMIT"_s);
    }
    QSqlDatabase::removeDatabase(name);
}

void writeFile(const QString& file, const QByteArray& bytes)
{
    QFile target(file);
    require(target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size());
}

QByteArray readFile(const QString& file)
{
    QFile source(file);
    require(source.open(QIODevice::ReadOnly));
    return source.readAll();
}

QList<QByteArray> oldFiles(const FuzzProgram& program, bool rows)
{
    (void)Database(program.path(u"any.db"_s)); // brings the scripts along
    QList<QByteArray> files{QByteArray()};
    const QDir scripts(u":/skein/sql"_s);
    const QString file = program.path(u"old.db"_s);
    for (const QString& script : scripts.entryList({u"0*.sql"_s}, QDir::Files, QDir::Name)) {
        onFile(file, [&](QSqlQuery& query) {
            for (const QString& statement : statementsOf(scripts.filePath(script)))
                require(query.exec(statement));
            require(query.exec(u"PRAGMA user_version = %1"_s.arg(script.left(4).toInt())));
            for (const QString& table : rows ? tablesOf(query) : QStringList())
                fill(query, table);
        });
        files.append(readFile(file));
    }
    program.clearFolder();
    return files;
}

void readAll(Stores& stores)
{
    const QList<Conversation> all = stores.conversations.all();
    for (const Conversation& each : all) {
        const ConversationId& id = each.id;
        (void)stores.conversations.one(id);
        (void)stores.conversations.family(id);
        (void)stores.conversations.heads(id);
        (void)stores.conversations.place(id);
        (void)stores.conversations.unreadReachesBefore(id);
        (void)stores.groups.members(id);
        (void)stores.groups.topics(id);
        (void)stores.messages.slice(id, {u""_s, u"~"_s, 5, 5});
        (void)stores.messages.ranges(id);
        (void)stores.messages.head(id);
        (void)stores.messages.pinned(id);
        (void)stores.messages.firstUnreadAfter(id, u""_s);
        (void)stores.outbox.of(id);
        (void)stores.drafts.load(id);
    }
    for (const OutboxRow& row : stores.outbox.all())
        (void)row.wireAttachments();
    (void)stores.conversations.stale();
    (void)stores.groups.groups();
    (void)stores.groups.topicsDue();
    (void)stores.groups.nextInTurn(1'750'000'000);
    for (const QString& staged : stores.files.staged())
        require(stagedUrl(u"/skein/outgoing"_s, staged).path().startsWith("/skein/outgoing/"_L1)
            || stagedUrl(u"/skein/outgoing"_s, staged).isEmpty());
    for (const QString& id : {u"id-1"_s, u"1"_s}) {
        (void)stores.cards.file(id);
        (void)stores.cards.poll(id);
        (void)stores.cards.event(id);
    }
}

void useAll(Database& database, Stores& stores)
{
    Message message;
    message.id = {u"175000099900000000"_s};
    message.createdAt = 1'750'000'999;
    message.senderId = {u"30777"_s};
    message.senderType = u"user"_s;
    message.text = u"fresh"_s;
    const OutboxRow waiting{.guid = {u"fresh"_s}, .conversation = freshChat, .text = u"waits"_s};
    Changes changes;
    database.transaction([&] {
        stores.messages.take(freshChat, {.messages = {message}, .complete = {}}, changes);
        stores.drafts.save(freshChat, draftOf(u"half"_s), changes);
        stores.outbox.add(waiting, changes);
    });
    require(stores.messages.find(freshChat, message.id) == message);
    require(stores.drafts.load(freshChat) == draftOf(u"half"_s));
    require(stores.outbox.find(waiting.guid) == waiting);
    require(changes.threads.contains(freshChat));
}

} // namespace skein
