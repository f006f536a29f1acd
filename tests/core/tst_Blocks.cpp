// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Blocks.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace blocksTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
constexpr auto Post = HttpRequest::Method::Post;
constexpr auto Delete = HttpRequest::Method::Delete;
using Fault = FakeService::Fault;
const Person rin{{u"20450"_s}, u"Rin Vale"_s, {}};
const Person noor{{u"444"_s}, u"Noor"_s, {}};
const QString place = u"/v3/blocks"_s;

struct World {
    SyncFixture f;
    Blocks blocks{f.api(), f.store(), f.feed(), f.clock};
    QSignalSpy changed{&blocks, &Blocks::changed};

    bool block(const Person& person, bool isBlocked = true)
    {
        const auto done = isBlocked ? blocks.block(person) : blocks.unblock(person);
        f.settle();
        return done.result().has_value();
    }
    [[nodiscard]] QSet<UserId> stored()
    {
        return f.look([](Stores& stores) { return stores.people.blockedIds(); });
    }
};

} // namespace

class tst_Blocks : public QObject {
    Q_OBJECT

private slots:
    void init() { w = std::make_unique<World>(); }
    void cleanup() { w.reset(); }

    void whatIsStoredIsKnownBeforeTheServiceAnswers();
    void theServiceIsAskedRarely();
    void aBlockIsThereAtOnce();
    void aRefusedBlockIsTakenBack();
    void aBlockOfUnknownOutcomeIsWhatTheListSays();
    void whatIsBlockedAlreadyIsBlocked();
    void unblockingGoesTheOtherWayWhereDeleteIsRefused();
    void aRefusedUnblockingIsTakenBack();
    void aListFromBeforeDoesNotUndoWhatWasDone();
    void theLaterDeedOfTwoCounts();
    void aListThatCannotBeReadLeavesWhatIsKnown();
    void withoutAListTheContactsTell();
    void whetherThereIsABlockBetween();

private:
    std::unique_ptr<World> w;
};

void tst_Blocks::whatIsStoredIsKnownBeforeTheServiceAnswers()
{
    w->f.now([](Stores& stores, Changes& changes) {
        stores.people.setBlocked(rin, true, changes);
        return true;
    });
    w->f.service.offline = true;
    w->blocks.start();
    w->f.settle();
    QVERIFY(w->blocks.isBlocked(rin.id));
    QCOMPARE(w->blocks.people(), QList{rin});
    QVERIFY(!w->blocks.isBlocked(noor.id));
}

void tst_Blocks::theServiceIsAskedRarely()
{
    w->f.service.blocked = {rin.id.value};
    for (int starts = 0; starts < 3; ++starts) {
        w->blocks.start();
        w->f.settle();
    }
    QVERIFY(w->blocks.isBlocked(rin.id));
    QCOMPARE(w->f.asked(Get, place), 1);
    w->f.clock.advance(Blocks::freshFor);
    w->blocks.start();
    w->f.settle();
    QCOMPARE(w->f.asked(Get, place), 2);
}

void tst_Blocks::aBlockIsThereAtOnce()
{
    w->f.network().hold();
    const auto done = w->blocks.block(rin);
    w->f.settle();
    QVERIFY(!done.isFinished());
    QVERIFY(w->blocks.isBlocked(rin.id));
    w->f.network().release();
    w->f.settle();
    QVERIFY(done.result().has_value());
    QCOMPARE(w->f.service.blocked, QStringList{rin.id.value});
    QVERIFY(w->blocks.isBlocked(rin.id));
    QVERIFY(w->block(rin, false));
    QVERIFY(!w->blocks.isBlocked(rin.id));
    QVERIFY(w->f.service.blocked.isEmpty());
}

void tst_Blocks::aRefusedBlockIsTakenBack()
{
    w->f.service.failNext(Post, place, {Fault::BeforeTheWork, FakeTransport::failure(403)});
    QVERIFY(!w->block(rin));
    QVERIFY(!w->blocks.isBlocked(rin.id));
    QVERIFY(w->stored().isEmpty());
}

void tst_Blocks::aBlockOfUnknownOutcomeIsWhatTheListSays()
{
    w->f.service.failNext(Post, place, {Fault::AfterTheWork});
    QVERIFY(!w->block(rin));
    QVERIFY(w->blocks.isBlocked(rin.id)); // it had arrived
    w->f.service.failNext(Post, place, {Fault::BeforeTheWork});
    QVERIFY(!w->block(noor));
    QVERIFY(!w->blocks.isBlocked(noor.id));
}

void tst_Blocks::whatIsBlockedAlreadyIsBlocked()
{
    w->f.service.blocked = {rin.id.value};
    w->f.service.failNext(Post, place, {Fault::BeforeTheWork, FakeTransport::failure(409)});
    QVERIFY(w->block(rin));
    QVERIFY(w->blocks.isBlocked(rin.id));
}

void tst_Blocks::unblockingGoesTheOtherWayWhereDeleteIsRefused()
{
    w->f.service.refusesDelete = true;
    QVERIFY(w->block(rin));
    QVERIFY(w->block(rin, false));
    QVERIFY(w->f.service.blocked.isEmpty());
    QVERIFY(!w->blocks.isBlocked(rin.id));
    QCOMPARE(w->f.asked(Post, u"/v3/blocks/delete"_s), 1);
}

void tst_Blocks::aRefusedUnblockingIsTakenBack()
{
    QVERIFY(w->block(rin));
    w->f.service.failNext(Delete, place, {Fault::BeforeTheWork, FakeTransport::failure(429)});
    QVERIFY(!w->block(rin, false));
    QVERIFY(w->blocks.isBlocked(rin.id));
}

void tst_Blocks::aListFromBeforeDoesNotUndoWhatWasDone()
{
    w->f.network().hold();
    w->blocks.refresh(); // answered with nobody
    const auto done = w->blocks.block(rin);
    w->f.settle();
    w->f.network().releaseOne();
    w->f.settle();
    QVERIFY(w->blocks.isBlocked(rin.id));
    w->f.network().release();
    w->f.settle();
    QVERIFY(done.result().has_value());
    QVERIFY(w->blocks.isBlocked(rin.id));
}

void tst_Blocks::theLaterDeedOfTwoCounts()
{
    w->f.network().hold();
    w->f.service.failNext(Post, place, {Fault::BeforeTheWork, FakeTransport::failure(403)});
    const auto first = w->blocks.block(rin);
    const auto second = w->blocks.unblock(rin);
    w->f.settle();
    w->f.network().release();
    w->f.settle();
    QVERIFY(!first.result().has_value());
    QVERIFY(second.result().has_value());
    QVERIFY(!w->blocks.isBlocked(rin.id));
}

void tst_Blocks::aListThatCannotBeReadLeavesWhatIsKnown()
{
    QVERIFY(w->block(rin));
    QVERIFY(!w->blocks.trouble());
    w->f.service.offline = true;
    w->changed.clear();
    w->blocks.refresh();
    w->f.settle();
    QVERIFY(w->blocks.trouble().has_value());
    QVERIFY(!w->changed.isEmpty());
    QVERIFY(w->blocks.isBlocked(rin.id));
    w->f.service.offline = false;
    w->blocks.refresh();
    w->f.settle();
    QVERIFY(!w->blocks.trouble());
}

void tst_Blocks::withoutAListTheContactsTell()
{
    w->f.now([](Stores& stores, Changes& changes) {
        Contact contact;
        contact.person = rin;
        contact.isBlocked = true;
        stores.people.takeContacts({contact}, 1, changes);
        return true;
    });
    w->f.service.failNext(Get, place, {Fault::BeforeTheWork, FakeTransport::failure(404)});
    w->blocks.refresh();
    w->f.settle();
    QVERIFY(w->blocks.isBlocked(rin.id));
    QVERIFY(!w->blocks.trouble());
}

void tst_Blocks::whetherThereIsABlockBetween()
{
    w->f.service.blockers = {rin.id.value};
    const auto rins = w->blocks.between(rin.id);
    const auto noors = w->blocks.between(noor.id);
    w->f.settle();
    QVERIFY(rins.result().value());
    QVERIFY(!noors.result().value());
}

SKEIN_TEST(tst_Blocks)

} // namespace blocksTest

#include "tst_Blocks.moc"
