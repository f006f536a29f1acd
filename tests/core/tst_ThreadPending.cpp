// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to messages, as the thread shows it before the service has answered; and that
// a thread that rests in the past is kept up to date.

#include "core/types/Reactions.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace threadPendingTest {
using Method = HttpRequest::Method;
using Delivery = ThreadRow::Delivery;

namespace {

const auto chat = fixtureChat();
const ReactionKind thumb{u"👍"_s};

QString editPlace(int n)
{
    return u"/v4/direct_messages/"_s + fixtureOther.value + u"/messages/"_s + fixtureId(n).value;
}

QString likePlace(int n) { return u"/v3/messages/1001%2B20450/"_s + fixtureId(n).value; }

} // namespace

class tst_ThreadPending : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ThreadFixture>();
        auto messages = receivedMessages(1, 300);
        messages[298] = ownMessage(299, u"mine"_s);
        m->take(pageOf(messages, true));
        m->readUpTo(300);
        m->open();
        m->rows.clear();
    }
    void cleanup() { m.reset(); }

    void anEditIsShownAsOnItsWay();
    void aRefusedEditIsAsItWas();
    void aReactionAndAPinShowAtOnce();
    void theRowKeepsItsPlaceAndItsKey();
    void restingInThePastReadsItOnce();
    void scrollingInThePastReadsNothing();
    void closedNothingIsRead();
    void aChangeOfOneWaitingRowReadsThatOneOnly();
    void whatFailedIsKnownWhereverTheWindowIs();
    void anUploadChangesItsRowAlone();
    void anUploadIsKnownToAThreadThatOpensLater();

private:
    std::unique_ptr<ThreadFixture> m;
};

void tst_ThreadPending::anEditIsShownAsOnItsWay()
{
    const QJsonObject answer{
        {u"id"_s, fixtureId(299).value}, {u"text"_s, u"mended"_s}, {u"updated_at"_s, 7}};
    m->network.expect(
        Method::Put, editPlace(299), FakeTransport::json(QJsonObject{{u"message"_s, answer}}));
    m->network.hold();
    m->actions.edit(chat, fixtureId(299), u"mended"_s, {});
    m->quiet();
    QCOMPARE(m->row(299).message.text, u"mended"_s);
    QCOMPARE(m->row(299).delivery, Delivery::Sending);
    QCOMPARE(m->row(299).message.updatedAt, 0);
    m->network.release();
    m->quiet();
    QCOMPARE(m->row(299).message.text, u"mended"_s);
    QCOMPARE(m->row(299).delivery, Delivery::Sent);
    QCOMPARE(m->row(299).message.updatedAt, 7);
}

void tst_ThreadPending::aRefusedEditIsAsItWas() // protocol.md L70
{
    const ThreadRow before = m->row(299);
    m->network.expect(Method::Put, editPlace(299), FakeTransport::failure(400));
    m->network.hold();
    m->actions.edit(chat, fixtureId(299), u"mended"_s, {});
    m->quiet();
    QVERIFY(m->row(299) != before);
    m->network.release();
    m->quiet();
    QCOMPARE(m->row(299), before);
}

void tst_ThreadPending::aReactionAndAPinShowAtOnce()
{
    m->network.hold();
    m->network.expect(Method::Post, likePlace(300) + u"/like"_s, FakeTransport::failure(500));
    m->network.expect(Method::Post,
        u"/v3/conversations/1001%2B20450/messages/"_s + fixtureId(300).value + u"/pin"_s,
        FakeTransport::json(QJsonValue()));
    m->actions.react(chat, fixtureId(300), thumb);
    m->actions.pin(chat, fixtureId(300));
    m->quiet();
    QCOMPARE(reactionOf(m->row(300).message, fixtureMe), std::optional(thumb));
    QVERIFY(m->row(300).message.pinnedAt != 0);
    m->network.release();
    m->quiet();
    QVERIFY(reactionsOf(m->row(300).message).isEmpty()); // that one was refused
    QVERIFY(m->row(300).message.pinnedAt != 0);
}

void tst_ThreadPending::theRowKeepsItsPlaceAndItsKey()
{
    const auto numbers = m->numbers();
    const QString key = m->row(299).key;
    m->network.expect(Method::Put, editPlace(299), FakeTransport::raw(200, {}));
    m->actions.edit(chat, fixtureId(299), u"mended"_s, {});
    m->quiet();
    QCOMPARE(m->row(299).key, key);
    QCOMPARE(m->numbers(), numbers);
    QVERIFY(!m->rows.anyButChanges());
}

void tst_ThreadPending::restingInThePastReadsItOnce()
{
    m->model.setAttentive(true);
    m->look(225, 235);
    m->clock.advance(2s);
    QCOMPARE(m->askedBefore(), QStringList());
    m->clock.advance(2s);
    m->quiet();
    QCOMPARE(m->askedBefore(), QStringList{fixtureId(236).value});
    m->clock.advance(30s);
    m->quiet();
    QCOMPARE(m->askedBefore().size(), 1);
}

void tst_ThreadPending::scrollingInThePastReadsNothing()
{
    m->model.setAttentive(true);
    for (int n = 280; n > 40; n -= 10) {
        m->look(n, n + 10);
        m->clock.advance(2s);
        m->quiet();
    }
    m->look(290, 300); // back at the end
    m->clock.advance(100s);
    m->quiet();
    QCOMPARE(m->askedBefore(), QStringList());
}

void tst_ThreadPending::closedNothingIsRead()
{
    m->model.setAttentive(true);
    m->look(225, 235);
    m->model.close();
    m->clock.advance(100s);
    m->quiet();
    QCOMPARE(m->askedBefore(), QStringList());
}

void tst_ThreadPending::aChangeOfOneWaitingRowReadsThatOneOnly()
{
    constexpr int many = 500;
    const auto guid = [](int n) { return u"g%1"_s.arg(n); };
    m->change([&](Stores& stores, Changes& changes) {
        for (int n = 0; n < many; ++n)
            stores.outbox.add(waitingRow(400 + n, guid(n)), changes);
    });
    const auto stateOf = [&](int n) {
        for (int row = 0; row < m->model.count(); ++row) {
            if (m->model.row(row).message.guid.value == guid(n))
                return m->model.row(row).delivery;
        }
        return Delivery::Received;
    };
    QCOMPARE(m->model.count() - m->at(300) - 1, many);
    // What nobody tells of shows which rows are read again.
    m->change([](Stores& stores, Changes&) {
        Changes untold;
        for (const OutboxRow& each : stores.outbox.of(chat)) {
            OutboxRow failed = each;
            failed.state = OutboxRow::State::Failed;
            stores.outbox.update(failed, untold);
        }
    });
    m->change([&](Stores& stores, Changes& changes) {
        stores.outbox.update(*stores.outbox.find(SourceGuid{guid(7)}), changes);
        stores.outbox.remove(SourceGuid{guid(8)}, changes);
    });
    QCOMPARE(stateOf(7), Delivery::Failed);
    QCOMPARE(stateOf(6), Delivery::Queued);
    QCOMPARE(m->model.count() - m->at(300) - 1, many - 1);
    m->change([&](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(400 + many, guid(many)), changes);
    });
    QCOMPARE(m->model.row(m->model.count() - 1).message.guid.value, guid(many));
    QCOMPARE(stateOf(6), Delivery::Queued);
    m->open(); // anew: all of them
    QCOMPARE(stateOf(6), Delivery::Failed);
}

void tst_ThreadPending::whatFailedIsKnownWhereverTheWindowIs()
{
    m->change([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(400, u"lost"_s), changes);
    });
    QVERIFY(!m->model.hasFailed());
    m->model.openAt(fixtureId(20)); // far from the end
    m->quiet();
    QVERIFY(!m->model.isAtEnd() && m->at(20) >= 0);
    QSignalSpy told(&m->model, &ThreadModel::unreadChanged);
    m->change([](Stores& stores, Changes& changes) {
        OutboxRow row = *stores.outbox.find(SourceGuid{u"lost"_s});
        row.state = OutboxRow::State::Failed;
        stores.outbox.update(row, changes);
    });
    QVERIFY(m->model.hasFailed());
    QCOMPARE(told.size(), 1);
    m->change([](Stores& stores, Changes& changes) {
        stores.outbox.remove(SourceGuid{u"lost"_s}, changes);
    });
    QVERIFY(!m->model.hasFailed());
}

void tst_ThreadPending::anUploadChangesItsRowAlone()
{
    const OutboxRow waiting = waitingRow(400, u"with-files"_s);
    m->change([&](Stores& stores, Changes& changes) { stores.outbox.add(waiting, changes); });
    const int last = m->model.count() - 1;
    const auto spoken
        = [&] { return m->model.index(last).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(!m->model.row(last).uploaded);
    QVERIFY(spoken().endsWith(u", queued"_s));
    m->rows.clear();
    m->model.noteUpload(waiting.guid, UploadProgress{0, 2, 3, 4});
    m->model.noteUpload(waiting.guid, UploadProgress{0, 2, 3, 4});
    QCOMPARE(m->rows.changed.size(), 1);
    QCOMPARE(
        m->rows.changed.first().at(2).value<QList<int>>(), QList<int>{ThreadModel::UploadRole});
    QVERIFY(!m->rows.anyButChanges());
    QVERIFY(spoken().endsWith(u", sending, 37 %"_s));
    m->model.reload();
    m->quiet();
    QCOMPARE(m->model.row(last).uploaded, std::optional(37));
    m->model.noteUpload(waiting.guid, std::nullopt);
    QVERIFY(spoken().endsWith(u", queued"_s));
}

void tst_ThreadPending::anUploadIsKnownToAThreadThatOpensLater()
{
    const OutboxRow waiting = waitingRow(400, u"with-files"_s);
    m->change([&](Stores& stores, Changes& changes) { stores.outbox.add(waiting, changes); });
    m->model.close();
    m->model.noteUpload(waiting.guid, UploadProgress{1, 2, 0, 4});
    m->open();
    QCOMPARE(m->model.row(m->model.count() - 1).uploaded, std::optional(50));
}

SKEIN_TEST(tst_ThreadPending)

} // namespace threadPendingTest

#include "tst_ThreadPending.moc"
