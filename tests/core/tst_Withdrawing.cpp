// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages that a person takes back before they left: sent no more, and lost at no step.

#include "core/sync/Drafts.h"
#include "tests/support/FilesDesk.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace withdrawingTest {

namespace {

using State = OutboxRow::State;

const ConversationId there = chatWith(u"20002"_s);

} // namespace

class tst_Withdrawing : public QObject {
    Q_OBJECT

private slots:
    void whatIsWithdrawnWaitsOnDiskUntilADraftHasItAndIsSentOnceAfterAll();
    void whatHasLeftIsNotWithdrawn();
    void aFullDiskKeepsTheRowOfWhatIsWithdrawn();
};

void tst_Withdrawing::whatIsWithdrawnWaitsOnDiskUntilADraftHasItAndIsSentOnceAfterAll()
{
    FilesDesk desk;
    Drafts drafts(desk.f.store(), desk.f.clock);
    const auto guid = desk.sendHeld(u"first"_s, {desk.picture("one"), desk.paper("two")});
    desk.send(u"second"_s);
    desk.f.pass(5s);
    const auto withdrawn = desk.outbox->withdraw(guid);
    desk.f.network().release();
    desk.f.pass(1min);
    QCOMPARE(desk.copies(u"second"_s), 1);
    QCOMPARE(desk.copies(u"first"_s), 0);
    QCOMPARE(desk.f.waiting(chatWith(somebody)).size(), 1);
    const OutboxRow row = withdrawn.result().value().value();
    QCOMPARE(row.conversation, chatWith(somebody));
    QCOMPARE(row.content().text, u"first"_s);
    QCOMPARE(row.content().files.size(), 2);

    MessageDraft draft;
    draft.content = row.content();
    drafts.save(there, draft);
    drafts.tookBack(guid);
    drafts.flush();
    desk.f.settle();
    QVERIFY(desk.f.waiting(chatWith(somebody)).isEmpty());
    QCOMPARE(desk.copiesOnDisk().size(), 2);
    QVERIFY(drafts.areKept());

    desk.outbox->sendDraft(there, draft.content); // after all
    desk.f.pass(1min);
    QCOMPARE(desk.f.service.texts(u"20002"_s).count(u"first"_s), 1);
    QCOMPARE(desk.arrived(u"first"_s, u"20002"_s).size(), 2);
}

void tst_Withdrawing::whatHasLeftIsNotWithdrawn()
{
    FilesDesk desk;
    const auto guid = desk.sendUnanswered(u"look"_s, 5s);
    QCOMPARE(desk.stateOf(), State::Sending); // and nobody knows whether it arrived
    const auto withdrawn = desk.outbox->withdraw(guid);
    desk.f.settle();
    QCOMPARE(withdrawn.result().value(), std::optional<OutboxRow>());
    desk.f.network().release();
    desk.f.pass(3min);
    desk.verifyDelivered(u"look"_s);
}

void tst_Withdrawing::aFullDiskKeepsTheRowOfWhatIsWithdrawn()
{
    FilesDesk desk;
    Drafts drafts(desk.f.store(), desk.f.clock);
    const auto guid = desk.sendHeld(u"look"_s, {desk.picture("one")});
    desk.f.pass(5s);
    const auto withdrawn = desk.outbox->withdraw(guid);
    desk.f.settle();
    MessageDraft draft;
    draft.content = withdrawn.result().value().value().content();
    {
        const FullDisk full;
        drafts.save(chatWith(somebody), draft);
        drafts.tookBack(guid);
        desk.f.pass(10s);
        QCOMPARE(desk.f.waiting(chatWith(somebody)).size(), 1);
        QVERIFY(!drafts.areKept());
    }
    desk.f.pass(10s);
    QVERIFY(desk.f.waiting(chatWith(somebody)).isEmpty());
    QVERIFY(drafts.areKept());
    QCOMPARE(desk.copiesOnDisk().size(), 1);
    QVERIFY(desk.posted.isEmpty());
}

SKEIN_TEST(tst_Withdrawing)

} // namespace withdrawingTest

#include "tst_Withdrawing.moc"
