// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageActions: editing own messages (protocol.md B9).

#include "tests/support/MessageDesk.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>

using namespace skein;
using namespace Qt::StringLiterals;

namespace editingTest {
using Method = HttpRequest::Method;
using Desk = MessageDesk;

namespace {

const ConversationId chat = chatWith(somebody);
const UserId other{somebody};
const ReactionKind heart{u"❤️"_s};

QJsonObject edited(const MessageId& id, const QString& text)
{
    return {{u"message"_s,
        QJsonObject{{u"id"_s, id.value}, {u"text"_s, text}, {u"updated_at"_s, 1'760'000'900},
            {u"attachments"_s, QJsonArray()}}}};
}

} // namespace

class tst_Editing : public QObject {
    Q_OBJECT

private slots:
    void anEditShowsAtOnceAndIsStored();
    void anEditKeepsReactionsAndPin();
    void theServiceHasTheLastWordOnAnEdit();
    void aRefusedEditGivesTheTextBack_data();
    void aRefusedEditGivesTheTextBack();
    void editedTwiceTheLastTextWins();
    void anEmptyEditIsNone();
    void anEditMayLoseTheRaceWithADeletion();
};

void tst_Editing::anEditShowsAtOnceAndIsStored()
{
    Desk desk;
    desk.expect(desk.editPlace(), FakeTransport::json(edited(desk.mine, u"mended"_s)), Method::Put);
    desk.edit(u"mended"_s);
    QVERIFY(desk.actions.isEditing(desk.mine));
    QCOMPARE(desk.shown(desk.mine).text, u"mended"_s);
    QCOMPARE(desk.stored(desk.mine).text, u"mine"_s);
    desk.finish();
    QVERIFY(!desk.actions.isEditing(desk.mine));
    QCOMPARE(desk.stored(desk.mine).text, u"mended"_s);
    QCOMPARE(desk.stored(desk.mine).updatedAt, 1'760'000'900);
    QCOMPARE(desk.pending.size(), 2);
}

void tst_Editing::anEditKeepsReactionsAndPin()
{
    Desk desk;
    desk.f.now([&](Stores& stores, Changes& changes) {
        stores.messages.change(
            chat, desk.mine,
            [](Message& m) {
                setReaction(m, other, heart);
                m.pinnedAt = 7;
            },
            changes);
        return true;
    });
    // Edits are answered without a word about reactions and pins (protocol.md K5).
    desk.expect(desk.editPlace(), FakeTransport::json(edited(desk.mine, u"mended"_s)), Method::Put);
    desk.edit(u"mended"_s);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.mine), other), std::optional(heart));
    QCOMPARE(desk.stored(desk.mine).pinnedAt, 7);
    QCOMPARE(desk.stored(desk.mine).createdAt, 1'760'000'000);
}

void tst_Editing::theServiceHasTheLastWordOnAnEdit()
{
    Desk desk;
    const QJsonArray attachments{QJsonObject{{u"type"_s, u"poll"_s}, {u"poll_id"_s, u"9"_s}}};
    desk.expect(desk.editPlace(), FakeTransport::json(edited(desk.mine, u"cut"_s)), Method::Put);
    desk.edit(u"cut off"_s, attachments);
    QCOMPARE(desk.shown(desk.mine).attachments.size(), 1);
    desk.finish();
    const auto body = QJsonDocument::fromJson(desk.f.network().requests().last().body).object();
    QCOMPARE(body.value(u"attachments"_s).toArray(), attachments);
    QCOMPARE(desk.stored(desk.mine).text, u"cut"_s);
    QVERIFY(desk.stored(desk.mine).attachments.isEmpty());
    desk.expect(desk.editPlace(), FakeTransport::raw(200, {}), Method::Put);
    desk.edit(u"last"_s);
    desk.finish();
    QCOMPARE(desk.stored(desk.mine).text, u"last"_s); // accepted without a word
}

void tst_Editing::aRefusedEditGivesTheTextBack_data() // protocol.md L70
{
    QTest::addColumn<FakeService::Answer>("answer");
    QTest::addColumn<QString>("reason");
    const auto tooLate = u"GroupMe does not let this message be changed any more."_s;
    QTest::newRow("window over") << FakeService::Answer(FakeTransport::failure(400)) << tooLate;
    QTest::newRow("forbidden") << FakeService::Answer(FakeTransport::failure(403)) << tooLate;
    QTest::newRow("in words") << FakeService::Answer(FakeTransport::failure(400, {u"too old"_s}))
                              << u"The message was not changed. GroupMe says: too old"_s;
    QTest::newRow("gone") << FakeService::Answer(FakeTransport::failure(404))
                          << u"The message was not changed. It is no longer there."_s;
    QTest::newRow("offline") << FakeTransport::noAnswer(ErrorKind::Unreachable)
                             << u"The message was not changed. GroupMe could not be reached."_s;
    QTest::newRow("slow down") << FakeService::Answer(FakeTransport::failure(429))
                               << u"The message was not changed. GroupMe asks us to slow down."_s;
}

void tst_Editing::aRefusedEditGivesTheTextBack()
{
    QFETCH(const FakeService::Answer, answer);
    QFETCH(const QString, reason);
    Desk desk;
    desk.expect(desk.editPlace(), answer, Method::Put);
    desk.edit(u"mended"_s);
    desk.finish();
    QCOMPARE(desk.stored(desk.mine).text, u"mine"_s);
    QCOMPARE(desk.stored(desk.mine).updatedAt, 0);
    QCOMPARE(desk.lostEdits, QStringList{u"mended"_s});
    QCOMPARE(desk.editReasons, QStringList{reason});
    QVERIFY(desk.refusals.isEmpty());
}

void tst_Editing::editedTwiceTheLastTextWins()
{
    Desk desk;
    desk.expect(desk.editPlace(), FakeTransport::failure(500), Method::Put);
    desk.f.network().hold();
    desk.edit(u"one"_s);
    desk.f.settle();
    desk.edit(u"two"_s);
    QCOMPARE(desk.shown(desk.mine).text, u"two"_s);
    desk.expect(desk.editPlace(), FakeTransport::json(edited(desk.mine, u"two"_s)), Method::Put);
    desk.f.network().release();
    desk.finish();
    QCOMPARE(desk.stored(desk.mine).text, u"two"_s);
    QVERIFY(desk.lostEdits.isEmpty());
    QCOMPARE(desk.f.asked(Method::Put, desk.editPlace()), 2);
}

void tst_Editing::anEmptyEditIsNone()
{
    Desk desk;
    desk.edit(u"  \n"_s);
    desk.finish();
    QCOMPARE(desk.pending.size(), 0);
}

void tst_Editing::anEditMayLoseTheRaceWithADeletion()
{
    Desk desk;
    desk.expect(desk.editPlace(), FakeTransport::json(edited(desk.mine, u"mended"_s)), Method::Put);
    desk.f.network().hold();
    desk.edit(u"mended"_s);
    desk.f.now([&](Stores& stores, Changes& changes) {
        stores.messages.markDeleted(chat, desk.mine, 1'760'000'500, u"sender"_s, changes);
        return true;
    });
    QVERIFY(desk.shown(desk.mine).text.isEmpty());
    desk.f.network().release();
    desk.finish();
    QVERIFY(desk.stored(desk.mine).text.isEmpty());
}

SKEIN_TEST(tst_Editing)

} // namespace editingTest

#include "tst_Editing.moc"
