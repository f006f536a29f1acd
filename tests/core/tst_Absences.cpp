// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Absences.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace absencesTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);

} // namespace

class tst_Absences : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<World>();
        m->groups.add(rowing.id, u"Rowing"_s);
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->f.now([](Stores& stores, Changes& changes) {
            stores.groups.take({.id = rowing, .title = u"Rowing"_s}, true, changes);
            stores.groups.take({.id = travel, .title = u"Travel"_s}, true, changes);
            return true;
        });
    }
    void cleanup() { m.reset(); }

    void whatTheServiceDoesNotKnowIsGone()
    {
        m->groups.removeTopic(rowing.id, travel.id);
        m->check({travel});
        QCOMPARE(m->membership(travel), Membership::Gone);
        QCOMPARE(m->membership(rowing), Membership::Active);
    }

    void aGroupThatWasLeftIsGoneAndItsTopicsAreOutOfReach()
    {
        m->groups.removeGroup(rowing.id);
        m->check({rowing});
        QCOMPARE(m->membership(rowing), Membership::Gone);
        QCOMPARE(m->membership(travel), Membership::Left);
    }

    void whatAListOnlySkippedStays()
    {
        m->check({rowing, travel});
        QCOMPARE(m->membership(rowing), Membership::Active);
        QCOMPARE(m->membership(travel), Membership::Active);
    }

    void anAnswerThatIsNo404ProvesNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 403, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void anAnswerThatIsNo404ProvesNothing()
    {
        QFETCH(int, status);
        m->groups.removeGroup(rowing.id);
        m->f.network().expect(Get, u"/v3/groups/55501"_s, FakeTransport::failure(status));
        m->check({rowing});
        QCOMPARE(m->membership(rowing), Membership::Active);
    }

    void eachIsAskedOnceAtATimeAndDirectChatsNever()
    {
        m->f.network().hold();
        m->absences.check({rowing});
        m->absences.check({rowing, chatWith(somebody)});
        m->f.settle();
        m->f.network().release();
        m->f.settle();
        QCOMPARE(m->f.network().requests().size(), 1);
    }

    void whatComesBackIsActiveAgain()
    {
        m->groups.removeTopic(rowing.id, travel.id);
        m->check({travel});
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->check({travel});
        QCOMPARE(m->membership(travel), Membership::Active);
    }

    void whatWasLeftIsThereAgainOnceItAnswersToItsName()
    {
        m->leave();
        m->check({rowing}); // asked before the leaving, for all that is known
        QCOMPARE(m->membership(rowing), Membership::Left);
        for (const int status : {404, 503}) {
            m->f.network().expect(Get, u"/v3/groups/55501"_s, FakeTransport::failure(status));
            m->checkReturn(rowing);
            QCOMPARE(m->membership(rowing), Membership::Left);
        }
        m->checkReturn(rowing);
        QCOMPARE(m->membership(rowing), Membership::Active);
        QCOMPARE(m->membership(travel), Membership::Active);
    }

private:
    struct World {
        SyncFixture f;
        FakeGroups groups{f.service, f.network()};
        Absences absences{f.api(), f.store()};

        void check(const QList<ConversationId>& ids)
        {
            absences.check(ids);
            f.settle();
        }
        void checkReturn(const ConversationId& id)
        {
            absences.checkReturn(id);
            f.settle();
        }
        void leave()
        {
            f.now([](Stores& stores, Changes& changes) {
                stores.groups.setMembership(rowing, Membership::Left, changes);
                return true;
            });
        }
        Membership membership(const ConversationId& id)
        {
            return f.look(
                [id](Stores& stores) { return stores.conversations.one(id)->membership; });
        }
    };
    std::unique_ptr<World> m;
};

SKEIN_TEST(tst_Absences)

} // namespace absencesTest

#include "tst_Absences.moc"
