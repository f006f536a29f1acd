// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/SyncEngine.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QUrlQuery>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncEngineTest {

namespace {

using Attention = SyncEngine::Attention;
using Fault = FakeService::Fault;
constexpr auto Get = HttpRequest::Method::Get;
const QString another = u"20002"_s;
const QString groupsPlace = u"/v3/groups"_s;
const ConversationId chat = chatWith(somebody);
const ConversationId otherChat = chatWith(another);

/// A running engine over a service with three chats.
struct Running {
    SyncFixture f;
    MainsPower power;
    PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
    ServiceClock serviceClock{f.clock};
    SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, serviceClock};
    qsizetype mark = 0;

    explicit Running(Attention attention, bool begin = true)
    {
        for (const QString& person : {somebody, another, u"20003"_s})
            f.service.receiveMany(person, 10);
        engine.setAttention(attention);
        if (!begin)
            return;
        engine.start();
        f.pass(3s);
    }
    /// Forgets the requests so far.
    void forget() { mark = f.network().requests().size(); }
    /// The paths asked since then; messages with the person's id.
    [[nodiscard]] QStringList asked()
    {
        QStringList paths;
        for (const HttpRequest& request : f.network().requests().mid(mark)) {
            const QString who = QUrlQuery(request.url).queryItemValue(u"other_user_id"_s);
            paths.append(who.isEmpty() ? request.url.path() : who);
        }
        return paths;
    }
};

/// The person has read up to this message.
void read(FakeService& service, const QString& person, const QString& message)
{
    service.receipts[person] = QJsonObject{{u"id"_s, u"77"_s}, {u"chat_id"_s, chat.id},
        {u"message_id"_s, message}, {u"user_id"_s, person}, {u"read_at"_s, 1'700'000'000}};
}

} // namespace

class tst_SyncEngine : public QObject {
    Q_OBJECT

private slots:
    void theFirstRoundBringsListPositionsAndNewestPages()
    {
        Running r(Attention::Focused, false);
        QSignalSpy listed(&r.engine, &SyncEngine::listed);
        r.f.service.positions[chat.id] = r.f.service.history(somebody).at(5).id;
        r.engine.start();
        r.f.pass(1s);
        QCOMPARE(listed.size(), 1);
        for (const QString& person : {somebody, another, u"20003"_s})
            QCOMPARE(r.f.texts(chatWith(person)), r.f.service.texts(person));
        QCOMPARE(r.f.unread(chat), 4);
        QCOMPARE(r.f.unread(otherChat), 0); // nobody said otherwise
        QCOMPARE(r.asked().count(u"/v4/read_receipts"_s), 1);
        r.f.pass(5min, 1s);
        QCOMPARE(r.asked().count(u"/v4/read_receipts"_s), 1);
    }

    void theNewestPageOfEachChatIsAskedForOnceAtTheStart()
    {
        Running r(Attention::Focused, false);
        r.f.service.positions[chat.id] = r.f.service.history(somebody).at(5).id;
        r.f.network().hold(); // the answers come one by one
        r.engine.start();
        for (int answer = 0; answer < 30; ++answer) {
            r.f.pass(10ms, 10ms);
            r.f.network().releaseOne();
        }
        QHash<QString, int> newest;
        for (const HttpRequest& request : r.f.network().requests(Get, messagesPlace)) {
            const QUrlQuery query(request.url);
            const bool hasCursor = query.hasQueryItem(u"since_id"_s)
                || query.hasQueryItem(u"after_id"_s) || query.hasQueryItem(u"before_id"_s);
            newest[query.queryItemValue(u"other_user_id"_s)] += hasCursor ? 0 : 1;
        }
        QCOMPARE(newest, (QHash<QString, int>{{somebody, 1}, {another, 1}, {u"20003"_s, 1}}));
    }

    void anIdleHourHiddenAsksTheListsOnceAMinuteAndNothingElse()
    {
        Running r(Attention::Hidden);
        r.engine.setOpen(chat);
        r.f.pass(1min);
        r.forget();
        r.f.pass(1h, 1s);
        const auto asked = r.asked();
        QCOMPARE(asked.count(chatsPlace) + asked.count(groupsPlace), asked.size());
        QVERIFY(asked.size() >= 110 && asked.size() <= 144);
    }

    void anIdleHourPublishesNoChange()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(1min);
        int published = 0;
        connect(&r.f.feed(), &ChangeFeed::published, this, [&] { ++published; });
        r.f.pass(1h, 1s);
        QCOMPARE(published, 0);
    }

    void theOpenConversationIsAskedAsTheAttentionSays_data()
    {
        QTest::addColumn<int>("attention");
        QTest::addColumn<int>("atLeast"); // in two minutes
        QTest::addColumn<int>("atMost");
        QTest::newRow("focused") << int(Attention::Focused) << 28 << 33;
        QTest::newRow("visible") << int(Attention::Visible) << 5 << 8;
        QTest::newRow("hidden") << int(Attention::Hidden) << 0 << 0;
    }
    void theOpenConversationIsAskedAsTheAttentionSays()
    {
        QFETCH(int, attention);
        QFETCH(int, atLeast);
        QFETCH(int, atMost);
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(5s);
        r.engine.setAttention(static_cast<Attention>(attention));
        r.f.pass(5s);
        r.forget();
        r.f.pass(2min);
        const auto times = r.asked().count(somebody);
        QVERIFY2(times >= atLeast && times <= atMost, qPrintable(QString::number(times)));
    }

    void aNewMessageOfTheOpenConversationIsThereInSeconds()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(10s);
        r.f.service.receive(somebody, u"news"_s);
        r.f.pass(5s);
        QCOMPARE(r.f.texts(chat), r.f.service.texts(somebody));
    }

    void thatTheNewestOwnMessageWasSeenIsKnownInSeconds()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        const QString own = r.f.service.writeElsewhere(somebody, u"Seven at the jetty"_s);
        r.f.pass(10s);
        read(r.f.service, somebody, own);
        r.f.pass(15s);
        QCOMPARE(idAt(r.f.heads(chat).seen), MessageId{own});
    }

    void onceItWasSeenTheChatIsOnlyAskedWhatIsNew()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        read(r.f.service, somebody, r.f.service.writeElsewhere(somebody, u"Seven at the jetty"_s));
        r.f.pass(20s);
        r.forget();
        r.f.pass(30s);
        const auto asked = r.f.network().requests().mid(r.mark);
        const auto newestPages = std::ranges::count_if(asked, [](const HttpRequest& request) {
            const QUrlQuery query(request.url);
            return query.hasQueryItem(u"other_user_id"_s) && !query.hasQueryItem(u"since_id"_s);
        });
        QVERIFY2(newestPages <= 1, qPrintable(QString::number(newestPages))); // for edits (J5)
    }

    void aNewMessageElsewhereIsFoundThroughTheList()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(10s);
        r.f.service.receiveMany(another, 3);
        r.forget();
        r.f.pass(35s);
        QCOMPARE(r.f.texts(otherChat), r.f.service.texts(another));
        QCOMPARE(r.f.unread(otherChat), 3);
        QVERIFY(r.asked().count(another) <= 3);
        QCOMPARE(r.asked().count(u"20003"_s), 0); // the cost follows what changed
    }

    void aChatThatStartsElsewhereAppears()
    {
        Running r(Attention::Focused);
        r.f.service.receive(u"20050"_s, u"hello, stranger"_s);
        r.f.pass(35s);
        QCOMPARE(r.f.texts(chatWith(u"20050"_s)), QStringList{u"hello, stranger"_s});
    }

    void aLookThatNeverEndsDoesNotStallTheNextConversation()
    {
        Running r(Attention::Focused);
        r.f.network().hold(); // answers of the old conversation never come
        r.engine.setOpen(chat);
        r.f.pass(10s);
        r.forget();
        r.engine.setOpen(otherChat);
        r.f.pass(1ms); // at once
        QCOMPARE(r.asked(), QStringList{another});
        r.f.network().release();
        r.f.pass(20s);
        QVERIFY(r.asked().count(another) >= 5);
        r.forget();
        r.engine.setOpen(chat);
        r.f.pass(20s);
        QVERIFY(r.asked().count(somebody) >= 5);
        QCOMPARE(r.asked().count(another), 0);
    }

    void switchingToAndFroKeepsPolling()
    {
        Running r(Attention::Focused);
        for (int n = 0; n < 20; ++n) {
            r.engine.setOpen(n % 2 ? chat : otherChat);
            if (n % 3 == 0)
                r.f.pass(250ms);
        }
        r.f.pass(2s);
        r.forget();
        r.f.pass(20s);
        QVERIFY(r.asked().count(somebody) >= 4 && r.asked().count(somebody) <= 6);
        QCOMPARE(r.asked().count(another), 0);
    }

    void lookNowIsOneRound()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(1s);
        r.forget();
        for (int n = 0; n < 50; ++n)
            r.engine.lookNow();
        r.f.pass(1ms);
        const auto asked = r.asked();
        QVERIFY(asked.count(chatsPlace) >= 1 && asked.count(chatsPlace) <= 2);
        QVERIFY(asked.count(somebody) >= 1 && asked.count(somebody) <= 2);
        r.f.pass(2s);
        QCOMPARE(r.asked().size(), asked.size());
    }

    void afterSleepThereIsARoundWithinSeconds()
    {
        Running r(Attention::Visible);
        r.engine.setOpen(chat);
        r.f.pass(2s);
        r.f.service.receiveMany(somebody, 300);
        r.f.service.receiveMany(another, 300);
        r.f.clock.setNow(r.f.clock.now() + 3h);
        r.f.pass(6s);
        QCOMPARE(r.f.texts(chat), r.f.service.texts(somebody));
        QCOMPARE(r.f.texts(otherChat), r.f.service.texts(another));
    }

    void aRefusedTokenIsSaidAndNothingIsLost()
    {
        Running r(Attention::Focused);
        QSignalSpy unauthorized(&r.engine, &SyncEngine::unauthorized);
        r.f.service.fault = [](const HttpRequest&) {
            return Fault{Fault::BeforeTheWork, FakeTransport::failure(401)};
        };
        r.f.pass(40s);
        QVERIFY(unauthorized.size() >= 1);
        QCOMPARE(r.f.texts(chat).size(), 10);
        r.engine.stop();
        r.forget();
        r.f.pass(10min, 1s);
        QVERIFY(r.asked().isEmpty());
        r.f.service.fault = {};
        r.engine.start(); // signed in again
        r.f.service.receive(somebody, u"news"_s);
        r.f.pass(2s);
        QCOMPARE(r.f.texts(chat).last(), u"news"_s);
    }

    void troubleBacksOffAndRecovers_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::newRow("500") << FakeService::Answer(FakeTransport::failure(500));
        QTest::newRow("429") << FakeService::Answer(FakeTransport::failure(429));
        QTest::newRow("portal") << FakeService::Answer(
            FakeTransport::raw(200, "<html>", "text/html"));
        QTest::newRow("offline") << FakeTransport::noAnswer(ErrorKind::Unreachable);
    }
    void troubleBacksOffAndRecovers()
    {
        QFETCH(FakeService::Answer, answer);
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(10s);
        r.f.service.receive(somebody, u"news"_s);
        r.f.service.receive(another, u"news"_s);
        r.f.service.fault
            = [answer](const HttpRequest&) { return Fault{Fault::BeforeTheWork, answer}; };
        r.f.pass(5min, 1s);
        r.forget();
        r.f.pass(10min, 1s);
        QVERIFY(r.asked().size() >= 10);
        QVERIFY2(r.asked().size() <= 170, qPrintable(QString::number(r.asked().size())));
        QCOMPARE(r.f.texts(chat).size(), 10);
        r.f.service.fault = {};
        r.f.pass(65s);
        QCOMPARE(r.f.texts(chat), r.f.service.texts(somebody));
        QCOMPARE(r.f.texts(otherChat), r.f.service.texts(another));
        r.forget();
        r.f.pass(1min);
        QVERIFY(r.asked().count(somebody) >= 14); // the old pace
    }

    void theNetworkBackIsNoticedWithinTenSeconds()
    {
        Running r(Attention::Visible);
        r.f.service.offline = true;
        r.f.pass(30min, 1s);
        r.f.service.offline = false;
        r.f.service.receive(another, u"news"_s);
        r.f.pass(10s);
        QCOMPARE(r.f.texts(otherChat).last(), u"news"_s);
    }

    void aStaleConversationIsRetriedAfterAnError()
    {
        Running r(Attention::Visible);
        r.f.service.receiveMany(another, 3);
        r.f.network().expect(Get, messagesPlace, FakeTransport::failure(500));
        r.f.pass(35s);
        QCOMPARE(r.f.texts(otherChat).size(), 10);
        r.f.pass(35s);
        QCOMPARE(r.f.texts(otherChat), r.f.service.texts(another));
    }

    void aListedMessageThatIsGoneIsGivenUp_data()
    {
        QTest::addColumn<int>("status"); // of the message route
        QTest::newRow("not in the history") << 0;
        QTest::newRow("404") << 404;
    }
    void aListedMessageThatIsGoneIsGivenUp()
    {
        QFETCH(int, status);
        Running r(Attention::Visible);
        r.f.service.receive(another, u"oops"_s);
        r.f.service.readLag = 24h; // in the list, but never in the history
        if (status)
            r.f.service.fault = [status](const HttpRequest& request) {
                return request.url.path() == messagesPlace
                    ? Fault{Fault::BeforeTheWork, FakeTransport::raw(status, {})}
                    : Fault{};
            };
        r.forget();
        r.f.pass(10min, 1s);
        const auto tries = r.asked().count(another);
        QVERIFY2(tries >= 2 && tries <= 12, qPrintable(QString::number(tries)));
        r.forget();
        r.f.pass(10min, 1s);
        QCOMPARE(r.asked().count(another), 0);
    }

    void aListPageThatIsAlwaysBrokenDoesNotStopTheRest()
    {
        Running r(Attention::Visible, false);
        r.f.service.fault = [](const HttpRequest& request) {
            return QUrlQuery(request.url).queryItemValue(u"page"_s) == u"2"_s
                ? Fault{Fault::BeforeTheWork, FakeTransport::raw(200, "{\"respon")}
                : Fault{};
        };
        r.engine.start();
        r.f.pass(2min, 1s);
        QCOMPARE(r.f.texts(otherChat), r.f.service.texts(another));
    }

    void aCrashAmidCatchingUpIsMadeUpForByTheNextRun()
    {
        SyncFixture f;
        for (const QString& person : {somebody, another})
            f.service.receiveMany(person, 10);
        const auto run = [&](std::chrono::milliseconds time, bool open) {
            const MainsPower power;
            PollScheduler scheduler(f.clock, power, [] { return 0.5; });
            ServiceClock serviceClock(f.clock);
            SyncEngine engine(f.api(), f.store(), f.feed(), f.reader(), scheduler, serviceClock);
            engine.setAttention(Attention::Visible);
            engine.setOpen(open ? chat : ConversationId{});
            engine.start();
            f.pass(time);
        };
        run(3s, true);
        f.restart();
        f.clock.advance(10h);
        f.service.receiveMany(somebody, 257);
        f.service.receiveMany(another, 257);
        f.service.pageSize = 20;
        int left = 12; // then the network goes away
        f.service.fault = [&](const HttpRequest&) {
            return left-- > 0
                ? Fault{}
                : Fault{Fault::BeforeTheWork, FakeTransport::noAnswer(ErrorKind::Interrupted)};
        };
        run(5s, true);
        QVERIFY(f.rangesAreTrue(chat) && f.rangesAreTrue(otherChat));
        f.restart();
        f.service.fault = {};
        run(40s, false); // nobody opens the conversation that had been open
        for (const QString& person : {somebody, another}) {
            QCOMPARE(f.texts(chatWith(person)), f.service.texts(person));
            QCOMPARE(f.ranges(chatWith(person)).size(), 1);
        }
    }

    void moreConversationsThanTurnsAllGetTheirs()
    {
        Running r(Attention::Visible);
        for (int n = 0; n < 30; ++n)
            r.f.service.receiveMany(QString::number(20'100 + n), 120);
        r.f.pass(70s);
        for (int n = 0; n < 30; ++n)
            QVERIFY(r.f.texts(chatWith(QString::number(20'100 + n))).size() >= 100);
    }

    void stopMeansSilence()
    {
        Running r(Attention::Focused);
        r.engine.setOpen(chat);
        r.f.pass(10s);
        r.engine.stop();
        r.forget();
        r.engine.lookNow();
        r.engine.setAttention(Attention::Visible);
        r.engine.setAttention(Attention::Focused);
        r.f.pass(10min, 1s);
        QVERIFY(r.asked().isEmpty());
        QCOMPARE(r.engine.nextLook(), 0ms);
    }

    void positionsAreAskedAgainWhenTheNetworkFailed()
    {
        Running r(Attention::Visible, false);
        r.f.network().expect(
            Get, u"/v4/read_receipts"_s, FakeTransport::noAnswer(ErrorKind::TimedOut));
        r.f.service.positions[chat.id] = r.f.service.history(somebody).at(5).id;
        r.engine.start();
        r.f.pass(35s);
        QCOMPARE(r.f.unread(chat), 4);
        QCOMPARE(r.asked().count(u"/v4/read_receipts"_s), 2);
    }
};

SKEIN_TEST(tst_SyncEngine)

} // namespace syncEngineTest

#include "tst_SyncEngine.moc"
