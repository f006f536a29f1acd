// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/CatchUp.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QPointer>
#include <QRandomGenerator>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace catchUpTest {

namespace {

const ConversationId chat = chatWith(somebody);
using Mode = CatchUp::Mode;
using Fault = FakeService::Fault;

struct Outcome {
    bool ended = false;
    std::optional<Error> error;
    bool complete = false;
};

/// Begins a catching-up; what became of it once everything has settled.
Outcome catchUp(SyncFixture& f, Mode mode)
{
    Outcome outcome;
    auto* work = new CatchUp(f.reader(), f.store(), chat, PageReader::Priority::Open);
    QPointer<CatchUp> guard(work);
    QObject::connect(work, &CatchUp::finished, work,
        [&outcome](const std::optional<Error>& error, bool complete) {
            outcome = {true, error, complete};
        });
    work->run(mode);
    f.settle();
    if (guard)
        QTest::qFail("a catching-up outlives its end", __FILE__, __LINE__);
    return outcome;
}

/// 30 messages, read; then `missed` more come while nobody looks.
void fallBehind(SyncFixture& f, int missed)
{
    f.service.receiveMany(somebody, 30);
    (void)catchUp(f, Mode::Full);
    f.clock.advance(10s);
    f.service.receiveMany(somebody, missed);
}

} // namespace

class tst_CatchUp : public QObject {
    Q_OBJECT

private slots:
    void theFirstReadingBringsTheNewestPage()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 150);
        const auto outcome = catchUp(f, Mode::Full);
        QVERIFY(outcome.complete && !outcome.error);
        QCOMPARE(f.texts(chat), f.service.texts(somebody).mid(50));
        QCOMPARE(f.ranges(chat).size(), 1);
        QVERIFY(!f.ranges(chat).first().reachesStart);
    }

    void whatIsUnreadIsReadAsFarBackAsItBegins_data()
    {
        QTest::addColumn<int>("unread");
        QTest::addColumn<int>("stored");
        QTest::newRow("on the newest page") << 60 << 100;
        QTest::newRow("further back") << 260 << 300;
        QTest::newRow("too far for anybody to care how many") << 1100 << 500;
    }
    void whatIsUnreadIsReadAsFarBackAsItBegins()
    {
        QFETCH(int, unread);
        QFETCH(int, stored);
        SyncFixture f;
        f.service.receiveMany(somebody, 1200);
        const MessageId head{f.service.history(somebody).at(1200 - unread - 1).id};
        f.now([head](Stores& stores, Changes& changes) {
            stores.conversations.introduce(chat, u"Iris Adams"_s, {}, changes);
            stores.conversations.raiseRead(chat, positionOf(head), true, changes);
            return true;
        });
        QVERIFY(catchUp(f, Mode::Steady).complete); // somebody looks: page by page, as they scroll
        QCOMPARE(f.texts(chat).size(), 100);
        QVERIFY(catchUp(f, Mode::Full).complete);
        QCOMPARE(f.texts(chat).size(), stored);
        QCOMPARE(f.unread(chat), std::min(unread, stored));
        QVERIFY(f.rangesAreTrue(chat));
    }

    void anEmptyConversationIsCaughtUpAndPolledWithoutACursor()
    {
        SyncFixture f;
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.asked(HttpRequest::Method::Get, messagesPlace), 2);
        QVERIFY(f.cursors(u"since_id"_s).isEmpty() && f.cursors(u"after_id"_s).isEmpty());
        f.service.receive(somebody, u"hello"_s);
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.texts(chat), QStringList{u"hello"_s});
    }

    void whatLiesBetweenAJumpAndTheRestIsLeftOut()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 900);
        (void)catchUp(f, Mode::Full);
        const FakeService::Line line = f.service.history(somebody).at(200);
        const MessageId old{line.id};
        f.now([line](Stores& stores, Changes& changes) { // where one jumps to is read first
            Message message;
            message.id = {line.id};
            message.createdAt = line.at / 1s;
            message.senderId = {line.sender};
            message.text = line.text;
            stores.messages.take(chat, {.messages = {message}, .complete = {}}, changes);
            return true;
        });
        (void)f.reader().before(chat, old, PageReader::Priority::Open);
        f.settle();
        QCOMPARE(f.ranges(chat).size(), 2);
        f.clock.advance(10s);
        f.service.receiveMany(somebody, 250); // this gap closes, the other one stays
        QVERIFY(catchUp(f, Mode::Full).complete);
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.ranges(chat).size(), 2);
        QVERIFY(f.ranges(chat).first().isIsland && !f.ranges(chat).last().isIsland);
        QCOMPARE(f.texts(chat).size(), 100 + 101 + 250);
        QVERIFY(f.rangesAreTrue(chat));
    }

    void everyMissedMessageComesOnceAndInOrder_data()
    {
        QTest::addColumn<int>("missed");
        QTest::addColumn<int>("pageSize");
        QTest::addColumn<Mode>("mode");
        for (const int missed : {1, 20, 100, 257, 350}) {
            for (const int pageSize : {0, 20}) {
                QTest::addRow("%d missed, full, page %d", missed, pageSize)
                    << missed << pageSize << Mode::Full;
                QTest::addRow("%d missed, steady, page %d", missed, pageSize)
                    << missed << pageSize << Mode::Steady;
            }
        }
    }
    void everyMissedMessageComesOnceAndInOrder()
    {
        QFETCH(int, missed);
        QFETCH(int, pageSize);
        QFETCH(Mode, mode);
        SyncFixture f;
        fallBehind(f, missed);
        f.service.pageSize = pageSize;
        const auto outcome = catchUp(f, mode);
        QVERIFY(outcome.complete && !outcome.error);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
        QCOMPARE(f.ranges(chat).size(), 1);
        // after_id walked until nothing came: the last request asked after the newest message.
        // Where one message came alone, the newest page told its place.
        if (missed > 1)
            QCOMPARE(f.cursors(u"after_id"_s).last(), f.service.history(somebody).last().id);
    }

    void oneNewMessageNeverStandsBesideAGap()
    {
        for (const Mode mode : {Mode::Full, Mode::Steady}) {
            SyncFixture f;
            fallBehind(f, 1);
            QList<qsizetype> stretches;
            QObject watcher;
            QObject::connect(&f.feed(), &ChangeFeed::published, &watcher,
                [&] { stretches.append(f.ranges(chat).size()); });
            QVERIFY(catchUp(f, mode).complete);
            QCOMPARE(f.texts(chat).size(), 31);
            QVERIFY(!stretches.isEmpty());
            QCOMPARE(stretches, QList<qsizetype>(stretches.size(), 1));
        }
    }

    void shortPagesInTheMiddleEndNothing()
    {
        for (const Mode mode : {Mode::Full, Mode::Steady}) {
            SyncFixture f;
            fallBehind(f, 257);
            QRandomGenerator random(7);
            f.service.pageLength = [&] { return random.bounded(8, 60); };
            QVERIFY(catchUp(f, mode).complete);
            QCOMPARE(f.texts(chat), f.service.texts(somebody));
            QCOMPARE(f.ranges(chat).size(), 1);
        }
    }

    void nothingNewCostsOneRequestInSteadyState()
    {
        SyncFixture f;
        fallBehind(f, 0);
        const auto before = f.network().requests().size();
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.network().requests().size() - before, 1);
        QCOMPARE(f.cursors(u"since_id"_s).size(), 1);
    }

    void aFewNewMessagesNeverShowAGap()
    {
        SyncFixture f;
        fallBehind(f, 19);
        qsizetype mostRanges = 0;
        connect(&f.feed(), &ChangeFeed::published, this,
            [&] { mostRanges = std::max(mostRanges, f.ranges(chat).size()); });
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(mostRanges, 1);
    }

    void anOddServiceEndsIt_data()
    {
        QTest::addColumn<FakeService::After>("after");
        QTest::addColumn<bool>("ignoresCursors");
        QTest::addColumn<int>("missed");
        for (const int missed : {5, 257}) {
            QTest::addRow("after_id newest first, %d", missed)
                << FakeService::After::NewestFirst << false << missed;
            QTest::addRow("after_id ignored, %d", missed)
                << FakeService::After::AsIfUnknown << false << missed;
            QTest::addRow("after_id empty, %d", missed)
                << FakeService::After::Empty << false << missed;
        }
    }
    void anOddServiceEndsIt()
    {
        QFETCH(FakeService::After, after);
        QFETCH(int, missed);
        for (const Mode mode : {Mode::Full, Mode::Steady}) {
            for (const int pageSize : {0, 20}) {
                SyncFixture f;
                fallBehind(f, missed);
                f.service.after = after;
                f.service.pageSize = pageSize;
                const auto outcome = catchUp(f, mode);
                QVERIFY(outcome.ended && !outcome.error);
                // before_id works: nothing is missing in the end, and nothing was pretended.
                QCOMPARE(f.texts(chat), f.service.texts(somebody));
                QCOMPARE(f.ranges(chat).size(), 1);
                QVERIFY(f.network().requests().size() < 40);
            }
        }
    }

    void aPageOfOneProvesNothingOfItsPlace()
    {
        for (const Mode mode : {Mode::Full, Mode::Steady}) {
            SyncFixture f;
            fallBehind(f, 30);
            f.service.after = FakeService::After::AsIfUnknown; // the newest page instead
            f.service.pageSize = 1;
            for (int turn = 0; turn < 3; ++turn) {
                QVERIFY(catchUp(f, mode).ended);
                QVERIFY(f.rangesAreTrue(chat));
            }
            QCOMPARE(f.texts(chat), f.service.texts(somebody));
            QCOMPARE(f.ranges(chat).size(), 1);
        }
    }

    void allCursorsIgnoredLeavesAVisibleHoleAndNoLoop()
    {
        for (const Mode mode : {Mode::Full, Mode::Steady}) {
            SyncFixture f;
            fallBehind(f, 257);
            f.service.ignoresCursors = true;
            const auto before = f.network().requests().size();
            QVERIFY(catchUp(f, mode).ended);
            QVERIFY(f.network().requests().size() - before < 8);
            QVERIFY(f.rangesAreTrue(chat));
            QCOMPARE(f.ranges(chat).size(), 2);
            QCOMPARE(f.texts(chat).size(), 30 + 100);
            f.service.ignoresCursors = false; // it comes to its senses: the hole closes by itself
            QVERIFY(catchUp(f, Mode::Steady).complete);
            QCOMPARE(f.texts(chat), f.service.texts(somebody));
            QCOMPARE(f.ranges(chat).size(), 1);
        }
    }

    void aFaultInTheMiddleShowsNoFalseContiguityAndIsResumed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Mode>("mode");
        QTest::newRow("429, full") << 429 << ErrorKind::RateLimited << Mode::Full;
        QTest::newRow("429, steady") << 429 << ErrorKind::RateLimited << Mode::Steady;
        QTest::newRow("time-out, full") << 0 << ErrorKind::TimedOut << Mode::Full;
        QTest::newRow("500, steady") << 500 << ErrorKind::Server << Mode::Steady;
    }
    void aFaultInTheMiddleShowsNoFalseContiguityAndIsResumed()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        QFETCH(Mode, mode);
        for (int good = 0; good < 16; good += 3) {
            SyncFixture f;
            fallBehind(f, 257);
            f.service.pageSize = 20;
            int left = good;
            f.service.fault = [&](const HttpRequest&) {
                if (left-- > 0)
                    return Fault{};
                return Fault{Fault::BeforeTheWork,
                    status ? FakeService::Answer(FakeTransport::failure(status))
                           : FakeTransport::noAnswer(kind)};
            };
            const auto outcome = catchUp(f, mode);
            if (left >= 0)
                break; // it needs no more requests than that
            QVERIFY(outcome.ended && !outcome.complete);
            QCOMPARE(outcome.error->kind, kind);
            QVERIFY(f.rangesAreTrue(chat));
            f.service.fault = {};
            f.restart();
            QVERIFY(f.rangesAreTrue(chat));
            QVERIFY(catchUp(f, mode).complete);
            QCOMPARE(f.texts(chat), f.service.texts(somebody));
            QCOMPARE(f.ranges(chat).size(), 1);
        }
    }

    void theEndOfTheProgramInTheMiddleLosesNothing()
    {
        for (int steps = 1; steps < 16; steps += 2) {
            SyncFixture f;
            fallBehind(f, 257);
            f.service.pageSize = 20;
            f.network().hold();
            auto* work = new CatchUp(f.reader(), f.store(), chat, PageReader::Priority::Open);
            work->run(Mode::Steady);
            for (int step = 0; step < steps; ++step) {
                f.settle();
                f.network().releaseOne();
            }
            QCoreApplication::processEvents(); // the answer is in, the store at work
            delete work;
            f.restart();
            QVERIFY(f.rangesAreTrue(chat));
            QVERIFY(catchUp(f, Mode::Steady).complete);
            QCOMPARE(f.texts(chat), f.service.texts(somebody));
            QCOMPARE(f.ranges(chat).size(), 1);
        }
    }

    void aGapIsClosedThoughNothingIsNew()
    {
        SyncFixture f;
        fallBehind(f, 257);
        f.settle();
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        QCOMPARE(f.ranges(chat).size(), 2);
        QVERIFY(f.rangesAreTrue(chat));
        QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.ranges(chat).size(), 1);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void oneTurnIsBoundedAndTheNextGoesOn()
    {
        SyncFixture f;
        fallBehind(f, 500);
        f.service.pageSize = 10;
        const auto before = f.network().requests().size();
        auto outcome = catchUp(f, Mode::Full);
        QVERIFY(!outcome.complete && !outcome.error);
        QVERIFY(f.network().requests().size() - before <= CatchUp::maxPages + 1);
        QVERIFY(f.rangesAreTrue(chat));
        outcome = catchUp(f, Mode::Full);
        QVERIFY(outcome.complete);
        QCOMPARE(f.texts(chat), f.service.texts(somebody));
    }

    void aHistoryClearedElsewhereIsNoGapToWorkOnForEver_data()
    {
        QTest::addColumn<FakeService::After>("after");
        QTest::newRow("after_id works") << FakeService::After::Works;
        QTest::newRow("after_id empty") << FakeService::After::Empty;
    }
    void aHistoryClearedElsewhereIsNoGapToWorkOnForEver()
    {
        QFETCH(FakeService::After, after);
        SyncFixture f;
        fallBehind(f, 0);
        f.service.after = after;
        const auto old = f.service.history(somebody);
        for (const auto& line : old)
            f.service.remove(somebody, line.id);
        f.service.receiveMany(somebody, 25);
        QVERIFY(catchUp(f, Mode::Steady).ended);
        const auto before = f.network().requests().size();
        for (int n = 0; n < 5; ++n)
            QVERIFY(catchUp(f, Mode::Steady).complete);
        QCOMPARE(f.network().requests().size() - before, 5);
    }
};

SKEIN_TEST(tst_CatchUp)

} // namespace catchUpTest

#include "tst_CatchUp.moc"
