// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GroupActions, when the service accepts a deed and says no more (protocol.md 0.3, A1).

#include "core/sync/GroupActions.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/ServiceClock.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QDateTime>
#include <QLocale>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace wordlessAnswersTest {

namespace {

using Fault = FakeService::Fault;
constexpr auto Post = HttpRequest::Method::Post;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const ConversationId kitchen = topicCalled(u"55778"_s, u"55501"_s);
const QString mainMuting = u"/groups/55501/memberships/"_s;
const QString topicPlace = u"/v3/groups/55501/subgroups/55777"_s;
const QString topicMuting = topicPlace + u'/';

} // namespace

class tst_WordlessAnswers : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<World>();
        m->details.look(rowing);
        m->f.settle();
    }
    void cleanup() { m.reset(); }

    void aMuteIsAsItWasAskedAndNothingElseChanges_data() { answers(); }
    void aMuteIsAsItWasAskedAndNothingElseChanges()
    {
        QFETCH(const FakeTransport::Answer, answer);
        QVERIFY(m->done(m->actions.mute(kitchen, std::nullopt)));
        m->clock.learn(m->f.service.now() / 1s + 1000); // by its clock, not by ours

        m->accept(topicMuting + u"mute"_s, answer);
        QVERIFY(m->done(m->actions.mute(travel, 60min)));
        QCOMPARE(m->stored(travel).mutedUntil, m->clock.now() + 3600);
        m->accept(mainMuting + u"mute"_s, answer);
        QVERIFY(m->done(m->actions.mute(rowing, std::nullopt)));
        QCOMPARE(m->stored(rowing).mutedUntil, mutedForever);

        m->accept(topicMuting + u"unmute"_s, answer);
        QVERIFY(m->done(m->actions.unmute(travel)));
        QCOMPARE(m->stored(travel).mutedUntil, 0);
        QCOMPARE(m->stored(rowing).mutedUntil, mutedForever);
        m->accept(mainMuting + u"unmute"_s, answer);
        QVERIFY(m->done(m->actions.unmute(rowing)));
        QCOMPARE(m->stored(rowing).mutedUntil, 0);
        QCOMPARE(m->stored(kitchen).mutedUntil, mutedForever); // of which nobody spoke
        QCOMPARE(m->f.asked(HttpRequest::Method::Get, u"/v3/groups/55501"_s), 1); // init()'s
    }

    void aNicknameIsAsItWasAskedAndKeepsTheRole_data() { answers(); }
    void aNicknameIsAsItWasAskedAndKeepsTheRole()
    {
        QFETCH(const FakeTransport::Answer, answer);
        m->accept(u"/v3/groups/55501/memberships/update"_s, answer);
        QVERIFY(m->done(m->actions.setNickname(rowing, u"Ada, cox"_s)));
        const auto self
            = m->f.look([](Stores& stores) { return stores.groups.self(rowing).value(); });
        QCOMPARE(self.nickname, u"Ada, cox"_s);
        QCOMPARE(self.role, GroupRole::Admin);
        QCOMPARE(self.membershipId, u"9001001"_s);
    }

    void aChangedTopicIsAsItWasAskedAndNothingElseChanges_data() { answers(); }
    void aChangedTopicIsAsItWasAskedAndNothingElseChanges()
    {
        QFETCH(const FakeTransport::Answer, answer);
        QVERIFY(m->done(m->actions.mute(travel, std::nullopt)));
        const Conversation before = m->stored(travel);
        const QString picture = u"https://i.groupme.com/80x80.png.0123456789abcdef"_s;
        const TopicDraft draft{.title = u"Journeys"_s,
            .description = u"by train"_s,
            .avatarUrl = picture,
            .kind = GroupKind::Announcement,
            .likeIcon = LikeIcon{.packId = 3, .packIndex = 7}};
        m->accept(topicPlace, answer, HttpRequest::Method::Put);
        QVERIFY(m->done(m->actions.updateTopic(travel, draft)));
        const Conversation after = m->stored(travel);
        QCOMPARE(after.title, u"Journeys"_s);
        QCOMPARE(after.description, u"by train"_s);
        QCOMPARE(after.avatarUrl, picture);
        QCOMPARE(after.groupKind, GroupKind::Announcement);
        QCOMPARE(after.likeIcon, draft.likeIcon);
        QCOMPARE(after.mutedUntil, before.mutedUntil); // of which nobody spoke
        QCOMPARE(after.creator, before.creator);
        QCOMPARE(after.membership, Membership::Active);
        QCOMPARE(m->stored(kitchen).title, u"Kitchen"_s);
        QCOMPARE(m->f.asked(HttpRequest::Method::Get, u"/v3/groups/55501"_s), 1); // init()'s
    }

    void aWrongClockHereDoesNotOutlastLaterNews()
    {
        // The clock here is a day ahead, and nothing has told so until the answer does.
        HttpReply answer = FakeTransport::raw(204, {}, {});
        const qint64 serviceNow = m->f.clock.now() / 1s - 86'400;
        QObject::connect(&m->f.api(), &GroupMeApi::dated, &m->clock, &ServiceClock::learn);
        answer.date = QLocale::c()
                          .toString(QDateTime::fromSecsSinceEpoch(serviceNow, Qt::UTC),
                              u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                          .toLatin1();
        m->accept(topicPlace, answer, HttpRequest::Method::Put);
        const TopicDraft draft{.title = u"Travel"_s, .kind = GroupKind::Announcement};
        QVERIFY(m->done(m->actions.updateTopic(travel, draft)));
        QCOMPARE(m->stored(travel).groupKind, GroupKind::Announcement);
        const auto newsAt = [this](qint64 at) {
            m->f.now([at](Stores& stores, Changes& changes) {
                const GroupNews news{.topicsChanged = true, .topicOfNewKind = travel.id};
                stores.groups.takeNews(rowing, news, at, changes);
                return true;
            });
        };
        newsAt(serviceNow); // of the change itself
        QCOMPARE(m->stored(travel).groupKind, GroupKind::Announcement);
        newsAt(serviceNow + 30); // somebody else opened it to all
        QCOMPARE(m->stored(travel).groupKind, std::nullopt);
    }

private:
    static void answers()
    {
        QTest::addColumn<FakeTransport::Answer>("answer");
        QTest::newRow("no body") << FakeTransport::Answer(FakeTransport::raw(200, {}));
        QTest::newRow("204") << FakeTransport::Answer(FakeTransport::raw(204, {}, {}));
        QTest::newRow("null") << FakeTransport::Answer(FakeTransport::json(QJsonValue()));
        QTest::newRow("nothing in it") << FakeTransport::Answer(FakeTransport::json(QJsonObject()));
    }

    struct World {
        SyncFixture f;
        FakeGroups groups{f.service, f.network()};
        ServiceClock clock{f.clock};
        GroupDetails details{f.api(), f.store(), f.feed(), f.clock};
        GroupActions actions{f.api(), f.store(), details, clock};

        World()
        {
            groups.add(rowing.id, u"Rowing"_s).myRole = u"admin"_s;
            groups.addTopic(rowing.id, travel.id, u"Travel"_s);
            groups.addTopic(rowing.id, kitchen.id, u"Kitchen"_s);
            f.now([](Stores& stores, Changes& changes) {
                stores.groups.take({.id = rowing, .title = u"Rowing"_s}, true, changes);
                stores.groups.take({.id = travel, .title = u"Travel"_s}, true, changes);
                stores.groups.take({.id = kitchen, .title = u"Kitchen"_s}, true, changes);
                return true;
            });
        }
        /// The next such deed is done and answered so.
        void accept(const QString& place, const FakeTransport::Answer& answer,
            HttpRequest::Method method = Post)
        {
            f.service.failNext(method, place, {Fault::AfterTheWork, answer});
        }
        bool done(const GroupActions::Done& step)
        {
            f.settle();
            return step.isFinished() && step.result().has_value();
        }
        Conversation stored(const ConversationId& id)
        {
            return f.look([id](Stores& stores) { return stores.conversations.one(id).value(); });
        }
    };
    std::unique_ptr<World> m;
};

SKEIN_TEST(tst_WordlessAnswers)

} // namespace wordlessAnswersTest

#include "tst_WordlessAnswers.moc"
