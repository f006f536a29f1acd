// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the outbox has handed to the budget, and the budget has not let out: it can be had back.

#include "core/net/RateBudget.h"
#include "tests/support/OutboxDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxHeldBackTest {

namespace {

using State = OutboxRow::State;
using Fault = FakeService::Fault;

const ConversationId chat = chatWith(somebody);
const ConversationId otherChat = chatWith(u"20002"_s);

/// An outbox whose requests wait for their turn.
struct BudgetDesk : OutboxDesk {
    RateBudget budget{f.network(), f.clock, [] { return 0.5; }};
    GroupMeApi api{budget};

    BudgetDesk()
    {
        outbox = std::make_unique<Outbox>(
            api, f.store(), f.reader(), f.uploads(), f.clock, [] { return 0.5; });
        outbox->start();
        f.settle();
    }
    ~BudgetDesk() { outbox.reset(); }

    /// Waits in the budget, and says "sending" on disk.
    SourceGuid sendHeld(const QString& text)
    {
        budget.setHeld(true);
        const auto guid = send(text);
        f.settle();
        return guid;
    }
    void letOut()
    {
        budget.setHeld(false);
        f.pass(1min);
    }
    void verifyUntried(const ConversationId& id)
    {
        const auto rows = f.waiting(id);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().state, State::Queued);
        QCOMPARE(rows.first().firstSentAt, 0);
    }
};

} // namespace

class tst_OutboxHeldBack : public QObject {
    Q_OBJECT

private slots:
    void whatWaitsForItsTurnDoesNotLeaveAfterAStop()
    {
        BudgetDesk desk;
        desk.sendHeld(u"hello"_s);
        QCOMPARE(desk.stateOf(), State::Sending);
        desk.outbox->stop();
        desk.f.settle();
        desk.verifyUntried(chat);
        desk.letOut();
        QVERIFY(desk.posted.isEmpty());
        desk.outbox->start();
        desk.f.settle();
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyDelivered(u"hello"_s);
    }

    void nothingLeavesAfterAStopAtWhateverMoment()
    {
        for (int rounds = 0; rounds < 16; ++rounds) {
            BudgetDesk desk;
            desk.send(u"hello"_s);
            for (int round = 0; round < rounds; ++round) {
                desk.f.look([](Stores&) { return true; });
                QCoreApplication::processEvents();
            }
            const auto before = desk.posted.size();
            desk.outbox->stop();
            desk.f.pass(1h, 1min);
            QCOMPARE(desk.posted.size(), before);
            if (before == 0)
                desk.verifyUntried(chat);
            desk.outbox->start();
            desk.f.settle();
            desk.verifyDelivered(u"hello"_s);
        }
    }

    void theNextRunKnowsThatItNeverLeft()
    {
        SyncFixture f;
        f.service.receive(somebody, u"before"_s);
        {
            RateBudget budget(f.network(), f.clock, [] { return 0.5; });
            GroupMeApi api(budget);
            Outbox outbox(api, f.store(), f.reader(), f.uploads(), f.clock, [] { return 0.5; });
            outbox.start();
            budget.setHeld(true);
            outbox.send(chat, u"hello"_s);
            f.settle();
            outbox.stop(); // the program ends with it
        }
        f.restart();
        QCOMPARE(f.waiting(chat).value(0).state, State::Queued);
        QCOMPARE(f.waiting(chat).value(0).firstSentAt, 0);
    }

    void whatHasLeftIsAnsweredAfterAStop()
    {
        BudgetDesk desk;
        desk.f.network().hold();
        desk.send(u"hello"_s);
        desk.f.settle();
        desk.outbox->stop();
        desk.f.pass(1s);
        QCOMPARE(desk.f.network().cancelled(), 0);
        desk.f.network().release();
        desk.f.settle();
        desk.verifyDelivered(u"hello"_s);
    }

    void aLaterTryThatIsHeldBackLeavesTheFirstUnknown()
    {
        BudgetDesk desk;
        desk.failNextPost(Fault::AfterTheWork);
        desk.send(u"hello"_s);
        desk.f.settle();
        QCOMPARE(desk.posted.size(), 1);
        desk.budget.setHeld(true);
        desk.f.pass(30s);
        desk.outbox->stop();
        desk.f.settle();
        QCOMPARE(desk.stateOf(), State::Sending);
        QVERIFY(desk.f.waiting(chat).first().firstSentAt != 0);
        desk.letOut();
        QCOMPARE(desk.posted.size(), 1);
        desk.outbox->start();
        desk.f.pass(5min);
        desk.verifyDelivered(u"hello"_s);
    }

    void aBanHoldsBackWhatWaitsForItsTurn()
    {
        BudgetDesk desk;
        desk.failNextPost(Fault::BeforeTheWork, FakeTransport::failure(403));
        desk.f.network().hold();
        desk.send(u"first"_s);
        desk.f.settle();
        HttpRequest list; // two at a time
        list.url = QUrl(u"https://api.groupme.com/v3/chats?page=1&per_page=100"_s);
        const auto busy = desk.budget.send(list);
        desk.f.settle();
        desk.outbox->send(otherChat, u"second"_s);
        desk.f.settle();
        QCOMPARE(desk.f.waiting(otherChat).value(0).state, State::Sending);
        QCOMPARE(desk.posted.size(), 1);
        desk.f.network().release();
        desk.f.pass(10min);
        QVERIFY(desk.outbox->isPaused());
        QCOMPARE(desk.posted.size(), 1);
        desk.verifyUntried(otherChat);
        desk.outbox->resume();
        desk.f.settle();
        QCOMPARE(desk.f.service.texts(u"20002"_s).count(u"second"_s), 1);
        QVERIFY(desk.f.waiting(otherChat).isEmpty());
        Q_UNUSED(busy)
    }

    void whatWaitsForItsTurnCanBeTakenBack()
    {
        BudgetDesk desk;
        const auto guid = desk.sendHeld(u"hello"_s);
        const auto withdrawn = desk.outbox->withdraw(guid);
        desk.f.settle();
        QVERIFY(withdrawn.result().value());
        desk.letOut();
        QVERIFY(desk.posted.isEmpty());
        desk.verifyUntried(chat);
    }
};

SKEIN_TEST(tst_OutboxHeldBack)

} // namespace outboxHeldBackTest

#include "tst_OutboxHeldBack.moc"
