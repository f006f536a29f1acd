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
    void whatIsUpStaysUpWhenItIsSentAfterAll_data();
    void whatIsUpStaysUpWhenItIsSentAfterAll();
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

void tst_Withdrawing::whatIsUpStaysUpWhenItIsSentAfterAll_data()
{
    QTest::addColumn<bool>("soon");
    QTest::newRow("before its draft is on disk") << true;
    QTest::newRow("after a restart, and edits of its draft") << false;
}

void tst_Withdrawing::whatIsUpStaysUpWhenItIsSentAfterAll()
{
    QFETCH(const bool, soon);
    FilesDesk desk;
    auto drafts = std::make_unique<Drafts>(desk.f.store(), desk.f.clock);
    desk.f.service.fault = [](const HttpRequest& request) {
        using Fault = FakeService::Fault;
        return request.body == "three"
            ? Fault{Fault::BeforeTheWork, nothing(ErrorKind::Unreachable)}
            : Fault{};
    };
    const auto guid = desk.sendFiles(
        u"look"_s, {desk.picture("one"), desk.paper("two"), desk.picture("three")});
    desk.f.pass(5s);
    QCOMPARE(desk.uploads.uploads, 2);
    const auto withdrawn = desk.outbox->withdraw(guid);
    desk.f.settle();
    MessageDraft draft;
    draft.content = withdrawn.result().value().value().content();
    drafts->save(chatWith(somebody), draft);
    drafts->tookBack(guid);
    if (!soon) {
        drafts->flush();
        draft.content.text = u"look here"_s;
        drafts->save(chatWith(somebody), draft);
        desk.f.pass(1s);
        drafts.reset();
        desk.crash(1h);
        drafts = std::make_unique<Drafts>(desk.f.store(), desk.f.clock);
    }
    desk.f.service.fault = {};
    desk.outbox->sendDraft(chatWith(somebody), draft.content);
    drafts->handedOver(chatWith(somebody));
    desk.f.pass(10s);
    QCOMPARE(desk.uploads.uploads, 3);
    QCOMPARE(desk.arrived(draft.content.text), (QList<QByteArray>{"one", "two", "three"}));
    desk.verifyDelivered(draft.content.text);
    QVERIFY(desk.copiesOnDisk().isEmpty());
    drafts.reset();
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
