// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace outboxStoreTest {

namespace {

OutgoingFile picture(const QString& staged)
{
    return {.kind = OutgoingFile::Kind::Image,
        .staged = staged,
        .name = u"lake.png"_s,
        .mimeType = "image/png",
        .size = 12'345,
        .pixels = QSize(640, 480)};
}

OutgoingFile paper(const QString& staged)
{
    return {.kind = OutgoingFile::Kind::File,
        .staged = staged,
        .name = u"tides \U0001F30A.pdf"_s,
        .mimeType = "application/pdf",
        .size = 5'000'000'000,
        .pixels = {}};
}

OutboxRow rowWithFiles(const QString& guid)
{
    OutboxRow row = waitingRow(1, guid);
    row.files = {{picture(guid + u"-a"_s), {}, {}}, {paper(guid + u"-b"_s), {}, {}}};
    return row;
}

} // namespace

class tst_OutboxStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void aRowComesBackAsItWentAlsoAfterARestart();
    void attachmentsComeBackAsTheyWent();
    void filesComeBackInTheirOrder();
    void whatBecameOfAnUploadIsRemembered();
    void whatIsUpIsKnownForAsLongAsSomethingRefersToIt();
    void whatIsUpGoesAlongAndNothingElse();
    void aFileThatTheDatabaseLostIsMissed();
    void aSpoiledCountOfFilesCostsNothing();
    void filesAreReleasedWhenTheirMessageIsThere();
    void filesAreReleasedWhenTheRowIsRemoved();
    void aFileThatADraftHoldsIsNotReleased();
    void rowsKeepTheOrderInWhichTheyWereWritten();
    void aConversationSeesItsOwnRowsOnly();
    void everyFieldButTheTextCanBeBroughtUpToDate();
    void aRowThatIsGoneStaysGone();
    void aGuidIsWrittenOnce();
    void changesAreSaid();

private:
    [[nodiscard]] OutboxStore& outbox() { return m_open->stores.outbox; }
    void add(const OutboxRow& row) { outbox().add(row, m_open->changes); }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_OutboxStore::aRowComesBackAsItWentAlsoAfterARestart()
{
    OutboxRow row = waitingRow(1, u"a"_s);
    row.text = u"two\nlines \U0001F9F6"_s;
    row.state = OutboxRow::State::Failed;
    row.reason = u"no"_s;
    row.firstSentAt = 1'760'000'000'123;
    row.lastSentAt = 1'760'000'000'456;
    row.head = fixtureId(9);
    add(row);
    m_open = m_folder->open();
    QCOMPARE(outbox().find(row.guid), std::optional(row));
    QCOMPARE(outbox().all(), QList{row});
}

void tst_OutboxStore::attachmentsComeBackAsTheyWent()
{
    OutboxRow row
        = waitingRow(1, u"a"_s, ConversationId::topic(u"7"_s, ConversationId::group(u"5"_s)));
    row.attachments
        = {QJsonObject{{u"type"_s, u"reply"_s}, {u"reply_id"_s, u"176000010011112222"_s}},
            QJsonObject{{u"type"_s, u"of tomorrow"_s},
                {u"data"_s, QJsonArray{1, 0.5, true, QJsonValue::Null, u"\U0001F9F6 'x' --;"_s}}}};
    add(row);
    OutboxRow other = row;
    other.state = OutboxRow::State::Failed;
    other.attachments = {};
    outbox().update(other, m_open->changes);
    row.state = OutboxRow::State::Failed;
    m_open = m_folder->open();
    QCOMPARE(outbox().find(row.guid), std::optional(row));
}

void tst_OutboxStore::filesComeBackInTheirOrder()
{
    OutboxRow many = waitingRow(1, u"a"_s);
    for (int n = 0; n < 12; ++n)
        many.files.append({picture(u"copy-%1"_s.arg(n)), {}, {}});
    add(many);
    add(rowWithFiles(u"b"_s));
    add(waitingRow(2, u"c"_s));
    m_open = m_folder->open();
    QCOMPARE(outbox().all(), (QList{many, rowWithFiles(u"b"_s), waitingRow(2, u"c"_s)}));
    QCOMPARE(m_open->stores.files.staged().size(), 14);
}

void tst_OutboxStore::whatBecameOfAnUploadIsRemembered()
{
    add(rowWithFiles(u"a"_s));
    add(rowWithFiles(u"b"_s));
    outbox().noteUpload({u"a"_s}, 0, {}, u"https://i.groupme.com/x"_s);
    outbox().noteUpload({u"a"_s}, 1, u"job-7"_s, {});
    m_open = m_folder->open();
    OutboxRow row = outbox().find({u"a"_s}).value();
    QCOMPARE(row.files.at(0), (OutboxFile{picture(u"a-a"_s), {}, u"https://i.groupme.com/x"_s}));
    QCOMPARE(row.files.at(1), (OutboxFile{paper(u"a-b"_s), u"job-7"_s, {}}));
    QVERIFY(!row.isUp());
    outbox().noteUpload({u"a"_s}, 1, {}, u"file-9"_s);
    row = outbox().find({u"a"_s}).value();
    QCOMPARE(row.files.at(1), (OutboxFile{paper(u"a-b"_s), {}, u"file-9"_s}));
    QVERIFY(row.isUp());
    QCOMPARE(outbox().find({u"b"_s}), rowWithFiles(u"b"_s));
}

void tst_OutboxStore::whatIsUpIsKnownForAsLongAsSomethingRefersToIt()
{
    MessageDraft draft;
    draft.content = rowWithFiles(u"a"_s).content();
    add(rowWithFiles(u"a"_s));
    outbox().noteUpload({u"a"_s}, 0, {}, u"https://i.groupme.com/x"_s);
    DraftStore& drafts = m_open->stores.drafts;
    drafts.save(fixtureChat(), draft, m_open->changes);
    outbox().remove({u"a"_s}, m_open->changes);
    m_open = m_folder->open();
    add(rowWithFiles(u"a"_s));
    const OutboxFile up{picture(u"a-a"_s), {}, u"https://i.groupme.com/x"_s};
    QCOMPARE(outbox().find({u"a"_s})->files.value(0), up);
    QVERIFY(!outbox().find({u"a"_s})->files.value(1).isUp());
    outbox().remove({u"a"_s}, m_open->changes);
    m_open->stores.drafts.save(fixtureChat(), {}, m_open->changes);
    add(rowWithFiles(u"a"_s));
    QCOMPARE(outbox().find({u"a"_s}), rowWithFiles(u"a"_s));
}

void tst_OutboxStore::whatIsUpGoesAlongAndNothingElse()
{
    OutboxRow row = rowWithFiles(u"a"_s);
    const QJsonObject reply{{u"type"_s, u"reply"_s}, {u"reply_id"_s, u"7"_s}};
    row.attachments = {reply};
    QCOMPARE(row.wireAttachments(), QJsonArray{reply});
    row.files[1].result = u"file-9"_s;
    row.files[0].result = u"https://i.groupme.com/x"_s;
    QCOMPARE(row.wireAttachments(),
        (QJsonArray{QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, u"https://i.groupme.com/x"_s}},
            QJsonObject{{u"type"_s, u"file"_s}, {u"file_id"_s, u"file-9"_s}}, reply}));
}

void tst_OutboxStore::aFileThatTheDatabaseLostIsMissed()
{
    add(rowWithFiles(u"a"_s));
    m_open->database.run("DELETE FROM outbox_file WHERE position = 1");
    const OutboxRow row = outbox().find({u"a"_s}).value();
    QCOMPARE(row.files.size(), 2);
    QVERIFY(row.files.at(1).file.staged.isEmpty());
    QVERIFY(!row.isUp());
}

void tst_OutboxStore::aSpoiledCountOfFilesCostsNothing()
{
    add(waitingRow(1, u"a"_s));
    m_open->database.run("UPDATE outbox SET files = 2147483647");
    const OutboxRow row = outbox().find({u"a"_s}).value();
    QVERIFY(row.files.size() <= 1000);
    QVERIFY(!row.isUp()); // it must not leave without what it had
}

void tst_OutboxStore::filesAreReleasedWhenTheirMessageIsThere()
{
    add(rowWithFiles(u"a"_s));
    add(rowWithFiles(u"b"_s));
    m_open->changes = {};
    m_open->takeOne(ownMessage(5, u"message 1"_s, u"a"_s));
    QVERIFY(!outbox().find({u"a"_s}));
    QCOMPARE(m_open->changes.released, (QSet<QString>{u"a-a"_s, u"a-b"_s}));
    QCOMPARE(m_open->stores.files.staged(), (QSet<QString>{u"b-a"_s, u"b-b"_s}));
}

void tst_OutboxStore::filesAreReleasedWhenTheRowIsRemoved()
{
    add(rowWithFiles(u"a"_s));
    m_open->changes = {};
    outbox().remove({u"a"_s}, m_open->changes);
    QCOMPARE(m_open->changes.released, (QSet<QString>{u"a-a"_s, u"a-b"_s}));
    QVERIFY(m_open->stores.files.staged().isEmpty());
}

void tst_OutboxStore::aFileThatADraftHoldsIsNotReleased()
{
    MessageDraft draft = draftOf(u"once more"_s);
    draft.content.files = {picture(u"a-a"_s)};
    add(rowWithFiles(u"a"_s));
    m_open->stores.drafts.save(fixtureChat(), draft, m_open->changes);
    outbox().remove({u"a"_s}, m_open->changes);
    QCOMPARE(m_open->changes.released, QSet{u"a-b"_s});
    m_open->stores.drafts.save(fixtureChat(), {}, m_open->changes);
    QCOMPARE(m_open->changes.released, (QSet<QString>{u"a-a"_s, u"a-b"_s}));
}

void tst_OutboxStore::rowsKeepTheOrderInWhichTheyWereWritten()
{
    for (int n : {5, 3, 9, 1}) // the wall clock may have been set back meanwhile
        add(waitingRow(n, QString::number(n)));
    outbox().remove({u"3"_s}, m_open->changes);
    add(waitingRow(2, u"2"_s));
    QStringList guids;
    for (const OutboxRow& row : outbox().all())
        guids.append(row.guid.value);
    QCOMPARE(guids, (QStringList{u"5"_s, u"9"_s, u"1"_s, u"2"_s}));
}

void tst_OutboxStore::aConversationSeesItsOwnRowsOnly()
{
    add(waitingRow(1, u"a"_s, fixtureChat(1)));
    add(waitingRow(2, u"b"_s, fixtureChat(2)));
    QCOMPARE(outbox().of(fixtureChat(1)), QList{waitingRow(1, u"a"_s, fixtureChat(1))});
    QVERIFY(outbox().of(fixtureChat(3)).isEmpty());
}

void tst_OutboxStore::everyFieldButTheTextCanBeBroughtUpToDate()
{
    add(waitingRow(1, u"a"_s));
    OutboxRow row = waitingRow(1, u"a"_s);
    row.state = OutboxRow::State::Unconfirmed;
    row.reason = u"who knows"_s;
    row.firstSentAt = 7;
    row.lastSentAt = 8;
    row.head = fixtureId(3);
    OutboxRow other = row;
    other.text = u"something else"_s;
    outbox().update(other, m_open->changes);
    QCOMPARE(outbox().all(), QList{row});
}

void tst_OutboxStore::aRowThatIsGoneStaysGone()
{
    add(waitingRow(1, u"a"_s));
    outbox().remove({u"a"_s}, m_open->changes);
    outbox().update(waitingRow(1, u"a"_s), m_open->changes);
    outbox().remove({u"a"_s}, m_open->changes);
    QVERIFY(outbox().all().isEmpty());
    QVERIFY(!outbox().find({u"a"_s}));
}

void tst_OutboxStore::aGuidIsWrittenOnce()
{
    add(waitingRow(1, u"a"_s));
    QVERIFY_EXCEPTION_THROWN(add(waitingRow(2, u"a"_s)), StorageError);
    QCOMPARE(outbox().all().size(), 1);
}

void tst_OutboxStore::changesAreSaid()
{
    const auto said = [this] { return std::exchange(m_open->changes, {}).threads; };
    add(waitingRow(1, u"a"_s));
    QVERIFY(said().contains(fixtureChat()));
    outbox().update(waitingRow(1, u"a"_s), m_open->changes);
    QVERIFY(said().contains(fixtureChat()));
    outbox().remove({u"a"_s}, m_open->changes);
    QVERIFY(said().contains(fixtureChat()));
    outbox().remove({u"a"_s}, m_open->changes);
    QVERIFY(said().isEmpty());
}

SKEIN_TEST(tst_OutboxStore)

} // namespace outboxStoreTest

#include "tst_OutboxStore.moc"
