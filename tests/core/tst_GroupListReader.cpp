// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChatListReader over the list of groups.

#include "core/sync/ChatListReader.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupListReaderTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
const QString groupsPlace = u"/v3/groups"_s;

} // namespace

class tst_GroupListReader : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<World>(); }
    void cleanup() { m.reset(); }

    void theFirstReadingTakesEveryPageUntilAnEmptyOne()
    {
        m->make(250);
        m->read();
        QCOMPARE(m->known().size(), 250);
        QCOMPARE(m->f.asked(Get, groupsPlace), 5); // 100, 100, 50, none, and the first once more
        QCOMPARE(m->f.network().requests(Get, groupsPlace).first().url.query(),
            u"page=1&per_page=100&omit=memberships&include=unread_count"_s);
    }

    void aSortedListIsReadOnlyAsFarAsItIsNew()
    {
        m->make(250);
        m->read();
        m->forget();
        m->groups.say(u"50017"_s, u"news"_s);
        m->read();
        QCOMPARE(m->askedSince(), 1);
        QVERIFY(m->stale().contains(groupCalled(u"50017"_s)));
    }

    void aListInAnotherOrderIsReadToItsEndEachTime()
    {
        m->groups.sorted = false;
        m->make(250);
        m->groups.say(u"50100"_s, u"the latest stands in the middle"_s);
        m->groups.say(u"50050"_s, u"and here"_s);
        m->read();
        m->forget();
        m->groups.say(u"50249"_s, u"news on the last page"_s);
        m->read();
        QVERIFY(m->askedSince() >= 3);
        QVERIFY(m->stale().contains(groupCalled(u"50249"_s)));
    }

    void aGroupThatAWholeReadingLacksIsReported()
    {
        m->make(120);
        m->read();
        QSignalSpy missed(&m->reader, &ChatListReader::missed);
        m->groups.removeGroup(u"50003"_s);
        m->read(true);
        QCOMPARE(missed.size(), 1);
        QCOMPARE(
            missed.first().first().value<QList<ConversationId>>(), QList{groupCalled(u"50003"_s)});
    }

    void aShortListNoticesAMissingGroupAtOnce()
    {
        m->make(5);
        m->read();
        QSignalSpy missed(&m->reader, &ChatListReader::missed);
        m->groups.removeGroup(u"50003"_s);
        m->read(); // not a whole reading by itself
        QCOMPARE(missed.size(), 1);
    }

    void aGroupThatWasLeftAndIsShownIsReportedWithNewsOrByAWholeReading()
    {
        m->make(3);
        m->read();
        const ConversationId left = groupCalled(u"50001"_s);
        m->f.now([left](Stores& stores, Changes& changes) {
            stores.groups.setMembership(left, Membership::Left, changes);
            return true;
        });
        QSignalSpy reappeared(&m->reader, &ChatListReader::reappeared);
        m->groups.say(u"50002"_s, u"not of this one"_s);
        m->read();
        QCOMPARE(reappeared.size(), 0); // a list that lags
        m->groups.say(left.id, u"news"_s);
        m->read();
        QCOMPARE(reappeared.size(), 1);
        QCOMPARE(reappeared.last().first().value<ConversationId>(), left);
        m->read();
        QCOMPARE(reappeared.size(), 1);
        m->read(true);
        QCOMPARE(reappeared.size(), 2);
        QVERIFY(!m->known().contains(left)); // a list alone proves nothing
    }

    void aReadingThatBrokeOffReportsNobody()
    {
        m->make(120);
        m->read();
        QSignalSpy missed(&m->reader, &ChatListReader::missed);
        m->f.network().expect(Get,
            u"/v3/groups?page=2&per_page=100&omit=memberships&include=unread_count"_s,
            FakeTransport::failure(503));
        m->read(true);
        QCOMPARE(missed.size(), 0);
        QVERIFY(m->finished.last().first().value<std::optional<Error>>());
    }

    void aListOfNothingNewWritesNothing()
    {
        m->make(40);
        m->read();
        QSignalSpy published(&m->f.feed(), &ChangeFeed::published);
        m->read(true);
        QCOMPARE(published.size(), 0);
    }

    void theFirstListCountsAsReadAndWhatTheServiceCallsUnreadIsFetched()
    {
        m->make(30);
        const QString read = m->f.service.history(u"50002"_s).first().id;
        m->groups.say(u"50002"_s, u"not read yet"_s);
        QJsonArray rows{QJsonObject{{u"id"_s, u"50002"_s}, {u"name"_s, u"Half read"_s},
            {u"last_read_message_id"_s, read},
            {u"messages"_s,
                QJsonObject{{u"last_message_id"_s, m->f.service.history(u"50002"_s).last().id},
                    {u"last_message_created_at"_s, 1'760'000'060}}}}};
        m->f.network().expect(Get, groupsPlace, FakeTransport::json(rows));
        m->read();
        QVERIFY(m->stale().contains(groupCalled(u"50002"_s)));
        QCOMPARE(m->known().size(), 1);
    }

    void aPersonMayBeCalledGroupMe()
    {
        // Lists tell a name, not who it is; what the service itself says is known from its message.
        const auto row = [](const QString& id, const QString& nickname) {
            const QJsonObject preview{{u"nickname"_s, nickname}, {u"text"_s, u"Cleo joined"_s}};
            return QJsonObject{{u"id"_s, id}, {u"name"_s, u"Crew"_s},
                {u"messages"_s,
                    QJsonObject{{u"last_message_id"_s, u"176000030000000000"_s},
                        {u"last_message_created_at"_s, 1'760'000'300}, {u"preview"_s, preview}}}};
        };
        m->f.network().expect(Get, groupsPlace,
            FakeTransport::json(
                QJsonArray{row(u"50001"_s, u"GroupMe"_s), row(u"50002"_s, u"GroupMe fan"_s)}));
        m->read();
        const auto sender = [this](const QString& id) {
            const auto one
                = [id](Stores& stores) { return stores.conversations.one(groupCalled(id)); };
            return m->f.look(one).value().previewSender;
        };
        QCOMPARE(sender(u"50001"_s), u"GroupMe"_s);
        QCOMPARE(sender(u"50002"_s), u"GroupMe fan"_s);
        m->f.now([](Stores& stores, Changes& changes) {
            Message joined;
            joined.id = {u"176000030000000000"_s};
            joined.createdAt = 1'760'000'300;
            joined.senderId = {u"system"_s};
            joined.senderType = u"system"_s;
            joined.senderName = u"GroupMe"_s;
            joined.text = u"Cleo joined"_s;
            stores.messages.take(groupCalled(u"50001"_s),
                {.messages = {joined}, .complete = Span{positionOf(joined), positionOf(joined)}},
                changes);
            return true;
        });
        QCOMPARE(sender(u"50001"_s), QString());
    }

    void directChatsAndGroupsHaveTheirFirstReadingEach()
    {
        m->f.service.receive(somebody, u"hello"_s);
        ChatListReader chats(m->f.api(), m->f.store(), ChatListReader::List::Chats);
        chats.read(false);
        m->f.settle();
        m->make(3);
        m->read();
        // Read for the first time, so nothing of it is unread beyond the newest few.
        QCOMPARE(m->known().size(), 3);
        for (int n = 0; n < 3; ++n)
            QCOMPARE(m->f.unread(groupCalled(QString::number(50'000 + n))), 0);
    }

private:
    struct World {
        SyncFixture f;
        FakeGroups groups{f.service, f.network()};
        ChatListReader reader{f.api(), f.store(), ChatListReader::List::Groups};
        QSignalSpy finished{&reader, &ChatListReader::finished};
        qsizetype mark = 0;

        /// Groups with one message each, the later the older.
        void make(int count)
        {
            for (int n = count - 1; n >= 0; --n) {
                const QString id = QString::number(50'000 + n);
                groups.add(id, u"Group %1"_s.arg(n));
                groups.say(id, u"hello"_s);
                f.clock.advance(1s);
            }
        }
        void read(bool whole = false)
        {
            reader.read(whole);
            f.settle();
            f.clock.advance(1s);
        }
        void forget() { mark = f.asked(Get, groupsPlace); }
        qsizetype askedSince() { return f.asked(Get, groupsPlace) - mark; }
        QList<ConversationId> known()
        {
            return f.look([](Stores& stores) { return stores.groups.groups(); });
        }
        QList<ConversationId> stale()
        {
            return f.look([](Stores& stores) { return stores.conversations.stale(); });
        }
    };
    std::unique_ptr<World> m;
};

SKEIN_TEST(tst_GroupListReader)

} // namespace groupListReaderTest

#include "tst_GroupListReader.moc"
