// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/HistoryLoader.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSet>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace historyLoaderTest {

namespace {

const ConversationId chat = chatWith(somebody);
using State = HistoryLoader::State;
using Fault = FakeService::Fault;

struct Reading {
    SyncFixture f;
    HistoryLoader loader{f.reader(), f.store(), f.clock};

    explicit Reading(int messages)
    {
        f.service.receiveMany(somebody, messages);
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
    }
    [[nodiscard]] MessageId edge()
    {
        const auto ranges = f.ranges(chat);
        return ranges.isEmpty() ? MessageId{} : idAt(ranges.first().oldest);
    }
    /// Scrolls up as the thread does, until there is nothing to be had; the number of requests.
    int scrollToTheTop()
    {
        int wanted = 0;
        while (!f.ranges(chat).first().reachesStart
            && loader.state(chat, edge()) != State::Exhausted && wanted < 1000) {
            loader.want(chat, edge());
            f.settle();
            ++wanted;
        }
        return wanted;
    }
    [[nodiscard]] bool askedTwice()
    {
        const auto all = f.cursors(u"before_id"_s);
        return QSet<QString>(all.begin(), all.end()).size() != all.size();
    }
};

} // namespace

class tst_HistoryLoader : public QObject {
    Q_OBJECT

private slots:
    void historyEndsWithAnEmptyPageWhateverTheCountSays_data()
    {
        QTest::addColumn<int>("pageSize"); // the service announces 81,602
        QTest::newRow("pages as asked") << 0;
        QTest::newRow("pages of 20") << 20;
    }
    void historyEndsWithAnEmptyPageWhateverTheCountSays()
    {
        QFETCH(int, pageSize);
        Reading r(1234);
        r.f.service.pageSize = pageSize;
        r.scrollToTheTop();
        QVERIFY(r.f.ranges(chat).first().reachesStart);
        QCOMPARE(r.f.texts(chat), r.f.service.texts(somebody));
        QVERIFY(!r.askedTwice());
    }

    void theSamePageAgainEndsIt()
    {
        Reading r(500);
        r.f.service.repeatsBefore = true;
        QVERIFY(r.scrollToTheTop() < 5);
        QCOMPARE(r.loader.state(chat, r.edge()), State::Exhausted);
        QVERIFY(!r.askedTwice());
        QVERIFY(!r.f.ranges(chat).first().reachesStart); // nobody said so
        r.loader.forgive();
        r.loader.want(chat, r.edge());
        r.f.settle();
        QVERIFY(!r.askedTwice());
    }

    void onePageAtATime()
    {
        Reading r(500);
        r.f.network().hold();
        r.loader.want(chat, r.edge());
        QCOMPARE(r.loader.state(chat, r.edge()), State::Loading);
        r.loader.want(chat, r.edge());
        r.loader.want(chat, {r.f.service.history(somebody).at(450).id});
        r.f.settle();
        QCOMPARE(r.f.cursors(u"before_id"_s).size(), 1);
        r.f.network().release();
        r.f.settle();
        QCOMPARE(r.loader.state(chat, r.edge()), State::Idle);
    }

    void aFailureIsNotTriedAgainForFiveSeconds()
    {
        Reading r(500);
        r.f.service.offline = true;
        QSignalSpy changes(&r.loader, &HistoryLoader::stateChanged);
        r.loader.want(chat, r.edge());
        r.f.settle();
        QCOMPARE(r.loader.state(chat, r.edge()), State::Failed);
        QCOMPARE(changes.size(), 2); // loading, failed
        r.f.clock.advance(4900ms);
        r.loader.want(chat, r.edge());
        r.f.settle();
        QCOMPARE(r.f.cursors(u"before_id"_s).size(), 1);
        r.f.service.offline = false;
        r.f.clock.advance(100ms);
        r.loader.want(chat, r.edge());
        r.f.settle();
        QCOMPARE(r.f.cursors(u"before_id"_s).size(), 2);
        QCOMPARE(r.f.texts(chat).size(), 200);
    }

    void forgivingAllowsItAtOnce()
    {
        Reading r(500);
        r.f.service.failNext(HttpRequest::Method::Get, messagesPlace,
            {Fault::BeforeTheWork, FakeTransport::failure(429)});
        r.loader.want(chat, r.edge());
        r.f.settle();
        QCOMPARE(r.loader.state(chat, r.edge()), State::Failed);
        r.loader.forgive();
        QCOMPARE(r.loader.state(chat, r.edge()), State::Idle);
        r.loader.want(chat, r.edge());
        r.f.settle();
        QCOMPARE(r.f.texts(chat).size(), 200);
    }

    void anEmptyEdgeAsksNothing()
    {
        Reading r(0);
        r.loader.want(chat, {});
        r.f.settle();
        QVERIFY(r.f.cursors(u"before_id"_s).isEmpty());
    }
};

SKEIN_TEST(tst_HistoryLoader)

} // namespace historyLoaderTest

#include "tst_HistoryLoader.moc"
