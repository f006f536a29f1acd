// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ChatListReader.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace chatListReaderTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
using Fault = FakeService::Fault;

QString person(int n) { return QString::number(20'000 + n); }

/// A service with so many chats, one message each; the last one wrote last.
void populate(SyncFixture& f, int chats)
{
    for (int n = 1; n <= chats; ++n) {
        f.clock.advance(1s);
        f.service.receive(person(n), u"hello"_s);
    }
}

/// One reading; the error it ended with.
std::optional<Error> read(SyncFixture& f, ChatListReader& reader, bool whole)
{
    std::optional<Error> outcome = Error{ErrorKind::Cancelled, 0, u"no end"_s, {}};
    const auto link = QObject::connect(&reader, &ChatListReader::finished, &reader,
        [&](const std::optional<Error>& error) { outcome = error; });
    reader.read(whole);
    f.settle();
    QObject::disconnect(link);
    return outcome;
}

QList<Conversation> stored(SyncFixture& f)
{
    return f.look([](Stores& stores) { return stores.conversations.all(); });
}

QList<ConversationId> stale(SyncFixture& f)
{
    return f.look([](Stores& stores) { return stores.conversations.stale(); });
}

/// As if every conversation had been caught up.
void catchUpAll(SyncFixture& f)
{
    for (const ConversationId& id : stale(f)) {
        (void)f.reader().newest(id, PageReader::Priority::Background);
        f.settle();
        f.now([&](Stores& stores, Changes&) {
            stores.conversations.markCaughtUp(id);
            return true;
        });
    }
}

Conversation row(SyncFixture& f, const QString& who)
{
    return f.look([&](Stores& stores) { return *stores.conversations.one(chatWith(who)); });
}

} // namespace

class tst_ChatListReader : public QObject {
    Q_OBJECT

private slots:
    void theFirstReadingTakesAllPagesUntilAnEmptyOne()
    {
        SyncFixture f;
        populate(f, 250);
        ChatListReader reader(f.api(), f.store());
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(stored(f).size(), 250);
        // Pages 1 to 4 (the empty one), and page 1 again: the order may have moved meanwhile.
        QStringList pages;
        for (const HttpRequest& request : f.network().requests(Get, chatsPlace))
            pages.append(QUrlQuery(request.url).queryItemValue(u"page"_s));
        QCOMPARE(pages, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"1"_s}));
    }

    void theFirstConversationsArePrimedAndAllCountAsRead()
    {
        SyncFixture f;
        populate(f, 130);
        ChatListReader reader(f.api(), f.store());
        QCOMPARE(read(f, reader, false), std::nullopt);
        const auto primed = stale(f);
        QCOMPARE(primed.size(), ChatListReader::primed);
        QVERIFY(primed.contains(chatWith(person(130))));
        QVERIFY(!primed.contains(chatWith(person(1))));
        for (const Conversation& chat : stored(f))
            QCOMPARE(chat.unread, 0);
        catchUpAll(f);
        for (const Conversation& chat : stored(f))
            QCOMPARE(chat.unread, 0);
    }

    void laterReadingsAskOnePageWhenNothingChanged()
    {
        SyncFixture f;
        populate(f, 250);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, false);
        catchUpAll(f);
        const auto before = f.asked(Get, chatsPlace);
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(f.asked(Get, chatsPlace) - before, 1);
        QVERIFY(stale(f).isEmpty());
        f.service.receive(person(7), u"news"_s); // moves up to the first page
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(f.asked(Get, chatsPlace) - before, 2);
        QCOMPARE(stale(f), QList{chatWith(person(7))});
        QCOMPARE(row(f, person(7)).preview, u"news"_s);
    }

    void afterALongAbsenceAllThatChangedIsRead()
    {
        SyncFixture f;
        populate(f, 250);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, false);
        catchUpAll(f);
        f.clock.advance(1h);
        for (int n = 1; n <= 170; ++n)
            f.service.receive(person(n), u"news"_s);
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(stale(f).size(), 170);
    }

    void aReadingThatBrokeOffIsMadeUpForByTheNext()
    {
        SyncFixture f;
        populate(f, 250);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, false);
        catchUpAll(f);
        f.clock.advance(1h);
        for (int n = 1; n <= 170; ++n)
            f.service.receive(person(n), u"news"_s);
        f.network().expect(Get, u"/v3/chats?page=2&per_page=100&include=unread_count"_s,
            FakeTransport::failure(429));
        QCOMPARE(read(f, reader, false)->kind, ErrorKind::RateLimited);
        QCOMPARE(stale(f).size(), 100); // what came is kept
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(stale(f).size(), 170);
    }

    void endlessIdenticalPagesStop()
    {
        SyncFixture f;
        populate(f, 30);
        f.service.repeatsList = true;
        ChatListReader reader(f.api(), f.store());
        QCOMPARE(read(f, reader, true), std::nullopt);
        QVERIFY(f.asked(Get, chatsPlace) <= 3);
        QCOMPARE(stored(f).size(), 30);
    }

    void rowsRepeatedOnTheNextPageAreOneRow()
    {
        SyncFixture f;
        populate(f, 150);
        ChatListReader reader(f.api(), f.store());
        int asked = 0;
        f.service.arrived = [&](const HttpRequest&) {
            if (++asked == 2) // somebody writes between the pages: all rows move down by one
                f.service.receive(person(1), u"news"_s);
        };
        QCOMPARE(read(f, reader, true), std::nullopt);
        QCOMPARE(stored(f).size(), 150);
        QCOMPARE(row(f, person(1)).preview, u"news"_s); // only page 1, read again, shows it
    }

    void aListThatLagsTakesNothingBack()
    {
        SyncFixture f;
        populate(f, 3);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, true);
        catchUpAll(f);
        f.clock.advance(10s);
        f.service.receive(person(2), u"news"_s);
        (void)f.reader().newest(chatWith(person(2)), PageReader::Priority::Open);
        f.settle();
        f.service.listLag = 8s;
        const auto before = row(f, person(2));
        QCOMPARE(read(f, reader, true), std::nullopt);
        QCOMPARE(row(f, person(2)), before);
        QVERIFY(stale(f).isEmpty());
    }

    void aChatWithoutAMessageKeepsItsRow()
    {
        SyncFixture f;
        populate(f, 2);
        f.service.meet(person(9));
        ChatListReader reader(f.api(), f.store());
        QCOMPARE(read(f, reader, true), std::nullopt);
        QCOMPARE(stored(f).size(), 3);
        QCOMPARE(row(f, person(9)).title, u"Person "_s + person(9));
        f.service.receive(person(9), u"first"_s);
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(row(f, person(9)).preview, u"first"_s);
        QVERIFY(stale(f).contains(chatWith(person(9))));
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
        SyncFixture f;
        populate(f, 3);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, true);
        const auto before = stored(f);
        f.network().expect(Get, chatsPlace, answer);
        QVERIFY(read(f, reader, false));
        QCOMPARE(stored(f), before);
        QCOMPARE(read(f, reader, false), std::nullopt); // and the next one works
    }

    void aFirstReadingThatBrokeOffIsStillTheFirst()
    {
        SyncFixture f;
        populate(f, 150);
        f.network().expect(Get, u"/v3/chats?page=2&per_page=100&include=unread_count"_s,
            FakeTransport::failure(500));
        {
            ChatListReader reader(f.api(), f.store());
            QVERIFY(read(f, reader, false));
        }
        f.restart();
        ChatListReader reader(f.api(), f.store());
        QCOMPARE(read(f, reader, false), std::nullopt);
        QCOMPARE(stored(f).size(), 150);
        catchUpAll(f);
        for (const Conversation& chat : stored(f))
            QCOMPARE(chat.unread, 0);
    }

    void aSecondReadingWhileOneIsUnderWayIsIgnored()
    {
        SyncFixture f;
        populate(f, 3);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, true);
        const auto before = f.asked(Get, chatsPlace);
        reader.read(false);
        reader.read(false);
        reader.read(false);
        f.settle();
        QCOMPARE(f.asked(Get, chatsPlace) - before, 1);
    }

    void newMessagesOfOthersCountAsUnreadAfterTheFirstReading()
    {
        SyncFixture f;
        populate(f, 3);
        ChatListReader reader(f.api(), f.store());
        (void)read(f, reader, true);
        catchUpAll(f);
        f.clock.advance(10s);
        f.service.receiveMany(person(2), 4);
        (void)read(f, reader, false);
        catchUpAll(f);
        QCOMPARE(f.unread(chatWith(person(2))), 4);
        QCOMPARE(f.unread(chatWith(person(1))), 0);
    }
};

SKEIN_TEST(tst_ChatListReader)

} // namespace chatListReaderTest

#include "tst_ChatListReader.moc"
