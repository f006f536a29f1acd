// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/SyncEngine.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncEngineGroupsTest {

namespace {

using Attention = SyncEngine::Attention;
constexpr auto Get = HttpRequest::Method::Get;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId flat = groupCalled(u"55502"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const ConversationId kit = topicCalled(u"55778"_s, u"55501"_s);
const QString topicsPlace = u"/v3/groups/55501/subgroups"_s;
const QString travelPlace = u"/v3/groups/55777/messages"_s;

} // namespace

class tst_SyncEngineGroups : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<Running>(); }
    void cleanup() { m.reset(); }

    void groupsAndTheirTopicsComeWithTheFirstRound()
    {
        m->start(Attention::Focused);
        QCOMPARE(m->f.texts(rowing), m->f.service.texts(rowing.id));
        QCOMPARE(m->f.texts(flat), m->f.service.texts(flat.id));
        QCOMPARE(m->topics(), (QSet{travel, kit}));
        QCOMPARE(m->asked(u"/v3/groups/55502/subgroups"_s), 0); // it has none (L59)
    }

    void whatWasReadElsewhereOfATopicIsKnownFromTheBeginning()
    {
        m->f.service.positions[travel.id] = m->f.service.history(travel.id).first().id;
        m->groups.say(travel.id, u"not read yet"_s);
        m->start(Attention::Focused);
        QCOMPARE(m->f.unread(travel), 1);
        QCOMPARE(m->f.unread(kit), 0); // nobody said otherwise
    }

    void aMessageInAGroupIsThereAfterTheNextLook()
    {
        m->start(Attention::Visible);
        m->groups.say(flat.id, u"whose turn is the bin"_s);
        m->f.pass(40s, 1s);
        QCOMPARE(m->f.texts(flat).last(), u"whose turn is the bin"_s);
        QCOMPARE(m->f.unread(flat), 1);
    }

    void aTopicOfTheOpenGroupIsNoticedAtTheNextLook()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(rowing);
        m->f.pass(5s);
        m->groups.say(travel.id, u"platform two"_s);
        m->f.pass(20s, 1s);
        QCOMPARE(m->f.texts(travel).last(), u"platform two"_s);
        QCOMPARE(m->f.unread(travel), 1);
    }

    void theOpenTopicIsReadByItsOwnIdOften()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(travel);
        m->f.pass(2s);
        QCOMPARE(m->f.texts(travel), m->f.service.texts(travel.id));
        const auto before = m->asked(travelPlace);
        m->groups.say(travel.id, u"now"_s);
        m->f.pass(5s);
        QCOMPARE(m->f.texts(travel).last(), u"now"_s);
        m->f.pass(1min);
        QVERIFY(m->asked(travelPlace) - before >= 14);
        QVERIFY(m->f.network()
                .requests(Get, travelPlace)
                .last()
                .url.query()
                .contains(u"acceptFiles=1"_s));
    }

    void aTopicThatNobodyLooksAtIsNoticedInTurn()
    {
        m->start(Attention::Visible);
        m->groups.say(kit.id, u"size M left"_s); // no list tells of it
        m->f.pass(1min, 1s);
        QCOMPARE(m->f.texts(kit).last(), u"size M left"_s);
    }

    void anEventInTheGroupBringsItsTopicsAtOnce()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(rowing);
        m->f.pass(5s);
        m->groups.addTopic(rowing.id, u"55779"_s, u"Logistics"_s);
        m->groups.announce(rowing.id, u"group.subgroup_created"_s,
            {{u"subgroup_id"_s, 55779}, {u"subgroup_topic"_s, u"Logistics"_s}});
        m->f.pass(6s); // a look at the open conversation, no look at the lists
        QVERIFY(m->topics().contains(topicCalled(u"55779"_s, rowing.id)));
    }

    void aRenamedGroupIsRenamedAtOnce()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(rowing);
        m->f.pass(5s);
        m->groups.announce(rowing.id, u"group.name_change"_s, {{u"name"_s, u"Rowers"_s}});
        m->f.pass(5s);
        QCOMPARE(m->stored(rowing).title, u"Rowers"_s);
    }

    void oldEventsFoundInHistoryRenameNothing()
    {
        m->groups.announce(flat.id, u"group.name_change"_s, {{u"name"_s, u"The old flat"_s}});
        m->groups.say(flat.id, u"since then"_s);
        m->groups.group(flat.id).name = u"Flat 12"_s;
        m->start(Attention::Focused);
        QCOMPARE(m->stored(flat).title, u"Flat 12"_s);
    }

    void aTopicDeletedWhileOpenEndsItsPollingAndKeepsItsHistory()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(travel);
        m->f.pass(5s);
        const auto had = m->f.texts(travel);
        m->groups.removeTopic(rowing.id, travel.id);
        m->f.pass(5s);
        QCOMPARE(m->stored(travel).membership, Membership::Gone);
        const auto before = m->asked(travelPlace);
        m->f.pass(5min, 1s);
        QCOMPARE(m->asked(travelPlace), before);
        QCOMPARE(m->f.texts(travel), had);
    }

    void aGroupThatWasLeftElsewhereIsGone()
    {
        m->start(Attention::Visible);
        m->groups.removeGroup(flat.id);
        m->f.pass(40s, 1s);
        QCOMPARE(m->stored(flat).membership, Membership::Gone);
        QVERIFY(!m->f.texts(flat).isEmpty()); // history is kept (L56)
    }

    void aGroupThatWasLeftStaysAwayWhileListsLagAndComesBackWithTheMembership()
    {
        m->start(Attention::Visible);
        m->f.now([](Stores& stores, Changes& changes) {
            stores.groups.setMembership(flat, Membership::Left, changes);
            return true;
        });
        const QString flatPlace = u"/v3/groups/"_s + flat.id;
        const auto before = m->asked(flatPlace);
        m->groups.say(flat.id, u"Me here has left the group"_s);
        m->f.network().expect(Get, flatPlace, FakeTransport::failure(404)); // only the list lags
        m->f.pass(5min, 1s);
        QCOMPARE(m->asked(flatPlace), before + 1);
        QCOMPARE(m->stored(flat).membership, Membership::Left);
        m->groups.say(flat.id, u"Me here has rejoined the group"_s);
        m->f.pass(40s, 1s);
        QCOMPARE(m->asked(flatPlace), before + 2);
        QCOMPARE(m->stored(flat).membership, Membership::Active);
        QCOMPARE(m->f.texts(flat).last(), u"Me here has rejoined the group"_s);
    }

    void aServiceWithoutGroupsIsNoTrouble()
    {
        m->f.service.receive(somebody, u"hello"_s);
        m->f.network().handle(
            Get, u"/v3/groups"_s, [](const HttpRequest&) { return FakeTransport::raw(404, {}); });
        QSignalSpy listed(&m->engine, &SyncEngine::listed);
        m->start(Attention::Visible);
        QCOMPARE(listed.size(), 1);
        QCOMPARE(m->f.texts(chatWith(somebody)), QStringList{u"hello"_s});
        const auto looks = m->asked(chatsPlace);
        m->f.pass(5min, 1s);
        QVERIFY(m->asked(chatsPlace) - looks >= 9); // no growing pauses
    }

    void theListIsReadThoughTopicsAnswerWithTrouble()
    {
        m->f.network().handle(
            Get, topicsPlace, [](const HttpRequest&) { return FakeTransport::failure(500); });
        m->start(Attention::Focused);
        QCOMPARE(m->f.texts(flat), m->f.service.texts(flat.id));
        m->f.pass(1min, 1s);
        m->groups.say(flat.id, u"still here"_s);
        m->f.pass(20s, 1s);
        QCOMPARE(m->f.texts(flat).last(), u"still here"_s);
    }

    void afterOfflineTheTopicsAreAskedAgain()
    {
        m->start(Attention::Focused);
        m->engine.setOpen(rowing);
        m->f.pass(2s);
        m->f.service.offline = true;
        m->f.pass(30s, 1s);
        m->groups.say(kit.id, u"while away"_s);
        m->f.service.offline = false;
        m->engine.lookNow();
        m->f.pass(5s);
        QCOMPARE(m->f.texts(kit).last(), u"while away"_s);
    }

    void aBurstInATopicDuringSleepArrivesWholeAndOnce()
    {
        m->start(Attention::Visible);
        m->engine.setOpen(travel);
        m->f.pass(5s);
        m->engine.setOpen({});
        for (int n = 0; n < 257; ++n)
            m->groups.say(travel.id, u"line %1"_s.arg(n));
        m->f.pass(2min, 1s);
        m->engine.setOpen(travel);
        m->f.pass(5s);
        QCOMPARE(m->f.texts(travel), m->f.service.texts(travel.id));
        QCOMPARE(m->f.ranges(travel).size(), 1);
    }

private:
    struct Running {
        SyncFixture f;
        FakeGroups groups{f.service, f.network()};
        MainsPower power;
        PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
        ServiceClock clock{f.clock};
        SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, clock};

        Running()
        {
            groups.add(rowing.id, u"Rowing"_s);
            groups.add(flat.id, u"Flat 12"_s);
            groups.addTopic(rowing.id, travel.id, u"Travel"_s);
            groups.addTopic(rowing.id, kit.id, u"Kit"_s);
            for (const QString& place : {rowing.id, flat.id, travel.id, kit.id})
                groups.say(place, u"the first words"_s);
            f.clock.advance(1s);
        }
        void start(Attention attention)
        {
            engine.setAttention(attention);
            engine.start();
            f.pass(3s);
        }
        qsizetype asked(const QString& place) { return f.asked(Get, place); }
        QSet<ConversationId> topics()
        {
            const auto all = f.look([](Stores& stores) { return stores.groups.topics(rowing); });
            return {all.begin(), all.end()};
        }
        Conversation stored(const ConversationId& id)
        {
            return f.look([id](Stores& stores) { return stores.conversations.one(id).value(); });
        }
    };
    std::unique_ptr<Running> m;
};

SKEIN_TEST(tst_SyncEngineGroups)

} // namespace syncEngineGroupsTest

#include "tst_SyncEngineGroups.moc"
