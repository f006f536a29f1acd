// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Database files that are sound, but not ours to write: read-only, on a full disk, of a newer
// Skein.

#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace databaseAccessTest {

namespace {

QByteArray bytesOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int countIn(Database& database, const char* sql)
{
    auto& query = database.run(sql);
    return query.next() ? query.value(0).toInt() : -1;
}

/// What is the matter with the file as a whole when `work` is refused.
template <class F>
StorageTrouble troubleOf(F work)
{
    try {
        work();
    } catch (const StorageError& error) {
        return error.trouble();
    }
    QTest::qFail("nothing was refused", __FILE__, __LINE__);
    return StorageTrouble::None;
}

/// Runs `sql`, which may name "unsent", where Skein itself refuses to open the files.
void onlyIn(const StoreFolder& folder, const QByteArray& sql)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"aside"_s);
        database.setDatabaseName(folder.file());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(
            u"ATTACH DATABASE '%1' AS unsent"_s.arg(folder.dir.filePath(u"skein-unsent.db"_s))));
        QVERIFY(query.exec(QString::fromLatin1(sql)));
    }
    QSqlDatabase::removeDatabase(u"aside"_s);
}

} // namespace

class tst_DatabaseAccess : public QObject {
    Q_OBJECT

private slots:
    void aFileThatCannotBeWrittenIsOpenedForReading();
    void aReadOnlyProfileWithoutTheFileOfWhatWaitsShowsTheRest();
    void aNewFileThatCannotBeWrittenIsRefused();
    void aFullDiskRefusesAWriteAndNothingElse();
    void theWayToAFileMayBeLongAndInAnyLetters();
    void aFileOfANewerSkeinIsLeftAlone_data();
    void aFileOfANewerSkeinIsLeftAlone();
};

void tst_DatabaseAccess::aFileThatCannotBeWrittenIsOpenedForReading()
{
    StoreFolder folder;
    fill(folder);
    const QByteArray before = bytesOf(folder.file());
    {
        const FullDisk full; // no journal can be made beside it, as in a read-only folder
        const auto open = folder.open();
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
        QCOMPARE(open->stores.outbox.all().size(), 1);
        QCOMPARE(
            troubleOf([&] { open->takeOne(receivedMessage(900)); }), StorageTrouble::Unwritable);
        QCOMPARE(troubleOf([&] { open->database.tryWriting(); }), StorageTrouble::Unwritable);
    }
    QCOMPARE(bytesOf(folder.file()), before);
    QVERIFY(!QFile::exists(folder.file() + ".damaged-1"_L1));
    folder.open()->takeOne(receivedMessage(900));
    QCOMPARE(storedIds(folder.open()->stores.messages, fixtureChat()).size(), 401);
}

void tst_DatabaseAccess::aReadOnlyProfileWithoutTheFileOfWhatWaitsShowsTheRest()
{
    StoreFolder folder;
    fill(folder);
    const QString unsent = folder.dir.filePath(u"skein-unsent.db"_s);
    QVERIFY(QFile::remove(unsent));
    {
        const FullDisk full;
        const auto open = folder.open();
        QVERIFY(open->database.quarantined().isEmpty());
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
        QCOMPARE(open->stores.outbox.all().size(), 0);
        QCOMPARE(
            troubleOf([&] { open->takeOne(receivedMessage(900)); }), StorageTrouble::Unwritable);
        QCOMPARE(troubleOf([&] { open->database.tryWriting(); }), StorageTrouble::Unwritable);
    }
    const auto open = folder.open(); // there is room again
    open->takeOne(receivedMessage(900));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 401);
    QVERIFY(QFile::exists(unsent));
}

void tst_DatabaseAccess::aNewFileThatCannotBeWrittenIsRefused()
{
    StoreFolder folder;
    {
        const FullDisk full;
        QCOMPARE(troubleOf([&] { Database database(folder.file()); }), StorageTrouble::Unwritable);
    }
    Database database(folder.file());
    QCOMPARE(countIn(database, "SELECT COUNT(*) FROM message"), 0);
}

void tst_DatabaseAccess::aFullDiskRefusesAWriteAndNothingElse()
{
    StoreFolder folder;
    fill(folder);
    const auto open = folder.open();
    {
        const FullDisk full;
        QCOMPARE(
            troubleOf([&] { open->takeOne(receivedMessage(900)); }), StorageTrouble::Unwritable);
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
        QCOMPARE(troubleOf([&] { open->database.tryWriting(); }), StorageTrouble::Unwritable);
    }
    open->database.tryWriting();
    QCOMPARE(countIn(open->database, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'trial'"), 0);
    open->takeOne(receivedMessage(900));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 401);
}

void tst_DatabaseAccess::theWayToAFileMayBeLongAndInAnyLetters()
{
    const QTemporaryDir dir;
    QString file = dir.path();
    for (int depth = 0; depth < 6; ++depth)
        file += u"/Año 100% 漢字 & #1, one of many folders in a row"_s;
    file += u"/skein.db"_s;
    OpenStores(file).takeOne(receivedMessage(1));
    QVERIFY(QFile::exists(file));
    QCOMPARE(storedIds(OpenStores(file).stores.messages, fixtureChat()).size(), 1);
    const FullDisk full; // read by another kind of name
    QCOMPARE(storedIds(OpenStores(file).stores.messages, fixtureChat()).size(), 1);
}

void tst_DatabaseAccess::aFileOfANewerSkeinIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("newer");
    QTest::addColumn<QByteArray>("asBefore");
    for (const QByteArray schema : {"main", "unsent"})
        QTest::newRow(schema) << "PRAGMA " + schema + ".user_version = 9999"
                              << "PRAGMA " + schema + ".user_version";
}

void tst_DatabaseAccess::aFileOfANewerSkeinIsLeftAlone()
{
    QFETCH(QByteArray, newer);
    QFETCH(QByteArray, asBefore);
    StoreFolder folder;
    fill(folder);
    const auto with = [&folder](const QByteArray& sql) {
        Database database(folder.file());
        return countIn(database, sql.constData());
    };
    const int version = with(asBefore);
    with(newer);
    QCOMPARE(troubleOf([&] { Database database(folder.file()); }), StorageTrouble::TooNew);
    QCOMPARE(QDir(folder.dir.path()).entryList({u"*.damaged-*"_s}), QStringList());
    onlyIn(folder, asBefore + " = " + QByteArray::number(version));
    const auto open = folder.open(); // nothing of it has changed
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
    QCOMPARE(open->stores.outbox.all().size(), 1);
}

SKEIN_TEST(tst_DatabaseAccess)

} // namespace databaseAccessTest

#include "tst_DatabaseAccess.moc"
