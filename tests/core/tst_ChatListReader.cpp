// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ChatListReader.h"
#include "tests/support/Commits.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace chatListReaderTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
using Fault = FakeService::Fault;

QString person(int n) { return QString::number(20'000 + n); }

/// A reader over a service with so many chats of one message each; the last one wrote last.
struct Desk {
    SyncFixture f;
    std::unique_ptr<ChatListReader> reader;

    explicit Desk(int chats)
    {
        for (int n = 1; n <= chats; ++n) {
            f.clock.advance(1s);
            f.service.receive(person(n), u"hello"_s);
        }
        start();
    }
    void start() { reader = std::make_unique<ChatListReader>(f.api(), f.store()); }
    void restart()
    {
        reader.reset();
        f.restart();
        start();
    }
    /// A reading is done, and every conversation is caught up.
    void settleDown()
    {
        QCOMPARE(read(false), std::nullopt);
        catchUpAll();
    }
    /// One reading; the error it ended with.
    std::optional<Error> read(bool whole)
    {
        std::optional<Error> outcome = Error{ErrorKind::Cancelled, 0, u"no end"_s, {}};
        const auto link = QObject::connect(reader.get(), &ChatListReader::finished, reader.get(),
            [&](const std::optional<Error>& error) { outcome = error; });
        reader->read(whole);
        f.settle();
        QObject::disconnect(link);
        return outcome;
    }
    /// Each of the first so many people writes, a while later.
    void hearFrom(int people, milliseconds later)
    {
        f.clock.advance(later);
        for (int n = 1; n <= people; ++n)
            f.service.receive(person(n), u"news"_s);
    }
    void failPage(int page, int status)
    {
        f.network().expect(Get, u"/v3/chats?page=%1&per_page=100&include=unread_count"_s.arg(page),
            FakeTransport::failure(status));
    }
    /// As if every conversation had been caught up.
    void catchUpAll()
    {
        for (const ConversationId& id : stale()) {
            (void)f.reader().newest(id, PageReader::Priority::Background);
            f.settle();
            f.now([&](Stores& stores, Changes&) {
                stores.conversations.markCaughtUp(id);
                return true;
            });
        }
    }

    [[nodiscard]] QList<Conversation> stored()
    {
        return f.look([](Stores& stores) { return stores.conversations.all(); });
    }
    [[nodiscard]] QList<ConversationId> stale()
    {
        return f.look([](Stores& stores) { return stores.conversations.stale(); });
    }
    [[nodiscard]] Conversation row(int n)
    {
        return f.look(
            [n](Stores& stores) { return *stores.conversations.one(chatWith(person(n))); });
    }
    [[nodiscard]] qsizetype listsAsked() { return f.asked(Get, chatsPlace); }
    void verifyNothingUnread()
    {
        for (const Conversation& chat : stored())
            QCOMPARE(chat.unread, 0);
    }
};

} // namespace

class tst_ChatListReader : public QObject {
    Q_OBJECT

private slots:
    void aPageOfTheListIsWrittenInOneTransaction()
    {
        Desk desk(30);
        desk.settleDown();
        desk.hearFrom(20, 1min);
        const int before = commitsIn(desk.f.file());
        QVERIFY(before > 0);
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(commitsIn(desk.f.file()) - before, 1);
    }

    void theFirstReadingTakesAllPagesUntilAnEmptyOne()
    {
        Desk desk(250);
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.stored().size(), 250);
        // Pages 1 to 4 (the empty one), and page 1 again: the order may have moved meanwhile.
        QStringList pages;
        for (const HttpRequest& request : desk.f.network().requests(Get, chatsPlace))
            pages.append(QUrlQuery(request.url).queryItemValue(u"page"_s));
        QCOMPARE(pages, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"1"_s}));
    }

    void theFirstConversationsArePrimedAndAllCountAsRead()
    {
        Desk desk(130);
        QCOMPARE(desk.read(false), std::nullopt);
        const auto primed = desk.stale();
        QCOMPARE(primed.size(), ChatListReader::primed);
        QVERIFY(primed.contains(chatWith(person(130))));
        QVERIFY(!primed.contains(chatWith(person(1))));
        desk.verifyNothingUnread();
        desk.catchUpAll();
        desk.verifyNothingUnread();
    }

    void laterReadingsAskOnePageWhenNothingChanged()
    {
        Desk desk(250);
        desk.settleDown();
        const auto before = desk.listsAsked();
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.listsAsked() - before, 1);
        QVERIFY(desk.stale().isEmpty());
        desk.f.service.receive(person(7), u"news"_s); // moves up to the first page
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.listsAsked() - before, 2);
        QCOMPARE(desk.stale(), QList{chatWith(person(7))});
        QCOMPARE(desk.row(7).preview, u"news"_s);
    }

    void afterALongAbsenceAllThatChangedIsRead()
    {
        Desk desk(250);
        desk.settleDown();
        desk.hearFrom(170, 1h);
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.stale().size(), 170);
    }

    void aReadingThatBrokeOffIsMadeUpForByTheNext()
    {
        Desk desk(250);
        desk.settleDown();
        desk.hearFrom(170, 1h);
        desk.failPage(2, 429);
        QCOMPARE(desk.read(false)->kind, ErrorKind::RateLimited);
        QCOMPARE(desk.stale().size(), 100); // what came is kept
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.stale().size(), 170);
    }

    void endlessIdenticalPagesStop()
    {
        Desk desk(30);
        desk.f.service.repeatsList = true;
        QCOMPARE(desk.read(true), std::nullopt);
        QVERIFY(desk.listsAsked() <= 3);
        QCOMPARE(desk.stored().size(), 30);
    }

    void rowsRepeatedOnTheNextPageAreOneRow()
    {
        Desk desk(150);
        int asked = 0;
        desk.f.service.arrived = [&](const HttpRequest&) {
            if (++asked == 2) // somebody writes between the pages: all rows move down by one
                desk.f.service.receive(person(1), u"news"_s);
        };
        QCOMPARE(desk.read(true), std::nullopt);
        QCOMPARE(desk.stored().size(), 150);
        QCOMPARE(desk.row(1).preview, u"news"_s); // only page 1, read again, shows it
    }

    void aListThatLagsTakesNothingBack()
    {
        Desk desk(3);
        desk.settleDown();
        desk.f.clock.advance(10s);
        desk.f.service.receive(person(2), u"news"_s);
        (void)desk.f.reader().newest(chatWith(person(2)), PageReader::Priority::Open);
        desk.f.settle();
        desk.f.service.listLag = 8s;
        const auto before = desk.row(2);
        QCOMPARE(desk.read(true), std::nullopt);
        QCOMPARE(desk.row(2), before);
        QVERIFY(desk.stale().isEmpty());
    }

    void aChatWithoutAMessageKeepsItsRow()
    {
        Desk desk(2);
        desk.f.service.meet(person(9));
        QCOMPARE(desk.read(true), std::nullopt);
        QCOMPARE(desk.stored().size(), 3);
        QCOMPARE(desk.row(9).title, u"Person "_s + person(9));
        desk.f.service.receive(person(9), u"first"_s);
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.row(9).preview, u"first"_s);
        QVERIFY(desk.stale().contains(chatWith(person(9))));
    }

    void anErrorKeepsWhatIsThere_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::newRow("429") << FakeService::Answer(FakeTransport::failure(429));
        QTest::newRow("html") << FakeService::Answer(
            FakeTransport::raw(200, "<html>", "text/html"));
        QTest::newRow("truncated") << FakeService::Answer(FakeTransport::raw(200, "{\"respon"));
        QTest::newRow("unreachable") << FakeTransport::noAnswer(ErrorKind::Unreachable);
    }
    void anErrorKeepsWhatIsThere()
    {
        QFETCH(FakeService::Answer, answer);
        Desk desk(3);
        (void)desk.read(true);
        const auto before = desk.stored();
        desk.f.network().expect(Get, chatsPlace, answer);
        QVERIFY(desk.read(false));
        QCOMPARE(desk.stored(), before);
        QCOMPARE(desk.read(false), std::nullopt); // and the next one works
    }

    void aFirstReadingThatBrokeOffIsStillTheFirst()
    {
        Desk desk(150);
        desk.failPage(2, 500);
        QVERIFY(desk.read(false));
        desk.restart();
        QCOMPARE(desk.read(false), std::nullopt);
        QCOMPARE(desk.stored().size(), 150);
        desk.catchUpAll();
        desk.verifyNothingUnread();
    }

    void aSecondReadingWhileOneIsUnderWayIsIgnored()
    {
        Desk desk(3);
        (void)desk.read(true);
        const auto before = desk.listsAsked();
        desk.reader->read(false);
        desk.reader->read(false);
        desk.reader->read(false);
        desk.f.settle();
        QCOMPARE(desk.listsAsked() - before, 1);
    }

    void newMessagesOfOthersCountAsUnreadAfterTheFirstReading()
    {
        Desk desk(3);
        desk.settleDown();
        desk.f.clock.advance(10s);
        desk.f.service.receiveMany(person(2), 4);
        desk.settleDown();
        QCOMPARE(desk.f.unread(chatWith(person(2))), 4);
        QCOMPARE(desk.f.unread(chatWith(person(1))), 0);
    }
};

SKEIN_TEST(tst_ChatListReader)

} // namespace chatListReaderTest

#include "tst_ChatListReader.moc"
