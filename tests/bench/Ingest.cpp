// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the service's bytes to rows on disk, against the bare database.

#include "tests/bench/Measures.h"
#include "tests/bench/Stopwatch.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>

#include <cstdio>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int messages = 100'000;
constexpr int pageSize = 100;

double ingest(const QString& file)
{
    ChangeFeed feed;
    AccountStore store(file, me().id, feed);
    store.quarantined().waitForFinished(); // it is open
    QList<QByteArray> pages;
    for (int at = 0; at < messages; at += pageSize)
        pages.append(page(at, pageSize, false));
    return taken(wallTime, [&] {
        QString newest;
        for (const QByteArray& each : pages) {
            Intake part = intake(each, newest.isEmpty());
            if (!newest.isEmpty())
                part.complete->oldest = newest;
            newest = part.complete->newest;
            store
                .write([part = std::move(part)](Stores& stores, Changes& changes) {
                    stores.messages.take(shortThread(), part, changes);
                    return true;
                })
                .waitForFinished();
        }
    });
}

QSqlDatabase opened(const QString& file, const QString& name)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setDatabaseName(file);
    database.open();
    return database;
}

/// Table, indexes and triggers of the messages, as Skein has them.
QStringList definitionsOf(QSqlDatabase& database)
{
    QStringList all;
    QSqlQuery query(database);
    query.exec(u"SELECT sql FROM sqlite_master WHERE tbl_name = 'message' AND sql IS NOT NULL "
               "ORDER BY type DESC"_s);
    while (query.next())
        all.append(query.value(0).toString());
    return all;
}

QList<QVariantList> rowsOf(QSqlDatabase& database)
{
    QList<QVariantList> rows;
    QSqlQuery query(u"SELECT * FROM message"_s, database);
    while (query.next()) {
        QVariantList row;
        for (int column = 0; column < query.record().count(); ++column)
            row.append(query.value(column));
        rows.append(row);
    }
    return rows;
}

double insertBare(const QString& from, const QString& to)
{
    double time = 0;
    {
        QSqlDatabase source = opened(from, u"source"_s);
        QSqlDatabase target = opened(to, u"target"_s);
        QSqlQuery query(target);
        query.exec(u"PRAGMA journal_mode = WAL"_s);
        query.exec(u"PRAGMA synchronous = NORMAL"_s);
        for (const QString& definition : definitionsOf(source))
            query.exec(definition);
        const auto rows = rowsOf(source);
        if (rows.size() != messages)
            std::fprintf(stderr, "the store holds %lld messages\n", (long long)rows.size());
        const QString places = QStringList(rows.first().size(), u"?"_s).join(u", "_s);
        time = taken(wallTime, [&] {
            target.transaction();
            query.prepare(u"INSERT INTO message VALUES (%1)"_s.arg(places));
            for (const QVariantList& row : rows) {
                for (int column = 0; column < row.size(); ++column)
                    query.bindValue(column, row.at(column));
                if (!query.exec())
                    std::fprintf(stderr, "%s\n", qPrintable(query.lastError().text()));
            }
            target.commit();
        });
    }
    QSqlDatabase::removeDatabase(u"source"_s);
    QSqlDatabase::removeDatabase(u"target"_s);
    return time;
}

} // namespace

Figures measureIngest(const Place&)
{
    const QTemporaryDir folder;
    QList<double> skein;
    QList<double> bare;
    for (int round = 0; round < 3; ++round) {
        const QString file = folder.filePath(u"skein-%1.sqlite"_s.arg(round));
        skein.append(ingest(file));
        bare.append(insertBare(file, folder.filePath(u"bare-%1.sqlite"_s.arg(round))));
    }
    return {{.what = u"100,000 messages in pages of 100: parsed, stored, indexed"_s,
        .against = u"the same rows, prepared, in one transaction"_s,
        .unit = u"ms"_s,
        .value = median(skein),
        .limit = median(bare),
        .mostTimes = 2.0}};
}

} // namespace skein::bench
