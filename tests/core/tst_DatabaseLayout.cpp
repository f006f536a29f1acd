// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A new database is made at once, an old one step by step: both are the same.

#include "core/store/Sqlite.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace databaseLayoutTest {

namespace {

QDir scripts()
{
    const StoreFolder folder;
    const Database any(folder.file()); // brings the scripts along
    return QDir(u":/skein/sql"_s);
}

QStringList steps(const QString& pattern)
{
    return scripts().entryList({pattern}, QDir::Files, QDir::Name);
}

/// The rows that answer.
QStringList answersOf(Sqlite& database, const char* question)
{
    QStringList rows;
    auto& row = database.run(question);
    while (row.next()) {
        QStringList parts;
        for (int column = 0; column < 9; ++column)
            parts.append(row.value(column).toString());
        rows.append(parts.join(u'|'));
    }
    return rows;
}

// An index by its words, a table by what it is: it may have been made, or have grown.
#define SKEIN_LAYOUT_OF(schema)                                                                    \
    "SELECT m.type, m.name, c.cid, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk,"             \
    " CASE m.type WHEN 'index' THEN replace(m.sql, '" schema ".', '') ELSE"                        \
    " m.sql LIKE '%WITHOUT ROWID%' || m.sql LIKE '%AUTOINCREMENT%' END"                            \
    " FROM " schema ".sqlite_master m LEFT JOIN pragma_table_xinfo(m.name, '" schema "') c"        \
    " ON m.type = 'table' WHERE m.name != 'sqlite_sequence' ORDER BY 1, 2, 3"

QStringList layoutBy(const QStringList& names)
{
    Sqlite database(u":memory:"_s, Sqlite::Mode::Write);
    database.execute(u"ATTACH DATABASE ':memory:' AS unsent"_s);
    for (const QString& name : names) {
        QFile script(scripts().filePath(name));
        if (!script.open(QIODevice::ReadOnly))
            qFatal("a script is missing");
        database.execute(QString::fromUtf8(script.readAll()));
    }
    return answersOf(database, SKEIN_LAYOUT_OF("main"))
        + answersOf(database, SKEIN_LAYOUT_OF("unsent"));
}

} // namespace

class tst_DatabaseLayout : public QObject {
    Q_OBJECT

private slots:
    void aNewFileIsWhatAllStepsMake()
    {
        const QStringList whole = layoutBy({u"unsent-whole.sql"_s, u"whole.sql"_s});
        QVERIFY(whole.size() > 100);
        QCOMPARE(whole, layoutBy(steps(u"unsent-0*.sql"_s) + steps(u"0*.sql"_s)));
    }
};

SKEIN_TEST(tst_DatabaseLayout)

} // namespace databaseLayoutTest

#include "tst_DatabaseLayout.moc"
