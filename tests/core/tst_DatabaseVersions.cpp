// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Database: files of an earlier Skein, whole and damaged.

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace skein;
using namespace Qt::StringLiterals;

namespace databaseVersionsTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const auto travel = ConversationId::topic(u"55777"_s, rowing);
const QJsonArray attachments{QJsonObject{{u"type"_s, u"image"_s},
    {u"url"_s, u"https://i.groupme.com/640x480.jpeg.00000000000000000000000000000001"_s}}};

void execute(const QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

/// How an earlier Skein made its tables, or brought them to this version. Our scripts hold no ';'
/// inside a statement.
QStringList stepTo(int version)
{
    const QTemporaryDir dir;
    const Database any(dir.filePath(u"any.db"_s)); // brings the scripts along
    const QDir scripts(u":/skein/sql"_s);
    const QString pattern = u"%1*.sql"_s.arg(version, 4, 10, QChar(u'0'));
    QFile script(scripts.filePath(scripts.entryList({pattern}, QDir::Files).value(0)));
    if (!script.open(QIODevice::ReadOnly))
        qFatal("a script is missing");
    QString sql;
    for (const QString& line : QString::fromUtf8(script.readAll()).split(u'\n'))
        sql += line.left(line.indexOf("--"_L1)) + u'\n';
    return sql.split(u';', Qt::SkipEmptyParts);
}

void take(const QSqlDatabase& database, int version)
{
    for (const QString& statement : stepTo(version)) {
        if (!statement.trimmed().isEmpty())
            execute(database, statement);
    }
    execute(database, u"PRAGMA user_version = %1"_s.arg(version));
}

/// A file as the first Skein left it: a chat with many messages, one that waits, a draft.
void fillFirst(const QSqlDatabase& database)
{
    take(database, 1);
    execute(database,
        u"INSERT INTO conversation (number, key, title, avatar_url, last_activity, newest_id,"
        " newest_position, preview, preview_own, read_position, read_certain, seen_position,"
        " unread, stale, deletion_mode, place_key, place_position, place_offset)"
        " VALUES (1, '%1', 'Iris Adams', 'https://i.groupme.com/x', 1750000400, '%2', '%3',"
        " 'message 400', 0, '%4', 1, '%4', 3, 2, 'sender', 'a-row', '%4', -7)"_s.arg(
            fixtureChat().key(), fixtureId(400).value, positionOf(receivedMessage(400)),
            positionOf(receivedMessage(397))));
    execute(database,
        u"INSERT INTO conversation (number, key, title) VALUES (2, '%1', 'Noor')"_s.arg(
            fixtureChat(1).key()));
    for (const Message& m : receivedMessages(1, 400))
        execute(database,
            u"INSERT INTO message (conversation, position, id, guid, sender_id, own, created_at,"
            " sender_name, text) VALUES (1, '%1', '%2', '%3', '%4', 0, %5, '%6', '%7')"_s.arg(
                positionOf(m), m.id.value, m.guid.value, m.senderId.value,
                QString::number(m.createdAt), m.senderName, m.text));
    execute(database,
        u"INSERT INTO range VALUES (1, '%1', '%2', 1)"_s.arg(
            positionOf(receivedMessage(1)), positionOf(receivedMessage(400))));
    execute(database,
        u"INSERT INTO outbox VALUES (5, 'waits', 1, 'message 500', 0, '',"
        " 1750000500000, 0, 0, '')"_s);
    execute(database, u"INSERT INTO draft VALUES (2, 'half a thought')"_s);
    execute(database, u"INSERT INTO meta VALUES ('first_sync_done', '1')"_s);
}

QString json(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// Brings a file of the first Skein to a later version, with what that one could keep.
void goOnTo(const QSqlDatabase& database, int version)
{
    for (int next = 2; next <= version; ++next)
        take(database, next);
    if (version >= 2)
        execute(database, u"UPDATE outbox SET attachments = '%1'"_s.arg(json(attachments)));
    if (version >= 4) {
        execute(database, u"UPDATE outbox SET files = 1"_s);
        execute(database,
            u"INSERT INTO outbox_file VALUES ('waits', 0, 1, 'copy', 'tides.pdf',"
            " 'application/pdf', 12, 0, 0, 'job', '')"_s);
        execute(database,
            u"UPDATE draft SET attachments = '%1', caret = 2, reply_to = '%2', editing = '%3'"_s
                .arg(json(attachments), fixtureId(1).value, fixtureId(2).value));
        execute(database,
            u"INSERT INTO draft_file VALUES (2, 0, 1, 'other', 'tides.pdf',"
            " 'application/pdf', 12, 0, 0)"_s);
    }
    if (version >= 6)
        execute(database,
            u"UPDATE draft SET edit_text = 'other words', edit_emoji = '%1'"_s.arg(
                json(attachments)));
}

OutgoingFile paperCalled(const QString& staged)
{
    return {.kind = OutgoingFile::Kind::File,
        .staged = staged,
        .name = u"tides.pdf"_s,
        .mimeType = "application/pdf",
        .size = 12,
        .pixels = {0, 0}};
}

/// What such a file kept unsent.
OutboxRow waitingOf(int version)
{
    OutboxRow row = waitingRow(500, u"waits"_s);
    if (version >= 2)
        row.attachments = attachments;
    if (version >= 4)
        row.files = {{paperCalled(u"copy"_s), u"job"_s, {}}};
    return row;
}

MessageDraft draftOfVersion(int version)
{
    MessageDraft draft = draftOf(u"half a thought"_s);
    if (version >= 4) {
        draft.content.attachments = attachments;
        draft.content.files = {paperCalled(u"other"_s)};
        draft.caret = 2;
        draft.replyTo = fixtureId(1);
        draft.edit.message = fixtureId(2);
    }
    if (version >= 6) {
        draft.edit.text = u"other words"_s;
        draft.edit.emoji = attachments;
    }
    return draft;
}

void makeFirst(const QString& file, int version = 1, const QString& change = {})
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot make a file");
        execute(database, u"BEGIN"_s);
        fillFirst(database);
        goOnTo(database, version);
        if (!change.isEmpty())
            execute(database, change);
        execute(database, u"COMMIT"_s);
        database.close();
    }
    QSqlDatabase::removeDatabase(u"first"_s);
}

/// The pages of the messages hold noise, and an earlier run has met it: the next start looks.
void damage(const QString& file)
{
    constexpr qint64 page = 4096;
    QFile database(file);
    QVERIFY(database.open(QIODevice::ReadWrite));
    const QByteArray contents = database.readAll();
    int damaged = 0;
    for (qint64 at = page; at < contents.size(); at += page) {
        if (contents.mid(at, page).count("theirs-") < 5)
            continue;
        database.seek(at);
        database.write(QByteArray(200, '\x5a'));
        ++damaged;
    }
    QVERIFY(damaged > 5);
    QFile mark(file + u".suspect"_s);
    QVERIFY(mark.open(QIODevice::WriteOnly));
}

int number(Database& database, const char* sql)
{
    auto& query = database.run(sql);
    return query.next() ? query.value(0).toInt() : -1;
}

} // namespace

class tst_DatabaseVersions : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(); }
    void cleanup() { m_folder.reset(); }

    void aFileOfTheFirstVersionOpensAsTheNewestAndLosesNothing();
    void aWordThatStoodForAMessageIsSaidAnew();
    void aFileOfAnyVersionKeepsWhatWaits_data();
    void aFileOfAnyVersionKeepsWhatWaits();
    void whatWaitsOutlivesDamageToAFileOfAnyVersion_data()
    {
        aFileOfAnyVersionKeepsWhatWaits_data();
    }
    void whatWaitsOutlivesDamageToAFileOfAnyVersion();
    void aMoveThatWasInterruptedGoesOn();
    void itIsBroughtUpToDateOnce();
    void whatCannotBeBroughtUpToDateIsSetAsideAndWhatWaitsIsKept_data();
    void whatCannotBeBroughtUpToDateIsSetAsideAndWhatWaitsIsKept();
    void groupsLiveInAFileOfTheFirstVersion();
    void waitingMessagesOutliveADamagedFileOfTheFirstVersion();
    void waitingAttachmentsOutliveADamagedFile();
    void waitingFilesOutliveADamagedFile();
    void uploadsThatTheRowKnewAreKnownOfTheCopy();
    void aSalvagedTopicStandsUnderItsGroup();

private:
    std::unique_ptr<StoreFolder> m_folder;
};

void tst_DatabaseVersions::aFileOfTheFirstVersionOpensAsTheNewestAndLosesNothing()
{
    makeFirst(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(open->database.quarantined().isEmpty());
    QCOMPARE(number(open->database, "PRAGMA user_version"), newestSchema());
    Stores& stores = open->stores;
    const Conversation chat = stores.conversations.one(fixtureChat()).value();
    Conversation expected;
    expected.id = fixtureChat();
    expected.title = u"Iris Adams"_s;
    expected.avatarUrl = u"https://i.groupme.com/x"_s;
    expected.lastActivity = 1'750'000'400;
    expected.newestId = fixtureId(400);
    expected.preview = u"message 400"_s;
    expected.unread = 3;
    QCOMPARE(chat, expected);
    QCOMPARE(stores.conversations.heads(fixtureChat()).read, positionOf(receivedMessage(397)));
    QCOMPARE(stores.conversations.place(fixtureChat()).offset, -7);
    QCOMPARE(stores.conversations.stale(), QList{fixtureChat()});
    QCOMPARE(stores.conversations.meta(u"first_sync_done"_s), u"1"_s);
    QCOMPARE(stores.messages.slice(fixtureChat(), {u""_s, u"~"_s, 0, 0}).messages,
        receivedMessages(1, 400));
    QCOMPARE(stores.messages.ranges(fixtureChat()).size(), 1);
    QVERIFY(stores.messages.ranges(fixtureChat()).first().reachesStart);
    QCOMPARE(stores.outbox.all(), QList{waitingRow(500, u"waits"_s)});
    QCOMPARE(stores.drafts.load(fixtureChat(1)).content.text, u"half a thought"_s);
}

void tst_DatabaseVersions::aWordThatStoodForAMessageIsSaidAnew()
{
    makeFirst(m_folder->file(), 1, u"UPDATE conversation SET preview = 'Mensaje de voz'"_s);
    const auto open = m_folder->open();
    QCOMPARE(open->stores.conversations.one(fixtureChat())->preview, u"Voice message"_s);
}

void tst_DatabaseVersions::aFileOfAnyVersionKeepsWhatWaits_data()
{
    QTest::addColumn<int>("version");
    // Until then what waits was in the same file as all the rest.
    constexpr int lastOfOneFile = 6;
    for (int version = 1; version <= lastOfOneFile; ++version)
        QTest::addRow("version %d", version) << version;
    // What came later: 7, which parted them, 8 and 9, which have nothing to do with what waits.
    QCOMPARE(newestSchema(), lastOfOneFile + 6);
}

void tst_DatabaseVersions::aFileOfAnyVersionKeepsWhatWaits()
{
    QFETCH(const int, version);
    makeFirst(m_folder->file(), version);
    for (int start = 0; start < 2; ++start) {
        const auto open = m_folder->open();
        QVERIFY(open->database.quarantined().isEmpty());
        QCOMPARE(number(open->database, "PRAGMA main.user_version"), newestSchema());
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()).size(), 400);
        QCOMPARE(open->stores.outbox.all(), QList{waitingOf(version)});
        QCOMPARE(open->stores.drafts.load(fixtureChat(1)), draftOfVersion(version));
        QCOMPARE(open->stores.conversations.one(fixtureChat(1))->draft, u"half a thought"_s);
    }
}

void tst_DatabaseVersions::whatWaitsOutlivesDamageToAFileOfAnyVersion()
{
    QFETCH(const int, version);
    makeFirst(m_folder->file(), version);
    damage(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.outbox.all(), QList{waitingOf(version)});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)), draftOfVersion(version));
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()), QStringList());
}

/// The copies are in the new file, and nothing is taken away from the old one yet.
void tst_DatabaseVersions::aMoveThatWasInterruptedGoesOn()
{
    makeFirst(m_folder->file(), 6);
    QVERIFY(QFile::copy(m_folder->file(), m_folder->dir.filePath(u"before"_s)));
    (void)m_folder->open();
    QVERIFY(QFile::remove(m_folder->file()));
    QVERIFY(QFile::rename(m_folder->dir.filePath(u"before"_s), m_folder->file()));
    const auto open = m_folder->open();
    QCOMPARE(open->stores.outbox.all(), QList{waitingOf(6)});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)), draftOfVersion(6));
}

void tst_DatabaseVersions::itIsBroughtUpToDateOnce()
{
    makeFirst(m_folder->file());
    (void)m_folder->open();
    const auto again = m_folder->open();
    QCOMPARE(number(again->database, "PRAGMA user_version"), newestSchema());
    QCOMPARE(number(again->database, "SELECT COUNT(*) FROM conversation"), 2);
    QCOMPARE(storedIds(again->stores.messages, fixtureChat()).size(), 400);
}

void tst_DatabaseVersions::whatCannotBeBroughtUpToDateIsSetAsideAndWhatWaitsIsKept_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("inTheWay");
    QTest::newRow("of the second step") << 1 << u"CREATE TABLE member (in_the_way INTEGER)"_s;
    QTest::newRow("of the last step") << 6 << u"DROP TABLE draft_file"_s;
}

void tst_DatabaseVersions::whatCannotBeBroughtUpToDateIsSetAsideAndWhatWaitsIsKept()
{
    QFETCH(int, version);
    QFETCH(QString, inTheWay);
    makeFirst(m_folder->file(), version);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
        database.setDatabaseName(m_folder->file());
        QVERIFY(database.open());
        execute(database, inTheWay); // as SQL it is sound
    }
    QSqlDatabase::removeDatabase(u"first"_s);
    for (int start = 0; start < 2; ++start) {
        const auto open = m_folder->open();
        const QString aside = start == 0 ? m_folder->file() + u".damaged-1"_s : QString();
        QCOMPARE(open->database.quarantined(), aside);
        QCOMPARE(number(open->database, "PRAGMA user_version"), newestSchema());
        QCOMPARE(open->stores.outbox.all(), QList{waitingOf(version)});
        QCOMPARE(open->stores.drafts.load(fixtureChat(1)).content.text, u"half a thought"_s);
        QCOMPARE(storedIds(open->stores.messages, fixtureChat()), QStringList());
    }
    QVERIFY(QFile::exists(m_folder->file() + u".damaged-1"_s)); // all that was there, for experts
}

void tst_DatabaseVersions::groupsLiveInAFileOfTheFirstVersion()
{
    makeFirst(m_folder->file());
    const auto open = m_folder->open();
    auto summary = summaryOf(rowing, u"Rowing"_s, receivedMessage(500));
    summary.group.topics = 1;
    summary.group.members = {{.user = fixtureMe, .membershipId = u"9"_s, .nickname = u"Ada"_s}};
    open->database.transaction([&] {
        open->stores.groups.take(summary, true, open->changes);
        open->stores.groups.take(
            summaryOf(travel, u"Travel"_s, receivedMessage(501)), true, open->changes);
    });
    QCOMPARE(open->stores.conversations.family(rowing).size(), 2);
    QCOMPARE(open->stores.groups.members(rowing).size(), 1);
    QCOMPARE(open->stores.conversations.all().size(), 4);
}

void tst_DatabaseVersions::waitingMessagesOutliveADamagedFileOfTheFirstVersion()
{
    makeFirst(m_folder->file());
    damage(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.outbox.all(), QList{waitingRow(500, u"waits"_s)});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)).content.text, u"half a thought"_s);
    QCOMPARE(storedIds(open->stores.messages, fixtureChat()), QStringList());
}

void tst_DatabaseVersions::waitingAttachmentsOutliveADamagedFile()
{
    QList<OutboxRow> rows{waitingRow(501, u"with"_s, travel), waitingRow(502, u"without"_s)};
    rows[0].attachments = attachments;
    {
        const auto open = m_folder->open();
        open->take(pageOf(receivedMessages(1, 400)));
        open->database.transaction([&] {
            for (const OutboxRow& row : rows)
                open->stores.outbox.add(row, open->changes);
        });
        QCOMPARE(open->stores.outbox.all(), rows);
    }
    damage(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.outbox.all(), rows);
}

void tst_DatabaseVersions::waitingFilesOutliveADamagedFile()
{
    const OutgoingFile file = paperCalled(u"copy"_s);
    OutboxRow row = waitingRow(501, u"with"_s, travel);
    row.files = {{file, u"job"_s, {}}, {paperCalled(u"other"_s), {}, u"done"_s}};
    MessageDraft draft = draftOf(u"half"_s);
    draft.content.files = {file};
    draft.content.attachments = attachments;
    draft.caret = 2;
    draft.replyTo = fixtureId(1);
    draft.edit = {.message = fixtureId(2), .text = u"other words"_s, .emoji = attachments};
    {
        const auto open = m_folder->open();
        open->take(pageOf(receivedMessages(1, 400)));
        open->database.transaction([&] {
            open->stores.outbox.add(row, open->changes);
            for (qsizetype n = 0; n < row.files.size(); ++n)
                open->stores.outbox.noteUpload(
                    row.guid, n, row.files.at(n).job, row.files.at(n).result);
            open->stores.drafts.save(fixtureChat(1), draft, open->changes);
        });
    }
    damage(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.outbox.all(), QList{row});
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)), draft);
}

void tst_DatabaseVersions::uploadsThatTheRowKnewAreKnownOfTheCopy()
{
    OutboxRow row = waitingRow(501, u"with"_s, travel);
    row.files = {{paperCalled(u"copy"_s), u"job"_s, {}}, {paperCalled(u"other"_s), {}, u"done"_s}};
    {
        const auto open = m_folder->open();
        open->database.transaction([&] { open->stores.outbox.add(row, open->changes); });
        for (const char* sql : {"ALTER TABLE unsent.outbox_file ADD COLUMN job TEXT DEFAULT ''",
                 "ALTER TABLE unsent.outbox_file ADD COLUMN result TEXT DEFAULT ''",
                 "UPDATE unsent.outbox_file SET job = 'job' WHERE position = 0",
                 "UPDATE unsent.outbox_file SET result = 'done' WHERE position = 1",
                 "DROP TABLE unsent.upload", "PRAGMA unsent.user_version = 4"})
            open->database.run(sql);
    }
    const auto open = m_folder->open();
    QCOMPARE(open->database.quarantined(), QString());
    QCOMPARE(open->stores.outbox.all(), QList{row});
}

void tst_DatabaseVersions::aSalvagedTopicStandsUnderItsGroup()
{
    makeFirst(m_folder->file());
    {
        const auto open = m_folder->open();
        open->database.transaction([&] {
            open->stores.outbox.add(waitingRow(501, u"waits too"_s, travel), open->changes);
            open->stores.drafts.save(rowing, draftOf(u"half"_s), open->changes);
        });
    }
    damage(m_folder->file());
    const auto open = m_folder->open();
    QVERIFY(!open->database.quarantined().isEmpty());
    QCOMPARE(open->stores.groups.topics(rowing), QList{travel});
    QCOMPARE(open->stores.conversations.family(rowing).size(), 2);
    QCOMPARE(open->stores.conversations.family(ConversationId::group({})).size(), 0);
    QCOMPARE(open->stores.outbox.of(travel).size(), 1);
}

SKEIN_TEST(tst_DatabaseVersions)

} // namespace databaseVersionsTest

#include "tst_DatabaseVersions.moc"
