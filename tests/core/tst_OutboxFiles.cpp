// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages with pictures and files on their way (protocol.md F1, F2, L82, L83, L85, L109).

#include "tests/support/FilesDesk.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxFilesTest {

namespace {

using Fault = FakeService::Fault;
using State = OutboxRow::State;
using Method = HttpRequest::Method;

const ConversationId there = chatWith(u"20002"_s);

} // namespace

class tst_OutboxFiles : public QObject {
    Q_OBJECT

private slots:
    void aMessageArrivesWithAllThatGoesAlong();
    void picturesNeedNoWords();
    void nothingAtAllIsNoMessage();
    void theRowIsWholeOnDiskBeforeAnythingLeaves();
    void whatComesAfterWaitsForTheUpload();
    void anotherConversationNeedNotWait();
    void beingOfflineNeverFailsAMessage();
    void whatMayPassIsTriedAgain_data();
    void whatMayPassIsTriedAgain();
    void aRestartUploadsNothingAgain();
    void aJobIsAskedOnAfterARestart();
    void aFileIsAskedAboutEverySecond();
    void aFileThatIsNeverDoneFailsAfterAMinute();
    void aJobThatIsUnknownIsUploadedAnewOnRetry();
    void aRefusedPictureSendsNothingAndLosesNothing();
    void aRefusedTokenLetsTheMessageWait();
    void aRefusedTokenThatIsGoodFailsTheMessage();
    void discardingEndsTheUpload();
    void progressIsTold();
    void theEndOfAnUploadIsTold();
    void percentCountsFilesAlike_data();
    void percentCountsFilesAlike();
    void whatCannotBeWrittenIsGivenBackWithItsFiles();
    void aLostCopyFailsTheMessage();
};

void tst_OutboxFiles::aMessageArrivesWithAllThatGoesAlong()
{
    FilesDesk desk;
    const QJsonObject reply{{u"type"_s, u"reply"_s}, {u"reply_id"_s, u"7"_s}};
    const QList<OutgoingFile> files{desk.picture("one"), desk.paper("two"), desk.picture("three")};
    desk.outbox->send(chatWith(somebody), OutgoingContent{u"look"_s, {reply}, files});
    desk.f.pass(10s);
    desk.verifyDelivered(u"look"_s);
    const auto line = desk.f.service.history(somebody).last();
    QCOMPARE(line.attachments.size(), 4);
    QCOMPARE(line.attachments.at(3).toObject(), reply);
    QCOMPARE(desk.arrived(u"look"_s).first(3), (QList<QByteArray>{"one", "two", "three"}));
    QCOMPARE(desk.uploads.uploads, 3);
    QCOMPARE(desk.posted.size(), 1);
    QVERIFY(desk.copiesOnDisk().isEmpty());
}

void tst_OutboxFiles::picturesNeedNoWords()
{
    FilesDesk desk;
    QVERIFY(!desk.sendFiles(u" \n"_s, {desk.picture("one")}).isEmpty());
    const QJsonObject place{{u"type"_s, u"location"_s}, {u"lat"_s, u"1"_s}, {u"lng"_s, u"2"_s}};
    QVERIFY(!desk.outbox->send(chatWith(somebody), {}, {place}).isEmpty());
    desk.f.pass(5s);
    QCOMPARE(desk.arrived(u" \n"_s), QList<QByteArray>{"one"});
    QCOMPARE(desk.f.service.history(somebody).last().attachments, QJsonArray{place});
    QVERIFY(desk.f.waiting(chatWith(somebody)).isEmpty());
}

void tst_OutboxFiles::nothingAtAllIsNoMessage()
{
    FilesDesk desk;
    QVERIFY(desk.sendFiles(u" \n"_s, {}).isEmpty());
    QVERIFY(desk.sendFiles(QString(1001, u'x'), {desk.picture("one")}).isEmpty());
    desk.f.pass(5s);
    QVERIFY(desk.posted.isEmpty());
    QCOMPARE(desk.uploads.uploads, 0);
    QCOMPARE(desk.copiesOnDisk().size(), 1); // still the caller's
}

void tst_OutboxFiles::theRowIsWholeOnDiskBeforeAnythingLeaves()
{
    FilesDesk desk;
    const QList<OutgoingFile> files{desk.picture("one"), desk.picture("two")};
    QList<OutboxRow> onDisk;
    const auto before = desk.f.service.arrived;
    desk.f.service.arrived = [&](const HttpRequest& request) {
        if (onDisk.isEmpty())
            onDisk = desk.f.waiting(chatWith(somebody));
        before(request);
    };
    desk.sendFiles(u"look"_s, files);
    desk.f.pass(5s);
    QCOMPARE(onDisk.size(), 1);
    QCOMPARE(onDisk.first().text, u"look"_s);
    QCOMPARE(onDisk.first().state, State::Queued);
    QCOMPARE(
        onDisk.first().files, (QList<OutboxFile>{{files.at(0), {}, {}}, {files.at(1), {}, {}}}));
}

void tst_OutboxFiles::whatComesAfterWaitsForTheUpload()
{
    FilesDesk desk;
    desk.sendHeld(u"first"_s, {desk.picture("one")});
    desk.send(u"second"_s);
    desk.f.pass(1min);
    QCOMPARE(desk.imageRequests(), 1);
    QVERIFY(desk.posted.isEmpty());
    desk.f.network().release();
    desk.f.pass(5s);
    QCOMPARE(desk.f.service.texts(somebody).last(2), (QStringList{u"first"_s, u"second"_s}));
}

void tst_OutboxFiles::anotherConversationNeedNotWait()
{
    FilesDesk desk;
    desk.sendHeld(u"first"_s, {desk.picture("one")});
    desk.outbox->send(there, u"elsewhere"_s);
    desk.f.pass(5s);
    QCOMPARE(desk.posted.size(), 1);
}

void tst_OutboxFiles::beingOfflineNeverFailsAMessage()
{
    FilesDesk desk;
    desk.f.service.offline = true;
    for (int n = 0; n < 3; ++n) {
        desk.send(u"words %1"_s.arg(n));
        desk.sendFiles(u"photo %1"_s.arg(n), {desk.picture(QByteArray::number(n))});
    }
    const auto paper = desk.sendFiles(u"paper"_s, {desk.paper("p")});
    desk.f.pass(30min, 5s);
    desk.crash(3h);
    desk.f.pass(30min, 5s);
    const auto rows = desk.f.waiting(chatWith(somebody));
    QCOMPARE(rows.size(), 7);
    QVERIFY(std::ranges::all_of(rows, [](const auto& row) { return row.state == State::Queued; }));
    desk.outbox->discard(rows.at(2).guid);
    desk.f.settle();
    desk.f.service.offline = false;
    desk.outbox->wakeUp();
    desk.f.pass(1s);
    desk.f.service.offline = true; // gone again
    desk.f.pass(1min);
    desk.f.service.offline = false;
    desk.outbox->wakeUp();
    desk.f.pass(1min);
    QVERIFY(desk.f.waiting(chatWith(somebody)).isEmpty());
    QCOMPARE(desk.f.service.texts(somebody).mid(5),
        (QStringList{
            u"words 0"_s, u"photo 0"_s, u"photo 1"_s, u"words 2"_s, u"photo 2"_s, u"paper"_s}));
    QCOMPARE(desk.arrived(u"photo 2"_s), QList<QByteArray>{"2"});
    QCOMPARE(desk.arrived(u"paper"_s), QList<QByteArray>{"p"});
    QVERIFY(desk.copiesOnDisk().isEmpty());
    Q_UNUSED(paper)
}

void tst_OutboxFiles::whatMayPassIsTriedAgain_data()
{
    QTest::addColumn<FakeService::Answer>("answer");
    QTest::newRow("no network") << nothing(ErrorKind::Unreachable);
    QTest::newRow("broken") << nothing(ErrorKind::Interrupted);
    QTest::newRow("slow") << nothing(ErrorKind::TimedOut);
    QTest::newRow("trouble there") << FakeService::Answer(FakeTransport::failure(503));
    QTest::newRow("too many") << limited("2");
    QTest::newRow("a portal") << FakeService::Answer(
        FakeTransport::raw(200, "<html>", "text/html"));
}

void tst_OutboxFiles::whatMayPassIsTriedAgain()
{
    QFETCH(const FakeService::Answer, answer);
    FilesDesk desk;
    for (int n = 0; n < 4; ++n) // more than any counter of tries
        desk.failNextImage(Fault::BeforeTheWork, answer);
    desk.sendFiles(u"look"_s, {desk.picture("one")});
    desk.f.pass(200ms, 50ms);
    QCOMPARE(desk.imageRequests(), 1); // with a pause between
    QCOMPARE(desk.stateOf(), State::Queued);
    desk.f.pass(3min);
    QCOMPARE(desk.imageRequests(), 5);
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aRestartUploadsNothingAgain()
{
    FilesDesk desk;
    desk.f.service.fault = [&](const HttpRequest& request) {
        const bool isSecond = request.body == "two";
        return isSecond ? Fault{Fault::BeforeTheWork, nothing(ErrorKind::Unreachable)} : Fault{};
    };
    desk.sendFiles(u"look"_s, {desk.picture("one"), desk.picture("two")});
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 1);
    desk.crash(1min);
    desk.f.pass(5s);
    QVERIFY(desk.posted.isEmpty());
    desk.f.service.fault = {};
    desk.outbox->wakeUp();
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 2);
    QCOMPARE(desk.arrived(u"look"_s), (QList<QByteArray>{"one", "two"}));
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aJobIsAskedOnAfterARestart()
{
    FilesDesk desk;
    desk.uploads.neverDone = true;
    desk.sendFiles(u"look"_s, {desk.paper("one")});
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 1);
    desk.crash(2h);
    desk.uploads.neverDone = false;
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 1);
    QCOMPARE(desk.arrived(u"look"_s), QList<QByteArray>{"one"});
}

void tst_OutboxFiles::aFileIsAskedAboutEverySecond()
{
    FilesDesk desk;
    desk.uploads.pendingAnswers = 3;
    desk.uploads.doneWord = "completed";
    desk.sendFiles(u"look"_s, {desk.paper("one")});
    const auto asked
        = [&] { return desk.f.asked(Method::Get, FakeUploads::statusPlace(chatWith(somebody))); };
    desk.f.settle();
    QCOMPARE(asked(), 1);
    desk.f.pass(2900ms, 100ms);
    QCOMPARE(asked(), 3);
    QVERIFY(desk.posted.isEmpty());
    desk.f.pass(200ms, 100ms);
    QCOMPARE(asked(), 4);
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aFileThatIsNeverDoneFailsAfterAMinute()
{
    FilesDesk desk;
    desk.uploads.neverDone = true;
    const auto guid = desk.sendFiles(u"look"_s, {desk.paper("one")});
    desk.f.pass(58s);
    QCOMPARE(desk.stateOf(), State::Queued);
    desk.f.pass(4s);
    QCOMPARE(desk.stateOf(), State::Failed);
    QVERIFY2(desk.reasonOf().contains(u"tides & more.pdf"_s), qPrintable(desk.reasonOf()));
    QVERIFY(desk.posted.isEmpty());
    QCOMPARE(desk.copiesOnDisk().size(), 1);
    desk.uploads.neverDone = false;
    desk.outbox->retry(guid);
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 2); // that job came to nothing
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aJobThatIsUnknownIsUploadedAnewOnRetry()
{
    FilesDesk desk;
    desk.f.service.failNext(Method::Get, u"/v1/%1/uploadStatus"_s.arg(chatWith(somebody).id),
        {Fault::BeforeTheWork, FakeTransport::failure(404)}); // faults know decoded paths
    const auto guid = desk.sendFiles(u"look"_s, {desk.paper("one")});
    desk.f.pass(5s);
    QCOMPARE(desk.stateOf(), State::Failed);
    desk.outbox->retry(guid);
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 2);
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aRefusedPictureSendsNothingAndLosesNothing()
{
    FilesDesk desk;
    const auto bad = [](const HttpRequest& request) {
        return request.body == "two"
            ? Fault{Fault::BeforeTheWork, FakeTransport::failure(400, {u"no picture"_s})}
            : Fault{};
    };
    desk.f.service.fault = bad;
    const auto guid = desk.sendFiles(u"look"_s, {desk.picture("one"), desk.picture("two")});
    desk.send(u"after it"_s);
    desk.f.pass(1min);
    QCOMPARE(desk.stateOf(), State::Failed);
    QVERIFY2(desk.reasonOf().contains(u"no picture"_s), qPrintable(desk.reasonOf()));
    QCOMPARE(desk.copies(u"look"_s), 0);
    QCOMPARE(desk.copies(u"after it"_s), 1);
    QCOMPARE(desk.copiesOnDisk().size(), 2);
    desk.crash(1h);
    QCOMPARE(desk.stateOf(), State::Failed); // waits for the person
    desk.f.service.fault = {};
    desk.outbox->retry(guid);
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 2);
    QCOMPARE(desk.arrived(u"look"_s), (QList<QByteArray>{"one", "two"}));
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aRefusedTokenLetsTheMessageWait()
{
    FilesDesk desk;
    desk.failNextImage(Fault::BeforeTheWork, FakeTransport::failure(401));
    desk.sendFiles(u"look"_s, {desk.picture("one")});
    desk.f.pass(5s);
    QCOMPARE(desk.unauthorized, 1);
    QCOMPARE(desk.stateOf(), State::Queued);
    QCOMPARE(desk.imageRequests(), 1);
    desk.f.pass(1min);
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::aRefusedTokenThatIsGoodFailsTheMessage()
{
    FilesDesk desk;
    for (int n = 0; n < 3; ++n)
        desk.failNextImage(Fault::BeforeTheWork, FakeTransport::failure(401));
    desk.sendFiles(u"look"_s, {desk.picture("one")});
    desk.f.pass(3min);
    QCOMPARE(desk.unauthorized, 2);
    QCOMPARE(desk.stateOf(), State::Failed);
    QVERIFY(!desk.reasonOf().isEmpty());
    QVERIFY(!desk.outbox->isPaused());
}

void tst_OutboxFiles::discardingEndsTheUpload()
{
    FilesDesk desk;
    const auto guid = desk.sendHeld(u"look"_s, {desk.picture("one"), desk.picture("two")});
    desk.send(u"after it"_s);
    desk.f.settle();
    QVERIFY(desk.outbox->progress(guid));
    desk.outbox->discard(guid);
    desk.f.settle();
    QVERIFY(!desk.outbox->progress(guid));
    QCOMPARE(desk.f.network().cancelled(), 1);
    QVERIFY(desk.copiesOnDisk().isEmpty());
    desk.f.network().release();
    desk.f.pass(5s);
    QCOMPARE(desk.copies(u"look"_s), 0);
    QCOMPARE(desk.copies(u"after it"_s), 1);
    QCOMPARE(desk.imageRequests(), 1);
}

void tst_OutboxFiles::progressIsTold()
{
    FilesDesk desk;
    QSignalSpy told(desk.outbox.get(), &Outbox::progressed);
    const auto guid = desk.sendHeld(u"look"_s, {desk.picture("one"), desk.picture("four")});
    desk.f.settle();
    QCOMPARE(desk.outbox->progress(guid), (UploadProgress{0, 2, 0, 3}));
    const HttpRequest upload = desk.f.network().requests().last();
    QVERIFY(upload.progress);
    told.clear();
    upload.progress->sent(2, 3);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<SourceGuid>(), guid);
    QCOMPARE(desk.outbox->progress(guid), (UploadProgress{0, 2, 2, 3}));
    desk.f.network().releaseOne();
    desk.f.settle();
    QCOMPARE(desk.outbox->progress(guid), (UploadProgress{1, 2, 0, 4}));
    desk.f.network().release();
    desk.f.pass(5s);
    QVERIFY(!desk.outbox->progress(guid));
    desk.verifyDelivered(u"look"_s);
}

void tst_OutboxFiles::theEndOfAnUploadIsTold()
{
    FilesDesk desk;
    std::optional<UploadProgress> last;
    QObject::connect(desk.outbox.get(), &Outbox::progressed, desk.outbox.get(),
        [&](const SourceGuid& guid) { last = desk.outbox->progress(guid); });
    const auto guid = desk.sendHeld(u"look"_s, {desk.picture("one")});
    desk.f.settle();
    QVERIFY(last);
    desk.outbox->discard(guid);
    desk.f.settle();
    QVERIFY(!last);
    desk.f.network().release();
    desk.sendFiles(u"again"_s, {desk.picture("one")});
    desk.f.pass(5s);
    desk.verifyDelivered(u"again"_s);
    QVERIFY(!last);
}

void tst_OutboxFiles::percentCountsFilesAlike_data()
{
    QTest::addColumn<UploadProgress>("progress");
    QTest::addColumn<int>("percent");
    QTest::newRow("none") << UploadProgress{} << 0;
    QTest::newRow("begun") << UploadProgress{0, 1, 0, 10} << 0;
    QTest::newRow("within") << UploadProgress{0, 1, 4, 10} << 40;
    QTest::newRow("second of two") << UploadProgress{1, 2, 5, 10} << 75;
    QTest::newRow("empty file") << UploadProgress{1, 2, 0, 0} << 50;
    QTest::newRow("more than there is") << UploadProgress{0, 1, 99, 10} << 100;
}

void tst_OutboxFiles::percentCountsFilesAlike()
{
    QFETCH(UploadProgress, progress);
    QTEST(percentOf(progress), "percent");
}

void tst_OutboxFiles::whatCannotBeWrittenIsGivenBackWithItsFiles()
{
    FilesDesk desk;
    const QList<OutgoingFile> files{desk.picture("one")};
    QSignalSpy refused(desk.outbox.get(), &Outbox::refused);
    const FullDisk full;
    desk.sendFiles(u"look"_s, files);
    desk.f.pass(1min);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(
        refused.first().at(1).value<OutgoingContent>(), (OutgoingContent{u"look"_s, {}, files}));
    QCOMPARE(desk.imageRequests(), 0);
    QCOMPARE(desk.copiesOnDisk().size(), 1);
}

void tst_OutboxFiles::aLostCopyFailsTheMessage()
{
    FilesDesk desk;
    const OutgoingFile file = desk.picture("one");
    QVERIFY(QFile::remove(desk.f.staged().urlOf(file.staged).toLocalFile()));
    const auto guid = desk.sendFiles(u"look"_s, {file});
    desk.f.pass(5s);
    QCOMPARE(desk.stateOf(), State::Failed);
    QVERIFY(!desk.reasonOf().isEmpty());
    QVERIFY(desk.posted.isEmpty());
    desk.outbox->discard(guid);
    desk.f.settle();
    QVERIFY(desk.f.waiting(chatWith(somebody)).isEmpty());
}

SKEIN_TEST(tst_OutboxFiles)

} // namespace outboxFilesTest

#include "tst_OutboxFiles.moc"
