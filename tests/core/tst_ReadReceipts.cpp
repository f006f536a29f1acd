// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ReadReceipts.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace readReceiptsTest {

namespace {

constexpr auto Post = HttpRequest::Method::Post;
const ConversationId chat = chatWith(somebody);

/// Ten messages of somebody, all unread.
struct Reader {
    SyncFixture f;
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    ReadReceipts receipts{f.api(), f.store(), settings, f.clock};

    Reader()
    {
        f.service.receiveMany(somebody, 10);
        load();
    }
    void load()
    {
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
    }
    [[nodiscard]] QString id(int n) { return f.service.history(somebody).at(n).id; }
    void show(int n)
    {
        receipts.shown(chat, {id(n)});
        f.settle();
    }
    /// The message ids that receipts named, in order.
    [[nodiscard]] QStringList told()
    {
        QStringList ids;
        for (const HttpRequest& request : f.network().requests(Post, receiptsPlace))
            ids.append(QJsonDocument::fromJson(request.body)[u"read_receipt"_s][u"message_id"_s]
                    .toString());
        return ids;
    }
};

const ConversationId group = groupCalled(u"55501"_s);
const ConversationId topic = topicCalled(u"55777"_s, u"55501"_s);

QString positionPlace(const QString& place) { return u"/v4/read_receipts/"_s + place; }

/// The same with a group and a topic of it, five unread messages in each.
struct GroupReader {
    Reader r;
    FakeGroups groups{r.f.service, r.f.network()};

    GroupReader()
    {
        groups.add(group.id, u"Rowing"_s);
        groups.addTopic(group.id, topic.id, u"Travel"_s);
        fill(group);
        fill(topic);
    }
    void fill(const ConversationId& place)
    {
        for (int n = 0; n < 5; ++n)
            groups.say(place.id, u"line %1"_s.arg(n));
        (void)r.f.reader().newest(place, PageReader::Priority::Open);
        r.f.settle();
    }
    [[nodiscard]] QString id(const QString& place, int n)
    {
        return r.f.service.history(place).at(n).id;
    }
    void show(const QString& place, int n)
    {
        const bool isTopic = place == topic.id;
        r.receipts.shown(isTopic ? topic : groupCalled(place), {id(place, n)});
        r.f.settle();
    }
    [[nodiscard]] qsizetype asked(const QString& place)
    {
        return r.f.asked(Post, positionPlace(place));
    }
};

} // namespace

class tst_ReadReceipts : public QObject {
    Q_OBJECT

private slots:
    void unreadFallsAtOnceAndOneReceiptFollows()
    {
        Reader r;
        QCOMPARE(r.f.unread(chat), 10);
        r.show(3);
        QCOMPARE(r.f.unread(chat), 6);
        QVERIFY(r.told().isEmpty());
        r.f.pass(1s);
        QCOMPARE(r.told(), QStringList{r.id(3)});
        const auto body
            = QJsonDocument::fromJson(r.f.network().requests(Post, receiptsPlace).first().body);
        QCOMPARE(body[u"read_receipt"_s][u"chat_id"_s].toString(), chat.id);
        r.f.pass(10min, 1s);
        QCOMPARE(r.told().size(), 1);
    }

    void scrollingQuicklySendsOneReceiptForTheNewest()
    {
        Reader r;
        for (int n = 0; n < 9; ++n) {
            r.show(n);
            r.f.clock.advance(100ms);
        }
        r.f.pass(2s);
        QCOMPARE(r.told(), QStringList{r.id(8)});
        QCOMPARE(r.f.unread(chat), 1);
    }

    void steadyReadingTellsAtMostOnceASecond()
    {
        Reader r;
        r.f.service.receiveMany(somebody, 90);
        r.load();
        for (int n = 10; n < 60; ++n) {
            r.show(n);
            r.f.pass(100ms, 100ms);
        }
        QVERIFY(r.told().size() >= 3 && r.told().size() <= 6);
    }

    void ownMessagesGetNoReceipt()
    {
        Reader r;
        r.f.service.writeElsewhere(somebody, u"mine"_s);
        r.f.service.writeElsewhere(somebody, u"mine too"_s);
        r.load();
        r.show(11);
        r.f.pass(2s);
        QCOMPARE(r.told(), QStringList{r.id(9)}); // the newest received one above it
    }

    void aThreadOfOwnMessagesOnlyTellsNothing()
    {
        Reader r;
        const QString stranger = u"20009"_s;
        r.f.service.writeElsewhere(stranger, u"hello?"_s);
        (void)r.f.reader().newest(chatWith(stranger), PageReader::Priority::Open);
        r.f.settle();
        r.receipts.shown(chatWith(stranger), {r.f.service.history(stranger).first().id});
        r.f.pass(2s);
        QVERIFY(r.told().isEmpty());
    }

    void scrollingBackTellsNothing()
    {
        Reader r;
        r.show(8);
        r.f.pass(2s);
        r.show(2);
        r.f.pass(2s);
        QCOMPARE(r.told(), QStringList{r.id(8)});
        QCOMPARE(r.f.unread(chat), 1);
    }

    void neverBackwardsAfterARestartEither()
    {
        SyncFixture f;
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        f.service.receiveMany(somebody, 10);
        const auto show = [&](int n) {
            ReadReceipts receipts(f.api(), f.store(), settings, f.clock);
            receipts.shown(chat, {f.service.history(somebody).at(n).id});
            f.pass(2s);
            return f.asked(Post, receiptsPlace);
        };
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        QCOMPARE(show(8), 1);
        f.restart();
        QCOMPARE(show(8), 0);
        QCOMPARE(show(5), 0);
        QCOMPARE(show(9), 1);
    }

    void withTheSettingOffUnreadFallsAndNothingIsSent()
    {
        Reader r;
        r.settings.set(setting::sendReceipts, false);
        r.show(9);
        r.f.pass(10s);
        r.receipts.flush();
        r.f.pass(10s);
        QCOMPARE(r.f.unread(chat), 0);
        QVERIFY(r.told().isEmpty());
        r.settings.set(setting::sendReceipts, true); // no receipt for the past by itself
        r.f.pass(10s);
        QVERIFY(r.told().isEmpty());
    }

    void aNewerHeadInTheAnswerIsOurs()
    {
        Reader r;
        r.f.service.receiptHead = [&](const QString&) { return r.id(7); };
        r.show(3);
        r.f.pass(2s);
        QCOMPARE(idAt(r.f.heads(chat).read).value, r.id(7));
        QCOMPARE(r.f.unread(chat), 2);
    }

    void anOlderHeadInTheAnswerMovesNothingBack()
    {
        Reader r;
        r.f.service.receiptHead = [&](const QString&) { return r.id(1); };
        r.show(3);
        r.f.pass(2s);
        QCOMPARE(idAt(r.f.heads(chat).read).value, r.id(3));
        QCOMPARE(r.f.unread(chat), 6);
    }

    void aFailureIsQuietAndMadeUpForByTheNextShown_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::newRow("offline") << FakeTransport::noAnswer(ErrorKind::Unreachable);
        QTest::newRow("500") << FakeService::Answer(FakeTransport::failure(500));
        QTest::newRow("429") << FakeService::Answer(FakeTransport::failure(429));
        QTest::newRow("403") << FakeService::Answer(FakeTransport::failure(403));
    }
    void aFailureIsQuietAndMadeUpForByTheNextShown()
    {
        QFETCH(FakeService::Answer, answer);
        Reader r;
        r.f.network().expect(Post, receiptsPlace, answer);
        r.show(3);
        r.f.pass(1min);
        QCOMPARE(r.told().size(), 1); // no storm
        QCOMPARE(r.f.unread(chat), 6);
        r.show(4);
        r.f.pass(2s);
        QCOMPARE(r.told(), (QStringList{r.id(3), r.id(4)}));
    }

    void switchingAwayTriesAgainWhatFailed()
    {
        Reader r;
        r.f.network().expect(Post, receiptsPlace, FakeTransport::failure(500));
        r.show(9); // the newest there is: nothing else will be shown
        r.f.pass(1min);
        r.receipts.flush();
        r.f.settle();
        QCOMPARE(r.told(), (QStringList{r.id(9), r.id(9)}));
        r.receipts.flush();
        r.f.settle();
        QCOMPARE(r.told().size(), 2);
    }

    void flushSendsAtOnce()
    {
        Reader r;
        r.show(5);
        r.receipts.flush();
        r.f.settle();
        QCOMPARE(r.told(), QStringList{r.id(5)});
        r.f.pass(10s);
        QCOMPARE(r.told().size(), 1);
    }

    void conversationsDoNotMix()
    {
        Reader r;
        const QString other = u"20002"_s;
        r.f.service.receiveMany(other, 3);
        (void)r.f.reader().newest(chatWith(other), PageReader::Priority::Open);
        r.f.settle();
        r.receipts.shown(chatWith(other), {r.f.service.history(other).at(1).id});
        r.show(2);
        r.f.pass(2s);
        auto told = r.told();
        told.sort();
        QStringList expected{r.id(2), r.f.service.history(other).at(1).id};
        expected.sort();
        QCOMPARE(told, expected);
    }

    void positionsInGroupsAndTopicsAreToldWhereNobodyElseSeesThem()
    {
        GroupReader g;
        g.show(group.id, 3);
        g.show(topic.id, 0);
        g.r.f.pass(1s);
        auto told = g.groups.positions;
        std::ranges::sort(told);
        QCOMPARE(told,
            (QList<QPair<QString, QString>>{
                {group.id, g.id(group.id, 3)}, {topic.id, g.id(topic.id, 0)}}));
        QCOMPARE(g.r.f.unread(group), 1);
        QCOMPARE(g.r.f.unread(topic), 4);
        QVERIFY(g.r.told().isEmpty());
        g.show(group.id, 2); // back up
        g.r.f.pass(10min, 1s);
        QCOMPARE(g.groups.positions.size(), 2);
    }

    void oneRefusalEndsPositionsEverywhereAndReceiptsGoOn()
    {
        GroupReader g;
        g.groups.knowsPositions = false;
        g.show(group.id, 0);
        g.r.f.pass(1s);
        g.show(group.id, 1);
        g.show(topic.id, 1);
        g.r.show(4);
        g.r.f.pass(10min, 1s);
        QCOMPARE(g.asked(group.id), 1);
        QCOMPARE(g.asked(topic.id), 0);
        QCOMPARE(g.r.told(), QStringList{g.r.id(4)});
        QCOMPARE(g.r.f.unread(topic), 3);
    }

    void anOutageIsNoRefusalAndIsMadeGood()
    {
        GroupReader g;
        g.r.f.service.failNext(Post, positionPlace(group.id),
            {FakeService::Fault::BeforeTheWork, FakeTransport::failure(503)});
        g.show(group.id, 3);
        g.r.f.pass(1s);
        QVERIFY(g.groups.positions.isEmpty());
        g.r.receipts.flush(); // the person switches away
        g.r.f.settle();
        QCOMPARE(g.groups.positions.size(), 1);
        QCOMPARE(g.groups.positions.first().second, g.id(group.id, 3));
    }

    void aTroubleThatComesAfterTheRefusalDoesNotUndoIt()
    {
        GroupReader g;
        g.r.f.service.failNext(Post, positionPlace(group.id),
            {FakeService::Fault::BeforeTheWork, FakeTransport::failure(404)});
        g.r.f.service.failNext(Post, positionPlace(topic.id),
            {FakeService::Fault::BeforeTheWork, FakeTransport::failure(503)});
        g.r.f.network().hold();
        g.show(group.id, 0);
        g.r.f.pass(1s);
        g.show(topic.id, 0);
        g.r.f.pass(1s);
        g.r.f.network().release();
        g.r.f.settle();
        g.show(group.id, 1);
        g.show(topic.id, 1);
        g.r.f.pass(1s);
        QCOMPARE(g.asked(group.id), 1);
        QCOMPARE(g.asked(topic.id), 1);
    }

    void aGroupThatWasLeftIsReadQuietly()
    {
        GroupReader g;
        g.groups.removeGroup(group.id);
        g.r.f.now([](Stores& stores, Changes& changes) {
            stores.groups.setMembership(group, Membership::Left, changes);
            return true;
        });
        g.groups.add(u"55502"_s, u"Chess"_s);
        const ConversationId chess = groupCalled(u"55502"_s);
        g.fill(chess);
        g.show(group.id, 3);
        g.show(topic.id, 3);
        g.r.f.pass(1s);
        QCOMPARE(g.r.f.unread(group), 1);
        QCOMPARE(g.asked(group.id) + g.asked(topic.id), 0);
        g.show(chess.id, 2); // and nobody took it for a refusal
        g.r.f.pass(1s);
        QCOMPARE(g.groups.positions.size(), 1);
    }

    void whoTellsNobodyTellsNoPositionEither()
    {
        GroupReader g;
        g.r.settings.set(setting::sendReceipts, false);
        g.show(group.id, 3);
        g.r.f.pass(1s);
        g.r.receipts.flush();
        g.r.f.settle();
        QCOMPARE(g.asked(group.id), 0);
        QCOMPARE(g.r.f.unread(group), 1);
    }

    void anEmptyIdIsNothingSeen()
    {
        Reader r;
        r.receipts.shown(chat, {});
        r.f.pass(2s);
        QCOMPARE(r.f.unread(chat), 10);
        QVERIFY(r.told().isEmpty());
    }
};

SKEIN_TEST(tst_ReadReceipts)

} // namespace readReceiptsTest

#include "tst_ReadReceipts.moc"
