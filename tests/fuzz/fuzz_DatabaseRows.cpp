// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sound database files of every version, with anything in any column: they are brought up to date,
// read without an error, and used on.

#include "tests/fuzz/OldFiles.h"
#include "tests/fuzz/Promise.h"

#include <QSqlRecord>

#include <fuzzer/FuzzedDataProvider.h>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

QString takeText(FuzzedDataProvider& input)
{
    return QString::fromUtf8(QByteArray::fromStdString(input.ConsumeRandomLengthString(200)));
}

QVariant takeValue(FuzzedDataProvider& input)
{
    switch (input.ConsumeIntegralInRange(0, 5)) {
    case 0:
        return input.ConsumeIntegral<qint64>();
    case 1:
        return input.ConsumeIntegralInRange(-1, 9);
    case 2:
        return input.ConsumeFloatingPoint<double>();
    case 3:
        return takeText(input).toUtf8();
    case 4:
        return QVariant();
    default:
        return takeText(input);
    }
}

/// Another value in one column of one row or of all: of whatever type.
void spoil(QSqlQuery& query, const QStringList& tables, FuzzedDataProvider& input)
{
    const QString& table = tables.at(input.ConsumeIntegralInRange<qsizetype>(0, tables.size() - 1));
    if (!query.exec(u"SELECT * FROM %1 LIMIT 1"_s.arg(table)))
        return;
    const QSqlRecord row = query.record();
    query.finish();
    const int column = input.ConsumeIntegralInRange(0, row.count() - 1);
    const int which = input.ConsumeIntegralInRange(0, 4);
    QString sql = u"UPDATE OR IGNORE %1 SET %2 = ?"_s.arg(table, row.fieldName(column));
    if (which > 0)
        sql += u" WHERE %1 IN (SELECT %1 FROM %2 LIMIT 1 OFFSET %3)"_s.arg(row.fieldName(0), table)
                   .arg(which);
    query.prepare(sql);
    query.addBindValue(takeValue(input));
    query.exec(); // a constraint may refuse it
}

QStringList tablesOf(QSqlQuery& query)
{
    QStringList tables;
    query.exec(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
               " ORDER BY name"_s);
    while (query.next())
        tables.append(query.value(0).toString());
    return tables;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const FuzzProgram program;
    static const QList<QByteArray> bases = oldFiles(program, true);
    FuzzedDataProvider input(data, size);
    program.clearFolder();
    const QString file = program.path(u"skein.db"_s);
    writeFile(file, bases.at(input.ConsumeIntegralInRange<qsizetype>(1, bases.size() - 1)));
    onFile(file, [&](QSqlQuery& query) {
        const QStringList tables = tablesOf(query);
        while (input.remaining_bytes() > 2)
            spoil(query, tables, input);
    });
    Database database(file);
    require(database.quarantined().isEmpty());
    Stores stores(database, fuzzMe);
    readAll(stores);
    for (const Conversation& each : stores.conversations.all())
        require(!each.id.isEmpty() && each.unread >= 0);
    useAll(database, stores);
    return 0;
}
