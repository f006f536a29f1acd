// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace skein;
using namespace Qt::StringLiterals;

namespace databaseTest {

namespace {

constexpr qint64 pageSize = 4096;

QByteArray contentsOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& name, const QByteArray& contents)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(contents);
}

int countOf(Database& database, const char* sql)
{
    auto& query = database.run(sql);
    return query.next() ? query.value(0).toInt() : -1;
}

/// Writes page after page until it is killed; says so after each.
int writeForEver(const QString& file)
{
    OpenStores open(file);
    for (int n = 0;; ++n) {
        const QString guid = u"g%1"_s.arg(n);
        OutboxRow row = waitingRow(4 * n, guid);
        row.firstSentAt = row.lastSentAt = row.queuedAt;
        open.database.transaction([&] { open.stores.outbox.add(row, open.changes); });
        auto page = receivedMessages(4 * n, 4 * n + 3);
        page.append(ownMessage(4 * n + 3, {}, guid));
        page.last().id.value += u"1"_s;
        if (n > 0)
            page.prepend(receivedMessage(4 * n - 1));
        open.take(pageOf(page));
        std::puts("written");
        std::fflush(stdout);
    }
}

} // namespace

class tst_Database : public QObject {
    Q_OBJECT

private slots:
    void aNewFileHasItsTables();
    void whatWasWrittenIsThereAfterReopening();
    void aNullTextIsStoredAsAnEmptyOne();
    void asManyValuesAsPlacesOrARefusal();
    void aFailingTransactionLeavesNothing();
    void anUnfinishedReadingDoesNotStopACommit();
    void aStatementMayFailAndRunAgain();
    void aFileThatIsNoDatabaseIsSetAside();
    void everyDamagedFileIsKeptUnderItsOwnName();
    void aFileOfTheRightVersionWithoutItsTablesIsSetAside_data();
    void aFileOfTheRightVersionWithoutItsTablesIsSetAside();
    void everyTableIsMissedWhereItIsNotThere();
    void aTruncatedFileIsSetAside();
    void aHealthyFileThatCannotBeOpenedStaysWhereItIs();
    void damageInTheMiddleIsSetAsideAtTheNextStart();
    void damageInAnIndexAloneIsFoundToo();
    void waitingMessagesAndDraftsOutliveADamagedFile();
    void whatWaitsOutlivesTheWholeLossOfTheRest_data();
    void whatWaitsOutlivesTheWholeLossOfTheRest();
    void damageToWhatWaitsTakesNothingElse();
    void whatArrivedBetweenTheTwoCommitsWaitsNoMore();
    void whatThePersonWroteIsForcedToDisk();
    void whatAPowerCutTookIsGivenAgainOnce();
    void anUnfoundedSuspicionPartsWithNothing();
    void aKilledWriterLeavesWholeTransactionsOnly();
};

void tst_Database::aNewFileHasItsTables()
{
    StoreFolder folder;
    Database database(folder.dir.filePath(u"deep/er/skein.db"_s));
    QCOMPARE(countOf(database, "PRAGMA user_version"), newestSchema());
    QCOMPARE(countOf(database, "SELECT COUNT(*) FROM message"), 0);
    QVERIFY(database.quarantined().isEmpty());
}

void tst_Database::whatWasWrittenIsThereAfterReopening()
{
    StoreFolder folder;
    fill(folder);
    const auto open = folder.open();
    QVERIFY(open->database.quarantined().isEmpty());
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
    QCOMPARE(open->stores.outbox.all().size(), 1);
}

void tst_Database::aNullTextIsStoredAsAnEmptyOne()
{
    StoreFolder folder;
    Database database(folder.file());
    database.run("INSERT INTO meta VALUES (?, ?)", {u"key"_s, QString()});
    QCOMPARE(countOf(database, "SELECT COUNT(*) FROM meta WHERE value = ''"), 1);
}

void tst_Database::asManyValuesAsPlacesOrARefusal()
{
    StoreFolder folder;
    Database database(folder.file());
    auto& query = database.run("SELECT ? || ?", {u"a"_s, u"b"_s});
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), u"ab"_s);
    QVERIFY_EXCEPTION_THROWN(database.run("SELECT ? || ? || ?", {u"a"_s}), StorageError);
}

void tst_Database::aFailingTransactionLeavesNothing()
{
    StoreFolder folder;
    Database database(folder.file());
    QVERIFY_EXCEPTION_THROWN(database.transaction([&] {
        database.run("INSERT INTO meta VALUES ('a', 'b')");
        database.run("INSERT INTO meta VALUES ('a', 'again')");
    }),
        StorageError);
    QCOMPARE(countOf(database, "SELECT COUNT(*) FROM meta"), 0);
    QCOMPARE(database.transaction([&] { return countOf(database, "SELECT 7"); }), 7);
}

void tst_Database::anUnfinishedReadingDoesNotStopACommit()
{
    StoreFolder folder;
    fill(folder);
    Database database(folder.file());
    database.transaction([&] {
        QVERIFY(database.run("SELECT id FROM message").next());
        database.run("INSERT INTO meta VALUES ('a', 'b')");
    });
    QVERIFY(database.run("SELECT id FROM message").next());
    database.transaction([&] { database.run("INSERT INTO meta VALUES ('c', 'd')"); });
    Database second(folder.file());
    QCOMPARE(countOf(second, "SELECT COUNT(*) FROM meta"), 2);
}

void tst_Database::aStatementMayFailAndRunAgain()
{
    StoreFolder folder;
    Database database(folder.file());
    const char* insert = "INSERT INTO meta VALUES (?, ?)";
    database.run(insert, {u"a"_s, u"1"_s});
    QVERIFY_EXCEPTION_THROWN(database.run(insert, {u"a"_s, u"2"_s}), StorageError);
    database.run(insert, {u"b"_s, u"3"_s});
    QVERIFY_EXCEPTION_THROWN(database.run("SELECT nothing FROM nowhere"), StorageError);
    QCOMPARE(countOf(database, "SELECT COUNT(*) FROM meta"), 2);
}

void tst_Database::aFileThatIsNoDatabaseIsSetAside()
{
    StoreFolder folder;
    const QByteArray noise = QByteArray("this was never a database. ").repeated(400);
    overwrite(folder.file(), noise);
    Database database(folder.file());
    QCOMPARE(database.quarantined(), folder.file() + ".damaged-1"_L1);
    QCOMPARE(contentsOf(database.quarantined()), noise);
    QCOMPARE(countOf(database, "SELECT COUNT(*) FROM message"), 0);
}

void tst_Database::everyDamagedFileIsKeptUnderItsOwnName()
{
    StoreFolder folder;
    for (int n = 1; n <= 3; ++n) {
        overwrite(folder.file(), QByteArray("noise ").repeated(1000));
        Database database(folder.file());
        QCOMPARE(database.quarantined(), u"%1.damaged-%2"_s.arg(folder.file()).arg(n));
    }
}

void tst_Database::aFileOfTheRightVersionWithoutItsTablesIsSetAside_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<QString>("aside");
    QTest::addColumn<int>("messages");
    QTest::newRow("one that every start reads")
        << QByteArray("DROP TABLE main.message") << u"/skein.db.damaged-1"_s << 0;
    QTest::newRow("one that few things read")
        << QByteArray("DROP TABLE main.card") << u"/skein.db.damaged-1"_s << 0;
    QTest::newRow("of what waits")
        << QByteArray("DROP TABLE unsent.draft") << u"/skein-unsent.db.damaged-1"_s << 400;
    QTest::newRow("files of what waits")
        << QByteArray("DROP TABLE unsent.outbox_file") << u"/skein-unsent.db.damaged-1"_s << 400;
}

void tst_Database::aFileOfTheRightVersionWithoutItsTablesIsSetAside()
{
    QFETCH(QByteArray, deed);
    QFETCH(QString, aside);
    QFETCH(int, messages);
    StoreFolder folder;
    fill(folder);
    Database(folder.file()).run(deed.constData());
    const auto open = folder.open();
    QVERIFY2(
        open->database.quarantined().endsWith(aside), qPrintable(open->database.quarantined()));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), messages);
    QCOMPARE(open->stores.outbox.all().size(), 1);
    open->take(pageOf(receivedMessages(500, 510))); // it is whole
}

void tst_Database::everyTableIsMissedWhereItIsNotThere()
{
    StoreFolder folder;
    Database database(folder.file());
    const QByteArray script = contentsOf(u":/skein/sql/missing.sql"_s)
        + contentsOf(u":/skein/sql/unsent-missing.sql"_s);
    auto& tables = database.run(
        "SELECT name FROM (SELECT * FROM main.sqlite_master UNION ALL"
        " SELECT * FROM unsent.sqlite_master) WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    int count = 0;
    for (; tables.next(); ++count) {
        const QByteArray name = tables.value(0).toByteArray();
        QVERIFY2(script.contains("'" + name + "'"), name);
    }
    QVERIFY(count > 10);
}

void tst_Database::aTruncatedFileIsSetAside()
{
    StoreFolder folder;
    fill(folder);
    const QByteArray whole = contentsOf(folder.file());
    QVERIFY(whole.size() > 4 * pageSize);
    overwrite(folder.file(), whole.left(whole.size() / 2));
    const auto open = folder.open();
    QVERIFY(!open->database.quarantined().isEmpty());
    open->takeOne(receivedMessage(1));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 1);
}

void tst_Database::aHealthyFileThatCannotBeOpenedStaysWhereItIs()
{
    StoreFolder folder;
    fill(folder);
    const QByteArray before = contentsOf(folder.file());
    QDir dir(folder.dir.path());
    // In the way of the journal: the file can be read and not be opened for writing.
    QVERIFY(dir.mkdir(u"skein.db-wal"_s));
    QVERIFY_EXCEPTION_THROWN(Database(folder.file()), StorageError);
    QCOMPARE(contentsOf(folder.file()), before);
    QVERIFY(!QFile::exists(folder.file() + ".damaged-1"_L1));
    QVERIFY(dir.rmdir(u"skein.db-wal"_s));
    QCOMPARE(folder.open()->stores.outbox.all().size(), 1);
}

/// Overwrites the pages of the messages, wherever they are, and leaves the rest.
static void damageMessages(const StoreFolder& folder)
{
    QByteArray contents = contentsOf(folder.file());
    for (qint64 page = 1; page * pageSize < contents.size(); ++page) {
        const QByteArrayView text(contents.constData() + page * pageSize, pageSize);
        if (text.contains("Iris Adams"))
            contents.replace(page * pageSize, 200, QByteArray(200, '\x5a'));
    }
    overwrite(folder.file(), contents);
}

/// A run in which somebody reads what is damaged.
static void meetDamage(const StoreFolder& folder)
{
    ChangeFeed feed;
    AccountStore store(folder.file(), fixtureMe, feed);
    QCOMPARE(wait(store.quarantined()).value_or(u"?"_s), QString());
    const auto read = wait(
        store.read([](Stores& stores) { return storedIds(stores.messages, fixtureChat()); }));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Storage);
}

void tst_Database::damageInTheMiddleIsSetAsideAtTheNextStart()
{
    StoreFolder folder;
    fill(folder);
    damageMessages(folder);
    meetDamage(folder);
    const QString aside = folder.open()->database.quarantined();
    QVERIFY(QFile::exists(aside));
    const auto open = folder.open();
    QVERIFY(open->database.quarantined().isEmpty());
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()), QStringList());
}

void tst_Database::waitingMessagesAndDraftsOutliveADamagedFile()
{
    StoreFolder folder;
    fill(folder);
    damageMessages(folder);
    meetDamage(folder);
    const auto open = folder.open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.outbox.all(), QList{waitingRow(500, u"waits"_s)});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)).content.text, u"half a thought"_s);
}

void tst_Database::damageInAnIndexAloneIsFoundToo()
{
    StoreFolder folder;
    fill(folder);
    QByteArray contents = contentsOf(folder.file());
    const QByteArray id = fixtureId(200).value.toLatin1();
    qsizetype spoiled = 0;
    for (qsizetype at = 0; at < contents.size(); at += pageSize) {
        const QByteArray page = contents.mid(at, pageSize);
        const bool isOfIndex = page.contains(id) && !page.contains("theirs-");
        if (isOfIndex && page.count("17500") > 20) {
            contents[at + page.indexOf(id) + id.size() - 1] = '1'; // still in its order
            ++spoiled;
        }
    }
    QCOMPARE(spoiled, 1);
    overwrite(folder.file(), contents);
    folder.open()->database.suspect();
    QVERIFY(!folder.open()->database.quarantined().isEmpty());
}

void tst_Database::whatWaitsOutlivesTheWholeLossOfTheRest_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("noise") << QByteArray("noise ").repeated(20'000);
    QTest::newRow("cut in the first page") << QByteArray("SQLite format 3\0and no more", 28);
    QTest::newRow("empty") << QByteArray();
}

void tst_Database::whatWaitsOutlivesTheWholeLossOfTheRest()
{
    QFETCH(const QByteArray, left);
    StoreFolder folder;
    fill(folder);
    overwrite(folder.file(), left);
    const auto open = folder.open();
    QCOMPARE(open->database.quarantined().isEmpty(), left.isEmpty());
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()), QStringList());
    QCOMPARE(open->stores.outbox.all(), QList{waitingRow(500, u"waits"_s)});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)).content.text, u"half a thought"_s);
    QCOMPARE(open->stores.conversations.all().size(), 2); // so that they can be opened
    QCOMPARE(open->stores.conversations.one(fixtureChat(1))->draft, u"half a thought"_s);
}

void tst_Database::damageToWhatWaitsTakesNothingElse()
{
    StoreFolder folder;
    fill(folder);
    const QString unsent = folder.dir.filePath(u"skein-unsent.db"_s);
    QVERIFY(QFile::exists(unsent));
    overwrite(unsent, QByteArray("noise ").repeated(2000));
    const auto open = folder.open();
    QCOMPARE(open->database.quarantined(), unsent + ".damaged-1"_L1);
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
    QCOMPARE(open->stores.outbox.all().size(), 0);
    open->database.transaction(
        [&] { open->stores.outbox.add(waitingRow(500, u"waits"_s), open->changes); });
    QCOMPARE(open->stores.outbox.all().size(), 1);
}

void tst_Database::whatArrivedBetweenTheTwoCommitsWaitsNoMore()
{
    StoreFolder folder;
    OutboxRow row = waitingRow(500, u"arrived"_s);
    row.firstSentAt = row.lastSentAt = row.queuedAt;
    {
        const auto open = folder.open();
        open->takeOne(ownMessage(500, {}, u"arrived"_s));
        Message foreign = receivedMessage(499);
        foreign.guid = {u"waits"_s}; // somebody else's of the same guid is another message
        open->takeOne(foreign);
        open->database.transaction([&] {
            open->stores.outbox.add(row, open->changes);
            row.guid = {u"waits"_s};
            open->stores.outbox.add(row, open->changes);
        });
    }
    const auto open = folder.open();
    QCOMPARE(open->stores.outbox.all(), QList{row});
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 2);
}

void tst_Database::whatThePersonWroteIsForcedToDisk()
{
    const StoreFolder folder;
    Database database(folder.file());
    constexpr int full = 2; // SQLite's number for it
    QCOMPARE(countOf(database, "PRAGMA unsent.synchronous"), full);
}

/// The message was sent and settled; of that the power cut left only what is forced to disk.
void tst_Database::whatAPowerCutTookIsGivenAgainOnce()
{
    const StoreFolder folder;
    fill(folder);
    const QByteArray before = contentsOf(folder.file());
    const QString guid = folder.open()->stores.outbox.all().first().guid.value;
    folder.open()->takeOne(ownMessage(900, {}, guid));
    overwrite(folder.file(), before);
    const auto open = folder.open();
    QVERIFY(open->database.quarantined().isEmpty());
    QVERIFY(open->stores.outbox.all().isEmpty());
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
    open->take(pageOf({ownMessage(900, {}, guid)}));
    open->take(pageOf({ownMessage(900, {}, guid)}));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 401);
}

void tst_Database::anUnfoundedSuspicionPartsWithNothing()
{
    StoreFolder folder;
    fill(folder);
    folder.open()->database.suspect();
    for (int start = 0; start < 2; ++start) {
        const auto open = folder.open();
        QVERIFY(open->database.quarantined().isEmpty());
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
    }
}

void tst_Database::aKilledWriterLeavesWholeTransactionsOnly()
{
    StoreFolder folder;
    for (int round = 1; round <= 12; ++round) {
        const QString file = folder.dir.filePath(u"killed-%1.db"_s.arg(round));
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"write-for-ever"_s, file});
        for (int line = 0; line < round; ++line) {
            while (!writer.canReadLine())
                QVERIFY(writer.waitForReadyRead());
            QCOMPARE(writer.readLine().trimmed(), QByteArray("written"));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        OpenStores open(file);
        QVERIFY(open.database.quarantined().isEmpty());
        QCOMPARE(countOf(open.database,
                     "SELECT COUNT(*) FROM pragma_integrity_check"
                     " WHERE integrity_check <> 'ok'"),
            0);
        // Five messages a page, all or none, and the range that says so with them.
        const auto stored = storedIds(open.stores.messages, fixtureChat());
        QVERIFY(stored.size() >= 5 * round);
        QCOMPARE(stored.size() % 5, 0);
        const auto ranges = open.stores.messages.ranges(fixtureChat());
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(idAt(ranges.first().newest).value, stored.last());
        // The message of a page and its waiting row change places in one step.
        QVERIFY(open.stores.outbox.all().size() <= 1);
    }
}

// What aKilledWriterLeavesWholeTransactionsOnly starts, and kills.
static const TestEntry writer("write-for-ever", [](int argc, char** argv) {
    return argc == 2 ? writeForEver(QString::fromLocal8Bit(argv[1])) : 2;
});

SKEIN_TEST(tst_Database)

} // namespace databaseTest

#include "tst_Database.moc"
