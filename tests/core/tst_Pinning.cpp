// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageActions: pinning and unpinning (protocol.md B11).

#include "tests/support/MessageDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace pinningTest {
using Method = HttpRequest::Method;
using Desk = MessageDesk;

namespace {

const ConversationId chat = chatWith(somebody);
const ReactionKind thumb{u"👍"_s};

HttpReply nothingSaid() { return FakeTransport::json(QJsonValue()); }

} // namespace

class tst_Pinning : public QObject {
    Q_OBJECT

private slots:
    void aPinShowsAtOnceAndIsStored();
    void whatIsPinnedAlreadyIsPinned();
    void aRefusedPinIsTakenBack_data();
    void aRefusedPinIsTakenBack();
    void pinnedAndUnpinnedInAHurry();
    void theProgramMayEndInTheMiddle();
};

void tst_Pinning::aPinShowsAtOnceAndIsStored()
{
    Desk desk;
    desk.expect(desk.pin(u"pin"_s), nothingSaid());
    desk.actions.pin(chat, desk.theirs);
    QVERIFY(desk.shown(desk.theirs).pinnedAt != 0);
    QCOMPARE(desk.stored(desk.theirs).pinnedAt, 0);
    desk.finish();
    QVERIFY(desk.stored(desk.theirs).pinnedAt != 0);
    desk.expect(desk.pin(u"unpin"_s), FakeTransport::raw(200, {}));
    desk.actions.unpin(chat, desk.theirs);
    QCOMPARE(desk.shown(desk.theirs).pinnedAt, 0);
    desk.finish();
    QCOMPARE(desk.stored(desk.theirs).pinnedAt, 0);
    QVERIFY(desk.refusals.isEmpty());
}

void tst_Pinning::whatIsPinnedAlreadyIsPinned() // protocol.md L68
{
    Desk desk;
    desk.expect(desk.pin(u"pin"_s), FakeTransport::failure(400));
    desk.expect(u"/v3/direct_messages/"_s + desk.theirs.value,
        FakeTransport::json(QJsonObject{{u"message"_s,
            QJsonObject{{u"id"_s, desk.theirs.value}, {u"pinned_at"_s, 1'760'000'050}}}}),
        Method::Get);
    desk.actions.pin(chat, desk.theirs);
    desk.finish();
    QVERIFY(desk.stored(desk.theirs).pinnedAt != 0);
    QCOMPARE(desk.stored(desk.theirs).text, u"theirs"_s);
    QVERIFY(desk.refusals.isEmpty());
}

void tst_Pinning::aRefusedPinIsTakenBack_data()
{
    QTest::addColumn<FakeService::Answer>("answer");
    QTest::addColumn<FakeService::Answer>("look"); // after a 400 only
    QTest::addColumn<QString>("reason");
    const auto tried = FakeService::Answer(FakeTransport::failure(400));
    const QJsonObject unpinned{{u"id"_s, u"ID"_s}, {u"pinned_at"_s, QJsonValue::Null}};
    QTest::newRow("really not") << tried
                                << FakeService::Answer(
                                       FakeTransport::json(QJsonObject{{u"message"_s, unpinned}}))
                                << u"GroupMe could not do it. Try again later."_s;
    QTest::newRow("cannot look") << tried << FakeService::Answer(FakeTransport::failure(404))
                                 << u"GroupMe could not do it. Try again later."_s;
    QTest::newRow("forbidden") << FakeService::Answer(FakeTransport::failure(403))
                               << FakeService::Answer() << u"GroupMe does not allow it."_s;
}

void tst_Pinning::aRefusedPinIsTakenBack()
{
    QFETCH(const FakeService::Answer, answer);
    QFETCH(FakeService::Answer, look);
    QFETCH(const QString, reason);
    Desk desk;
    desk.expect(desk.pin(u"pin"_s), answer);
    if (answer->status == 400) {
        if (look)
            look->body.replace("\"ID\"", '"' + desk.theirs.value.toUtf8() + '"');
        desk.expect(u"/v3/direct_messages/"_s + desk.theirs.value, look, Method::Get);
    }
    desk.actions.pin(chat, desk.theirs);
    desk.finish();
    QCOMPARE(desk.stored(desk.theirs).pinnedAt, 0);
    QCOMPARE(desk.refusals, QStringList{u"The message was not pinned. "_s + reason});
}

void tst_Pinning::pinnedAndUnpinnedInAHurry()
{
    Desk desk;
    desk.expect(desk.pin(u"pin"_s), nothingSaid());
    desk.f.network().hold();
    desk.actions.pin(chat, desk.theirs);
    desk.f.settle();
    desk.actions.unpin(chat, desk.theirs);
    QCOMPARE(desk.shown(desk.theirs).pinnedAt, 0);
    desk.expect(desk.pin(u"unpin"_s), nothingSaid());
    desk.f.network().release();
    desk.finish();
    QCOMPARE(desk.stored(desk.theirs).pinnedAt, 0);
}

void tst_Pinning::theProgramMayEndInTheMiddle()
{
    SyncFixture f;
    auto actions = std::make_unique<MessageActions>(f.api(), f.store(), f.clock);
    f.network().hold();
    f.network().expect(Method::Post,
        u"/v3/conversations/1001%2B"_s + somebody + u"/messages/5/pin"_s, nothingSaid());
    f.network().expect(
        Method::Put, u"/v4/direct_messages/"_s + somebody + u"/messages/5"_s, nothingSaid());
    actions->pin(chat, {u"5"_s});
    actions->edit(chat, {u"5"_s}, u"x"_s, {});
    actions->react(chat, {u"5"_s}, thumb);
    actions.reset();
    f.network().release();
    f.settle();
    QVERIFY(!f.look([](Stores& stores) { return stores.messages.find(chat, {u"5"_s}); }));
}

SKEIN_TEST(tst_Pinning)

} // namespace pinningTest

#include "tst_Pinning.moc"
