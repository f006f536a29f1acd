// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/PageReader.h"
#include "tests/support/Commits.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSemaphore>

using namespace skein;
using namespace Qt::StringLiterals;

namespace pageReaderTest {

namespace {

const ConversationId chat = chatWith(somebody);
constexpr auto Open = PageReader::Priority::Open;
constexpr auto Get = HttpRequest::Method::Get;

/// What a reading brought; everything has settled then.
Result<PageRead> done(SyncFixture& f, const Async<PageRead>& reading)
{
    f.settle();
    return reading.isFinished() && reading.resultCount() == 1
        ? reading.result()
        : std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}});
}

MessageId idOf(SyncFixture& f, qsizetype n) { return {f.service.history(somebody).at(n).id}; }

} // namespace

class tst_PageReader : public QObject {
    Q_OBJECT

private slots:
    void newestProvesOnlyItself()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 130);
        const auto read = done(f, f.reader().newest(chat, Open));
        QCOMPARE(read->count, 100);
        QCOMPARE(read->oldest, idOf(f, 30));
        QCOMPARE(read->newest, idOf(f, 129));
        const auto ranges = f.ranges(chat);
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(idAt(ranges.first().oldest), idOf(f, 30));
        QVERIFY(!ranges.first().reachesStart);
    }

    void aPageIsWrittenInOneTransaction()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 3);
        (void)done(f, f.reader().newest(chat, Open)); // the conversation itself is known from here
        f.service.receiveMany(somebody, 40);
        const int before = commitsIn(f.file());
        QVERIFY(before > 0);
        (void)done(f, f.reader().newest(chat, Open));
        QCOMPARE(f.texts(chat).size(), 43);
        QCOMPARE(commitsIn(f.file()) - before, 1);
    }

    void beforeJoinsAndTheEndOfHistoryIsAnEmptyPage()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 130);
        (void)done(f, f.reader().newest(chat, Open));
        auto read = done(f, f.reader().before(chat, idOf(f, 30), Open));
        QCOMPARE(read->count, 30);
        QVERIFY(read->trusted);
        QCOMPARE(f.ranges(chat).size(), 1);
        QVERIFY(!f.ranges(chat).first().reachesStart); // a short page is no end
        read = done(f, f.reader().before(chat, idOf(f, 0), Open));
        QCOMPARE(read->count, 0);
        QVERIFY(f.ranges(chat).first().reachesStart);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void afterJoinsToItsCursor()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        f.service.receiveMany(somebody, 5);
        const auto read = done(f, f.reader().after(chat, idOf(f, 9), Open));
        QCOMPARE(read->count, 5);
        QVERIFY(read->trusted);
        QCOMPARE(f.ranges(chat).size(), 1);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void anIgnoredCursorJoinsNothing()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        f.service.receiveMany(somebody, 150);
        f.service.ignoresCursors = true;
        const auto after = done(f, f.reader().after(chat, idOf(f, 9), Open));
        QVERIFY(!after->trusted);
        const auto before = done(f, f.reader().before(chat, idOf(f, 60), Open));
        QVERIFY(!before->trusted);
        QCOMPARE(f.ranges(chat).size(), 2);
        QVERIFY(f.rangesAreTrue(chat));
    }

    void sinceCountsAFewAndStoresMany_data()
    {
        QTest::addColumn<int>("fresh");
        QTest::addColumn<qsizetype>("ranges");
        QTest::newRow("19") << 19 << qsizetype{1};
        QTest::newRow("20") << 20 << qsizetype{2};
    }
    void sinceCountsAFewAndStoresMany()
    {
        QFETCH(int, fresh);
        QFETCH(qsizetype, ranges);
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        f.service.receiveMany(somebody, fresh);
        QCOMPARE(done(f, f.reader().since(chat, idOf(f, 9), Open))->count, fresh);
        QCOMPARE(f.ranges(chat).size(), ranges);
        QVERIFY(f.rangesAreTrue(chat));
    }

    void anEmptyAnswerToACursorForwardProvesNothing()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        const auto before = f.ranges(chat);
        QCOMPARE(done(f, f.reader().since(chat, idOf(f, 9), Open))->count, 0);
        QCOMPARE(done(f, f.reader().after(chat, idOf(f, 9), Open))->count, 0);
        QCOMPARE(f.ranges(chat), before);
    }

    void aPageOfUnreadableRowsIsNoBeginning()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        const QJsonObject junk{{u"id"_s, QJsonValue::Null}};
        f.network().expect(Get, messagesPlace,
            FakeTransport::json(QJsonObject{{u"direct_messages"_s, QJsonArray{junk, junk}}}));
        const auto read = done(f, f.reader().before(chat, idOf(f, 0), Open));
        QCOMPARE(read->count, 0);
        QVERIFY(!read->trusted);
        QVERIFY(!f.ranges(chat).first().reachesStart);
    }

    void theNewestPageReadAgainShowsWhatWasDeletedForGood()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        f.service.remove(somebody, idOf(f, 4).value);
        (void)done(f, f.reader().newest(chat, Open));
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void aReceiptIsTheHeadOfItsUser_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("the other side's") << somebody;
        QTest::newRow("mine") << FakeService::me;
    }
    void aReceiptIsTheHeadOfItsUser()
    {
        QFETCH(QString, user);
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const QString head = idOf(f, 6).value;
        f.service.receipts[somebody] = {{u"id"_s, u""_s}, {u"message_id"_s, head},
            {u"user_id"_s, user}, {u"read_at"_s, 1'760'000'001}};
        (void)done(f, f.reader().newest(chat, Open));
        const ReadHeads heads = f.heads(chat);
        QCOMPARE(idAt(user == somebody ? heads.seen : heads.read).value, head);
        QVERIFY((user == somebody ? heads.read : heads.seen).isEmpty());
        QCOMPARE(f.unread(chat), user == somebody ? 10 : 3);
    }

    void anErrorChangesNothing_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::newRow("html") << FakeService::Answer(
            FakeTransport::raw(200, "<html>", "text/html"));
        QTest::newRow("truncated") << FakeService::Answer(
            FakeTransport::raw(200, "{\"response\":{\"direct_messages\":[{\"id"));
        QTest::newRow("no list") << FakeService::Answer(FakeTransport::json(u"fine"_s));
        QTest::newRow("429") << FakeService::Answer(FakeTransport::failure(429));
        QTest::newRow("500") << FakeService::Answer(FakeTransport::failure(500));
        QTest::newRow("404") << FakeService::Answer(FakeTransport::raw(404, {}));
    }
    void anErrorChangesNothing()
    {
        QFETCH(FakeService::Answer, answer);
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        (void)done(f, f.reader().newest(chat, Open));
        const auto ranges = f.ranges(chat);
        f.network().expect(Get, messagesPlace, answer);
        QVERIFY(!done(f, f.reader().before(chat, idOf(f, 0), Open)));
        QCOMPARE(f.ranges(chat), ranges);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void aReaderMayDieWithAReadingUnderWay()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        auto reader = std::make_unique<PageReader>(f.api(), f.store());
        const auto asked = reader->newest(chat, Open);
        reader.reset();
        f.settle();
        QVERIFY(asked.isFinished());
        QCOMPARE(asked.resultCount(), 0);
        reader = std::make_unique<PageReader>(f.api(), f.store());
        const auto before = f.network().requests().size();
        QSemaphore gate;
        const auto busy = f.store().read([&gate](Stores&) {
            gate.acquire();
            return true;
        });
        const auto stored = reader->newest(chat, Open);
        QTRY_COMPARE(f.network().requests().size(), before + 1);
        QCoreApplication::processEvents(); // the answer is in, and waits for the store
        reader.reset();
        gate.release();
        f.settle();
        QVERIFY(busy.isFinished());
        QVERIFY(stored.isFinished());
    }
};

SKEIN_TEST(tst_PageReader)

} // namespace pageReaderTest

#include "tst_PageReader.moc"
