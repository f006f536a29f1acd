// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/GroupDetails.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupDetailsTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
using Fault = FakeService::Fault;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const QString place = u"/v3/groups/55501"_s;

/// A group with a topic, listed and never looked at.
struct World {
    SyncFixture f;
    FakeGroups groups{f.service, f.network()};
    GroupDetails details{f.api(), f.store(), f.feed(), f.clock};
    QSignalSpy told{&details, &GroupDetails::told};

    World()
    {
        groups.add(rowing.id, u"Rowing"_s);
        groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        f.now([](Stores& stores, Changes& changes) {
            stores.groups.take({.id = rowing, .title = u"Rowing"_s}, true, changes);
            stores.groups.take({.id = travel, .title = u"Travel"_s}, true, changes);
            return true;
        });
    }
    void look(const ConversationId& id)
    {
        details.look(id);
        f.settle();
    }
    [[nodiscard]] qsizetype asked() { return f.asked(Get, place); }
    [[nodiscard]] QStringList names(const ConversationId& id = rowing)
    {
        const auto found = details.members(id);
        f.settle();
        QStringList names;
        const QList<Member> members = found.result().value();
        for (const Member& member : members)
            names.append(member.nickname);
        return names;
    }
    [[nodiscard]] Conversation stored(const ConversationId& id)
    {
        return f.look([id](Stores& stores) { return stores.conversations.one(id).value(); });
    }
    /// A system row arrives in the group.
    void happens(const QString& type)
    {
        const qint64 second = f.service.now() / 1s;
        f.now([=](Stores& stores, Changes& changes) {
            Message row;
            row.id = {QString::number(second) + u"00000001"_s};
            row.createdAt = second;
            row.senderId = {u"system"_s};
            row.senderType = u"system"_s;
            row.event = MessageEvent{type, {}};
            Message before = row;
            before.id = {QString::number(second - 1) + u"00000001"_s};
            before.createdAt = second - 1;
            before.event.reset();
            stores.messages.take(rowing, {.messages = {before}, .complete = {}}, changes);
            stores.messages.take(rowing, {.messages = {row}, .complete = {}}, changes);
            return true;
        });
    }
};

} // namespace

class tst_GroupDetails : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<World>(); }
    void cleanup() { m.reset(); }

    void nobodyIsAskedBeforeSomebodyLooks()
    {
        m->f.pass(1h, 1min);
        QCOMPARE(m->asked(), 0);
        QVERIFY(m->names().isEmpty());
    }

    void aLookAsksOnceUntilItIsOld()
    {
        m->look(rowing);
        QCOMPARE(m->asked(), 1);
        QCOMPARE(m->told.size(), 1);
        QVERIFY(m->told.first().at(0).value<ConversationId>() == rowing);
        QVERIFY(!m->told.first().at(1).value<std::optional<Error>>());
        QCOMPARE(m->names(), (QStringList{u"Member 20001"_s, u"Me here"_s}));
        m->f.pass(9min, 1min);
        m->look(rowing);
        m->look(travel);
        QCOMPARE(m->asked(), 1);
        m->f.pass(1min);
        m->look(rowing);
        QCOMPARE(m->asked(), 2);
        QCOMPARE(m->told.size(), 2);
    }

    void aTopicsMembersAreItsGroups()
    {
        m->groups.group(rowing.id).myRole = u"admin"_s;
        m->look(travel);
        QCOMPARE(m->asked(), 1);
        QCOMPARE(m->names(travel), m->names(rowing));
        QCOMPARE(m->stored(travel).myRole, GroupRole::Admin);
    }

    void aDirectChatHasNoMembersToAskFor()
    {
        m->look(chatWith(somebody));
        m->look({});
        m->details.refresh(chatWith(somebody));
        m->details.refresh({});
        m->f.settle();
        QVERIFY(m->f.network().requests().isEmpty());
    }

    void manyLooksAtOnceAreOneQuestion()
    {
        for (int n = 0; n < 5; ++n)
            m->details.look(n % 2 == 0 ? rowing : travel);
        m->f.settle();
        QCOMPARE(m->asked(), 1);
    }

    void refreshAsksInAnyCase()
    {
        m->look(rowing);
        m->details.refresh(travel);
        m->f.settle();
        QCOMPARE(m->asked(), 2);
    }

    void whatWasAskedForWhileAskingIsAskedOnceMore()
    {
        m->f.network().hold();
        m->details.look(rowing);
        m->f.settle();
        for (int n = 0; n < 3; ++n)
            m->details.refresh(rowing); // the answer under way may be older than this
        m->f.settle();
        QCOMPARE(m->asked(), 1);
        m->f.network().release();
        m->f.settle();
        QCOMPARE(m->asked(), 2);
        QCOMPARE(m->told.size(), 2);
    }

    void aFailureIsToldAndTheNextLookAsksAgain()
    {
        m->look(rowing);
        const QStringList before = m->names();
        m->f.pass(11min, 1min);
        m->f.service.failNext(Get, place, {Fault::BeforeTheWork, FakeTransport::failure(503)});
        m->look(rowing);
        const auto error = m->told.last().at(1).value<std::optional<Error>>();
        QVERIFY(error && error->kind == ErrorKind::Server);
        QCOMPARE(m->names(), before);
        m->f.pass(1h, 1min);
        QCOMPARE(m->asked(), 2); // nothing is tried again by itself
        m->look(rowing);
        QCOMPARE(m->asked(), 3);
        QVERIFY(!m->told.last().at(1).value<std::optional<Error>>());
    }

    void aGroupThatIsNotThereIsGone()
    {
        m->groups.removeGroup(rowing.id);
        m->look(travel);
        QCOMPARE(m->stored(rowing).membership, Membership::Gone);
        QVERIFY(m->stored(travel).isGone());
        QCOMPARE(m->told.last().at(1).value<std::optional<Error>>()->kind, ErrorKind::NotFound);
    }

    void aGroupThatWasLeftMeanwhileStaysLeft()
    {
        m->f.network().hold();
        m->details.look(rowing);
        m->f.settle();
        m->groups.removeGroup(rowing.id);
        m->f.now([](Stores& stores, Changes& changes) {
            stores.groups.setMembership(rowing, Membership::Left, changes);
            return true;
        });
        m->f.network().release(); // as it was before
        m->f.settle();
        QCOMPARE(m->stored(rowing).membership, Membership::Left);
        m->details.refresh(rowing); // and not found
        m->f.settle();
        QCOMPARE(m->stored(rowing).membership, Membership::Left);
    }

    void anEventAsksAgainWhereSomebodyHasLooked_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("asks");
        QTest::newRow("joined") << u"membership.announce.joined"_s << true;
        QTest::newRow("role") << u"group.role_change_admin"_s << true;
        QTest::newRow("name") << u"group.name_change"_s << false;
        QTest::newRow("poll") << u"poll.created"_s << false;
    }
    void anEventAsksAgainWhereSomebodyHasLooked()
    {
        QFETCH(const QString, type);
        QFETCH(const bool, asks);
        m->happens(type);
        QCOMPARE(m->asked(), 0); // of it nothing is known that could be wrong
        m->look(rowing);
        m->groups.group(rowing.id).members.append(u"20002"_s);
        m->f.pass(2s);
        m->happens(type);
        QCOMPARE(m->asked(), asks ? 2 : 1);
        QCOMPARE(m->names().contains(u"Member 20002"_s), asks);
    }

    void aPersonsChatCanBeOpenedBeforeTheFirstMessage()
    {
        const Person person{.id = {u"30007"_s}, .name = u"Noor"_s, .avatarUrl = u"x"_s};
        const auto made = m->details.directChat(person);
        m->f.settle();
        const ConversationId id = made.result().value();
        QVERIFY(id == chatWith(u"30007"_s));
        QCOMPARE(m->stored(id).title, u"Noor"_s);
        QCOMPARE(m->stored(id).avatarUrl, u"x"_s);
        const auto again = m->details.directChat({.id = person.id, .name = {}, .avatarUrl = {}});
        m->f.settle();
        QVERIFY(again.result().value() == id);
        QCOMPARE(m->stored(id).title, u"Noor"_s); // what is known of it stays
        QVERIFY(m->f.network().requests().isEmpty());
    }

    void anAnswerThatComesTooLateHurtsNobody()
    {
        SyncFixture f;
        FakeGroups groups(f.service, f.network());
        groups.add(rowing.id, u"Rowing"_s);
        auto details = std::make_unique<GroupDetails>(f.api(), f.store(), f.feed(), f.clock);
        f.network().hold();
        details->look(rowing);
        f.settle();
        details.reset();
        f.network().release();
        f.settle();
        QVERIFY(!f.look([](Stores& stores) { return stores.conversations.one(rowing); }));
    }

private:
    std::unique_ptr<World> m;
};

SKEIN_TEST(tst_GroupDetails)

} // namespace groupDetailsTest

#include "tst_GroupDetails.moc"
