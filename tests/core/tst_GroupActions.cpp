// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/WhenDone.h"
#include "core/sync/GroupActions.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/ServiceClock.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupActionsTest {

namespace {

using Method = HttpRequest::Method;
using Fault = FakeService::Fault;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const ConversationId kitchen = topicCalled(u"55778"_s, u"55501"_s);
const QString place = u"/v3/groups/55501"_s;
const QString removal = place + u"/members/9001001/remove"_s;
const TopicDraft draft{.title = u"Regatta"_s, .description = u"in May"_s};

/// A group with two topics, known as the lists tell it; I am an admin.
struct World {
    SyncFixture f;
    FakeGroups groups{f.service, f.network()};
    ServiceClock clock{f.clock};
    std::unique_ptr<GroupDetails> details;
    std::unique_ptr<GroupActions> actions;
    QSet<ConversationId> topicLists; ///< that the feed said are to be asked for

    World()
    {
        groups.add(rowing.id, u"Rowing"_s).myRole = u"admin"_s;
        groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        groups.addTopic(rowing.id, kitchen.id, u"Kitchen"_s);
        details = std::make_unique<GroupDetails>(f.api(), f.store(), f.feed(), f.clock);
        actions = std::make_unique<GroupActions>(f.api(), f.store(), *details, clock);
        QObject::connect(&f.feed(), &ChangeFeed::published, actions.get(),
            [this](const Changes& changes) { topicLists += changes.topicLists; });
        f.now([](Stores& stores, Changes& changes) {
            ConversationSummary group{.id = rowing, .title = u"Rowing"_s};
            group.group.topics = 2;
            stores.groups.take(group, true, changes);
            stores.groups.take({.id = travel, .title = u"Travel"_s}, true, changes);
            stores.groups.take({.id = kitchen, .title = u"Kitchen"_s}, true, changes);
            stores.groups.noteTopicsRead(rowing, 1'760'000'000);
            return true;
        });
    }
    template <class T>
    Result<T> done(const Async<T>& step)
    {
        f.settle();
        return step.isFinished() ? step.result()
                                 : std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}});
    }
    [[nodiscard]] Conversation stored(const ConversationId& id)
    {
        return f.look([id](Stores& stores) { return stores.conversations.one(id).value(); });
    }
    [[nodiscard]] QList<Conversation> all()
    {
        return f.look([](Stores& stores) { return stores.conversations.all(); });
    }
    [[nodiscard]] bool isDue()
    {
        return f.look([](Stores& stores) { return stores.groups.topicsDue().contains(rowing); });
    }
    [[nodiscard]] std::optional<Member> self()
    {
        return f.look([](Stores& stores) { return stores.groups.self(rowing); });
    }
    void look()
    {
        details->look(rowing);
        f.settle();
    }
};

struct Verb {
    const char* name;
    Method method;
    QString place;
    std::function<std::optional<Error>(World&)> act;
};

template <class T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error());
}

QList<Verb> verbs()
{
    const QString topic = place + u"/subgroups/55777"_s;
    return {{"create", Method::Post, place + u"/subgroups"_s,
                [](World& w) { return errorOf(w.done(w.actions->createTopic(rowing, draft))); }},
        {"update", Method::Put, topic,
            [](World& w) { return errorOf(w.done(w.actions->updateTopic(travel, draft))); }},
        {"delete", Method::Delete, topic,
            [](World& w) { return errorOf(w.done(w.actions->deleteTopic(travel))); }},
        {"mute", Method::Post, u"/groups/55501/memberships/mute"_s,
            [](World& w) { return errorOf(w.done(w.actions->mute(rowing, 60min))); }},
        {"unmute", Method::Post, u"/groups/55501/memberships/unmute"_s,
            [](World& w) { return errorOf(w.done(w.actions->unmute(rowing))); }},
        {"mute a topic", Method::Post, topic + u"/mute"_s,
            [](World& w) { return errorOf(w.done(w.actions->mute(travel, std::nullopt))); }},
        {"unmute a topic", Method::Post, topic + u"/unmute"_s,
            [](World& w) { return errorOf(w.done(w.actions->unmute(travel))); }},
        {"nickname", Method::Post, place + u"/memberships/update"_s,
            [](World& w) { return errorOf(w.done(w.actions->setNickname(rowing, u"Ada"_s))); }},
        {"leave", Method::Post, removal,
            [](World& w) { return errorOf(w.done(w.actions->leave(rowing))); }}};
}

} // namespace

class tst_GroupActions : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<World>(); }
    void cleanup() { m.reset(); }

    void everyVerbAsksOnce();
    void aRefusalComesBackInTheServicesWordsAndTheGroupIsAskedAnew_data();
    void aRefusalComesBackInTheServicesWordsAndTheGroupIsAskedAnew();
    void whatMayHaveBeenDoneIsLookedForAndNotDoneAgain_data();
    void whatMayHaveBeenDoneIsLookedForAndNotDoneAgain();
    void whatWasNotDoneIsAnErrorAndNothingElse_data();
    void whatWasNotDoneIsAnErrorAndNothingElse();
    void aTopicIsThereWhenItsIdIsTold();
    void theFirstTopicOfAGroupIsAskedFor();
    void aMemberCannotMakeATopicAndHearsIt();
    void aChangedTopicIsAsTheServiceSays();
    void aDeletedTopicIsGoneWhoeverWasFirst();
    void mutingATopicLeavesTheRestAsTheAnswerSays();
    void mutingTheMainChannelLeavesTheTopicsAlone();
    void aNicknameKeepsTheRole();
    void leavingGoesByTheMembership();
    void leavingWorksWhereNoMembersAreKnown();
    void whoOwnsAGroupHearsWhyNot();
    void whoIsNotInTheGroupCannotLeaveIt();
    void anOldMembershipIsAskedForAnew();
    void phoneAndEmailOfAMuteGoNoFurther();

private:
    std::unique_ptr<World> m;
};

void tst_GroupActions::everyVerbAsksOnce()
{
    for (const Verb& verb : verbs()) {
        World w;
        w.look(); // so that leaving knows its membership
        const auto before = w.f.network().requests().size();
        const auto error = verb.act(w);
        QVERIFY2(!error, verb.name);
        w.f.pass(5min, 1min);
        QCOMPARE(w.f.asked(verb.method, verb.place), 1);
        // A new nickname is one among the members: those are looked at again.
        const bool asksMore = QByteArray(verb.name) == "nickname";
        QCOMPARE(w.f.network().requests().size(), before + (asksMore ? 2 : 1));
    }
}

void tst_GroupActions::aRefusalComesBackInTheServicesWordsAndTheGroupIsAskedAnew_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::BadRequest;
    QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("405") << 405 << ErrorKind::BadRequest;
    QTest::newRow("409") << 409 << ErrorKind::Conflict;
}

void tst_GroupActions::aRefusalComesBackInTheServicesWordsAndTheGroupIsAskedAnew()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    for (const Verb& verb : verbs()) {
        if (status == 404 && verb.method == Method::Delete)
            continue; // that is done
        World w;
        w.look();
        const auto before = w.all();
        w.f.service.failNext(verb.method, verb.place,
            {Fault::BeforeTheWork, FakeTransport::failure(status, {u"You may not"_s})});
        const auto error = verb.act(w);
        QVERIFY2(error, verb.name);
        QCOMPARE(error->kind, kind);
        QCOMPARE(error->detail, u"You may not"_s);
        QCOMPARE(w.all(), before);
        QCOMPARE(w.f.asked(Method::Get, place), 2); // looked at, and corrected
        QVERIFY(w.topicLists.contains(rowing));
        QVERIFY(w.isDue());
        w.f.pass(1h, 1min);
        QCOMPARE(w.f.asked(verb.method, verb.place), 1);
    }
}

void tst_GroupActions::whatMayHaveBeenDoneIsLookedForAndNotDoneAgain_data()
{
    QTest::addColumn<FakeTransport::Answer>("answer");
    QTest::newRow("503") << FakeTransport::Answer(FakeTransport::failure(503));
    QTest::newRow("a time-out") << FakeTransport::noAnswer(ErrorKind::TimedOut);
    QTest::newRow("a broken connection") << FakeTransport::noAnswer(ErrorKind::Interrupted);
    QTest::newRow("half an answer")
        << FakeTransport::Answer(FakeTransport::raw(200, R"({"response":{"id")"));
}

void tst_GroupActions::whatMayHaveBeenDoneIsLookedForAndNotDoneAgain()
{
    QFETCH(const FakeTransport::Answer, answer);
    for (const Verb& verb : verbs()) {
        World w;
        w.look();
        w.f.service.failNext(verb.method, verb.place, {Fault::AfterTheWork, answer});
        QVERIFY2(verb.act(w), verb.name);
        QCOMPARE(w.f.asked(Method::Get, place), 2);
        QVERIFY(w.topicLists.contains(rowing));
        w.f.pass(1h, 1min);
        QCOMPARE(w.f.asked(verb.method, verb.place), 1);
    }
}

void tst_GroupActions::whatWasNotDoneIsAnErrorAndNothingElse_data()
{
    QTest::addColumn<FakeTransport::Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("offline") << FakeTransport::noAnswer(ErrorKind::Unreachable)
                             << ErrorKind::Unreachable;
    QTest::newRow("too many") << FakeTransport::Answer(FakeTransport::failure(429))
                              << ErrorKind::RateLimited;
}

void tst_GroupActions::whatWasNotDoneIsAnErrorAndNothingElse()
{
    QFETCH(const FakeTransport::Answer, answer);
    QFETCH(const ErrorKind, kind);
    for (const Verb& verb : verbs()) {
        World w;
        w.look();
        const auto before = w.all();
        w.f.service.failNext(verb.method, verb.place, {Fault::BeforeTheWork, answer});
        QCOMPARE(verb.act(w).value().kind, kind);
        w.f.pass(1h, 1min);
        QCOMPARE(w.f.asked(verb.method, verb.place), 1);
        QCOMPARE(w.f.asked(Method::Get, place), 1);
        QVERIFY(w.topicLists.isEmpty());
        QCOMPARE(w.all(), before);
    }
}

void tst_GroupActions::aTopicIsThereWhenItsIdIsTold()
{
    TopicDraft full = draft;
    full.kind = GroupKind::Announcement;
    std::optional<Conversation> whenTold;
    const auto made = m->actions->createTopic(rowing, full);
    whenDone(m->actions.get(), made,
        [&](const Result<ConversationId>& id) { whenTold = m->stored(id.value()); });
    const auto id = m->done(made);
    QVERIFY(id && id->kind == ConversationId::Kind::Topic && id->parent() == rowing);
    QVERIFY(whenTold);
    QCOMPARE(whenTold->title, u"Regatta"_s);
    QCOMPARE(whenTold->description, u"in May"_s);
    QCOMPARE(whenTold->groupKind, GroupKind::Announcement);
    QCOMPARE(whenTold->preview, QString());
    QVERIFY(m->isDue()); // the answer tells a part only
    QVERIFY(m->topicLists.contains(rowing));
}

void tst_GroupActions::theFirstTopicOfAGroupIsAskedFor()
{
    const ConversationId chess = groupCalled(u"55502"_s);
    m->groups.add(chess.id, u"Chess"_s).myRole = u"owner"_s;
    m->f.now([chess](Stores& stores, Changes& changes) {
        ConversationSummary group{.id = chess, .title = u"Chess"_s};
        group.group.topics = 0;
        stores.groups.take(group, true, changes);
        return true;
    });
    QVERIFY(m->done(m->actions->createTopic(chess, draft)));
    QVERIFY(m->stored(chess).hasTopics());
    QCOMPARE(m->f.look([](Stores& stores) { return stores.groups.topicsDue(); }), QList{chess});
}

void tst_GroupActions::aMemberCannotMakeATopicAndHearsIt()
{
    m->groups.group(rowing.id).myRole = u"user"_s; // no longer an admin
    const auto made = m->done(m->actions->createTopic(rowing, draft));
    QCOMPARE(made.error().kind, ErrorKind::Forbidden);
    QCOMPARE(made.error().detail, u"Only admins may do that"_s);
    QCOMPARE(m->all().size(), 3);
    QCOMPARE(m->stored(rowing).myRole, GroupRole::Member); // and that is known now
    QVERIFY(!m->stored(travel).isManaged());
}

void tst_GroupActions::aChangedTopicIsAsTheServiceSays()
{
    m->groups.topic(travel.id)->mutedUntil = mutedForever;
    QVERIFY(m->done(m->actions->mute(travel, std::nullopt)));
    TopicDraft changed{.title = u"Journeys"_s, .description = u"by train"_s};
    changed.kind = GroupKind::Announcement;
    QVERIFY(m->done(m->actions->updateTopic(travel, changed)));
    const Conversation topic = m->stored(travel);
    QCOMPARE(topic.title, u"Journeys"_s);
    QCOMPARE(topic.description, u"by train"_s);
    QCOMPARE(topic.groupKind, GroupKind::Announcement);
    QCOMPARE(topic.mutedUntil, mutedForever); // of which the answer says nothing
    QCOMPARE(m->stored(kitchen).title, u"Kitchen"_s);
}

void tst_GroupActions::aDeletedTopicIsGoneWhoeverWasFirst()
{
    QVERIFY(m->done(m->actions->deleteTopic(travel)));
    QCOMPARE(m->stored(travel).membership, Membership::Gone);
    QVERIFY(!m->groups.topic(travel.id));
    m->f.service.failNext(Method::Delete, place + u"/subgroups/55778"_s,
        {Fault::BeforeTheWork, FakeTransport::raw(404, {})});
    QVERIFY(m->done(m->actions->deleteTopic(kitchen)));
    QCOMPARE(m->stored(kitchen).membership, Membership::Gone);
    QCOMPARE(m->stored(rowing).membership, Membership::Active);
}

void tst_GroupActions::mutingATopicLeavesTheRestAsTheAnswerSays()
{
    const qint64 now = m->f.service.now() / 1s;
    QVERIFY(m->done(m->actions->mute(travel, 60min)));
    QCOMPARE(m->stored(travel).mutedUntil, now + 3600);
    QCOMPARE(m->stored(rowing).mutedUntil, 0);
    QCOMPARE(m->stored(kitchen).mutedUntil, 0);
    // On the phone the main channel was muted meanwhile, and the other topic.
    m->groups.group(rowing.id).mutedUntil = now + 500;
    m->groups.topic(kitchen.id)->mutedUntil = now + 700;
    QVERIFY(m->done(m->actions->mute(travel, std::nullopt)));
    QCOMPARE(m->stored(travel).mutedUntil, mutedForever);
    QCOMPARE(m->stored(rowing).mutedUntil, now + 500);
    QCOMPARE(m->stored(kitchen).mutedUntil, now + 700);
    QVERIFY(m->done(m->actions->unmute(travel)));
    QCOMPARE(m->stored(travel).mutedUntil, 0);
    QCOMPARE(m->stored(rowing).mutedUntil, now + 500);
    QCOMPARE(m->stored(kitchen).mutedUntil, now + 700);
}

void tst_GroupActions::mutingTheMainChannelLeavesTheTopicsAlone()
{
    QVERIFY(m->done(m->actions->mute(travel, std::nullopt)));
    // The old call tells of the main channel only (protocol.md D5).
    m->f.network().expect(Method::Post, u"/groups/55501/memberships/mute"_s,
        FakeTransport::json(QJsonObject{{u"membership"_s,
            QJsonObject{{u"id"_s, u"9001001"_s}, {u"state"_s, u"muted"_s},
                {u"muted_until"_s, 1'760'028'800}}}}));
    QVERIFY(m->done(m->actions->mute(rowing, 480min)));
    QCOMPARE(m->stored(rowing).mutedUntil, 1'760'028'800);
    QCOMPARE(m->stored(travel).mutedUntil, mutedForever);
    QVERIFY(m->done(m->actions->unmute(rowing)));
    QCOMPARE(m->stored(rowing).mutedUntil, 0);
    QCOMPARE(m->stored(travel).mutedUntil, mutedForever);
}

void tst_GroupActions::aNicknameKeepsTheRole()
{
    m->look();
    QVERIFY(m->done(m->actions->setNickname(rowing, u"Ada, cox"_s)));
    QCOMPARE(m->groups.group(rowing.id).myNickname, u"Ada, cox"_s);
    QCOMPARE(m->self()->nickname, u"Ada, cox"_s);
    QCOMPARE(m->self()->role, GroupRole::Admin);
    QCOMPARE(m->self()->membershipId, u"9001001"_s);
}

void tst_GroupActions::leavingGoesByTheMembership()
{
    m->look();
    QVERIFY(m->done(m->actions->leave(rowing)));
    QVERIFY(!m->groups.has(rowing.id));
    QCOMPARE(m->f.asked(Method::Get, place), 1); // the look
    QCOMPARE(m->stored(rowing).membership, Membership::Left);
    QCOMPARE(m->stored(travel).membership, Membership::Left);
    QCOMPARE(m->stored(rowing).title, u"Rowing"_s); // what was read stays
}

void tst_GroupActions::leavingWorksWhereNoMembersAreKnown()
{
    QVERIFY(m->done(m->actions->leave(rowing)));
    QVERIFY(!m->groups.has(rowing.id));
    QCOMPARE(m->f.asked(Method::Post, removal), 1);
    QCOMPARE(m->stored(rowing).membership, Membership::Left);
}

void tst_GroupActions::whoOwnsAGroupHearsWhyNot()
{
    m->groups.group(rowing.id).myRole = u"owner"_s;
    const auto left = m->done(m->actions->leave(rowing));
    QCOMPARE(left.error().kind, ErrorKind::BadRequest);
    QCOMPARE(left.error().detail, u"The owner cannot leave"_s);
    QCOMPARE(m->stored(rowing).membership, Membership::Active);
    QCOMPARE(m->stored(rowing).myRole, GroupRole::Owner);
}

void tst_GroupActions::whoIsNotInTheGroupCannotLeaveIt()
{
    m->groups.removeGroup(rowing.id); // removed by somebody
    QCOMPARE(m->done(m->actions->leave(rowing)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m->stored(rowing).membership, Membership::Gone);
    QCOMPARE(m->f.asked(Method::Post, removal), 0);
    m->actions->hide(rowing);
    m->f.settle();
    QCOMPARE(m->stored(rowing).membership, Membership::Left); // which no list shows
}

void tst_GroupActions::anOldMembershipIsAskedForAnew()
{
    m->f.now([](Stores& stores, Changes& changes) {
        ConversationSummary group{.id = rowing, .title = u"Rowing"_s};
        group.group.members
            = {{.user = {FakeService::me}, .membershipId = u"9000000"_s, .nickname = u"Ada"_s}};
        stores.groups.take(group, false, changes); // of the time before rejoining
        return true;
    });
    m->f.network().expect(
        Method::Post, place + u"/members/9000000/remove"_s, FakeTransport::raw(404, {}));
    QCOMPARE(m->done(m->actions->leave(rowing)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m->stored(rowing).membership, Membership::Active);
    QCOMPARE(m->self()->membershipId, u"9001001"_s);
    QVERIFY(m->done(m->actions->leave(rowing)));
    QCOMPARE(m->stored(rowing).membership, Membership::Left);
}

static QByteArray logged;

void tst_GroupActions::phoneAndEmailOfAMuteGoNoFurther()
{
    logged.clear();
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const auto before
        = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
              logged += text.toUtf8() + '\n';
          });
    qInfo("the handler hears");
    QByteArray sent; // so that the test can fail
    for (const Verb& verb : verbs().mid(3, 4)) {
        QVERIFY2(!verb.act(*m), verb.name);
        const QByteArray half = R"({"response":{"membership":{"phone_number":"5550100",)"
                                R"("email":"me@example.org","muted_until)";
        for (const int status : {200, 400, 403, 500}) {
            m->f.service.failNext(
                verb.method, verb.place, {Fault::AfterTheWork, FakeTransport::raw(status, half)});
            const auto error = verb.act(*m).value();
            QVERIFY(!error.detail.contains(u"5550100"_s));
            QVERIFY(!error.detail.contains(u"example.org"_s));
        }
        sent += half;
    }
    const QDir folder = QFileInfo(m->f.file()).dir();
    m.reset();
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(sent.contains("5550100") && logged.contains("the handler hears"));
    QList<QByteArray> places{logged};
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        places.append(file.readAll());
    }
    for (const QByteArray& bytes : places) {
        QVERIFY(!bytes.contains("5550100"));
        QVERIFY(!bytes.contains("example.org"));
    }
}

SKEIN_TEST(tst_GroupActions)

} // namespace groupActionsTest

#include "tst_GroupActions.moc"
